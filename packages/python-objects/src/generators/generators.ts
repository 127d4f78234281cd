/// Generators: frames that outlive their caller. A suspended one keeps its slots and operands in the generator object;
/// to run it its frame is copied onto the stack, above the frame that resumes it, and copied back on yield.
///
/// While it runs, two fields have another meaning: GENERATOR_IP says what its return does to the resumer (0: StopIteration
/// is raised there; else word index << 1 | keep: the iterator on top of the resumer's operands is popped, or with keep
/// replaced by the value, and execution goes on there), and GENERATOR_HANDLED keeps the resumer's handled exception.

import { CODE_COROUTINE } from "@hotpy/bytecode";
import {
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import {
  type Address,
  NONE,
  NULL,
  STATE_FRAME,
  STATE_HANDLED,
  STATE_PENDING,
  tagSmall,
  type Word,
} from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_NAME,
  CODE_STACK,
  FLAG_LAYOUT,
  FUNCTION_CODE,
  FUNCTION_GLOBALS,
  FUNCTION_QUALNAME,
  GENERATOR_CLOSED,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_FUNCTION,
  GENERATOR_HANDLED,
  GENERATOR_IP,
  GENERATOR_NAME,
  GENERATOR_RUNNING,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
  headerWord,
  SHAPE_GENERATOR,
  TAIL_SIZE,
} from "@hotpy/object-model";
import { CODE_CLOSES, CODE_HIDDEN } from "../code/codes.js";
import type { Protocols, UpToCalling } from "../context.js";
import { EXCEPTION_ARGS } from "../exceptions/layout.js";
import { RESUME } from "../natives.js";
import { type Coroutines, createCoroutines } from "./coroutines.js";

/** In the header of a generator: it has been registered with the heap since it was made. */
const FLAG_REGISTERED = FLAG_LAYOUT;

/** All leaf; results are those of protocol operations. */
export interface Generators {
  readonly coroutines: Coroutines;
  /**
   * Makes the generator of the running frame, whose ip and sp are saved, and the coroutine or asynchronous generator around it.
   * Does not pop the frame.
   */
  create(): Word;
  /**
   * What a call of a builtin's generator function with as many arguments as it has parameters makes; NULL with nothing pending where it must
   * be called, as it is the first time.
   */
  createFor(fn: Word, args: readonly Word[]): Word;
  /** Pushes the frame of a generator; `mode` says what its return does (see above). */
  resume(generator: Word, sent: Word, mode: number): Word;
  /** `generator.throw(exception)`. A GeneratorExit closes what it delegates to, unless it is said not to: then it is thrown in there. */
  throwInto(generator: Word, exception: Word, closesDelegate?: boolean): Word;
  close(generator: Word): Word;
  /**
   * Whether closing a suspended generator may run code: it has a handler where it is suspended, or delegates to something else than a
   * generator. A generator that it delegates to is closed for itself when it dies.
   */
  noticesClosing(generator: Word): boolean;
  /** The generator whose frame runs is about to wait for an iterator that is none: where closing that may run code, it is registered with the heap. */
  waitFor(iterator: Word): void;
  /** Whether iterators of a type may have a method `close`. */
  mayBeClosed(type: Address): boolean;
  /** The generator whose frame runs is at its end; one of a builtin starts over, see {@link startOf}. */
  end(generator: Word): void;
  /**
   * Where the generators of a builtin begin that is written in Python (`map`), by their code. When one ends, as when it has raised, it starts over
   * with its parameters as they are then: CPython's iterators ask again, too. Undefined: code of a program, whose generators are closed then.
   */
  startOf(code: Address): GeneratorStart | undefined;
  /** Its frame returned: `value` under mode 0. */
  stopIteration(value: Word): typeof NULL;
  /** Its frame is being unwound. */
  raised(generator: Word): void;
  /** Whether a suspended generator waits for another iterator (`yield from`, `await`), and for which: what programs see of it, or None. */
  isDelegating(generator: Word): boolean;
  awaitedBy(generator: Word): Word;
  /** The value of the pending StopIteration, which is cleared. */
  takeStopValue(): Word;
}

/** Opcodes of the instructions by which generators know what they wait for. */
export interface GeneratorOpcodes {
  readonly send: number;
  readonly jump: number;
  readonly jump_back: number;
}

/** The state of a generator that has not begun. */
export interface GeneratorStart {
  readonly ip: Address;
  /** Words of its frame's slots in use. */
  readonly used: number;
}

