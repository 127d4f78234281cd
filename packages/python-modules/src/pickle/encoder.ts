import type { Word } from "@hotpy/memory";
import {
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_DICT,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_LIST,
  SHAPE_NONE,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR4,
  SHAPE_TUPLE,
  STR_DATA,
} from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { SHAPE_BYTE_STRING, SHAPE_BYTEARRAY } from "@hotpy/python-objects";
import { OP } from "./opcodes.js";
import type { PickleOutput } from "./output.js";
import { binaryOf, integerBytes, rawUnicodeEscape, utf8Of } from "./texts.js";

/** What is to be done next, each with a word: Python code makes plans of these too. */
export const TASK = {
  /** Saves an object. */
  SAVE: 0,
  /** The same, where it has been asked whether the object is kept elsewhere (`persistent_id`). */
  SAVE_ASKED: 1,
  /** Writes a small integer as a byte. */
  BYTE: 2,
  /** Gives an object a number. */
  MEMO: 3,
  /** The same; where it has one already, what was made is dropped for it. */
  MEMO_OR_GET: 4,
  /** The items of a list are appended, or added to a set, in batches. */
  APPENDS: 5,
  ADD_ITEMS: 6,
  /** Keys and values in a list are items of a dict. */
  SET_PAIRS: 7,
  /** Writes bytes as they are. */
  RAW: 8,
  /** Writes bytes or a bytearray that get no number. */
  DATA: 9,
  /** The items of a list, one after the other. */
  ITEMS: 10,
  /** A list, a tuple, or the keys and values of a dict, of exactly these types, go on behind the head. */
  LIST: 11,
  TUPLE: 12,
  DICT: 13,
  /** Makes a frozenset of the items behind a mark. */
  FROZEN_SET: 14,
} as const;

/** Why an encoder stops: it is done; an object must be asked for by `persistent_id`, or reduced, by Python code. */
export const ASK = { DONE: 0, PERSISTENT: 1, REDUCE: 2 } as const;

/** Items between a mark and the opcode that takes them. */
const BATCH = 1000;

interface Batching {
  /** 0: there is none. */
  readonly single: number;
  readonly many: number;
  readonly unit: 1 | 2;
  /** The number of items is known before the first is saved. */
  readonly isCounted: boolean;
}

const BATCHES: Readonly<Record<number, Batching>> = {
  [TASK.APPENDS]: { single: OP.APPEND, many: OP.APPENDS, unit: 1, isCounted: false },
  [TASK.LIST]: { single: OP.APPEND, many: OP.APPENDS, unit: 1, isCounted: true },
  [TASK.ADD_ITEMS]: { single: 0, many: OP.ADDITEMS, unit: 1, isCounted: true },
  [TASK.SET_PAIRS]: { single: OP.SETITEM, many: OP.SETITEMS, unit: 2, isCounted: false },
  [TASK.DICT]: { single: OP.SETITEM, many: OP.SETITEMS, unit: 2, isCounted: true },
};

/** What one pickler has between two stops. */
export class EncoderState {
  /** Tasks, the last one first; their words are in a list of Python's. */
  readonly tasks: number[] = [];
  /** How far each task is. */
  readonly places: number[] = [];
  /** Numbers of objects by their words, as of the collection at which they were noted. */
  memo = new Map<Word, number>();
  collections = -1;

  constructor(
    readonly protocol: number,
    readonly asksPersistent: boolean,
    readonly isFast: boolean,
    readonly output: PickleOutput,
  ) {}
}

/** Encodes what needs no code of Python's. Leaf; `work` has the words of tasks, `kept` the objects that have numbers, both lists. */
export interface Encoder {
  /** Goes on until all is done, or Python code is needed for the last object in `work`. */
  run(state: EncoderState, work: Word, kept: Word): number;
  /** Adds a task. */
  push(state: EncoderState, work: Word, task: number, word: Word): void;
}

