import { createNodePlatform } from "@hotpy/platform-node";
import { createPython, installModules } from "@hotpy/runtime";
import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, it } from "vitest";
import { defineZlib } from "./index.js";

/** What a program prints in a Python that has the module. */
function printed(program: string): string {
  let text = "";
  const python = createPython({
    platform: { ...createNodePlatform(), write: (_, bytes) => void (text += new TextDecoder().decode(bytes)) },
    modules(_, builtins) {
      installModules(builtins, { argv: [""] });
      defineZlib(builtins);
    },
  });
  python.run(program, "<string>");
  return text;
}

/** Expressions over `zlib` and `data`, some 13 KB of words. */
const EXPRESSIONS = [
  "zlib.crc32(data), zlib.crc32(data[5:], 7), zlib.adler32(data), zlib.adler32(b'', 3)",
  ...[-1, 0, 1, 6, 9].map((level) => `zlib.crc32(zlib.compress(data, ${level}))`),
  "zlib.decompress(zlib.compress(data)) == data",
  "zlib.decompress(zlib.compress(data, wbits=-15), -15) == data, zlib.decompress(zlib.compress(data, wbits=31), 47) == data",
  "(lambda c: zlib.crc32(c.compress(data) + c.flush(zlib.Z_SYNC_FLUSH) + c.compress(b'x') + c.flush()))(zlib.compressobj(4))",
  "(lambda d: (len(d.decompress(zlib.compress(data) + b'more', 100)), d.eof, d.unused_data, len(d.unconsumed_tail) > 0))(zlib.decompressobj())",
  "(lambda d: (d.decompress(zlib.compress(data) + b'more') == data, d.eof, d.unused_data))(zlib.decompressobj())",
];

const FAULTS = [
  "zlib.decompress(b'nonsense')",
  "zlib.decompress(zlib.compress(data)[:20])",
  "zlib.compress('text')",
  "zlib.compress(data, 10)",
];

const program = `
import zlib
data = b' '.join(b'word%d' % (i * i % 997) for i in range(2000))
results = []
for text in ${JSON.stringify([...EXPRESSIONS, ...FAULTS])}:
    try:
        results.append(repr(eval(text)))
    except Exception as error:
        results.append(f'{type(error).__name__}: {error}')
`;

describe("zlib, as CPython's", () => {
  const expected = oracle<string[]>(`${program}\nprint(json.dumps(results))`);
  const actual = printed(`${program}\nprint(*results, sep='\\n')`).trimEnd().split("\n");
  it.each([...EXPRESSIONS, ...FAULTS].map((text, index) => [text, index] as const))("%s", (_, index) =>
    expect(actual[index]).toBe(expected[index]),
  );
});
