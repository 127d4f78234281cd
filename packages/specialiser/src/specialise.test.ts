import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { reserveMemory } from "@hotpy/memory";
import { assertVerified, createFixedObjects, NO_HELPERS, type PassContext, parseTrace, printTrace } from "@hotpy/trace";
import { describe, expect, it } from "vitest";
import { specialiser } from "./specialise.js";

const context: PassContext = {
  objects: createFixedObjects(reserveMemory({ size: 256 * 1024 * 1024 })),
  helpers: NO_HELPERS,
};
const folder = fileURLToPath(new URL("../test/", import.meta.url));

describe("the specialiser", () => {
  // Expected texts are blessed anew by `vitest run -u`.
  it.each(readdirSync(`${folder}input`))("%s", async (file) => {
    const trace = parseTrace(readFileSync(`${folder}input/${file}`, "utf8"));
    assertVerified(trace, NO_HELPERS, "reading");
    const once = specialiser.run(trace, context);
    assertVerified(once, NO_HELPERS, "the specialiser");
    await expect(printTrace(once, NO_HELPERS, { renumber: true })).toMatchFileSnapshot(`${folder}expected/${file}`);
  });
});
