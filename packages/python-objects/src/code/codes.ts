import type { CodeUnit, Constant, EncodedUnits, HandlerRange, InstructionSet, PositionRange } from "@hotpy/bytecode";
import {
  CODE_ASYNC_GENERATOR,
  CODE_COROUTINE,
  CODE_GENERATOR,
  CODE_VARARGS,
  CODE_VARKEYWORDS,
  UNIT_COUNT,
  UNIT_INDEX,
} from "@hotpy/bytecode";
import { type Address, FALSE, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import {
  BOX_VALUE,
  BYTES_DATA,
  CODE_ARGUMENTS,
  CODE_CONSTANTS,
  CODE_COUNTER,
  CODE_DOC,
  CODE_FLAGS,
  CODE_HOST,
  CODE_KEYWORD_ONLY,
  CODE_LOCAL_NAMES,
  CODE_LOCALS,
  CODE_NAME,
  CODE_NAMES,
  CODE_POSITIONAL,
  CODE_POSITIONAL_ONLY,
  CODE_QUALNAME,
  CODE_STACK,
  CODE_START,
  CODE_TRACE,
  CODE_UNCOUNTED,
  CODE_WORDS,
  FLAG_PINNED,
  FUNCTION_CODE,
  FUNCTION_DOC,
  headerWord,
  SHAPE_BYTES,
  SHAPE_CODE,
  SHAPE_FLOAT,
  SHAPE_TUPLE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import type { UpToValues } from "../context.js";
import { SHAPE_FROZENSET } from "../layouts.js";
import { type CodeView, createCodeView } from "./code-bytes.js";
import { createImages, createPlacingTable, TABLE_FUNCTION_THRESHOLD, TABLE_LOOP_THRESHOLD } from "./images.js";
import { keysOfSet } from "./keys-of-set.js";
import { createLoads } from "./loads.js";

/** Bits of a unit's flags that code that runs has to do with; those above say what a program may ask of code. */
export const UNIT_FLAG_BITS = 0x1ffff;
/** Bit of CODE_FLAGS set by the loader: positional arguments alone fill all parameters, none are packed. */
export const CODE_PLAIN = 0x20000;
/** Bit of CODE_FLAGS: builtins written in Python; their frames do not show in tracebacks, and count as little as those of others. */
export const CODE_HIDDEN = CODE_UNCOUNTED;

/**
 * Bit of CODE_FLAGS: a generator that may be suspended where GeneratorExit would not pass unseen, in a `try`, a `with` or, in a coroutine, an
 * `await`: it is registered with the heap. Others are when they come to wait for an iterator that may have to be closed.
 */
export const CODE_CLOSES = 0x80000;
/**
 * Position of the four bits of CODE_FLAGS that say which steps a kernel takes in place of the generators of a surrogate; see kernel/steps.ts.
 * `zip`: a tuple of the items of its iterators, which are all its parameters, or in a list. `enumerate`: a pair of number and item. `map`: what
 * a builtin type makes of an item.
 */
export const CODE_STEP_BIT = 20;
export const STEP_TOGETHER = 1;
export const STEP_COUNTED = 2;
export const STEP_EACH = 3;
export const STEP_ALL = 4;
/** Those of `itertools`; see kernel/itertools.ts. */
export const STEP_CHAIN = 5;
export const STEP_SLICE = 6;
export const STEP_COUNT = 7;
export const STEP_REPEAT = 8;
export const STEP_CYCLE = 9;
export const STEP_PAIRS = 10;
export const STEP_LONGEST = 11;
export const STEP_CHOICES = 12;
export const STEP_SUMS = 13;
export const STEP_REST = 14;
export const STEP_TEE = 15;
/**
 * Position of the last bits of CODE_FLAGS: of such a surrogate, how many words behind the start of its code its generators go on when they are resumed.
 * 0: a kernel has not seen one suspended yet.
 */
export const CODE_RESUME_BIT = 24;
/**
 * The same bits of a method: one more than the local slot of its cell `__class__`, once `super()` has looked for it. 0: it has not, or a closure shares the first
 * argument.
 */
export const CODE_CLASS_BIT = 24;

/** Whether the code of a program with this qualified name is hidden: its frames are shown nowhere, as a native's. */
export type Hides = (qualname: string) => boolean;

/** What TypeScript knows of a code object beside the object in memory. */
export interface CodeRecord {
  readonly unit: CodeUnit;
  /** Interned names of the local slots, in order. */
  readonly localNames: readonly Word[];
  readonly isHidden: boolean;
  /** The same for the code within it. */
  readonly hides: Hides;
}

/** An instruction set as the loader sees it. */
export type LoaderInstructions = InstructionSet;

/**
 * Code objects. All leaf.
 *
 * Most functions of a module are never called. So code within other code is at first only *declared*: its object has all numbers, its name, and
 * CODE_COUNTER 0, so that a call of it comes here; its instructions (CODE_START is 0), constants, names and locals are placed in memory when it is first
 * called or looked at.
 */
export interface Codes {
  /** Places a code unit in memory, and declares those within it. */
  load(unit: CodeUnit, options?: { readonly hidden?: boolean | Hides }): Address;
  /** The code of a function that is to be run, all of it in memory. */
  ofFunction(fn: Word): Address;
  /** What is known of code, all of which is in memory then. */
  record(code: Address): CodeRecord;
  /** Byte address of the first instruction. */
  startOf(code: Address): Address;
  /** The documentation of a function, or None: that of its code until it is set. */
  documentationOf(fn: Word): Word;
  /** The handler for an exception at a saved ip (byte address after the instruction). */
  handlerAt(code: Address, ip: Address): HandlerRange | undefined;
  /** Offset in words of the last word of the instruction before a saved ip. */
  offsetAt(code: Address, ip: Address): number;
  /** Source position of the instruction before a saved ip. */
  positionAt(code: Address, ip: Address): PositionRange | undefined;
  /** The line of the instruction before an ip, of one that has none that of those before it. */
  lineAt(code: Address, ip: Address): number;
  /** Code as programs see it. */
  readonly view: CodeView;
  /** Where the instruction before a saved ip stands in `co_code`. */
  shownOffset(code: Address, ip: Address): number;
}

/** That of code which a kernel has placed. */
class PlacedRecord implements CodeRecord {
  private names: readonly Word[] | undefined;

  constructor(
    readonly unit: CodeUnit,
    readonly hides: Hides,
    private readonly readNames: () => readonly Word[],
  ) {}

  get isHidden(): boolean {
    return this.hides(this.unit.qualname);
  }

  get localNames(): readonly Word[] {
    return (this.names ??= this.readNames());
  }
}

const hidesAll: Hides = () => true;
const hidesNone: Hides = () => false;

export function createCodes(context: UpToValues, instructions: LoaderInstructions): Codes {
  const { memory, heap, objects, pythonKernel, strings, bytes, complexes, integers, execution, name: intern } = context;
  const { i32, f64, u8 } = memory;
  /** By CODE_HOST. None of code that a kernel has declared and that is not placed yet. */
  const records: (CodeRecord | undefined)[] = [undefined];
  const loads = createLoads();
  const imageOf = createImages(context);
  const sizes = new Uint8Array(256).fill(1);
  for (const { opcode, caches } of instructions.values()) sizes[opcode] = 1 + caches;
  const opcode = (name: string): number => instructions.get(name)?.opcode ?? -1;
  const jumpBack = opcode("jump_back");
  /** In generators, these instructions differ: the loop then need not ask on every return. */
  const generatorForms = new Map([
    [opcode("return"), opcode("return_generator")],
    [opcode("push_handler"), opcode("push_handler_generator")],
    [opcode("pop_handler"), opcode("pop_handler_generator")],
  ]);

  // A superinstruction around one of those is taken apart again.
  for (const { opcode: fused, fuses } of instructions.values()) {
    if (fuses?.some((part) => generatorForms.has(opcode(part)))) generatorForms.set(fused, opcode(fuses[0]));
  }

  const table = createPlacingTable(context, instructions, generatorForms);

  function immortalTuple(words: readonly Word[]): Word {
    if (words.length === 0) return objects.tuple([]);
    const tuple = heap.allocateImmortal((8 + words.length * 4 + 7) & ~7);
    i32[tuple >>> 2] = headerWord(SHAPE_TUPLE, FLAG_PINNED);
    i32[(tuple >>> 2) + 1] = words.length;
    words.forEach((word, i) => {
      i32[(tuple >>> 2) + 2 + i] = word;
    });
    return tuple;
  }

  /** CPython makes a frozenset of the items of a frozenset: both steps show in the order of iteration. */
  function frozenSet(items: readonly Word[]): Word {
    const first = pythonKernel.setOfItems(objects.tuple(items), SHAPE_FROZENSET);
    const made = first && pythonKernel.setOfItems(objects.tuple(keysOfSet(memory, first)), SHAPE_FROZENSET);
    return made === NULL ? heap.exhausted() : made;
  }

  function constant(value: Constant, hides: Hides): Word {
    switch (value.kind) {
      case "none":
        return NONE;
      case "true":
        return TRUE;
      case "false":
        return FALSE;
      case "ellipsis":
        return objects.ellipsis;
      case "int":
        return integers.fromBigInt(value.value);
      case "float": {
        const box = objects.immortal(SHAPE_FLOAT);
        f64[(box + BOX_VALUE) >>> 3] = value.value;
        return box;
      }
      case "complex":
        return complexes.immortal({ real: 0, imag: value.imag });
      case "str":
        return strings.internJS(value.value);
      case "tuple":
        return immortalTuple(value.items.map((item) => constant(item, hides)));
      case "set":
        return frozenSet(value.items.map((item) => constant(item, hides)));
      case "code":
        return declare(value.unit, hides);
      case "bytes":
        return bytes.immortal(value.value);
    }
  }

  function placeBytecode(unit: CodeUnit): Address {
    const { code } = unit;
    const place = heap.allocateImmortal((8 + code.length * 4 + 7) & ~7);
    i32[place >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
    i32[(place >>> 2) + 1] = code.length * 4;
    const start = (place + BYTES_DATA) >>> 2;
    i32.set(code, start);
    const isGenerator = (unit.flags & CODE_GENERATOR) !== 0;
    const { loopThreshold } = execution().hooks;
    for (let ip = start; ip < start + code.length; ip += sizes[i32[ip] & 255]) {
      const op = i32[ip] & 255;
      if (op === jumpBack) i32[ip + 1] = loopThreshold;
      const form = isGenerator ? generatorForms.get(op) : undefined;
      if (form !== undefined) u8[ip * 4] = form;
    }
    return place + BYTES_DATA;
  }

  const suspending = [opcode("yield_value"), opcode("send")];

  function closes({ code, handlers, flags }: CodeUnit): boolean {
    if ((flags & CODE_GENERATOR) === 0) return false;
    const awaits = (flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)) !== 0;
    for (let at = 0; at < code.length; at += sizes[code[at] & 255]) {
      const position = suspending.indexOf(code[at] & 255);
      if (position === 1 && awaits) return true;
      if (position === 0 && handlers.some(({ start, end }) => at >= start && at < end)) return true;
    }
    return false;
  }

  const set = (code: Address, offset: number, value: number): void => {
    i32[(code + offset) >>> 2] = value;
  };

  function declare(unit: CodeUnit, hides: Hides): Address {
    const isHidden = hides(unit.qualname);
    const code = objects.immortal(SHAPE_CODE);
    const { flags, argumentCount, keywordOnlyCount } = unit;
    const isPlain = (flags & (CODE_VARARGS | CODE_VARKEYWORDS)) === 0 && keywordOnlyCount === 0;
    const packed = (flags & CODE_VARARGS ? 1 : 0) + (flags & CODE_VARKEYWORDS ? 1 : 0);
    set(code, CODE_START, 0);
    set(code, CODE_WORDS, 0);
    set(code, CODE_ARGUMENTS, argumentCount + keywordOnlyCount + packed);
    set(code, CODE_LOCALS, 0);
    set(code, CODE_STACK, unit.stackSize);
    set(code, CODE_FLAGS, (flags & UNIT_FLAG_BITS) | (isPlain ? CODE_PLAIN : 0) | (isHidden ? CODE_HIDDEN : 0));
    set(code, CODE_HOST, records.push({ unit, localNames: [], isHidden, hides }) - 1);
    set(code, CODE_TRACE, 0);
    set(code, CODE_COUNTER, 0);
    set(code, CODE_CONSTANTS, NULL);
    set(code, CODE_NAMES, NULL);
    set(code, CODE_NAME, intern(unit.name));
    set(code, CODE_POSITIONAL, argumentCount);
    set(code, CODE_POSITIONAL_ONLY, unit.positionalOnlyCount);
    set(code, CODE_KEYWORD_ONLY, keywordOnlyCount);
    set(code, CODE_QUALNAME, strings.internJS(unit.qualname));
    set(code, CODE_DOC, NULL);
    set(code, CODE_LOCAL_NAMES, NULL);
    return code;
  }

  const isPlaced = (code: Address): boolean => i32[(code + CODE_START) >>> 2] !== 0;

  /** Gives declared code what it lacks. */
  function place(code: Address): void {
    const number = i32[(code + CODE_HOST) >>> 2];
    const record = records[number];
    if (record === undefined) placeEncoded(code, number);
    else placeUnit(code, number, record);
  }

  /** As for what the compiler makes, by a kernel. */
  function placeEncoded(code: Address, number: number): void {
    const { units, image, isHidden } = loads.of(number);
    const unit = units.unit(i32[(code + CODE_WORDS) >>> 2]);
    const hides = isHidden ? hidesAll : hidesNone;
    const { loopThreshold, functionThreshold } = execution().hooks;
    set(table, TABLE_LOOP_THRESHOLD, loopThreshold);
    set(table, TABLE_FUNCTION_THRESHOLD, functionThreshold);
    execution().codeLoaded(unit);
    const result = pythonKernel.placeCode(code, image, table);
    if (result < 0) heap.exhausted();
    records[number] = new PlacedRecord(unit, hides, () => objects.itemsOf(i32[(code + CODE_LOCAL_NAMES) >>> 2]));
    if (result === 0) return;
    const place = (i32[(code + CODE_CONSTANTS) >>> 2] + TUPLE_ITEMS) >>> 2;
    unit.constants.forEach((value, i) => {
      if (i32[place + i] === NULL) i32[place + i] = constant(value, hides);
    });
  }

  /** The unit of code, placed or not. */
  function unitOf(code: Address): CodeUnit {
    const number = i32[(code + CODE_HOST) >>> 2];
    return records[number]?.unit ?? loads.of(number).units.unit(i32[(code + CODE_WORDS) >>> 2]);
  }

  function placeUnit(code: Address, number: number, { unit, isHidden, hides }: CodeRecord): void {
    execution().codeLoaded(unit);
    const localNames = [...unit.localNames, ...unit.cellNames, ...unit.freeNames].map(intern);
    records[number] = { unit, localNames, isHidden, hides };
    // Those of builtins, written in Python, have nothing to clean up.
    if (!isHidden && closes(unit)) i32[(code + CODE_FLAGS) >>> 2] |= CODE_CLOSES;
    set(code, CODE_CONSTANTS, immortalTuple(unit.constants.map((value) => constant(value, hides))));
    set(code, CODE_NAMES, immortalTuple(unit.names.map(intern)));
    set(code, CODE_LOCAL_NAMES, immortalTuple(localNames));
    set(code, CODE_LOCALS, localNames.length);
    set(code, CODE_WORDS, unit.code.length);
    set(code, CODE_COUNTER, execution().hooks.functionThreshold);
    set(code, CODE_START, placeBytecode(unit));
  }

  function load(unit: CodeUnit, { hidden = false }: { readonly hidden?: boolean | Hides } = {}): Address {
    const { encoded } = unit;
    const code =
      encoded !== undefined && typeof hidden !== "function"
        ? declareEncoded(encoded.units, encoded.start, hidden)
        : declare(unit, typeof hidden === "function" ? hidden : hidden ? hidesAll : hidesNone);
    place(code);
    return code;
  }

  /** All units within it get their numbers here, of which most are never needed. */
  function declareEncoded(units: EncodedUnits, start: number, isHidden: boolean): Address {
    const image = imageOf(units);
    const first = records.length - units.words[start + UNIT_INDEX];
    loads.add({ first: records.length, units, image, isHidden });
    records.length += units.words[start + UNIT_COUNT];
    const code = pythonKernel.declareCode(image, start, first, isHidden ? CODE_HIDDEN : 0);
    return code === NULL ? heap.exhausted() : code;
  }

  function record(code: Address): CodeRecord {
    if (!isPlaced(code)) place(code);
    return records[i32[(code + CODE_HOST) >>> 2]] as CodeRecord;
  }

  /** Offset in words of the last word of the instruction before a saved ip. */
  const offsetOf = (code: Address, ip: Address): number => ((ip - i32[(code + CODE_START) >>> 2]) >> 2) - 1;

  const view = createCodeView(instructions);

  /** The last of the ranges that have begun before an ip. */
  function lastBegun(code: Address, ip: Address): PositionRange | undefined {
    const { positions } = record(code).unit;
    const at = offsetOf(code, ip);
    let low = 0;
    let high = positions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < positions[middle].start) high = middle;
      else low = middle + 1;
    }
    return low === 0 ? undefined : positions[low - 1];
  }

  const codes: Codes = {
    load,
    view,
    shownOffset: (code, ip) => view.of(record(code).unit).offsets[Math.max(offsetOf(code, ip), 0)],
    ofFunction(fn) {
      const code = i32[(fn + FUNCTION_CODE) >>> 2];
      if (!isPlaced(code)) place(code);
      return code;
    },
    record,
    startOf(code) {
      if (!isPlaced(code)) place(code);
      return i32[(code + CODE_START) >>> 2];
    },
    documentationOf(fn) {
      const own = i32[(fn + FUNCTION_DOC) >>> 2];
      if (own !== NULL) return own;
      const code = i32[(fn + FUNCTION_CODE) >>> 2];
      if (i32[(code + CODE_DOC) >>> 2] === NULL) {
        const [doc] = unitOf(code).constants;
        set(code, CODE_DOC, doc?.kind === "str" ? strings.internJS(doc.value) : NONE);
      }
      return i32[(code + CODE_DOC) >>> 2];
    },
    handlerAt(code, ip) {
      const { handlers } = record(code).unit;
      if (handlers.length === 0) return undefined;
      const at = offsetOf(code, ip);
      for (const range of handlers) if (at >= range.start && at < range.end) return range;
      return undefined;
    },
    offsetAt: offsetOf,
    positionAt(code, ip) {
      const range = lastBegun(code, ip);
      return range !== undefined && offsetOf(code, ip) < range.end ? range : undefined;
    },
    lineAt: (code, ip) => lastBegun(code, ip)?.line ?? record(code).unit.firstLine,
  };
  return codes;
}
