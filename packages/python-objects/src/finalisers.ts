/// What runs before an object dies: `__del__` of classes, and the rest of generators that were suspended where an exception
/// would not pass unseen. The heap finds the objects that die; here is decided which objects have a finaliser, and the finalisers run.

import { FRAME_DEPTH } from "@hotpy/frame-stack";
import { type Address, NONE, NULL, STATE_FRAME, STATE_HANDLED, STATE_PENDING, type Word } from "@hotpy/memory";
import { GENERATOR_CREATED, GENERATOR_STATE, GENERATOR_SUSPENDED, SHAPE_GENERATOR } from "@hotpy/object-model";
import type { UpToProtocols } from "./context.js";
import { createExitOrder } from "./exit-order.js";
import { NOTE_CODE, NOTE_FINALISER, noteOf } from "./generators/notes.js";
import { createUnawaited } from "./generators/unawaited.js";

export interface Finalisers {
  /** Runs the finalisers of all objects that are due. Collects. */
  runDue(): void;
  /** Collects, and runs the finalisers of the objects that have died. */
  runDead(): void;
  /** At the end of the program: runs those of the objects that live, in the order in which CPython finds them from this one on. */
  runLiving(root: Word): void;
}

/** What is called of a weak reference whose object has died: an attribute of its class that programs cannot name. */
export const WEAK_CALLBACK = "<weak callback>";

/** Finalisers may make objects with finalisers; those that have died at the end of the program get their turn so many times. */
const LAST_ROUNDS = 16;

/** A depth from which any pile of generators is within the limit. */
const FAR_BELOW = -(2 ** 24);

export function createFinalisers(context: UpToProtocols): Finalisers {
  const { memory, heap, handles, types, calls, attributes, generators, reentry, execution, name: intern } = context;
  const { i32 } = memory;
  const orderAtExit = createExitOrder(context);
  const delName = intern("__del__");
  const weakCallbackName = intern(WEAK_CALLBACK);
  /** What is to end an asynchronous generator in place of `close`, or None. */
  const finaliserOf = (generator: Address): Word =>
    generators.coroutines.kindOf(generator) === "async generator" ? noteOf(context, generator, NOTE_FINALISER) : NONE;
  const callWith = (callee: Word, argument: Word): Word => calls.invokeWith(callee, argument);
  const callWithout = (method: Word): Word => calls.invokeWith(method);
  const callBound = (method: Word, self: Word): Word => calls.invokeBound(method, self);
  let isRunning = false;
  let isAtEnd = false;

  const isGenerator = (object: Address): boolean => i32[object >>> 2] >>> 8 === SHAPE_GENERATOR;
  const unawaited = createUnawaited(context);
  const isUnawaited = (generator: Address): boolean =>
    i32[(generator + GENERATOR_STATE) >>> 2] === GENERATOR_CREATED &&
    generators.coroutines.kindOf(generator) === "coroutine" &&
    // Of those that compiled traces make nothing is noted, and their state may not be in memory.
    noteOf(context, generator, NOTE_CODE) !== NONE;
  const needsFinaliser = (object: Address): boolean =>
    !isGenerator(object) || i32[(object + GENERATOR_STATE) >>> 2] === GENERATOR_SUSPENDED || isUnawaited(object);
  heap.bind({ needsFinaliser });

  /** May collect. */
  function finalise(object: Address): void {
    if (isGenerator(object) && isUnawaited(object)) return unawaited.warn(object, isAtEnd);
    const finaliser = isGenerator(object) ? finaliserOf(object) : NONE;
    if (isGenerator(object) && finaliser === NONE && !generators.noticesClosing(object)) return;
    const source = handles.push(object);
    let result: Word;
    if (finaliser !== NONE) {
      const callee = handles.push(finaliser);
      const owner = generators.coroutines.wrap(object);
      result = reentry.complete(callWith, handles.get(callee), owner, NULL);
    } else if (isGenerator(object)) result = reentry.complete(generators.close, object, NULL, NULL);
    else {
      const type = types.typeOf(object);
      const found = types.lookup(type, weakCallbackName) || types.lookup(type, delName);
      if (found === NULL) return;
      const isBound = !attributes.descriptors.isMethod(found);
      const method = isBound ? reentry.complete(attributes.bindSpecial, found, handles.get(source), NULL) : found;
      if (method === NULL) {
        // What cannot be bound is not reported.
        i32[STATE_PENDING >>> 2] = NULL;
        return;
      }
      const self = handles.get(source);
      handles.set(source, method);
      result = isBound
        ? reentry.complete(callWithout, method, NULL, NULL)
        : reentry.complete(callBound, method, self, NULL);
    }
    if (result !== NULL) return;
    const exception = i32[STATE_PENDING >>> 2];
    i32[STATE_PENDING >>> 2] = NULL;
    const pending = handles.push(exception);
    const shown = isGenerator(handles.get(source))
      ? generators.coroutines.wrap(handles.get(source))
      : handles.get(source);
    execution().exceptionIgnored(handles.get(pending), shown);
  }

  /**
   * Finalisers begin as if nothing ran: what is being handled where the safepoint lies is none of their business, nor is its
   * depth. A generator that delegates may stand on a pile of others that was made under a higher limit, and closes them all.
   */
  function runDue(): void {
    if (isRunning) return;
    isRunning = true;
    const depth = (i32[STATE_FRAME >>> 2] + FRAME_DEPTH) >>> 2;
    const outerDepth = i32[depth];
    const mark = handles.mark();
    const handled = handles.push(i32[STATE_HANDLED >>> 2]);
    const inner = handles.mark();
    try {
      for (let object = heap.finalisers.next(); object !== NULL; object = heap.finalisers.next()) {
        i32[STATE_HANDLED >>> 2] = NULL;
        i32[depth] = isGenerator(object) ? FAR_BELOW : 0;
        finalise(object);
        handles.release(inner);
      }
    } finally {
      i32[STATE_HANDLED >>> 2] = handles.get(handled);
      i32[depth] = outerDepth;
      handles.release(mark);
      isRunning = false;
    }
  }

  function runDead(): void {
    // Most generators that are registered have come to their end.
    if (heap.finalisers.registered().some(needsFinaliser)) heap.collect("full");
    runDue();
  }

  return {
    runDue,
    runDead,
    runLiving(root) {
      isAtEnd = true;
      // Those that have come to their end are left out: finding the order may mean to look at the whole heap.
      heap.finalisers.makeDue(orderAtExit(root, heap.finalisers.registered().filter(needsFinaliser)));
      runDue();
      for (let round = 0; round < LAST_ROUNDS; round++) runDead();
    },
  };
}
