import { type Platform, SystemFault } from "@hotpy/python-objects";
import { describe, expect, it } from "vitest";
import { createOutput } from "./output.js";

/** A platform that notes the size of each write, and refuses while `isFull`. */
function createDisk() {
  const disk = { isFull: false, sizes: [] as number[], text: "" };
  const platform = {
    write(_: number, bytes: Uint8Array) {
      if (disk.isFull) throw new SystemFault(28, "No space left on device");
      disk.sizes.push(bytes.length);
      disk.text += new TextDecoder().decode(bytes);
    },
  } as unknown as Platform;
  return { disk, output: createOutput(platform, 1) };
}

const bytes = (size: number, letter = "x"): Uint8Array => new TextEncoder().encode(letter.repeat(size));

describe("buffered output", () => {
  it("gathers text, and writes 8 KiB at a time", () => {
    const { disk, output } = createDisk();
    for (let i = 0; i < 100; i++) output.write(bytes(100));
    expect(disk.sizes).toEqual([8100]);
    output.flush();
    expect(disk.sizes).toEqual([8100, 1900]);
    output.write(bytes(20000));
    expect(disk.sizes).toEqual([8100, 1900, 20000]);
  });

  it("gives room in its buffer for short strings", () => {
    const { disk, output } = createDisk();
    const at = output.reserve(3);
    output.buffer.set(bytes(3, "a"), at);
    output.write(bytes(2, "b"));
    expect(output.reserve(9000)).toBe(-1);
    output.flush();
    expect(disk.text).toBe("aaabb");
  });

  it("keeps what a flush could not write, and tries again", () => {
    const { disk, output } = createDisk();
    output.write(bytes(5, "a"));
    disk.isFull = true;
    expect(() => output.flush()).toThrow("No space left on device");
    expect(() => output.flush()).toThrow(SystemFault);
    output.write(bytes(5, "b"));
    disk.isFull = false;
    output.flush();
    expect(disk.text).toBe("aaaaabbbbb");
  });

  it("loses what was too much to be kept", () => {
    const { disk, output } = createDisk();
    disk.isFull = true;
    output.write(bytes(8000));
    expect(() => output.write(bytes(500))).toThrow(SystemFault);
    expect(() => output.write(bytes(10000))).toThrow(SystemFault);
    disk.isFull = false;
    output.flush();
    expect(disk.text).toBe("");
  });
});
