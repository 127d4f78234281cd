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
