/// Code objects made of fields: `code.replace` and the type itself.

import { CODE_SIMPLE, type CodeUnit, type Constant, mayBeInSet } from "@hotpy/bytecode";
import { type Address, FALSE, NONE, TRUE, type Word } from "@hotpy/memory";
import { BOX_VALUE, SHAPE_CODE, SHAPE_FLOAT, SHAPE_TUPLE, shapeIdOf } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { SHAPE_FROZENSET } from "../layouts.js";
import { keysOfSet } from "./keys-of-set.js";
import { FEATURE_FLAGS } from "./programs.js";

/** Those flags that a unit has as CPython has them; the others are its own. */
export const KEPT_FLAGS = 0xffff | FEATURE_FLAGS;

/** Those that follow from the rest: locals in slots, names of its own, within another function. */
const IMPLIED_FLAGS = 0x13;

/** All parts of a unit as properties of one object: a unit may make them when they are asked for. */
function withOwnParts(unit: CodeUnit): CodeUnit {
  const { name, qualname, filename, firstLine, argumentCount, positionalOnlyCount, keywordOnlyCount, flags } = unit;
  const { localNames, cellNames, freeNames, constants, names, code, stackSize, handlers, positions } = unit;
  const counts = { firstLine, argumentCount, positionalOnlyCount, keywordOnlyCount, flags, stackSize };
  const lists = { localNames, cellNames, freeNames, constants, names, code, handlers, positions };
  return { name, qualname, filename, ...counts, ...lists, instanceSlotsHint: unit.instanceSlotsHint };
}

/** What a field is: a number, a text, a tuple of texts, a tuple of constants, or bytes. */
type Kind = "number" | "text" | "texts" | "constants" | "bytes";

/** The fields in the order of the type's parameters. */
export const CODE_FIELDS: readonly (readonly [name: string, kind: Kind])[] = [
  ["co_argcount", "number"],
  ["co_posonlyargcount", "number"],
  ["co_kwonlyargcount", "number"],
  ["co_nlocals", "number"],
  ["co_stacksize", "number"],
  ["co_flags", "number"],
  ["co_code", "bytes"],
  ["co_consts", "constants"],
  ["co_names", "texts"],
  ["co_varnames", "texts"],
  ["co_filename", "text"],
  ["co_name", "text"],
  ["co_qualname", "text"],
  ["co_firstlineno", "number"],
  ["co_linetable", "bytes"],
  ["co_exceptiontable", "bytes"],
  ["co_freevars", "texts"],
  ["co_cellvars", "texts"],
];

/** Values of fields by name. */
export type Fields = ReadonlyMap<string, Word>;

/** The namespace of a class body lies in a slot without a name. */
const NAMESPACE = ".namespace";

/**
 * The code of a unit with other fields; undefined: raised. What is made of bytes, or has other sizes, is checked: instructions must make sense.
 */
