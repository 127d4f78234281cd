import { describe, expect, it } from "vitest";
import { createBrowserPlatform } from "./platform.js";

describe("the browser platform", () => {
  it("hands text on in whole characters, whatever the pieces", () => {
    const seen: [number, string][] = [];
    const platform = createBrowserPlatform({ write: (descriptor, text) => seen.push([descriptor, text]) });
    const bytes = new TextEncoder().encode("é!");
    platform.write(1, bytes.subarray(0, 1));
    platform.write(1, bytes.subarray(1));
    platform.write(2, new TextEncoder().encode("x"));
    expect(seen).toEqual([
      [1, ""],
      [1, "é!"],
      [2, "x"],
    ]);
  });

  it("reads the files that it was given, and no others", () => {
    const platform = createBrowserPlatform({ write: () => undefined, files: { "a.py": "pass" } });
    expect(platform.readFile("a.py")).toBe("pass");
    expect(platform.readFile("b.py")).toBeUndefined();
    expect(platform.readLine()).toBe("");
  });

  it("has clocks that go on", () => {
    const platform = createBrowserPlatform({ write: () => undefined });
    const before = platform.monotonic();
    platform.sleep(2);
    expect(platform.monotonic() - before).toBeGreaterThanOrEqual(2_000_000n);
    expect(Math.abs(platform.time() - Date.now() / 1000)).toBeLessThan(5);
  });
});
