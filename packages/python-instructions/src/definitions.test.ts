import { readFileSync } from "node:fs";
import { popsOf, pushesOf } from "@hotpy/bytecode";
import { loopOperations } from "@hotpy/python-builtins";
import { describe, expect, test } from "vitest";
import { generatedFiles } from "../scripts/generated-files.js";
import { loopText } from "./generate.js";
import { instructionSet } from "./instruction-set.js";
import { vmMembers } from "./vm/python-vm.js";

const instructions = [...instructionSet.values()];
const texts = await generatedFiles();

describe("the definitions", () => {
  test("leave room for opcodes to come", () => {
    expect(instructions.length).toBeLessThan(224);
  });

  test.each(
    instructions.filter(({ specialises }) => specialises !== undefined).map((each) => [each.name, each] as const),
  )("%s can take the place of what it specialises", (_, form) => {
    const base = instructionSet.get(form.specialises as string);
    expect(base).toBeDefined();
    if (base === undefined) return;
    expect({ operand: form.operand, caches: form.caches, terminal: form.terminal }).toEqual({
      operand: base.operand,
      caches: base.caches,
      terminal: base.terminal,
    });
    expect([popsOf(form, 1), pushesOf(form, 1)]).toEqual([popsOf(base, 1), pushesOf(base, 1)]);
  });

  test("all have a meaning and, but for nop, a text", () => {
    expect(instructions.filter(({ meaning }) => meaning === "")).toEqual([]);
    expect(instructions.filter(({ code }) => code === "").map(({ name }) => name)).toEqual(["nop"]);
  });
});

describe("the generated loop", () => {
  test.each(Object.keys(texts))("%s is up to date (npm run generate)", (file) => {
    expect(readFileSync(new URL(`./generated/${file}`, import.meta.url), "utf8")).toBe(texts[file]);
  });

  test("has no macro left unexpanded", () => {
    const code = loopText(loopOperations).replace(/\/\/.*|"[^"]*"/g, "");
    expect(code.match(/\b[A-Z][A-Z_]{2,}\b/g) ?? []).toEqual([]);
  });

  test("uses every member that it destructures", () => {
    const body = texts["step.ts"].slice(texts["step.ts"].indexOf("function interpret"));
    expect(vmMembers.filter((member) => !new RegExp(`\\b${member}\\b`).test(body))).toEqual([]);
  });
});
