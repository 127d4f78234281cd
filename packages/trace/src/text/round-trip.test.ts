import { createRandom } from "@hotpy/object-model/testing";
import { expect, it } from "vitest";
import { randomTrace } from "../conformance/random-trace.js";
import { World } from "../conformance/world.js";
import { parseTrace } from "./parse.js";
import { printTrace } from "./print.js";

it("reads back what it prints, for random traces", () => {
  const world = new World();
  const first = Number(process.env.HOTPY_TEST_SEED);
  const count = 100 * Number(process.env.HOTPY_TEST_SCALE);
  for (let seed = first; seed < first + count; seed++) {
    const text = printTrace(randomTrace(world, createRandom(seed)), world.helpers);
    expect(printTrace(parseTrace(text), world.helpers), `seed ${seed}`).toBe(text);
  }
});
