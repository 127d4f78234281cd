import type { Dicts } from "@hotpy/dict";
import type { FrameStack } from "@hotpy/frame-stack";
import type { Heap } from "@hotpy/gc";
import type { Address, Handles, Memory, Word } from "@hotpy/memory";
import type { Floats, Integers, ObjectKernel, ShapeTable, Strings } from "@hotpy/object-model";
import type { Attributes } from "./attributes/attributes.js";
import type { Calls } from "./calls/calls.js";
import type { Continuations } from "./calls/continuations.js";
import type { Failures } from "./calls/failures.js";
import type { Natives } from "./calls/natives.js";
import type { Reentry } from "./calls/reentry.js";
import type { Codes } from "./code/codes.js";
import type { Exceptions } from "./exceptions/exceptions.js";
import type { Unwinding } from "./exceptions/unwinding.js";
import type { Finalisers } from "./finalisers.js";
import type { Generators } from "./generators.js";
import type { PythonKernel } from "./kernel.js";
import type { Modules } from "./modules.js";
import type { Objects } from "./objects.js";
import type { Platform } from "./platform.js";
import type { Conversions } from "./protocols/conversions.js";
import type { Iteration } from "./protocols/iteration.js";
import type { Operators } from "./protocols/operators.js";
import type { Subscripts } from "./protocols/subscripts.js";
import type { Realm } from "./realm.js";
import type { Types } from "./types/types.js";

/**
 * The parts of one running Python, each made by the factory in the file of its name. A part may use those listed
 * before it when it is made, and all of them when it runs.
 *
 * Protocol operations of the parts, unlike those of the realm, do not re-enter the loop: their result is a word, NULL
 * (raised), or RESUME: a frame has been pushed whose return value is the result. They are *leaf* in that sense: no
 * safepoint is reached before they return.
 */
export interface Context {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly handles: Handles;
  readonly shapes: ShapeTable;
  /** The leaf operations of basic objects, in WebAssembly. */
  readonly kernel: ObjectKernel;
  /** Those of Python on plain values. */
  readonly pythonKernel: PythonKernel;
  readonly strings: Strings;
  readonly integers: Integers;
  readonly floats: Floats;
  readonly dicts: Dicts;
  readonly frames: FrameStack;
  readonly platform: Platform;
  /** Interned name: never moves. */
  readonly name: (text: string) => Word;
  objects: Objects;
  types: Types;
  natives: Natives;
  exceptions: Exceptions;
  continuations: Continuations;
  codes: Codes;
  calls: Calls;
  reentry: Reentry;
  attributes: Attributes;
  operators: Operators;
  conversions: Conversions;
  iteration: Iteration;
  subscripts: Subscripts;
  generators: Generators;
  unwinding: Unwinding;
  failures: Failures;
  finalisers: Finalisers;
  modules: Modules;
  /** `origin[key]` of a builtin type. */
  genericAlias: (origin: Word, key: Word) => Word;
  /** Types to be defined once the realm is complete. */
  readonly lateTypes: ((realm: Realm) => void)[];
  realm: Realm;
  /** Told of changes of dicts with FLAG_WATCHED: dict, key or NULL for all. */
  readonly dictWatchers: ((dict: Address, key: Word) => void)[];
}

/** A word that TypeScript keeps: an address in the constants region, which is a root. */
export type RootSlot = Address;
