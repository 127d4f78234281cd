import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { reserveMemory } from "@hotpy/memory";
import { assertVerified, createFixedObjects, NO_HELPERS, type PassContext, parseTrace, printTrace } from "@hotpy/trace";
import { describe, expect, it } from "vitest";
import { loopPeeling } from "./peel.js";

const context: PassContext = {
  objects: createFixedObjects(reserveMemory({ size: 256 * 1024 * 1024 })),
  helpers: NO_HELPERS,
};
const folder = fileURLToPath(new URL("../test/", import.meta.url));

describe("loop peeling", () => {
  // Expected texts are blessed anew by `vitest run -u`.
  it.each(readdirSync(`${folder}input`))("%s", async (file) => {
    const peeled = loopPeeling.run(parseTrace(readFileSync(`${folder}input/${file}`, "utf8")), context);
    assertVerified(peeled, NO_HELPERS, "loop peeling");
    await expect(printTrace(peeled, NO_HELPERS, { renumber: true })).toMatchFileSnapshot(`${folder}expected/${file}`);
    expect(loopPeeling.run(peeled, context)).toBe(peeled);
  });

  it("leaves traces without a loop alone", () => {
    const straight = parseTrace("trace 1 function at code#8+0\ninputs:\n %0: word = function\nend: return %0\n");
    expect(loopPeeling.run(straight, context)).toBe(straight);
  });
});
