import { createNodePlatform } from "@hotpy/platform-node";
import { createPython, installModules } from "@hotpy/runtime";
import { expect, it } from "vitest";
import { defineJson } from "./index.js";

function run(source: string): string {
  let out = "";
  const python = createPython({
    platform: { ...createNodePlatform(), write: (_, bytes) => void (out += new TextDecoder().decode(bytes)) },
    modules(_, builtins) {
      installModules(builtins, { argv: ["program.py"] });
      defineJson(builtins);
    },
  });
  python.run(source, "program.py");
  return out;
}

it("quotes and reads strings", () => {
  expect(run('import _json\nprint(_json.encode_basestring_ascii("é\\n"), _json.scanstring(\'a\\\\n" b\', 0))')).toBe(
    "\"\\u00e9\\n\" ('a\\n', 4)\n",
  );
});

it("writes plain values whole", () => {
  const encoder = "_json.make_encoder(None, None, _json.encode_basestring, None, ': ', ', ', False, False, True)";
  expect(run(`import _json\nprint(${encoder}({'a': [1, 2.5, None, True], 3: 'é'}, 0))`)).toBe(
    '(\'{"a": [1, 2.5, null, true], "3": "é"}\',)\n',
  );
});

it("refuses what lies too deep", () => {
  const source = `import _json
encode = _json.make_encoder(MARKERS, None, _json.encode_basestring, None, ': ', ', ', False, False, True)
inner = outer = []
for _ in range(2000):
    outer = [outer]
try:
    encode(outer, 0)
except RecursionError as error:
    print(error)
inner.append(inner)
try:
    encode(inner, 0)
except (RecursionError, ValueError) as error:
    print(error)
print(len(encode([[]], 0)))
`;
  const deep = "maximum recursion depth exceeded while encoding a JSON object\n";
  expect(run(source.replace("MARKERS", "{}"))).toBe(`${deep}Circular reference detected\n1\n`);
  expect(run(source.replace("MARKERS", "None"))).toBe(`${deep}${deep}1\n`);
});
