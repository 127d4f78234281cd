import { expect, test } from "vitest";
import { createTestContext } from "../../test/context.js";
import type { Storage, UpToCode, UpToProtocols } from "../context.js";
import { createForward } from "../forward.js";
import { createCalling } from "./calling.js";

test("a stage cannot use what a later one makes: it does not compile", () => {
  const uses = [
    // @ts-expect-error types are made in the second stage
    (parts: Storage) => parts.types,
    // @ts-expect-error calls are made in the fourth
    (parts: UpToCode) => parts.calls,
    // @ts-expect-error failures are made in the sixth
    (parts: UpToProtocols) => parts.failures,
    // @ts-expect-error calls need types and code
    (parts: Storage) => createCalling(parts),
  ];
  expect(uses).toHaveLength(4);
});

test("what a later stage gives fails by name until it is there", () => {
  const forward = createForward();
  for (const [name, call] of Object.entries(forward))
    expect(call).toThrow(`${name} is called before the stage that gives it`);
  const { forward: connected } = createTestContext();
  expect(Object.keys(connected).sort()).toEqual(Object.keys(forward).sort());
  expect(connected.truth(1)).not.toBe(0);
});
