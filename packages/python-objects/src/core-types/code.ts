import { CODE_ASYNC_GENERATOR, CODE_COROUTINE, CODE_GENERATOR, type CodeUnit, EMPTY_UNIT } from "@hotpy/bytecode";
import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { CODE_CONSTANTS, CODE_NAME, CODE_NAMES, SHAPE_CODE, shapeIdOf } from "@hotpy/object-model";
import { CODE_FIELDS, isSameCode, KEPT_FLAGS, keyOf, unitWith } from "../code/code-fields.js";
import type { Context } from "../context.js";
import type { NativeDefinition } from "../natives.js";
import { defineType } from "../types/define-type.js";
import { addressText } from "./object.js";

/** The type's own parameters: the fields in their order. */
const CODE_PARAMETERS =
  "(cls, argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames, " +
  "filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /)";

/** Bits of `co_flags` that follow from the unit: the locals of a function lie in slots; it lies within another; it has neither cells. */
const [OPTIMISED_AND_NEW, NESTED] = [0x3, 0x10];
const BYTES_PER_INSTRUCTION = 2;
const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

/** Fields of code that say what it is called and where it stands. */
const NAMING: ReadonlySet<string> = new Set(["co_name", "co_qualname", "co_filename", "co_firstlineno"]);

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

  /** Programs are told columns in bytes of UTF-8, which only lines of a file can be asked for. */
  function columnsOf({ filename }: CodeUnit): (line: number, column: number) => number {
    const text = context.platform.readFile(filename);
    if (text === undefined || isAscii(text)) return (_, column) => column;
    const encoder = new TextEncoder();
    const lines = text.split(/\r\n|\r|\n/);
    return (line, column) => {
      const shown = lines[line - 1] ?? "";
      if (column <= 0 || isAscii(shown)) return column;
      return encoder.encode(Array.from(shown).slice(0, column).join("")).length;
    };
  }

  function positions(unit: CodeUnit): number[][] {
    const { bytes: shown, offsets } = codes.view.of(unit);
    // Instructions that belong to no place in the source count too.
    const rows = Array.from({ length: shown.length / BYTES_PER_INSTRUCTION }, () => [-1, -1, -1, -1]);
    const bytesBefore = columnsOf(unit);
    for (const { start, end, line, endLine, column, endColumn } of unit.positions)
      rows.fill(
        [line, endLine, bytesBefore(line, column), bytesBefore(endLine, endColumn)],
        offsets[start] / BYTES_PER_INSTRUCTION,
        offsets[end] / BYTES_PER_INSTRUCTION,
      );
    return rows;
  }

  function lines(unit: CodeUnit): number[][] {
    const { offsets } = codes.view.of(unit);
    const rows: number[][] = [];
    for (const { start, end, line } of unit.positions) {
      if (offsets[end] === offsets[start]) continue;
      const last = rows.at(-1);
      if (last?.[2] === line && last[1] === offsets[start]) last[1] = offsets[end];
      else {
        if (last !== undefined && last[1] < offsets[start]) rows.push([last[1], offsets[start], -1]);
        rows.push([offsets[start], offsets[end], line]);
      }
    }
    return rows;
  }

  /** `replace`: what is given by name. */
  function replace(args: Address): Word {
    const [self, changes] = [arg(args, 0), arg(args, 1)];
    const fields = new Map<string, Word>();
    for (let entry = dicts.nextEntry(changes, 0); entry >= 0; entry = dicts.nextEntry(changes, entry + 1)) {
      const name = strings.toJS(dicts.keyAt(changes, entry));
      if (!CODE_FIELDS.some(([known]) => known === name))
        return exceptions.raise("TypeError", `'${name}' is an invalid keyword argument for replace()`);
      fields.set(name, dicts.valueAt(changes, entry));
    }
    const unit = unitWith(context, unitOf(self), fields);
    if (unit === undefined) return NULL;
    const code = codes.load(unit);
    noteNames(code, self, fields);
    return code;
  }

  /** A program that has got other names can still be run with its variables in a mapping. */
  function noteNames(code: Address, from: Address, fields: ReadonlyMap<string, Word>): void {
    if ([...fields.keys()].some((name) => !NAMING.has(name))) return;
    const namespaced = context.realm.withNamespace(from);
    if (namespaced === from || namespaced === NULL) return;
    const unit = unitWith(context, unitOf(namespaced), fields);
    if (unit !== undefined) context.realm.noteChanged(code, from, codes.load(unit));
  }

  function newCode(args: Address): Word {
    const fields = CODE_FIELDS.map(([name], index): [string, Word] => [name, arg(args, index + 1)]);
    const unit = unitWith(context, EMPTY_UNIT, new Map(fields.filter(([, word]) => word !== NULL)));
    return unit === undefined ? NULL : codes.load(unit);
  }

  /** The lines of instructions as pairs of distances, of at most so many bytes and lines: what `co_linetable` was before. */
  function lineNumbers(unit: CodeUnit): number[] {
    const pairs: number[] = [];
    let [offset, line] = [0, unit.firstLine];
    for (const [start, , next] of lines(unit)) {
      if (next < 0) continue;
      let [bytes, rest] = [start - offset, next - line];
      for (; bytes > 254; bytes -= 254) pairs.push(254, 0);
      for (; rest > 127; rest -= 127, bytes = 0) pairs.push(bytes, 127);
      for (; rest < -128; rest += 128, bytes = 0) pairs.push(bytes, -128 & 255);
      if (bytes !== 0 || rest !== 0) pairs.push(bytes, rest & 255);
      [offset, line] = [start, next];
    }
    return pairs;
  }

  const getter = (name: string, get: (unit: CodeUnit, code: Word) => Word) => ({
    name,
    isField: true as const,
    get: (self: Word) => get(unitOf(self), self),
  });
  /** What CPython makes when it is asked for. */
  const computed = (name: string, get: (unit: CodeUnit) => Word) => ({
    name,
    get: (self: Word) => get(unitOf(self)),
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
    computed("co_varnames", (unit) => texts(unit.localNames.filter(isNamespace))),
    computed("co_cellvars", (unit) => texts(unit.cellNames)),
    computed("co_freevars", (unit) => texts(unit.freeNames)),
    getter("co_names", (_, code) => field(code, CODE_NAMES)),
    getter("co_consts", (_, code) => field(code, CODE_CONSTANTS)),
    computed("co_code", (unit) => bytes.fromArray(codes.view.of(unit).bytes)),
    computed("_co_code_adaptive", (unit) => bytes.fromArray(codes.view.of(unit).bytes)),
    getter("co_exceptiontable", (unit) => bytes.fromArray(codes.view.of(unit).exceptionTable)),
    getter("co_linetable", (unit) => bytes.fromArray(codes.view.of(unit).lineTable)),
    computed("co_lnotab", (unit) => bytes.fromArray(Uint8Array.from(lineNumbers(unit)))),
  ];
  defineType(context, {
    name: "code",
    shapes: [SHAPE_CODE],
    isWeaklyReferable: true,
    construct: { name: "code", parameters: CODE_PARAMETERS, wording: "unpack", run: newCode },
    methods: [
      {
        name: "__eq__",
        parameters: "(self, value, /)",
        run(args) {
          const [self, other] = [arg(args, 0), arg(args, 1)];
          if (shapeIdOf(memory, other) !== SHAPE_CODE) return objects.notImplemented;
          return objects.bool(isSameCode(context, self, other));
        },
      },
      {
        name: "__hash__",
        parameters: "(self, /)",
        run: (args) => context.realm.hash(strings.fromJS(keyOf(context, arg(args, 0)))),
      },
      {
        name: "_varname_from_oparg",
        parameters: "(self, /, oparg)",
        run(args) {
          const { localNames, cellNames, freeNames } = unitOf(arg(args, 0));
          const index = context.realm.index(arg(args, 1));
          if (index === NULL) return NULL;
          const name = [...localNames, ...cellNames, ...freeNames][realm.integers.toNumber(index)];
          return name === undefined
            ? exceptions.raise("IndexError", "tuple index out of range")
            : strings.internJS(name);
        },
      },
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
