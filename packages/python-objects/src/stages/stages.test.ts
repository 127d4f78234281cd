import { expect, test } from "vitest";
import { createTestContext } from "../../test/context.js";
import type { Storage, UpToCode, UpToProtocols } from "../context.js";
import { createContext, type RealmOptions } from "../create-realm.js";
import { createForward } from "../forward.js";
import { NO_EXECUTION } from "../testing/index.js";
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
    // @ts-expect-error a context without something that runs its code
    (options: Omit<RealmOptions, "execution">) => createContext(options),
  ];
  expect(uses).toHaveLength(5);
});

test("no code runs before there is something to run it", () => {
  expect(() => createTestContext(({ execution }) => ({ ...NO_EXECUTION, ...execution() }))).toThrow(
    "code runs before there is something to run it",
  );
});

test("what a later stage gives fails by name until it is there", () => {
  const forward = createForward();
  for (const [name, call] of Object.entries(forward))
    expect(call).toThrow(`${name} is called before the stage that gives it`);
  const { forward: connected } = createTestContext();
  expect(Object.keys(connected).sort()).toEqual(Object.keys(forward).sort());
  expect(connected.truth(1)).not.toBe(0);
});
