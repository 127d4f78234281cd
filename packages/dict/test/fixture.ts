import { createHeap, generational, type Heap, type HeapOptions } from "@hotpy/gc";
import {
  type Address,
  createHandles,
  type Handles,
  isSmall,
  type Memory,
  NULL,
  reserveMemory,
  STATE_PENDING,
  tagSmall,
  type Word,
} from "@hotpy/memory";
import {
  BOX_VALUE,
  createShapeTable,
  FLAG_INTERNED,
  headerWord,
  SHAPE_FLOAT,
  SHAPE_STR1,
  STR_DATA,
  STR_HASH,
} from "@hotpy/object-model";
import { createDicts, type Dicts } from "../src/index.js";

/** What a fixture's hooks do beside their work; tests set them. */
export interface Behaviour {
  /** Runs in each call of `hash` and `equals` for floats. */
  onHook: () => void;
  /** Hashes are taken modulo this. */
  hashModulus: number;
  raiseInHash: boolean;
  raiseInEquals: boolean;
}

/** Dicts over a real heap whose "language" has small integers, strings and floats; 1.0 equals 1. */
export interface Fixture {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly handles: Handles;
  readonly dicts: Dicts;
  readonly behaviour: Behaviour;
  readonly watched: [dict: Address, key: Word][];
  float(value: number): Word;
  /** A new string, neither hashed nor interned. */
  text(content: string): Word;
  interned(content: string): Word;
  /** The JavaScript value of a word: number, string, or `float` in a string for a float that is no integer. */
  valueOf(word: Word): number | string;
}

export function createFixture(options: HeapOptions = {}): Fixture {
  const memory = reserveMemory({ size: 512 * 1024 * 1024 });
  const { i32, f64, u8 } = memory;
  createShapeTable(memory);
  const heap = createHeap(memory, generational, {}, options);
  const behaviour: Behaviour = { onHook: () => {}, hashModulus: 0x40000000, raiseInHash: false, raiseInEquals: false };
  const watched: [Address, Word][] = [];
  const internTable = new Map<string, Word>();

  const isFloat = (word: Word): boolean => !isSmall(word) && i32[word >>> 2] >>> 8 === SHAPE_FLOAT;
  const numberOf = (word: Word): number =>
    isSmall(word) ? word >> 1 : isFloat(word) ? f64[(word + BOX_VALUE) >>> 3] : NaN;

  function writeText(string: Address, content: string, flags: number): Address {
    i32[string >>> 2] = headerWord(SHAPE_STR1, flags);
    i32[(string + 4) >>> 2] = content.length;
    i32[(string + STR_HASH) >>> 2] = 0;
    for (let i = 0; i < content.length + 4; i++)
      u8[string + STR_DATA + i] = i < content.length ? content.charCodeAt(i) : 0;
    return string;
  }

  function valueOf(word: Word): number | string {
    if (isSmall(word)) return word >> 1;
    if (isFloat(word)) return Number.isInteger(numberOf(word)) ? numberOf(word) : `float ${numberOf(word)}`;
    const data = (word >>> 0) + STR_DATA;
    return String.fromCharCode(...u8.subarray(data, data + i32[(word + 4) >>> 2]));
  }

  const dicts = createDicts(memory, heap, {
    // Programs of this language see that n and -n have the same hash.
    leafHash: (key) => (isSmall(key) ? Math.abs(key >> 1) : -1),
    hash(key) {
      const value = Math.abs(numberOf(key));
      behaviour.onHook();
      if (behaviour.raiseInHash) i32[STATE_PENDING >>> 2] = tagSmall(1);
      return Number.isInteger(value) ? value : ((value * 8) % behaviour.hashModulus) | 0;
    },
    equals(stored, key) {
      const same = numberOf(stored) === numberOf(key) ? 1 : 0;
      behaviour.onHook();
      if (behaviour.raiseInEquals) i32[STATE_PENDING >>> 2] = tagSmall(1);
      return behaviour.raiseInEquals ? -1 : same;
    },
    watched: (dict, key) => void watched.push([dict, key]),
    outOfMemory: () => void (i32[STATE_PENDING >>> 2] = tagSmall(2)),
  });

  return {
    memory,
    heap,
    handles: createHandles(memory),
    dicts,
    behaviour,
    watched,
    float(value) {
      const object = heap.allocate(16);
      i32[object >>> 2] = headerWord(SHAPE_FLOAT);
      i32[(object + 4) >>> 2] = 0;
      f64[(object + BOX_VALUE) >>> 3] = value;
      return object;
    },
    text: (content) => writeText(heap.allocate(STR_DATA + content.length + 4 - (content.length & 3)), content, 0),
    interned(content) {
      let string = internTable.get(content);
      if (string === undefined) {
        string = writeText(heap.allocateImmortal(STR_DATA + content.length), content, FLAG_INTERNED);
        dicts.kernel.hashKey(string);
        internTable.set(content, string);
      }
      return string;
    },
    valueOf,
  };
}

/** Clears the pending exception; returns whether there was one. */
export function takePending({ memory }: Fixture): boolean {
  const wasSet = memory.i32[STATE_PENDING >>> 2] !== NULL;
  memory.i32[STATE_PENDING >>> 2] = NULL;
  return wasSet;
}
