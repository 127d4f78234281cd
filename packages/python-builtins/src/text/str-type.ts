import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  SHAPE_FUNCTION,
  SHAPE_STR_ITERATOR,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  shapeIdOf,
  UNDECIDED,
} from "@hotpy/object-model";
import { MAKES_STR, type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Codecs } from "../codecs/codecs.js";
import type { Formatting } from "../formatting/format.js";
import { formatMethod } from "../formatting/format-method.js";
import { percentFormat } from "../formatting/percent.js";
import { strFormatMethods } from "../formatting/str-format.js";
import type { Library } from "../library.js";
import { defineComparisons, orderHolds } from "../sequences/compare.js";
import { defineRepetition, repeatCount } from "../sequences/operators.js";
import { requireStr } from "./arguments.js";
import { predicateMethods } from "./predicates.js";
import { reprOfString } from "./repr.js";
import { searchMethods } from "./search-methods.js";
import { makeTranslation, shapeMethods } from "./shape-methods.js";
import { splitMethods } from "./split-methods.js";

/** Methods that look at more than the values of their arguments: the iterable's iterator, the table's `__getitem__`. */
const WHOLE = new Set(["join", "translate"]);
const withValues = (method: NativeDefinition): NativeDefinition =>
  WHOLE.has(method.name) ? method : { ...method, receives: "values" };

