import { describe, expect, it } from "vitest";
import { Interrupts } from "./interrupts.js";
import { LineReader } from "./line-reader.js";

function readerOf(...chunks: readonly Uint8Array[]): LineReader {
  const rest = [...chunks];
  return new LineReader((bytes) => {
    const chunk = rest.shift();
    if (chunk === undefined) return 0;
    bytes.set(chunk);
    return chunk.length;
  });
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("lines of standard input", () => {
  it("come one by one, the last one without newline too", () => {
    const reader = readerOf(utf8("a\nb"), utf8("c\n\nd"));
    expect([1, 2, 3, 4, 5, 6].map(() => reader.readLine())).toEqual(["a\n", "bc\n", "\n", "d", "", ""]);
  });

  it("may be cut within a character", () => {
    const bytes = utf8("𝄞\n");
    expect(readerOf(bytes.slice(0, 2), bytes.slice(2)).readLine()).toBe("𝄞\n");
  });

  it("keep marks of the order of bytes, and bytes that are no text", () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff, 0xc3, 0xa9, 0xe2, 0x82, 0xed, 0xa0, 0x80, 0x0a]);
    expect(readerOf(bytes).readLine()).toBe("\ufeffa\udcffé\udce2\udc82\udced\udca0\udc80\n");
  });

  it("and bytes come in turn", () => {
    const reader = readerOf(utf8("one\ntwo\nthr"), utf8("ee\nfour"));
    expect(reader.readLine()).toBe("one\n");
    expect(reader.readBytes(2)).toEqual(utf8("tw"));
    expect(reader.readLine()).toBe("o\n");
    expect(reader.readBytes(100)).toEqual(utf8("thr"));
    expect(reader.readLine()).toBe("ee\n");
    expect(reader.readBytes(100)).toEqual(utf8("four"));
    expect(reader.readBytes(100)).toEqual(utf8(""));
  });
});

describe("interrupts", () => {
  it("are seen by the other side, once each", () => {
    const owner = new Interrupts();
    const runner = new Interrupts(owner.buffer);
    expect(runner.take()).toBe(false);
    owner.raise();
    expect(owner.pending).toBe(true);
    expect([runner.take(), runner.take()]).toEqual([true, false]);
  });

  it("end a sleep", () => {
    const interrupts = new Interrupts();
    interrupts.raise();
    const start = performance.now();
    interrupts.sleep(10_000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
