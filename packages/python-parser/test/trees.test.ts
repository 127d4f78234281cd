import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "../src/index.js";
import { dump } from "./dump.js";
import { hasOracle, oracleTrees } from "./oracle.js";
import { VALID_PROGRAMS } from "./programs/valid.js";

/** The trees as CPython builds them. `BLESS=1` records them anew. */
const RECORDED = new URL("programs/valid.txt", import.meta.url);

if (process.env.BLESS !== undefined) {
  writeFileSync(RECORDED, oracleTrees(VALID_PROGRAMS).join("\n") + "\n");
}
const recorded = readFileSync(RECORDED, "utf8").trimEnd().split("\n");

describe("trees are CPython's", () => {
  VALID_PROGRAMS.forEach((program, index) => {
    it(JSON.stringify(program).slice(0, 60), () => {
      expect(dump(parse(program, "test.py"), program)).toBe(recorded[index]);
    });
  });

  it.runIf(hasOracle)("as recorded", () => {
    expect(recorded).toEqual(oracleTrees(VALID_PROGRAMS));
    expect(recorded).not.toContain("error");
  });
});