/** str. */
export function defineStrType(library: Library, formatting: Formatting, codecs: Codecs): void {
  const { realm, slices, iterators, argument } = library;
  const { strings } = realm;

  const self = (args: Address): Word => argument(args, 0);
  const simple = (name: string, run: (string: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    effects: PURE,
    run: (args) => run(self(args)),
  });

  function construct(args: Address): Word {
    const value = argument(args, 1);
    if (argument(args, 2) !== NULL || argument(args, 3) !== NULL) {
      for (const [index, name] of [
        [2, "encoding"],
        [3, "errors"],
      ] as const) {
        const option = argument(args, index);
        if (option !== NULL && !strings.isString(realm.valueOf(option))) {
          const shown = option === realm.none ? "None" : realm.typeName(option);
          return realm.raise("TypeError", `str() argument '${name}' must be str, not ${shown}`);
        }
      }
      if (value === NULL) return strings.empty;
      if (strings.isString(realm.valueOf(value))) return realm.raise("TypeError", "decoding str is not supported");
      const bytes = realm.buffers.bytes(value);
      if (bytes !== undefined) {
        const [encoding, errors] = [2, 3].map((index) => realm.valueOf(argument(args, index)));
        return codecs.decode(bytes.data, bytes.size, encoding, errors);
      }
      realm.clearPending();
      return realm.raise("TypeError", `decoding to str: need a bytes-like object, ${realm.typeName(value)} found`);
    }
    if (value === NULL) return strings.empty;
    if (strings.isString(value)) return value;
    const text = realm.pythonKernel.textOfNumber(value);
    if (text !== UNDECIDED && text !== NULL) return text;
    // What is written in Python runs without re-entering the loop.
    const isPython = [realm.intern("__str__"), realm.intern("__repr__")].some((name) => {
      const method = realm.lookupOnType(realm.typeOf(value), name);
      return method !== NULL && shapeIdOf(realm.memory, method) === SHAPE_FUNCTION;
    });
    return isPython ? realm.tailStr(value) : realm.toStr(value);
  }

  function getItem(args: Address): Word {
    const key = argument(args, 1);
    const length = strings.length(self(args));
    if (slices.isSlice(key)) {
      const range = slices.range(key, () => length);
      if (range === undefined) return NULL;
      return range.step === 1
        ? strings.substring(self(args), range.start, range.start + range.count)
        : strings.stride(self(args), range.start, range.step, range.count);
    }
    if (!realm.integers.isInteger(key) && realm.lookupOnType(realm.typeOf(key), realm.intern("__index__")) === NULL) {
      return realm.raise("TypeError", `string indices must be integers, not '${realm.typeName(key)}'`);
    }
    const index = slices.index(key, () => length);
    if (index === undefined) return NULL;
    return index < 0 ? realm.raise("IndexError", "string index out of range") : strings.charAt(self(args), index);
  }

  const kernel = realm.pythonKernel;
  const caseMethods = (
    [
      ["upper", kernel.strUpper],
      ["lower", kernel.strLower],
      ["casefold", kernel.strFold],
      ["swapcase", kernel.strSwapCase],
      ["title", kernel.strTitle],
      ["capitalize", kernel.strCapitalize],
    ] as const
  ).map(([name, change]) => ({ ...simple(name, strings[name]), kernel: { 1: change } }));

  const str = realm.defineType({
    name: "str",
    patterns: { isItself: true },
    shapes: [SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW],
    isBase: true,
    contains: (string, part) => (strings.isString(part) ? realm.bool(strings.contains(string, part)) : undefined),
    construct: {
      name: "str",
      parameters: "(cls, object='', encoding='utf-8', errors='strict')",
      frames: true,
      makes: MAKES_STR,
      asks: { method: "__str__", after: realm.afterText.__str__ },
      expand: (m, [, value, ...rest], tools) =>
        value === undefined || rest.length > 0
          ? undefined
          : tools.text(m, tools.carried(m, value, ["__str__", "__repr__"])),
      run: construct,
    },
    methods: [
      simple("__len__", (string) => realm.int(strings.length(string))),
      simple("__str__", (string) => string),
      simple("__repr__", (string) => reprOfString(realm, string)),
      simple("__hash__", (string) => realm.hash(string)),
      { name: "__getitem__", parameters: "(self, key, /)", effects: PURE, run: getItem },
      formatMethod(library, formatting.formatStr),
      ...caseMethods,
      ...[...searchMethods(library), ...splitMethods(library), ...shapeMethods(library)].map(withValues),
      ...predicateMethods(library),
      ...strFormatMethods(library),
      {
        name: "encode",
        parameters: "(self, encoding='utf-8', errors='strict')",
        effects: PURE,
        receives: "values",
        kernel: { 1: realm.pythonKernel.encodeUtf8, 2: realm.pythonKernel.encodeAs },
        run(args) {
          for (const [index, name] of ["encoding", "errors"].entries()) {
            const given = argument(args, index + 1);
            if (given !== NULL && !requireStr(realm, given, `encode() argument '${name}' `)) return NULL;
          }
          return codecs.encode(argument(args, 0), argument(args, 1), argument(args, 2));
        },
      },
    ],
    staticMethods: [makeTranslation(library)],
    iterate: (string) => iterators.overSequence(SHAPE_STR_ITERATOR, strings.flat(string)),
  });

  defineComparisons(realm, str, (comparison, a, b) => {
    if (comparison === "eq") return realm.bool(strings.equals(a, b));
    if (comparison === "ne") return realm.bool(!strings.equals(a, b));
    return realm.bool(orderHolds(comparison, strings.compare(a, b)));
  });
  realm.defineOperator("add", str, realm.type("object"), (_, b) =>
    realm.raise("TypeError", `can only concatenate str (not "${realm.typeName(b)}") to str`),
  );
  realm.defineOperator("add", str, str, strings.append);
  defineRepetition(realm, str, (string, countWord) => {
    const mark = realm.handles.mark();
    const kept = realm.handles.push(string);
    const count = repeatCount(realm, countWord);
    const operand = realm.handles.get(kept);
    realm.handles.release(mark);
    if (count === undefined) return NULL;
    const length = strings.length(operand) * count;
    // As often as a size can say, one character is no more than memory has not.
    if (length >= 2 ** 63 && strings.length(operand) > 1)
      return realm.raise("OverflowError", "repeated string is too long");
    if (!realm.heap.canAllocate(length * 4)) return realm.raise("MemoryError", "");
    return strings.repeat(operand, count);
  });
  const percent = percentFormat(library);
  for (const values of [realm.type("object"), str]) realm.defineOperator("mod", str, values, percent);
}
