import { expect, test } from "vitest";
import { createRandomBytes } from "./random-bytes.js";

test("bytes differ from call to call, whoever gives them, and all are filled", () => {
  const fill = createRandomBytes();
  const seen = new Set<string>();
  for (let count = 0; count < 20; count++) {
    const bytes = new Uint8Array(32);
    fill(bytes);
    seen.add(bytes.join());
    expect(new Set(bytes.subarray(16)).size).toBeGreaterThan(4);
  }
  expect(seen.size).toBe(20);
  fill(new Uint8Array(0));
  const many = new Uint8Array(1 << 20);
  fill(many);
  expect(new Set(many.subarray(-4096)).size).toBe(256);
});

test("a part of a buffer is filled and nothing else of it", () => {
  const whole = new Uint8Array(100);
  createRandomBytes()(whole.subarray(40, 60));
  expect(whole.subarray(0, 40).every((each) => each === 0)).toBe(true);
  expect(whole.subarray(60).every((each) => each === 0)).toBe(true);
});