export function unitWith(context: Context, base: CodeUnit, fields: Fields): CodeUnit | undefined {
  const { codes, strings, objects, types, exceptions, bytes, complexes, realm, memory } = context;
  const { f64 } = memory;
  const fail = (type: string, message: string): undefined => void exceptions.raise(type, message);
  const given = (word: Word): string => types.shownNameOf(types.typeOf(word));
  const isTuple = (word: Word): boolean => shapeIdOf(memory, word) === SHAPE_TUPLE;

  function constantOf(word: Word): Constant {
    if (word === NONE) return { kind: "none" };
    if (word === TRUE || word === FALSE) return { kind: word === TRUE ? "true" : "false" };
    if (word === objects.ellipsis) return { kind: "ellipsis" };
    if (realm.integers.isInteger(word)) return { kind: "int", value: realm.integers.toBigInt(word) };
    if (strings.isString(word)) return { kind: "str", value: strings.toJS(word) };
    if (bytes.isBytes(word)) return { kind: "bytes", value: bytesOf(word) };
    const shape = shapeIdOf(memory, word);
    if (shape === SHAPE_FLOAT) return { kind: "float", value: f64[(word + BOX_VALUE) >>> 3] };
    if (shape === SHAPE_FROZENSET) {
      const items = keysOfSet(memory, word).map(constantOf);
      if (items.every(mayBeInSet)) return { kind: "set", items };
    }
    if (isTuple(word)) return { kind: "tuple", items: objects.itemsOf(word).map(constantOf) };
    if (shape === SHAPE_CODE) return { kind: "code", unit: codes.record(word).unit };
    if (complexes.isComplex(word) && complexes.value(word).real === 0)
      return { kind: "complex", imag: complexes.value(word).imag };
    return realm.notImplemented(`a constant of code of type ${given(word)}`) as never;
  }

  function bytesOf(word: Word): Uint8Array {
    return bytes.toArray(bytes.data(word), bytes.size(word));
  }

  for (const [name, kind] of CODE_FIELDS) {
    const word = fields.get(name);
    if (word === undefined) continue;
    const isRight =
      kind === "number"
        ? realm.integers.isInteger(word)
        : kind === "text"
          ? strings.isString(word)
          : kind === "bytes"
            ? bytes.isBytes(word)
            : isTuple(word);
    if (isRight && (kind !== "texts" || objects.itemsOf(word).every(strings.isString))) continue;
    if (kind === "number") return fail("TypeError", `'${given(word)}' object cannot be interpreted as an integer`);
    if (isRight) {
      const odd = objects.itemsOf(word).find((each) => !strings.isString(each)) as Word;
      return fail("TypeError", `name tuples must contain only strings, not '${given(odd)}'`);
    }
    const wanted = { text: "str", bytes: "bytes", texts: "tuple", constants: "tuple" }[kind];
    return fail("TypeError", `replace() argument '${name}' must be ${wanted}, not ${given(word)}`);
  }

  const number = (name: string, otherwise: number): number => {
    const word = fields.get(name);
    return word === undefined ? otherwise : realm.integers.toNumber(word);
  };
  const text = (name: string, otherwise: string): string => {
    const word = fields.get(name);
    return word === undefined ? otherwise : strings.toJS(word);
  };
  const texts = (name: string, otherwise: readonly string[]): readonly string[] => {
    const word = fields.get(name);
    return word === undefined ? otherwise : objects.itemsOf(word).map(strings.toJS);
  };

  const hasNamespace = base.localNames[0] === NAMESPACE;
  const namespace = hasNamespace ? [NAMESPACE] : [];
  const flags = fields.has("co_flags") ? (number("co_flags", 0) & KEPT_FLAGS) | (base.flags & ~KEPT_FLAGS) : base.flags;
  const localNames = [...namespace, ...texts("co_varnames", base.localNames.slice(namespace.length))];
  let unit: CodeUnit = {
    ...withOwnParts(base),
    argumentCount: hasNamespace ? base.argumentCount : number("co_argcount", base.argumentCount),
    positionalOnlyCount: number("co_posonlyargcount", base.positionalOnlyCount),
    keywordOnlyCount: number("co_kwonlyargcount", base.keywordOnlyCount),
    stackSize: Math.max(number("co_stacksize", base.stackSize), fields.has("co_code") ? 0 : base.stackSize),
    flags,
    localNames,
    cellNames: texts("co_cellvars", base.cellNames),
    freeNames: texts("co_freevars", base.freeNames),
    names: texts("co_names", base.names),
    filename: text("co_filename", base.filename),
    name: text("co_name", base.name),
    qualname: text("co_qualname", base.qualname),
    firstLine: number("co_firstlineno", base.firstLine),
  };
  const constants = fields.get("co_consts");
  if (constants !== undefined) unit = { ...unit, constants: objects.itemsOf(constants).map(constantOf) };
  const { argumentCount, positionalOnlyCount, keywordOnlyCount } = unit;
  if ([argumentCount, positionalOnlyCount, keywordOnlyCount].some((count) => count < 0))
    return fail("ValueError", "code: argument counts must not be negative");
  if (number("co_nlocals", localNames.length - namespace.length) !== localNames.length - namespace.length)
    return fail("ValueError", "code: co_nlocals != len(co_varnames)");
  const packed = (flags & 4 ? 1 : 0) + (flags & 8 ? 1 : 0);
  if (argumentCount < positionalOnlyCount || argumentCount + keywordOnlyCount + packed > localNames.length)
    return fail("ValueError", "code: varnames is too small");

  const code = fields.get("co_code");
  if (code !== undefined) {
    const words = codes.view.wordsOf(bytesOf(code));
    if (words === undefined) return fail("ValueError", "code: co_code is not of this implementation");
    const isSame = isEqual(codes.view.of(base).bytes, bytesOf(code));
    unit = isSame ? unit : { ...unit, code: words, handlers: [], positions: [] };
  }
  const table = fields.get("co_exceptiontable");
  if (table !== undefined && !isEqual(codes.view.of(unit).exceptionTable, bytesOf(table)))
    unit = { ...unit, handlers: codes.view.handlersOf(unit, bytesOf(table)) };
  const lines = fields.get("co_linetable");
  if (lines !== undefined && !isEqual(codes.view.of(unit).lineTable, bytesOf(lines)))
    unit = { ...unit, positions: codes.view.positionsOf(unit, bytesOf(lines)) };
  const isSimple =
    [unit.cellNames, unit.freeNames].every((each) => each.length === 0) && packed + keywordOnlyCount === 0;
  unit = { ...unit, flags: (flags & ~CODE_SIMPLE) | (isSimple ? CODE_SIMPLE : 0) };
  if (!CHECKED.some((name) => fields.has(name))) return unit;
  return codes.view.isSound(unit) ? unit : fail("ValueError", "code: its instructions make no sense");
}

