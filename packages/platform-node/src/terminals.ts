import { fstatSync } from "node:fs";
import type * as Tty from "node:tty";

/**
 * Whether a descriptor is a terminal. Node.js's module for terminals brings its sockets along, which takes milliseconds of each start: it is
 * loaded for what may be one.
 */
export function isTerminal(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    if (!status.isCharacterDevice() || isMemoryDevice(status.rdev)) return false;
  } catch {
    return false;
  }
  const { isatty }: typeof Tty = process.getBuiltinModule("node:tty");
  return isatty(descriptor);
}

/** Linux's `/dev/null` and its like: devices of the first class. */
const isMemoryDevice = (device: number): boolean => process.platform === "linux" && device >>> 8 === 1;
