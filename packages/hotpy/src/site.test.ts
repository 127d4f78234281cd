import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodePlatform } from "@hotpy/platform-node";
import { beforeEach, describe, expect, it } from "vitest";
import { readSite, siteDirectories } from "./site.js";

let root: string;
const environment: Record<string, string> = {};
const platform = { ...createNodePlatform(), environment };

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "hotpy-site-")));
  environment.HOME = join(root, "home");
});

function directory(path: string): string {
  const place = join(root, path);
  mkdirSync(place, { recursive: true });
  return place;
}

describe("directories of installed packages", () => {
  it("are the user's own first, then those beside the library", () => {
    const library = directory("usr/lib/python3.11");
    const shared = directory("usr/local/lib/python3.11/dist-packages");
    const user = directory("home/.local/lib/python3.11/site-packages");
    expect(siteDirectories(library, {}, platform)).toEqual([user, shared]);
    expect(siteDirectories(library, { s: 1 }, platform)).toEqual([shared]);
    expect(siteDirectories(library, { I: 1 }, platform)).toEqual([shared]);
  });

  it("add what their .pth files name and what is there, once", () => {
    const packages = directory("site-packages");
    const more = directory("more");
    const inside = directory("site-packages/inside");
    writeFileSync(join(packages, "a.pth"), `# a comment\n${more}\ninside\r\nmissing\n\n${more}\nimport os; os.x = 1\n`);
    writeFileSync(join(packages, ".hidden.pth"), `${root}\n`);
    writeFileSync(join(packages, "b.txt"), `${root}\n`);
    expect(readSite([packages], [], platform)).toEqual({
      path: [packages, more, inside],
      lines: ["import os; os.x = 1"],
    });
    expect(readSite([packages], [packages, more], platform).path).toEqual([inside]);
  });
});