export function createEncoder({ realm, lists }: Library): Encoder {
  const { strings, integers, floats, dicts, heap, bytes } = realm;
  const { i32, u8 } = realm.memory;
  const yes = realm.bool(true);
  const shapeOf = (word: Word): number => i32[word >>> 2] >>> 8;
  const isText = (shape: number): boolean => (shape >= SHAPE_STR1 && shape <= SHAPE_STR4) || shape === SHAPE_STR_VIEW;

  function push(state: EncoderState, work: Word, task: number, word: Word, place = 0): void {
    state.tasks.push(task);
    state.places.push(place);
    lists.append(work, word);
  }

  function memoize(state: EncoderState, kept: Word, word: Word): void {
    if (state.isFast) return;
    const { output, protocol, memo } = state;
    const number = memo.size;
    memo.set(word, number);
    lists.append(kept, word);
    if (protocol >= 4) output.byte(OP.MEMOIZE);
    else if (protocol === 0) output.raw(binaryOf(`p${number}\n`));
    else if (number < 256) output.withNumber(OP.BINPUT, number, 1);
    else output.withNumber(OP.LONG_BINPUT, number, 4);
  }

  function get({ output, protocol }: EncoderState, number: number): void {
    if (protocol === 0) output.raw(binaryOf(`g${number}\n`));
    else if (number < 256) output.withNumber(OP.BINGET, number, 1);
    else output.withNumber(OP.LONG_BINGET, number, 4);
  }

  function writeInteger({ output, protocol }: EncoderState, word: Word): void {
    const value = integers.toExactNumber(word);
    const isSmall = value >= -(2 ** 31) && value < 2 ** 31;
    if (protocol === 0) output.raw(binaryOf(isSmall ? `I${value}\n` : `L${integers.toBigInt(word)}L\n`));
    else if (value >= 0 && value < 256) output.withNumber(OP.BININT1, value, 1);
    else if (value >= 0 && value < 65536) output.withNumber(OP.BININT2, value, 2);
    else if (isSmall) output.withNumber(OP.BININT, value, 4);
    else if (protocol === 1) output.raw(binaryOf(`L${integers.toBigInt(word)}L\n`));
    else {
      const data = integerBytes(integers.toBigInt(word));
      output.withNumber(data.length < 256 ? OP.LONG1 : OP.LONG4, data.length, data.length < 256 ? 1 : 4);
      output.raw(data);
    }
  }

  function writeText(state: EncoderState, word: Word): void {
    const { output, protocol } = state;
    const flat = strings.flat(word);
    if (protocol === 0) {
      output.raw(binaryOf(`V${rawUnicodeEscape(strings, flat)}\n`));
      return;
    }
    const data = utf8Of(strings, u8, (flat + STR_DATA) >>> 0, flat);
    if (data.length < 256 && protocol >= 4) output.payload(OP.SHORT_BINUNICODE, 1, data);
    else if (data.length < 2 ** 32) output.payload(OP.BINUNICODE, 4, data);
    else output.payload(OP.BINUNICODE8, 8, data);
  }

  const contentOf = (word: Word): Uint8Array =>
    u8.subarray(bytes.data(word) >>> 0, (bytes.data(word) >>> 0) + bytes.size(word));

  function writeBytes({ output, protocol }: EncoderState, word: Word): void {
    const data = contentOf(word);
    if (shapeOf(word) === SHAPE_BYTEARRAY && protocol >= 5) output.payload(OP.BYTEARRAY8, 8, data);
    else if (data.length < 256) output.payload(OP.SHORT_BINBYTES, 1, data);
    else if (data.length < 2 ** 32) output.payload(OP.BINBYTES, 4, data);
    else output.payload(OP.BINBYTES8, 8, data);
  }

  /** Writes a value that has no parts, or the number of one that was written before. False: it is neither, nothing is written. */
  function writeSimple(state: EncoderState, kept: Word, word: Word): boolean {
    const { output, protocol, memo } = state;
    if ((word & 1) !== 0) {
      writeInteger(state, word);
      output.boundary();
      return true;
    }
    const shape = shapeOf(word);
    if (shape === SHAPE_NONE) output.byte(OP.NONE);
    else if (shape === SHAPE_BOOL) {
      const isTrue = word === yes;
      if (protocol >= 2) output.byte(isTrue ? OP.NEWTRUE : OP.NEWFALSE);
      else output.raw(binaryOf(isTrue ? "I01\n" : "I00\n"));
    } else if (shape === SHAPE_INT64 || shape === SHAPE_BIGINT) writeInteger(state, word);
    else if (shape === SHAPE_FLOAT) {
      if (protocol > 0) output.double(OP.BINFLOAT, floats.value(word));
      else output.raw(binaryOf(`F${strings.toJS(realm.pythonKernel.textOfNumber(word))}\n`));
    } else {
      const number = memo.get(word);
      if (number !== undefined) get(state, number);
      else if (isText(shape)) {
        writeText(state, word);
        memoize(state, kept, word);
      } else if ((shape === SHAPE_BYTE_STRING && protocol >= 3) || (shape === SHAPE_BYTEARRAY && protocol >= 5)) {
        writeBytes(state, word);
        memoize(state, kept, word);
      } else return false;
    }
    output.boundary();
    return true;
  }

  /** Begins a container of exactly a builtin type. False: it is something else. */
  function begin(state: EncoderState, work: Word, kept: Word, word: Word): boolean {
    const { output, protocol } = state;
    const shape = shapeOf(word);
    if (shape === SHAPE_LIST || shape === SHAPE_DICT) {
      const isList = shape === SHAPE_LIST;
      if (protocol > 0) output.byte(isList ? OP.EMPTY_LIST : OP.EMPTY_DICT);
      else {
        output.byte(OP.MARK);
        output.byte(isList ? OP.LIST : OP.DICT);
      }
      memoize(state, kept, word);
      push(state, work, isList ? TASK.LIST : TASK.DICT, isList ? word : pairsOf(word));
      return true;
    }
    if (shape !== SHAPE_TUPLE) return false;
    const length = lists.length(word);
    if (length === 0) {
      if (protocol === 0) output.byte(OP.MARK);
      output.byte(protocol > 0 ? OP.EMPTY_TUPLE : OP.TUPLE);
    } else {
      if (length > 3 || protocol < 2) output.byte(OP.MARK);
      push(state, work, TASK.TUPLE, word);
    }
    return true;
  }

  /** Saves the items of a sequence from the task's place on. True: all of them; false: one needs tasks of its own, which come first. */
  function saveItems(
    state: EncoderState,
    work: Word,
    kept: Word,
    sequence: Word,
    task: number,
    from: number,
    before: (index: number) => void,
    after: (index: number) => void,
  ): boolean {
    for (let index = from; index < lists.length(sequence); index++) {
      before(index);
      const item = lists.item(sequence, index);
      if (state.asksPersistent || !writeSimple(state, kept, item)) {
        push(state, work, task, sequence, index + 1);
        push(state, work, TASK.SAVE, item);
        return false;
      }
      after(index);
    }
    return true;
  }

  /**
   * Batches of what is in a list, single items or the keys and values of pairs, taken by an opcode. The task's place is the number of items that
   * are saved. CPython has one that stands alone taken by itself where it does not know their number beforehand, and where there are no others.
   */
  function batches(state: EncoderState, work: Word, kept: Word, list: Word, task: number, place: number): void {
    const { output, protocol } = state;
    const { single, many, unit, isCounted } = BATCHES[task];
    const length = lists.length(list);
    const size = unit * BATCH;
    const isAlone = (index: number): boolean => {
      const start = index - (index % unit);
      if (single === 0) return false;
      return protocol === 0 || (start % size === 0 && start + unit >= length && (!isCounted || start === 0));
    };
    const after = (index: number): void => {
      if ((index + 1) % unit !== 0) return;
      if (isAlone(index)) output.byte(single);
      else if ((index + 1) % size === 0 || index === length - 1) output.byte(many);
    };
    const before = (index: number): void => {
      if (index % size === 0 && !isAlone(index)) output.byte(OP.MARK);
    };
    if (place > 0) after(place - 1);
    saveItems(state, work, kept, list, task, place, before, after);
  }

  function tuple(state: EncoderState, work: Word, kept: Word, word: Word, place: number): void {
    const { output, protocol, memo } = state;
    if (!saveItems(state, work, kept, word, TASK.TUPLE, place, nothing, nothing)) return;
    const length = lists.length(word);
    const isShort = length <= 3 && protocol >= 2;
    const number = memo.get(word);
    if (number !== undefined) {
      // An item refers to the tuple, which has been made there.
      if (isShort) for (let i = 0; i < length; i++) output.byte(OP.POP);
      else if (protocol > 0) output.byte(OP.POP_MARK);
      else for (let i = 0; i <= length; i++) output.byte(OP.POP);
      get(state, number);
      return;
    }
    output.byte(isShort ? [OP.EMPTY_TUPLE, OP.TUPLE1, OP.TUPLE2, OP.TUPLE3][length] : OP.TUPLE);
    memoize(state, kept, word);
  }

  /** Keys and values of a dict, one after the other. */
  function pairsOf(dict: Word): Word {
    const list = lists.create(2 * dicts.length(dict));
    for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1)) {
      lists.append(list, dicts.keyAt(dict, entry));
      lists.append(list, dicts.valueAt(dict, entry));
    }
    return list;
  }

  function run(state: EncoderState, work: Word, kept: Word): number {
    const { output, tasks, places } = state;
    const collections = heap.statistics.minorCollections + heap.statistics.fullCollections;
    if (collections !== state.collections) {
      // Objects have moved.
      state.collections = collections;
      state.memo = new Map(lists.itemsOf(kept).map((word, number) => [word, number]));
    }
    for (;;) {
      const task = tasks.pop();
      const place = places.pop();
      if (task === undefined || place === undefined) return ASK.DONE;
      const word = lists.take(work, lists.length(work) - 1);
      switch (task) {
        case TASK.SAVE:
          if (state.asksPersistent) {
            lists.append(work, word);
            return ASK.PERSISTENT;
          }
          if (writeSimple(state, kept, word) || begin(state, work, kept, word)) break;
          lists.append(work, word);
          return ASK.REDUCE;
        case TASK.SAVE_ASKED:
          if (writeSimple(state, kept, word) || begin(state, work, kept, word)) break;
          lists.append(work, word);
          return ASK.REDUCE;
        case TASK.BYTE:
          output.byte(integers.toNumber(word));
          output.boundary();
          break;
        case TASK.MEMO:
          memoize(state, kept, word);
          break;
        case TASK.MEMO_OR_GET: {
          const number = state.memo.get(word);
          if (number === undefined) memoize(state, kept, word);
          else {
            output.byte(OP.POP);
            get(state, number);
          }
          break;
        }
        case TASK.FROZEN_SET: {
          const number = state.memo.get(word);
          output.byte(number === undefined ? OP.FROZENSET : OP.POP_MARK);
          if (number === undefined) memoize(state, kept, word);
          else get(state, number);
          output.boundary();
          break;
        }
        case TASK.RAW:
          output.raw(contentOf(word));
          output.boundary();
          break;
        case TASK.DATA:
          writeBytes(state, word);
          output.boundary();
          break;
        case TASK.TUPLE:
          tuple(state, work, kept, word, place);
          output.boundary();
          break;
        case TASK.ITEMS:
          saveItems(state, work, kept, word, task, place, nothing, nothing);
          break;
        default:
          batches(state, work, kept, word, task, place);
          output.boundary();
      }
    }
  }

  return { push, run };
}

const nothing = (): void => {};
