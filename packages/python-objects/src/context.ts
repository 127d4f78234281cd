import type { Dicts } from "@hotpy/dict";
import type { FrameStack } from "@hotpy/frame-stack";
import type { Heap, WeakReferences } from "@hotpy/gc";
import type { Address, Handles, Memory, Word } from "@hotpy/memory";
import type { Floats, Integers, ObjectKernel, ShapeTable, Strings } from "@hotpy/object-model";
import type { Attributes } from "./attributes/attributes.js";
import type { Buffers } from "./bytes/buffers.js";
import type { Bytes } from "./bytes/bytes.js";
import type { Calls } from "./calls/calls.js";
import type { Continuations } from "./calls/continuations.js";
import type { Failures } from "./calls/failures.js";
import type { Natives } from "./calls/natives.js";
import type { Reentry } from "./calls/reentry.js";
import type { Codes } from "./code/codes.js";
import type { Complexes } from "./complexes.js";
import type { Documentation } from "./documentation.js";
import type { Exceptions } from "./exceptions/exceptions.js";
import type { Unwinding } from "./exceptions/unwinding.js";
import type { Execution } from "./execution.js";
import type { Finalisers } from "./finalisers.js";
import type { Forward } from "./forward.js";
import type { FrameNames } from "./frame-names.js";
import type { FrameObjects } from "./frame-objects.js";
import type { Generators } from "./generators/generators.js";
import type { Interrupts } from "./interrupts.js";
import type { PythonKernel } from "./kernel.js";
import type { Modules } from "./modules.js";
import type { Objects } from "./objects.js";
import type { Observers } from "./observers.js";
import type { Platform } from "./platform.js";
import type { Conversions } from "./protocols/conversions.js";
import type { Iteration } from "./protocols/iteration.js";
import type { Operators } from "./protocols/operators.js";
import type { Subscripts } from "./protocols/subscripts.js";
import type { Realm } from "./realm/realm.js";
import type { Threads } from "./threads/threads.js";
import type { GenericAliases } from "./types/generic-aliases.js";
import type { Traits } from "./types/traits.js";
import type { Types } from "./types/types.js";

/// One running Python is made in stages. Each is a function in the folder `stages` that takes the parts of the stages before it and returns its
/// own, so a part cannot use one that is not there yet. What has to call a later stage all the same goes through {@link Forward}.

/** First stage: memory and what knows no types. */
export interface Storage {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly handles: Handles;
  readonly weakReferences: WeakReferences;
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
  readonly threads: Threads;
  readonly platform: Platform;
  readonly uninterrupted: Interrupts["uninterrupted"];
  readonly interrupts: Pick<Interrupts, "handle" | "isHandled" | "deliver">;
  /** Interned name: never moves. */
  readonly name: (text: string) => Word;
  /** What runs code; made of all parts, so none may call this while parts are made. */
  readonly execution: () => Execution;
  readonly forward: Forward;
}

/** Second: objects, their types, and exceptions, which are raised from here on. */
export interface Values {
  readonly objects: Objects;
  readonly types: Types;
  readonly exceptions: Exceptions;
  readonly bytes: Bytes;
  readonly buffers: Buffers;
  readonly complexes: Complexes;
  readonly observers: Observers;
  readonly genericAliases: GenericAliases;
}

/** Third: code, and what runs it. */
export interface Code {
  readonly continuations: Continuations;
  readonly codes: Codes;
  readonly reentry: Reentry;
}

/** Fourth: what can be called, and where it is found. */
export interface Calling {
  readonly documentation: Documentation;
  readonly natives: Natives;
  readonly modules: Modules;
  readonly calls: Calls;
}

/**
 * Fifth: what objects can do. Protocol operations of the parts, unlike those of the realm, do not re-enter the loop: their result is a
 * word, NULL (raised), or RESUME: a frame has been pushed whose return value is the result. They are *leaf* in that sense: no
 * safepoint is reached before they return.
 */
export interface Protocols {
  readonly attributes: Attributes;
  readonly traits: Traits;
  readonly operators: Operators;
  readonly conversions: Conversions;
  readonly generators: Generators;
  readonly iteration: Iteration;
  readonly subscripts: Subscripts;
  readonly frameNames: FrameNames;
  readonly frameObjects: FrameObjects;
}

/** Sixth: how frames end otherwise than by `return`, and objects. */
export interface Endings {
  readonly failures: Failures;
  readonly unwinding: Unwinding;
  readonly finalisers: Finalisers;
}

/** What is there after each stage. */
export type UpToValues = Storage & Values;
export type UpToCode = UpToValues & Code;
export type UpToCalling = UpToCode & Calling;
export type UpToProtocols = UpToCalling & Protocols;

export type Parts = UpToProtocols & Endings;

/** All parts of one running Python. */
export interface Context extends Storage, Values, Code, Calling, Protocols, Endings {
  /** The parts as one interface for those who write builtins. */
  readonly realm: Realm;
  /** Tuple of the functions that compiled code calls and programs cannot name; does not move. */
  readonly internals: Address;
}

/** A word that TypeScript keeps: an address in the constants region, which is a root. */
export type RootSlot = Address;
