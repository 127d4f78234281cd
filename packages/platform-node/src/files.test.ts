import { constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SystemFault } from "@hotpy/python-objects";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNodeFiles } from "./files.js";

const { O_CREAT, O_RDWR } = constants;
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "hotpy-files-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe("sizes and positions that no file has", () => {
  const files = createNodeFiles();
  const opened = (): number => files.open(join(directory, "file"), O_RDWR | O_CREAT, 0o600);

  it.each([-1, -(2 ** 62)])("a file is not cut to %d bytes", (size) => {
    expect(() => files.truncate(opened(), size)).toThrow(new SystemFault(22, "Invalid argument"));
    expect(() => files.truncatePath?.(join(directory, "file"), size)).toThrow(SystemFault);
  });

  it.each([2 ** 53, 2 ** 62, 2 ** 63])("the system refuses %d bytes, which Node.js does not pass on", (size) => {
    expect(() => files.truncate(files.open("/dev/null", O_RDWR, 0), size)).toThrow(SystemFault);
  });

  it.each([-1, 2 ** 53, 2 ** 63])("position %d is refused", (position) => {
    expect(() => files.seek(opened(), position, 0)).toThrow(new SystemFault(22, "Invalid argument"));
  });

  it("a position that the system refuses later leaves the file where it was there", () => {
    const own = createNodeFiles();
    own.seek(own.open(join(directory, "file"), O_RDWR, 0), 2 ** 52, 0);
    const refuse = (): number => {
      throw new SystemFault(22, "Invalid argument");
    };
    expect(() => own.seekBy(refuse)).not.toThrow();
  });
});
