import { readFileSync } from "node:fs";
import { type CodeUnit, decode, positionAt } from "@hotpy/bytecode";
import { instructionSet } from "@hotpy/python-instructions";
import { parse } from "@hotpy/python-parser";
import { expect, it } from "vitest";
import { compileModule } from "./index.js";

/** Places by kind of instruction by function, as fixtures/positions.py records them. */
type Places = Record<string, Record<string, string[]>>;

const kinds: Record<string, string> = {
  load_attr: "attribute",
  load_method: "attribute",
  call: "call",
  call_method: "call",
  call_keywords: "call",
  call_spread: "call",
  load_subscript: "subscript",
  contains: "contains",
  store_attr: "store attribute",
  store_subscript: "store subscript",
  delete_subscript: "delete subscript",
  raise: "raise",
  get_iter: "iter",
  for_iter: "next",
  load_global: "global",
  load_name: "global",
  unpack_sequence: "unpack",
  unpack_ex: "unpack",
  import_name: "import",
  import_from: "import from",
  format_value: "format",
  yield_value: "yield",
  setup_with: "with",
  match_exception: "except",
  make_function: "function",
  unary_not: "not",
  jump_if_false: "test",
  jump_if_true: "test",
};

function kindOf(name: string): string | undefined {
  if (name.startsWith("binary_")) return "operator";
  return name.startsWith("compare_") ? "compare" : kinds[name];
}

function placesOf(unit: CodeUnit, result: Places = {}): Places {
  const found: Record<string, Set<string>> = {};
  for (const { offset, instruction } of decode(unit.code, instructionSet)) {
    const kind = kindOf(instruction.fuses?.[0] ?? instruction.name);
    if (kind === undefined) continue;
    const place = positionAt(unit, offset);
    (found[kind] ??= new Set()).add(`${place?.line}:${place?.column}-${place?.endLine}:${place?.endColumn}`);
  }
  result[unit.qualname] = Object.fromEntries(Object.entries(found).map(([kind, places]) => [kind, [...places].sort()]));
  for (const constant of unit.constants) if (constant.kind === "code") placesOf(constant.unit, result);
  return result;
}

const fixtures = new URL("../fixtures/", import.meta.url);
const recorded: Record<string, Places> = JSON.parse(readFileSync(new URL("positions.json", fixtures), "utf8"));

it.each(Object.keys(recorded))("the instructions of %s stand where CPython's do", (name) => {
  const source = readFileSync(new URL(`code/${name}`, fixtures), "utf8");
  expect(placesOf(compileModule(parse(source, name), name, instructionSet))).toEqual(recorded[name]);
});
