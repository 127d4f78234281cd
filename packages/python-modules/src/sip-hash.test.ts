import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { sipHash13 } from "./sip-hash.js";

test("hashes are those of CPython's caches of compiled code", () => {
  const texts = ["", "a", "abcdefg", "abcdefgh", "print('hello')\n".repeat(7)];
  const program = `import _imp; print([int.from_bytes(_imp.source_hash(7, t), 'little') for t in ${JSON.stringify(texts)}].__repr__().replace("'", ""))`;
  const theirs = execFileSync("/usr/bin/python3.11", ["-c", program.replaceAll(", t)", ", t.encode())")], {
    encoding: "utf8",
  });
  const ours = texts.map((text) => sipHash13(new TextEncoder().encode(text), 7n, 0n));
  expect(`[${ours.join(", ")}]\n`).toBe(theirs);
});
