import { expect, test } from "vitest";
import { requireNode } from "./errors.js";

test.each(["20.20.0", "20.20.2", "21.0.0", "22.1.0"])("Node.js %s is accepted", (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test.each(["18.20.4", "20.19.9"])("Node.js %s is refused, with a way to a newer one", (version) => {
  expect(() => requireNode(version)).toThrow(/needs 20\.20 or later[\s\S]*nodejs\.org/);
});
