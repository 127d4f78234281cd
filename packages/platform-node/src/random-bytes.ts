import type * as Crypto from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** What the system's device is asked for, in times and bytes; what comes then is Node.js's, whose module takes 4 ms to load and a tenth of the time for each call. */
const [FIRST, SMALL] = [8, 4096];

/** Fills with random bytes that are fit for keys. */
export function createRandomBytes(): (bytes: Uint8Array) => void {
  let asked = 0;
  return (bytes) => {
    if (asked++ < FIRST && bytes.length <= SMALL && fillByDevice(bytes)) return;
    const { randomFillSync }: typeof Crypto = process.getBuiltinModule("node:crypto");
    randomFillSync(bytes);
  };
}

/** False where there is no such device, as on Windows. */
function fillByDevice(bytes: Uint8Array): boolean {
  let device: number | undefined;
  try {
    device = openSync("/dev/urandom", "r");
    return readSync(device, bytes) === bytes.length;
  } catch {
    return false;
  } finally {
    if (device !== undefined) closeSync(device);
  }
}
