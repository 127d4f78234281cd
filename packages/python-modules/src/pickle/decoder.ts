import { UNDECIDED } from "@hotpy/dict";
import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy, SHAPE_DICT, SHAPE_LIST } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { SHAPE_BYTE_STRING, SHAPE_BYTEARRAY } from "@hotpy/python-objects";
import { OP } from "./opcodes.js";
import { integerOf } from "./texts.js";

/** Why a decoder stops: what Python code is to do with what lies on the stack last. Some come with a number. */
export const REQUEST = {
  DONE: 0,
  /** So many bytes more are needed; a whole line is. */
  READ: 1,
  LINE: 2,
  GLOBAL: 3,
  INSTANCE: 4,
  OBJECT: 5,
  REDUCE: 6,
  NEW: 7,
  NEW_WITH_NAMES: 8,
  BUILD: 9,
  PERSISTENT: 10,
  EXTENSION: 11,
  APPEND: 12,
  SET_ITEMS: 13,
  ADD_ITEMS: 14,
  FROZEN_SET: 15,
  /** A text that is read by Python code; the number is its opcode. */
  TEXT: 16,
  BUFFER: 17,
  READ_ONLY: 18,
  UNKNOWN: 19,
  PROTOCOL: 20,
  UNDERFLOW: 21,
  NO_MARK: 22,
  NOT_IN_MEMO: 23,
  STACK_GLOBAL: 24,
  TOO_LARGE: 25,
} as const;
/** Requests are below this number, by which the number that comes with them is multiplied. */
export const REQUEST_LIMIT = 32;

const HIGHEST_PROTOCOL = 5;
const NEWLINE = 10;

/** What one unpickler has between two stops. */
export class DecoderState {
  position = 0;
  /** Length of the stack at each mark. */
  marks: number[] = [];
  /** Where the values of the memo are in the list of those. */
  readonly memo = new Map<number, number>();
  protocol = 0;
}

/**
 * Decodes what needs no code of Python's. Functions give the words anew, as objects move: `data` is a bytes object, the others are lists.
 */
export interface Decoder {
  /** Goes on until Python code is needed: a request and its number. NULL: raised. May collect. */
  run(state: DecoderState, data: () => Word, stack: () => Word, memo: () => Word): Word;
}