/** Fields that the instructions refer to. */
const CHECKED = "co_code co_exceptiontable co_consts co_names co_varnames co_freevars co_cellvars".split(" ");

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** Whether two code objects are the same but for their names and files. */
export function isSameCode(context: Context, a: Address, b: Address): boolean {
  return a === b || keyOf(context, a) === keyOf(context, b);
}

const keys = new WeakMap<CodeUnit, string>();

/** A text that tells code from other code. */
export function keyOf({ codes }: Context, code: Address): string {
  return keyOfUnit(codes, codes.record(code).unit);
}

function keyOfUnit(codes: Context["codes"], unit: CodeUnit): string {
  const before = keys.get(unit);
  if (before !== undefined) return before;
  const { bytes, exceptionTable, lineTable } = codes.view.of(unit);
  const constant = (value: Constant): unknown => {
    switch (value.kind) {
      case "int":
        return ["int", String(value.value)];
      case "float":
        return ["float", Object.is(value.value, -0) ? "-0" : String(value.value)];
      case "complex":
        return ["complex", Object.is(value.imag, -0) ? "-0" : String(value.imag)];
      case "bytes":
        return ["bytes", [...value.value]];
      case "tuple":
        return ["tuple", value.items.map(constant)];
      case "set":
        // In whatever order.
        return ["set", value.items.map((item) => JSON.stringify(constant(item))).sort()];
      case "code":
        return ["code", keyOfUnit(codes, value.unit)];
      default:
        return value;
    }
  };
  const { name, argumentCount, positionalOnlyCount, keywordOnlyCount, flags, firstLine } = unit;
  const key = JSON.stringify([
    [name, argumentCount, positionalOnlyCount, keywordOnlyCount, flags & KEPT_FLAGS & ~IMPLIED_FLAGS, firstLine],
    [[...bytes], [...exceptionTable], [...lineTable]],
    [unit.names, unit.localNames, unit.cellNames, unit.freeNames],
    unit.constants.map(constant),
  ]);
  keys.set(unit, key);
  return key;
}
