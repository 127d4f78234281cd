import { CODE_ASYNC_GENERATOR, CODE_COROUTINE, CODE_GENERATOR, type CodeUnit } from "@hotpy/bytecode";
import { type Address, NONE, type Word } from "@hotpy/memory";
import { CODE_CONSTANTS, CODE_NAME, CODE_NAMES, SHAPE_CODE } from "@hotpy/object-model";
import { FEATURE_FLAGS } from "../code/programs.js";
import type { Context } from "../context.js";
import type { NativeDefinition } from "../natives.js";
import { defineType } from "../types/define-type.js";
import { addressText } from "./object.js";

/** Bits of `co_flags` that follow from the unit: the locals of a function lie in slots; it lies within another; it has neither cells. */
const [OPTIMISED_AND_NEW, NESTED] = [0x3, 0x10];
/** Those that a unit has as CPython has them. */
const KEPT_FLAGS = 0xffff | FEATURE_FLAGS;

/** How far offsets in code count: CPython's instructions have two bytes, ours are words. */
const BYTES_PER_WORD = 2;

/** code. */
export function defineCode(context: Context): void {
  const { memory, codes, dicts, objects, strings, bytes, heap, realm, exceptions } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const unitOf = (code: Word): CodeUnit => codes.record(code).unit;
  const texts = (names: readonly string[]): Word => objects.tuple(names.map((name) => strings.internJS(name)));
  const number = (value: number): Word => (value < 0 ? NONE : objects.int(value));

  function flagsOf(unit: CodeUnit): number {
    const isFunction = unit.name !== "<module>" && unit.localNames[0] !== ".namespace";
    const isNested = unit.freeNames.length > 0 || unit.qualname.includes("<locals>");
    const isOther = (unit.flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)) !== 0;
    return (
      (unit.flags & KEPT_FLAGS & (isOther ? ~CODE_GENERATOR : -1)) |
      (isFunction ? OPTIMISED_AND_NEW : 0) |
      (isNested ? NESTED : 0)
    );
  }

  /** The positions of each word of the code, or the ranges of one line, as an iterator of tuples. */
  function iteratorOf(rows: readonly (readonly number[])[]): Word {
    const mark = context.handles.mark();
    const list = context.handles.push(objects.list([]));
    for (const row of rows) objects.append(context.handles.get(list), objects.tuple(row.map(number)));
    const result = realm.iterate(context.handles.get(list));
    context.handles.release(mark);
    return result;
  }

  function positions(unit: CodeUnit): number[][] {
    // Words that belong to no place in the source count too.
    const rows = Array.from({ length: unit.code.length }, () => [-1, -1, -1, -1]);
    for (const { start, end, line, endLine, column, endColumn } of unit.positions)
      rows.fill([line, endLine, column, endColumn], start, end);
    return rows;
  }

  function lines(unit: CodeUnit): number[][] {
    const rows: number[][] = [];
    for (const { start, end, line } of unit.positions) {
      const last = rows.at(-1);
      if (last?.[2] === line) last[1] = end * BYTES_PER_WORD;
      else rows.push([start * BYTES_PER_WORD, end * BYTES_PER_WORD, line]);
    }
    return rows;
  }

  /** `replace`: what is given by name, of those that can differ without other instructions. */
  function replace(args: Address): Word {
    const [self, changes] = [arg(args, 0), arg(args, 1)];
    let unit = unitOf(self);
    for (let entry = dicts.nextEntry(changes, 0); entry >= 0; entry = dicts.nextEntry(changes, entry + 1)) {
      const [name, value] = [strings.toJS(dicts.keyAt(changes, entry)), dicts.valueAt(changes, entry)];
      const field = REPLACEABLE[name];
      if (field === undefined) {
        if (!GETTERS.has(name))
          return exceptions.raise("TypeError", `'${name}' is an invalid keyword argument for replace()`);
        return realm.notImplemented(`code.replace(${name}=…)`);
      }
      const isText = strings.isString(value);
      if (isText !== (typeof unit[field] === "string")) {
        const given = context.types.shownNameOf(context.types.typeOf(value));
        return exceptions.raise(
          "TypeError",
          isText
            ? `'${given}' object cannot be interpreted as an integer`
            : `replace() argument '${name}' must be str, not ${given}`,
        );
      }
      const word = isText ? strings.toJS(value) : realm.integers.toNumber(value);
      unit = {
        ...withOwnParts(unit),
        [field]: name === "co_flags" ? (Number(word) & KEPT_FLAGS) | (unit.flags & ~KEPT_FLAGS) : word,
      };
    }
    return codes.load(unit);
  }

  const getter = (name: string, get: (unit: CodeUnit, code: Word) => Word) => ({
    name,
    isField: true as const,
    get: (self: Word) => get(unitOf(self), self),
  });
  const method = (name: string, run: (unit: CodeUnit) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    run: (args) => run(unitOf(arg(args, 0))),
  });
  const isNamespace = (name: string): boolean => name !== ".namespace";
  const getters = [
    getter("co_name", (_, code) => field(code, CODE_NAME)),
    getter("co_qualname", (unit) => strings.fromJS(unit.qualname)),
    getter("co_filename", (unit) => strings.fromJS(unit.filename)),
    getter("co_firstlineno", (unit) => objects.int(unit.firstLine)),
    getter("co_argcount", (unit) => objects.int(unit.localNames[0] === ".namespace" ? 0 : unit.argumentCount)),
    getter("co_posonlyargcount", (unit) => objects.int(unit.positionalOnlyCount)),
    getter("co_kwonlyargcount", (unit) => objects.int(unit.keywordOnlyCount)),
    getter("co_nlocals", (unit) => objects.int(unit.localNames.filter(isNamespace).length)),
    getter("co_stacksize", (unit) => objects.int(unit.stackSize)),
    getter("co_flags", (unit) => objects.int(flagsOf(unit))),
    getter("co_varnames", (unit) => texts(unit.localNames.filter(isNamespace))),
    getter("co_cellvars", (unit) => texts(unit.cellNames)),
    getter("co_freevars", (unit) => texts(unit.freeNames)),
    getter("co_names", (_, code) => field(code, CODE_NAMES)),
    getter("co_consts", (_, code) => field(code, CODE_CONSTANTS)),
    getter("co_code", (unit) => bytes.fromArray(new Uint8Array(unit.code.slice().buffer))),
  ];
  const GETTERS = new Set(getters.map(({ name }) => name));
  defineType(context, {
    name: "code",
    shapes: [SHAPE_CODE],
    isWeaklyReferable: true,
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const { name, filename, firstLine } = unitOf(arg(args, 0));
          const address = addressText(heap.identity(arg(args, 0)));
          return strings.fromJS(`<code object ${name} at ${address}, file "${filename}", line ${firstLine}>`);
        },
      },
      method("co_positions", (unit) => iteratorOf(positions(unit))),
      method("co_lines", (unit) => iteratorOf(lines(unit))),
      { name: "replace", parameters: "(self, /, **changes)", run: replace },
    ],
    getters,
  });
}

/** The parts of a unit as properties of one object: a unit may make them when they are asked for. */
function withOwnParts(unit: CodeUnit): CodeUnit {
  const { name, qualname, filename, firstLine, argumentCount, positionalOnlyCount, keywordOnlyCount, flags } = unit;
  const { localNames, cellNames, freeNames, constants, names, code, stackSize, handlers, positions } = unit;
  const counts = { firstLine, argumentCount, positionalOnlyCount, keywordOnlyCount, flags, stackSize };
  const lists = { localNames, cellNames, freeNames, constants, names, code, handlers, positions };
  return { name, qualname, filename, ...counts, ...lists, instanceSlotsHint: unit.instanceSlotsHint };
}

/** What `replace` can change, by attribute. */
const REPLACEABLE: Readonly<Record<string, "name" | "qualname" | "filename" | "firstLine" | "flags">> = {
  co_name: "name",
  co_qualname: "qualname",
  co_filename: "filename",
  co_firstlineno: "firstLine",
  co_flags: "flags",
};