export function createDecoder({ realm, lists }: Library): Decoder {
  const { dicts, heap, bytes, pythonKernel } = realm;
  const { i32, u8 } = realm.memory;
  const view = new DataView(u8.buffer);
  const made = madeBy(heap);
  const none = realm.none;
  const [yes, no] = [realm.bool(true), realm.bool(false)];
  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);

  return {
    run(state, data, stack, memo) {
      const { marks } = state;
      let [base, size, list] = [bytes.data(data()) >>> 0, bytes.size(data()), stack()];
      let at = state.position;
      const fence = (): number => (marks.length === 0 ? 0 : marks[marks.length - 1]);
      const push = (word: Word): void => lists.append(list, word);
      const ask = (request: number, number = 0): Word => {
        state.position = at;
        return realm.int(request + REQUEST_LIMIT * number);
      };

      for (;;) {
        const start = at;
        /** The opcode is done once more when there are more bytes. */
        const more = (count: number): Word => {
          at = start;
          return ask(REQUEST.READ, count);
        };
        const lineEnd = (from: number): number => u8.subarray(base + from, base + size).indexOf(NEWLINE);
        const has = (count: number): boolean => lists.length(list) - fence() >= count;

        if (at >= size) return more(1);
        const opcode = u8[base + at++];
        switch (opcode) {
          case OP.PROTO:
            if (at + 1 > size) return more(at + 1 - size);
            state.protocol = u8[base + at++];
            if (state.protocol > HIGHEST_PROTOCOL) return ask(REQUEST.PROTOCOL, state.protocol);
            break;
          case OP.FRAME: {
            if (at + 8 > size) return more(at + 8 - size);
            const length = sizeAt(base + at, 8);
            at += 8;
            if (at + length > size) return more(at + length - size);
            break;
          }
          case OP.STOP:
            if (!has(1)) return ask(REQUEST.UNDERFLOW);
            return ask(REQUEST.DONE);
          case OP.MARK:
            marks.push(lists.length(list));
            break;
          case OP.POP:
            if (marks.length > 0 && fence() === lists.length(list)) marks.pop();
            else if (has(1)) lists.take(list, lists.length(list) - 1);
            else return ask(REQUEST.UNDERFLOW);
            break;
          case OP.POP_MARK:
            if (marks.length === 0) return ask(REQUEST.NO_MARK);
            cut(list, marks.pop() ?? 0);
            break;
          case OP.DUP:
            if (!has(1)) return ask(REQUEST.UNDERFLOW);
            push(lists.item(list, lists.length(list) - 1));
            break;
          case OP.NONE:
            push(none);
            break;
          case OP.NEWTRUE:
            push(yes);
            break;
          case OP.NEWFALSE:
            push(no);
            break;
          case OP.BININT:
            if (at + 4 > size) return more(at + 4 - size);
            push(realm.int(view.getInt32(base + at, true)));
            at += 4;
            break;
          case OP.BININT1:
            if (at + 1 > size) return more(at + 1 - size);
            push(realm.int(u8[base + at++]));
            break;
          case OP.BININT2:
            if (at + 2 > size) return more(at + 2 - size);
            push(realm.int(view.getUint16(base + at, true)));
            at += 2;
            break;
          case OP.LONG1:
          case OP.LONG4: {
            const width = opcode === OP.LONG1 ? 1 : 4;
            if (at + width > size) return more(at + width - size);
            const length = width === 1 ? u8[base + at] : view.getInt32(base + at, true);
            if (length < 0) return ask(REQUEST.TOO_LARGE, OP.LONG4);
            if (at + width + length > size) return more(at + width + length - size);
            at += width + length;
            push(realm.int(integerOf(u8.subarray(base + at - length, base + at))));
            break;
          }
          case OP.BINFLOAT:
            if (at + 8 > size) return more(at + 8 - size);
            push(realm.float(view.getFloat64(base + at)));
            at += 8;
            break;
          case OP.SHORT_BINUNICODE:
          case OP.BINUNICODE:
          case OP.BINUNICODE8:
          case OP.SHORT_BINBYTES:
          case OP.BINBYTES:
          case OP.BINBYTES8:
          case OP.BYTEARRAY8:
          case OP.SHORT_BINSTRING:
          case OP.BINSTRING: {
            const width = SIZE_WIDTHS[opcode];
            if (at + width > size) return more(at + width - size);
            const length = sizeAt(base + at, width);
            if (length > Number.MAX_SAFE_INTEGER || (opcode === OP.BINSTRING && length > 0x7fffffff))
              return ask(REQUEST.TOO_LARGE, opcode);
            const from = at + width;
            if (from + length > size) return more(from + length - size);
            at = from + length;
            const isText = opcode === OP.SHORT_BINUNICODE || opcode === OP.BINUNICODE || opcode === OP.BINUNICODE8;
            const text = isText ? pythonKernel.decodeUtf8(base + from, length) : UNDECIDED;
            if (isText && text !== UNDECIDED) {
              push(made(text));
              break;
            }
            push(bytes.from(opcode === OP.BYTEARRAY8 ? SHAPE_BYTEARRAY : SHAPE_BYTE_STRING, base + from, length));
            if (isText || opcode === OP.BINSTRING || opcode === OP.SHORT_BINSTRING) return ask(REQUEST.TEXT, opcode);
            break;
          }
          case OP.INT:
          case OP.LONG:
          case OP.FLOAT:
          case OP.UNICODE:
          case OP.STRING:
          case OP.PERSID: {
            const length = lineEnd(at);
            if (length < 0) {
              at = start;
              return ask(REQUEST.LINE);
            }
            push(bytes.from(SHAPE_BYTE_STRING, base + at, length));
            at += length + 1;
            return ask(REQUEST.TEXT, opcode);
          }
          case OP.GLOBAL:
          case OP.INST: {
            const first = lineEnd(at);
            const second = first < 0 ? -1 : lineEnd(at + first + 1);
            if (second < 0) {
              at = start;
              return ask(REQUEST.LINE);
            }
            let args: Word = NULL;
            if (opcode === OP.INST) {
              if (marks.length === 0) return ask(REQUEST.NO_MARK);
              args = tupleFrom(list, marks.pop() ?? 0);
            }
            const parts = [
              [at, first],
              [at + first + 1, second],
            ].map(([from, length]) => bytes.from(SHAPE_BYTE_STRING, base + from, length));
            for (const part of parts) push(part);
            at += first + second + 2;
            if (opcode === OP.GLOBAL) return ask(REQUEST.GLOBAL);
            push(args);
            return ask(REQUEST.INSTANCE);
          }
          case OP.STACK_GLOBAL:
            if (!has(2)) return ask(REQUEST.UNDERFLOW);
            return ask(REQUEST.STACK_GLOBAL);
          case OP.REDUCE:
          case OP.NEWOBJ:
          case OP.BUILD:
            if (!has(2)) return ask(REQUEST.UNDERFLOW);
            return ask(opcode === OP.REDUCE ? REQUEST.REDUCE : opcode === OP.NEWOBJ ? REQUEST.NEW : REQUEST.BUILD);
          case OP.NEWOBJ_EX:
            if (!has(3)) return ask(REQUEST.UNDERFLOW);
            return ask(REQUEST.NEW_WITH_NAMES);
          case OP.OBJ: {
            if (marks.length === 0) return ask(REQUEST.NO_MARK);
            const mark = marks.pop() ?? 0;
            if (lists.length(list) <= mark) return ask(REQUEST.UNDERFLOW);
            const args = tupleFrom(list, mark + 1);
            push(args);
            return ask(REQUEST.OBJECT);
          }
          case OP.BINPERSID:
            if (!has(1)) return ask(REQUEST.UNDERFLOW);
            return ask(REQUEST.PERSISTENT);
          case OP.EXT1:
          case OP.EXT2:
          case OP.EXT4: {
            const width = opcode === OP.EXT1 ? 1 : opcode === OP.EXT2 ? 2 : 4;
            if (at + width > size) return more(at + width - size);
            const code = width === 4 ? view.getInt32(base + at, true) : sizeAt(base + at, width);
            at += width;
            return ask(REQUEST.EXTENSION, code);
          }
          case OP.EMPTY_TUPLE:
            push(realm.tuple([]));
            break;
          case OP.TUPLE1:
          case OP.TUPLE2:
          case OP.TUPLE3: {
            const count = opcode - OP.TUPLE1 + 1;
            if (!has(count)) return ask(REQUEST.UNDERFLOW);
            push(tupleFrom(list, lists.length(list) - count));
            break;
          }
          case OP.TUPLE:
            if (marks.length === 0) return ask(REQUEST.NO_MARK);
            push(tupleFrom(list, marks.pop() ?? 0));
            break;
          case OP.EMPTY_LIST:
            push(realm.list([]));
            break;
          case OP.LIST:
            if (marks.length === 0) return ask(REQUEST.NO_MARK);
            push(listFrom(list, marks.pop() ?? 0));
            break;
          case OP.EMPTY_DICT:
            push(dicts.create());
            break;
          case OP.EMPTY_SET:
          case OP.FROZENSET: {
            if (opcode === OP.FROZENSET && marks.length === 0) return ask(REQUEST.NO_MARK);
            push(opcode === OP.EMPTY_SET ? none : listFrom(list, marks.pop() ?? 0));
            return ask(REQUEST.FROZEN_SET);
          }
          case OP.APPEND:
          case OP.APPENDS:
          case OP.ADDITEMS: {
            const isMany = opcode !== OP.APPEND;
            if (isMany ? marks.length === 0 : !has(2)) return ask(isMany ? REQUEST.NO_MARK : REQUEST.UNDERFLOW);
            const from = isMany ? (marks.pop() ?? 0) : lists.length(list) - 1;
            if (from - 1 < fence()) return ask(REQUEST.UNDERFLOW);
            if (from === lists.length(list)) break;
            const items = listFrom(list, from);
            const target = lists.item(list, from - 1);
            if (opcode !== OP.ADDITEMS && shapeOf(target) === SHAPE_LIST) {
              lists.extend(target, items);
              break;
            }
            push(items);
            return ask(opcode === OP.ADDITEMS ? REQUEST.ADD_ITEMS : REQUEST.APPEND);
          }
          case OP.DICT:
          case OP.SETITEM:
          case OP.SETITEMS: {
            const isMany = opcode !== OP.SETITEM;
            if (isMany ? marks.length === 0 : !has(3)) return ask(isMany ? REQUEST.NO_MARK : REQUEST.UNDERFLOW);
            let from = isMany ? (marks.pop() ?? 0) : lists.length(list) - 2;
            if (opcode === OP.DICT) {
              lists.insert(list, from, dicts.create());
              from++;
            }
            if (from - 1 < fence()) return ask(REQUEST.UNDERFLOW);
            if (shapeOf(lists.item(list, from - 1)) !== SHAPE_DICT || (lists.length(list) - from) % 2 !== 0) {
              push(listFrom(list, from));
              return ask(REQUEST.SET_ITEMS);
            }
            for (let i = from; i < lists.length(list); i += 2) {
              if (!dicts.set(lists.item(list, from - 1), lists.item(list, i), lists.item(list, i + 1))) return NULL;
              // Python code may have hashed or compared a key.
              list = stack();
            }
            base = bytes.data(data()) >>> 0;
            cut(list, from);
            break;
          }
          case OP.MEMOIZE:
          case OP.BINPUT:
          case OP.LONG_BINPUT:
          case OP.PUT: {
            if (!has(1)) return ask(REQUEST.UNDERFLOW);
            const number = memoNumber(opcode);
            if (typeof number !== "number") return number.request;
            lists.append(memo(), lists.item(list, lists.length(list) - 1));
            state.memo.set(number, lists.length(memo()) - 1);
            break;
          }
          case OP.BINGET:
          case OP.LONG_BINGET:
          case OP.GET: {
            const number = memoNumber(opcode);
            if (typeof number !== "number") return number.request;
            const place = state.memo.get(number);
            if (place === undefined) return ask(REQUEST.NOT_IN_MEMO, number);
            push(lists.item(memo(), place));
            break;
          }
          case OP.NEXT_BUFFER:
            return ask(REQUEST.BUFFER);
          case OP.READONLY_BUFFER:
            if (!has(1)) return ask(REQUEST.UNDERFLOW);
            return ask(REQUEST.READ_ONLY);
          default:
            return ask(REQUEST.UNKNOWN, opcode);
        }

        /** The number that an opcode has for a value; or what is to be asked. */
        function memoNumber(of: number): number | { readonly request: Word } {
          if (of === OP.MEMOIZE) return state.memo.size;
          if (of === OP.PUT || of === OP.GET) {
            const length = lineEnd(at);
            if (length < 0) {
              at = start;
              return { request: ask(REQUEST.LINE) };
            }
            const digits = String.fromCharCode(...u8.subarray(base + at, base + at + length));
            const isNumber = /^\d+$/.test(digits) && Number(digits) < 2 ** 53;
            if (!isNumber) {
              push(bytes.from(SHAPE_BYTE_STRING, base + at, length));
              return { request: ask(REQUEST.TEXT, of) };
            }
            at += length + 1;
            return Number(digits);
          }
          const width = of === OP.BINPUT || of === OP.BINGET ? 1 : 4;
          if (at + width > size) return { request: more(at + width - size) };
          at += width;
          return sizeAt(base + at - width, width);
        }
      }
    },
  };

  function sizeAt(address: Address, width: number): number {
    if (width === 1) return u8[address];
    if (width === 2) return view.getUint16(address, true);
    const low = view.getUint32(address, true);
    return width === 4 ? low : low + view.getUint32(address + 4, true) * 2 ** 32;
  }

  function cut(list: Word, from: number): void {
    if (from < lists.length(list)) lists.deleteSlice(list, from, 1, lists.length(list) - from);
  }

  function tupleFrom(list: Word, from: number): Word {
    const items = lists.pickTuple(list, from, 1, lists.length(list) - from);
    cut(list, from);
    return items;
  }

  function listFrom(list: Word, from: number): Word {
    const items = lists.pickList(list, from, 1, lists.length(list) - from);
    cut(list, from);
    return items;
  }
}

/** Bytes of the sizes that stand before data. */
const SIZE_WIDTHS: Readonly<Record<number, number>> = {
  [OP.SHORT_BINUNICODE]: 1,
  [OP.SHORT_BINBYTES]: 1,
  [OP.SHORT_BINSTRING]: 1,
  [OP.BINUNICODE]: 4,
  [OP.BINBYTES]: 4,
  [OP.BINSTRING]: 4,
  [OP.BINUNICODE8]: 8,
  [OP.BINBYTES8]: 8,
  [OP.BYTEARRAY8]: 8,
};
