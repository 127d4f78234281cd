import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createMachineCode } from "../src/machine-code.js";

const folder = mkdtempSync(join(tmpdir(), "hotpy-"));
const path = join(folder, "wasm.cache");
afterAll(() => rmSync(folder, { recursive: true }));

/** Bytes of a file without code. */
const HEADER = 4;

/** V8 of later versions has no functions for this. */
const keeps = Number.parseInt(process.versions.node, 10) < 26;

/** A file with a module whose function `f` returns a number below 64. */
function moduleOf(result: number): string {
  const name = `${result}.wasm`;
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 5, 1, 0x60, 0, 1, 0x7f],
    ...[3, 2, 1, 0],
    ...[7, 5, 1, 1, 0x66, 0, 0],
    ...[10, 6, 1, 4, 0, 0x41, result, 0x0b],
  ];
  writeFileSync(join(folder, name), Buffer.from(bytes));
  return name;
}

const call = (compiled: WebAssembly.Module): number =>
  (new WebAssembly.Instance(compiled).exports.f as CallableFunction)();

/** Makes the modules, runs the first until V8 has optimised it and processor time has passed, and leaves the code. */
function run(...results: number[]): number[] {
  const machineCode = createMachineCode(folder);
  const functions = results.map((result) => {
    const compiled = machineCode.compile(moduleOf(result));
    const instance = new WebAssembly.Instance(compiled);
    machineCode.instantiated(compiled, instance);
    return instance.exports.f as CallableFunction;
  });
  const size = sizeOf(path);
  for (const end = Date.now() + 20_000; keeps && sizeOf(path) === size && Date.now() < end; machineCode.save())
    for (let i = 0; i < 1_000_000; i++) functions[0]();
  return functions.map((f) => f());
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : HEADER);

test("modules work with code that was kept, and with what is new beside it", () => {
  expect(run(1)).toEqual([1]);
  const one = sizeOf(path);
  expect(one > HEADER + 100).toBe(keeps);
  expect(run(2, 1)).toEqual([2, 1]);
  expect(sizeOf(path) > one + 100).toBe(keeps);
  const machineCode = createMachineCode(folder);
  expect([1, 2, 3].map((result) => call(machineCode.compile(moduleOf(result))))).toEqual([1, 2, 3]);
});

test("a file that is damaged counts as none", () => {
  const whole = keeps ? readFileSync(path) : Buffer.alloc(50);
  for (const damaged of [whole.subarray(0, whole.length - 1), whole.subarray(0, 3), Buffer.alloc(40)]) {
    writeFileSync(path, damaged);
    expect(call(createMachineCode(folder).compile(moduleOf(1)))).toBe(1);
  }
});
