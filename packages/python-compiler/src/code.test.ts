import { readdirSync, readFileSync } from "node:fs";
import { createInstructionSet, disassemble, verify } from "@hotpy/bytecode";
import { definitions } from "@hotpy/python-instructions";
import { parse } from "@hotpy/python-parser";
import { describe, expect, it } from "vitest";
import { compileModule } from "./index.js";

/** Without superinstructions: which of them exist is decided by measurement, and no matter of the compiler. */
const instructionSet = createInstructionSet(definitions.filter((definition) => definition.fuses === undefined));
const fixtures = new URL("../fixtures/code/", import.meta.url);

// Each NAME.py compiles to NAME.txt. To accept changes:  npx vitest run packages/python-compiler -u
describe("the code of", () => {
  it.each(readdirSync(fixtures).filter((name) => name.endsWith(".py")))("%s", async (name) => {
    const source = readFileSync(new URL(name, fixtures), "utf8");
    const unit = compileModule(parse(source, name), name, instructionSet);
    verify(unit, instructionSet);
    const text = `${disassemble(unit, instructionSet, { unit: "instructions" })}\n`;
    await expect(text).toMatchFileSnapshot(new URL(name.replace(/py$/, "txt"), fixtures).pathname);
  });
});