export function createGenerators(
  context: UpToCalling & Pick<Protocols, "attributes">,
  opcodes: GeneratorOpcodes,
): Generators {
  const { memory, heap, frames, exceptions, calls, continuations, types, objects, strings } = context;
  const { i32 } = memory;
  const coroutines = createCoroutines(context);
  const field = (object: Address, offset: number): number => i32[(object + offset) >>> 2];
  /** Where the generators of builtins begin, by code. */
  const starts = new Map<Address, GeneratorStart>();

  /** A generator that has not run yet, but for its slots, `capacity` of them. */
  function allocate(code: Address, fn: Word, capacity: number, { ip, used }: GeneratorStart): Word {
    const generator = heap.allocate(GENERATOR_SLOTS + capacity * 4);
    const set = (offset: number, value: number): void => {
      i32[(generator + offset) >>> 2] = value;
    };
    i32[generator >>> 2] = headerWord(SHAPE_GENERATOR);
    set(TAIL_SIZE, capacity);
    set(GENERATOR_STATE, GENERATOR_CREATED);
    set(GENERATOR_IP, ip);
    set(GENERATOR_USED, used);
    set(GENERATOR_CODE, code);
    set(GENERATOR_FUNCTION, fn);
    set(GENERATOR_HANDLED, NULL);
    set(GENERATOR_NAME, fn === NULL ? field(code, CODE_NAME) : field(fn, FUNCTION_QUALNAME));
    if ((field(code, CODE_FLAGS) & CODE_CLOSES) !== 0) heap.finalisers.register(generator);
    return generator;
  }

  const isShown = (frame: Address): boolean =>
    field(frame, FRAME_FUNCTION) !== NULL && (field(field(frame, FRAME_CODE), CODE_FLAGS) & CODE_HIDDEN) === 0;

  /** The coroutine around a generator that has just been made. Where that was is told if nothing awaits it. */
  function coroutineOf(generator: Word): Word {
    if ((field(field(generator, GENERATOR_CODE), CODE_FLAGS) & CODE_CLOSES) === 0) heap.finalisers.register(generator);
    let caller = field(i32[STATE_FRAME >>> 2], FRAME_PREVIOUS);
    while (caller !== NULL && !isShown(caller)) caller = field(caller, FRAME_PREVIOUS);
    if (caller === NULL) return coroutines.wrap(generator);
    const { depth } = coroutines.tracking;
    const origin = depth > 0 ? originFrom(caller, depth) : NONE;
    const code = field(caller, FRAME_CODE);
    const offset = context.codes.offsetAt(code, continuations.realIp(caller));
    const globals = field(field(caller, FRAME_FUNCTION), FUNCTION_GLOBALS);
    const owner = coroutines.around(generator);
    const qualname = field(generator, GENERATOR_NAME);
    // In the order of the notes: coroutines are made often.
    i32[(generator + GENERATOR_NAME) >>> 2] = objects.tuple([
      qualname,
      NONE,
      NONE,
      code,
      tagSmall(offset),
      globals,
      origin,
      owner,
    ]);
    return owner;
  }

  /** `cr_origin`: file, line and name of so many frames from this one on. */
  function originFrom(first: Address, depth: number): Word {
    const entries: Word[] = [];
    for (let frame = first; frame !== NULL && entries.length < depth; frame = field(frame, FRAME_PREVIOUS)) {
      if (!isShown(frame)) continue;
      const code = field(frame, FRAME_CODE);
      const { unit } = context.codes.record(code);
      const line = context.codes.positionAt(code, continuations.realIp(frame))?.line ?? unit.firstLine;
      entries.push(objects.tuple([strings.fromJS(unit.filename), objects.int(line), strings.fromJS(unit.name)]));
    }
    return objects.tuple(entries);
  }

  const capacityOf = (code: Address): number => field(code, CODE_LOCALS) + field(code, CODE_STACK);

  function create(): Word {
    const frame = i32[STATE_FRAME >>> 2];
    const code = field(frame, FRAME_CODE);
    const capacity = capacityOf(code);
    const used = (field(frame, FRAME_SP) - frame - FRAME_SLOTS) >>> 2;
    const start = { ip: field(frame, FRAME_IP), used };
    const generator = allocate(code, field(frame, FRAME_FUNCTION), capacity, start);
    const tail = (generator + GENERATOR_SLOTS) >>> 2;
    const slots = (frame + FRAME_SLOTS) >>> 2;
    for (let i = 0; i < capacity; i++) i32[tail + i] = i < used ? i32[slots + i] : NULL;
    if ((field(code, CODE_FLAGS) & CODE_HIDDEN) !== 0 && !starts.has(code)) starts.set(code, start);
    return (field(code, CODE_FLAGS) & CODE_COROUTINE) !== 0 ? coroutineOf(generator) : coroutines.wrap(generator);
  }

  function createFor(fn: Word, args: readonly Word[]): Word {
    const code = field(fn, FUNCTION_CODE);
    const start = starts.get(code);
    if (start === undefined || args.length !== field(code, CODE_ARGUMENTS)) return NULL;
    const capacity = capacityOf(code);
    const generator = allocate(code, fn, capacity, start);
    const tail = (generator + GENERATOR_SLOTS) >>> 2;
    for (let i = 0; i < capacity; i++) i32[tail + i] = i < args.length ? args[i] : NULL;
    return generator;
  }

  const isCoroutine = (generator: Word): boolean => coroutines.kindOf(generator) === "coroutine";
  const alreadyRuns = (generator: Word): typeof NULL =>
    exceptions.raise("ValueError", `${coroutines.kindOf(generator)} already executing`);
  const alreadyAwaited = (): typeof NULL => exceptions.raise("RuntimeError", "cannot reuse already awaited coroutine");

  function resume(generator: Word, sent: Word, mode: number): Word {
    const state = field(generator, GENERATOR_STATE);
    if (state === GENERATOR_RUNNING) return alreadyRuns(generator);
    if (state === GENERATOR_CLOSED) return isCoroutine(generator) ? alreadyAwaited() : stopIteration(NONE);
    if (state === GENERATOR_CREATED && sent !== NONE) {
      const kind = coroutines.kindOf(generator);
      return exceptions.raise("TypeError", `can't send non-None value to a just-started ${kind}`);
    }
    if (!enter(generator, mode)) return NULL;
    if (state === GENERATOR_SUSPENDED) pushOperand(sent);
    return RESUME;
  }

  function pushOperand(word: Word): void {
    const frame = i32[STATE_FRAME >>> 2];
    const top = field(frame, FRAME_SP);
    i32[top >>> 2] = word;
    i32[(frame + FRAME_SP) >>> 2] = top + 4;
  }

  /** Pushes the frame; false: RecursionError, or a trace calls and the generator is left as it is. */
  function enter(generator: Word, mode: number): boolean {
    if (!context.reentry.isAllowed()) return context.reentry.refuse() !== NULL;
    const caller = i32[STATE_FRAME >>> 2];
    if (frames.resumeGenerator(field(caller, FRAME_SP), generator, mode) === NULL) {
      exceptions.raise("RecursionError", "maximum recursion depth exceeded");
      return false;
    }
    const own = field(generator, GENERATOR_HANDLED);
    heap.storeWord(generator, GENERATOR_HANDLED, i32[STATE_HANDLED >>> 2]);
    if (own !== NULL) i32[STATE_HANDLED >>> 2] = own;
    return true;
  }

  function stopIteration(value: Word): typeof NULL {
    return value === NONE ? exceptions.raise("StopIteration", "") : exceptions.raiseWith("StopIteration", value);
  }

  function startOver(generator: Word, start: GeneratorStart): void {
    const slots = (i32[STATE_FRAME >>> 2] + FRAME_SLOTS) >>> 2;
    const tail = (generator + GENERATOR_SLOTS) >>> 2;
    const parameters = field(field(generator, GENERATOR_CODE), CODE_ARGUMENTS);
    // They are few: a loop takes a fraction of the time of `fill`.
    for (let i = field(generator, TAIL_SIZE) - 1; i >= 0; i--) i32[tail + i] = i < parameters ? i32[slots + i] : NULL;
    heap.barrier(generator);
    i32[(generator + GENERATOR_STATE) >>> 2] = GENERATOR_CREATED;
    i32[(generator + GENERATOR_IP) >>> 2] = start.ip;
    i32[(generator + GENERATOR_USED) >>> 2] = start.used;
  }

  function startOf(code: Address): GeneratorStart | undefined {
    const flags = field(code, CODE_FLAGS);
    if ((flags & CODE_HIDDEN) === 0 || (flags & CODE_COROUTINE) !== 0) return undefined;
    // Expansions make generators without `create`, where the first instruction is the one that would call it; it has no caches.
    return starts.get(code) ?? { ip: context.codes.startOf(code) + 4, used: field(code, CODE_LOCALS) };
  }

  function finish(generator: Word): void {
    i32[(generator + GENERATOR_STATE) >>> 2] = GENERATOR_CLOSED;
    i32[(generator + GENERATOR_USED) >>> 2] = 0;
    const tail = (generator + GENERATOR_SLOTS) >>> 2;
    for (let i = field(generator, TAIL_SIZE) - 1; i >= 0; i--) i32[tail + i] = NULL;
  }

  function end(generator: Word): void {
    const start = startOf(field(generator, GENERATOR_CODE));
    if (start === undefined) finish(generator);
    else startOver(generator, start);
  }

  function raised(generator: Word): void {
    end(generator);
    i32[STATE_HANDLED >>> 2] = field(generator, GENERATOR_HANDLED);
    i32[(generator + GENERATOR_HANDLED) >>> 2] = NULL;
    replaceStopIteration(generator);
  }

  /** A StopIteration that leaves a generator's frame would end the loop that iterates over it. */
  function replaceStopIteration(generator: Word): void {
    const kind = coroutines.kindOf(generator);
    const name = ["StopIteration", ...(kind === "async generator" ? ["StopAsyncIteration"] : [])].find(
      exceptions.pendingIs,
    );
    if (name !== undefined) exceptions.raiseFromPending("RuntimeError", `${kind} raised ${name}`);
  }

  /** In the frame of a generator: raises what it keeps, at the place where the generator was suspended. */
  const raiseHere = continuations.define(1, (_, state) => raiseInside(i32[state]));

  function raiseInside(exception: Word): typeof NULL {
    const generator = field(i32[STATE_FRAME >>> 2], FRAME_GENERATOR);
    // What the resumer handles is not the context of what is thrown in.
    const isResumers = generator !== NULL && field(generator, GENERATOR_HANDLED) === i32[STATE_HANDLED >>> 2];
    if (!isResumers) return exceptions.raiseObject(exception);
    i32[STATE_PENDING >>> 2] = exception;
    return NULL;
  }

  function subIterator(generator: Word): Word {
    const ip = field(generator, GENERATOR_IP) >>> 2;
    const op = i32[ip] & 255;
    if (op !== opcodes.jump && op !== opcodes.jump_back) return NULL;
    if ((i32[ip + (i32[ip] >> 8)] & 255) !== opcodes.send) return NULL;
    return i32[((generator + GENERATOR_SLOTS) >>> 2) + field(generator, GENERATOR_USED) - 1];
  }

  const suspendedDelegate = (generator: Word): Word =>
    field(generator, GENERATOR_STATE) === GENERATOR_SUSPENDED ? subIterator(generator) : NULL;

  /** In the frame of a generator that delegates, with the sub-iterator on top: its result of `throw`. */
  const afterDelegate = continuations.define(0, (result) => {
    const frame = i32[STATE_FRAME >>> 2];
    const ip = field(frame, FRAME_IP);
    if (result !== NULL) {
      // Yield it: yield_value is the instruction before.
      i32[(frame + FRAME_IP) >>> 2] = ip - 4;
      return result;
    }
    if (!exceptions.pendingIs("StopIteration")) {
      const pending = exceptions.pending();
      exceptions.clearPending();
      return raiseInside(pending);
    }
    const send = (ip >>> 2) + (i32[ip >>> 2] >> 8);
    i32[(frame + FRAME_IP) >>> 2] = (send + (i32[send] >> 8)) << 2;
    i32[(frame + FRAME_SP) >>> 2] -= 4;
    return generators.takeStopValue();
  });

  /** The sub-iterator is closed: the exception it keeps goes on in the generator that delegates. */
  const afterInnerClose = continuations.define(1, (result, state) =>
    result === NULL ? NULL : exceptions.raiseObject(i32[state]),
  );

  function delegate(inner: Word, exception: Word, closes: boolean): Word {
    const isExit = closes && types.isSubtype(types.typeOf(exception), types.named("GeneratorExit"));
    const isGenerator = inner !== NULL && i32[inner >>> 2] >>> 8 === SHAPE_GENERATOR;
    if (isGenerator && !isExit) return throwInto(inner, exception, closes);
    const method = isGenerator ? NULL : context.attributes.find(inner, context.name(isExit ? "close" : "throw"));
    if (method === NULL && !isGenerator) return exceptions.raiseObject(exception);
    if (!isExit) return calls.invokeWith(method, exception);
    continuations.push(afterInnerClose, exception);
    const closed = isGenerator ? generators.close(inner) : calls.invokeWith(method);
    return closed === RESUME ? RESUME : continuations.finish(closed);
  }

  /** Raises in the frame just pushed, once the loop runs it: no code between here and the loop takes it for its own. */
  function raiseInFrame(exception: Word): Word {
    continuations.push(raiseHere, exception);
    pushOperand(NONE);
    return RESUME;
  }

  function throwInto(generator: Word, exception: Word, closesDelegate = true): Word {
    const state = field(generator, GENERATOR_STATE);
    if (state === GENERATOR_RUNNING) return alreadyRuns(generator);
    if (state === GENERATOR_CLOSED)
      return isCoroutine(generator) ? alreadyAwaited() : exceptions.raiseObject(exception);
    // One that has not begun raises it at its first line.
    const inner = state === GENERATOR_CREATED ? NULL : subIterator(generator);
    if (!enter(generator, 0)) return NULL;
    if (inner === NULL) return raiseInFrame(exception);
    continuations.push(afterDelegate);
    const result = delegate(inner, exception, closesDelegate);
    if (result === RESUME) return RESUME;
    const taken = continuations.finish(result);
    if (taken === NULL) {
      const pending = exceptions.pending();
      exceptions.clearPending();
      return raiseInFrame(pending);
    }
    pushOperand(taken);
    return RESUME;
  }

  const afterClose = continuations.define(1, (result, state) => {
    if (result !== NULL)
      return exceptions.raise("RuntimeError", `${coroutines.kindOf(i32[state])} ignored GeneratorExit`);
    if (!exceptions.pendingIs("GeneratorExit") && !exceptions.pendingIs("StopIteration")) return NULL;
    exceptions.clearPending();
    return NONE;
  });

  function noticesClosing(generator: Word): boolean {
    const inner = subIterator(generator);
    if (inner !== NULL && i32[inner >>> 2] >>> 8 !== SHAPE_GENERATOR) return true;
    return context.codes.handlerAt(field(generator, GENERATOR_CODE), field(generator, GENERATOR_IP)) !== undefined;
  }

  const closeName = context.name("close");

  const mayBeClosed = (type: Address): boolean => types.record(type).isClass || types.lookup(type, closeName) !== NULL;

  function waitFor(iterator: Word): void {
    const frame = i32[STATE_FRAME >>> 2];
    const generator = field(frame, FRAME_GENERATOR);
    if (generator === NULL || (field(field(frame, FRAME_CODE), CODE_FLAGS) & (CODE_CLOSES | CODE_HIDDEN)) !== 0) return;
    if (i32[generator >>> 2] >>> 8 !== SHAPE_GENERATOR || (i32[generator >>> 2] & FLAG_REGISTERED) !== 0) return;
    if (!mayBeClosed(types.typeOf(iterator))) return;
    i32[generator >>> 2] |= FLAG_REGISTERED;
    heap.finalisers.register(generator);
  }

  const generators: Generators = {
    coroutines,
    waitFor,
    mayBeClosed,
    create,
    createFor,
    noticesClosing,
    resume,
    throwInto,
    end,
    startOf,
    stopIteration,
    raised,
    close(generator) {
      const state = field(generator, GENERATOR_STATE);
      if (state === GENERATOR_CREATED) finish(generator);
      if (state === GENERATOR_CREATED || state === GENERATOR_CLOSED) return NONE;
      continuations.push(afterClose, generator);
      const result = throwInto(generator, exceptions.create(types.named("GeneratorExit"), objects.emptyTuple));
      return result === RESUME ? RESUME : continuations.finish(result);
    },
    isDelegating: (generator) => suspendedDelegate(generator) !== NULL,
    awaitedBy(generator) {
      const inner = suspendedDelegate(generator);
      if (inner === NULL) return NONE;
      const isBody = i32[inner >>> 2] >>> 8 === SHAPE_GENERATOR && isCoroutine(inner);
      return isBody ? coroutines.wrap(inner) : inner;
    },
    takeStopValue() {
      const args = field(i32[STATE_PENDING >>> 2], EXCEPTION_ARGS);
      exceptions.clearPending();
      return field(args, TAIL_SIZE) === 0 ? NONE : i32[(args >>> 2) + 2];
    },
  };
  return generators;
}
