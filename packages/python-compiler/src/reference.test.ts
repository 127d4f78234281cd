import { createInstructionSet, referencePage } from "@hotpy/bytecode";
import { definitions } from "@hotpy/python-instructions";
import { expect, it } from "vitest";

// To bring the page up to date:  npx vitest run packages/python-compiler/src/reference.test.ts -u
it("docs/instructions.md is what the definitions say", async () => {
  const page = referencePage("Instructions", createInstructionSet(definitions));
  await expect(page).toMatchFileSnapshot(new URL("../../../docs/instructions.md", import.meta.url).pathname);
});
