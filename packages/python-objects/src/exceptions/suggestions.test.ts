import { expect, test } from "vitest";
import { suggest } from "./suggestions.js";

test("the nearest name within a third of the characters", () => {
  expect(suggest("lenght", ["length", "line"])).toBe("length");
  expect(suggest("Foo", ["foo", "fob"])).toBe("foo");
  expect(suggest("xyz", ["length"])).toBeUndefined();
});

test("neither itself nor very long names", () => {
  expect(suggest("name", ["name"])).toBeUndefined();
  expect(suggest("a".repeat(50), ["a".repeat(49)])).toBeUndefined();
});
