/// Calls. Arguments lie on the VM stack at a byte address, the last ones named by a tuple of names (or NULL), as in
/// CPython's vectorcall. The running frame's ip and sp are saved; sp is already cut below callee and arguments, so a
/// callee's frame and whatever is pushed must go above the arguments, or the arguments must be moved first.

import {
  depthStep,
  FRAME_CODE,
  FRAME_DEPTH,
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
  REQUEST_RAISE,
  STATE_DEPTH_LIMIT,
  STATE_FRAME,
  STATE_REQUEST,
  STATE_STACK_LIMIT,
  type Word,
} from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  CODE_COUNTER,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
  CODE_TRACE,
  FUNCTION_DEFAULTS,
  isNativeShape,
  METHOD_FUNCTION,
  METHOD_SELF,
  NATIVE_SELF,
  SHAPE_BOUND_OPERATOR,
  SHAPE_FUNCTION,
  SHAPE_METHOD,
  SHAPE_NATIVE,
  SHAPE_NATIVE_METHOD,
  SHAPE_NATIVE_OPERATOR,
  SHAPE_TYPE,
  TAIL_SIZE,
  TYPE_CALL_OPERATION,
  UNDECIDED,
} from "@hotpy/object-model";
import { CODE_PLAIN } from "../code/codes.js";
import { MAKES_SUPER } from "../constructs.js";
import type { Calling, UpToCode } from "../context.js";
import { RESUME } from "../natives.js";
import { createArguments } from "./arguments.js";
import { createInstances } from "./instances.js";

export interface Calls {
  /** Continuation under which a class calls `__init__`; keeps the instance. */
  readonly finishInit: number;
  /** The one under which it calls `__new__`, written in Python. */
  readonly finishNew: number;
  /** Calls anything. */
  invoke(callee: Word, args: Address, count: number, names: Word): Word;
  /** Calls with a few positional arguments from TypeScript. */
  invokeWith(callee: Word, ...args: readonly Word[]): Word;
  /** Finds a special method on the type of `self` and calls it; RESUME, a word, NULL (raised), or undefined if there is none. */
  special(self: Word, name: Word, first?: Word, second?: Word): Word | undefined;
  /** Calls what {@link Types.lookup} found on the type of `self`, binding it. */
  invokeBound(found: Word, self: Word, first?: Word, second?: Word): Word;
  /** Whether what has been found on a type is called with `self` before the arguments, as functions are, without binding it first. */
  takesSelf(found: Word): boolean;
  /** Calls a native with arguments in place. */
  callNative(native: Word, args: Address, count: number, names: Word): Word;
  /**
   * What `make`, of a native with frames, gives for these arguments, carried by a fresh instance of a class that refines its
   * type. Result of a protocol operation.
   */
  carrying(type: Address, args: Address, count: number, make: (args: Address, count: number) => Word): Word;
  /** `f(*args, **kwargs)`: a tuple and a dict or NULL. `call`: how, if not by {@link invoke}. */
  invokeSpread(callee: Word, args: Word, keywords: Word, call?: Calls["invoke"]): Word;
  /** An instance of a class, as `type.__call__` makes it: whatever its metaclass says. */
  instantiate(type: Address, args: Address, count: number, names: Word): Word;
  /** Pushes a frame for a plain function whose `count` arguments match; for the loop when its short cut does not fit. */
  enterFunction(fn: Word, args: Address, count: number, names: Word): Word;
  /** Byte address of free stack above the running frame's operands. */
  stackTop(): Address;
  /** FRAME_DEPTH of a frame of this code above a caller's. */
  depthAbove(caller: Address, code: Address): number;
  /** Whether a frame may end here and have this depth (FRAME_DEPTH); else false after raising RecursionError. */
  fits(end: Address, depth: number): boolean;
  isCallable(word: Word): boolean;
}

/** From one object to its `__call__`, when a call goes on so; as many frames would be too many. */
const MOST_STEPS = 1000;

export function createCalls(context: UpToCode & Pick<Calling, "natives">): Calls {
  const {
    memory,
    natives,
    codes,
    types,
    exceptions,
    continuations,
    objects,
    dicts,
    shapes,
    strings,
    reentry,
    forward,
    execution,
    pythonKernel,
    name: intern,
  } = context;
  const { i32 } = memory;
  const { pushesFrames } = natives;
  const { bind } = createArguments(context);
  const callName = intern("__call__");

  const field = (object: Address, offset: number): number => i32[(object + offset) >>> 2];
  const stackTop = (): Address => field(i32[STATE_FRAME >>> 2], FRAME_SP);

  /** Depth of a frame of this code above a caller. Builtins written in Python count as little as those written in TypeScript. */
  const depthAbove = (caller: Address, code: Address): number => field(caller, FRAME_DEPTH) + depthStep(i32, code);

  /** Whether a frame may end here and have this depth; else false after raising RecursionError. */
  function fits(end: Address, depth: number): boolean {
    if (end <= i32[STATE_STACK_LIMIT >>> 2] && depth <= i32[STATE_DEPTH_LIMIT >>> 2]) return true;
    // What a trace calls has no room for frames: to it this is a call of Python code.
    reentry.isAllowed();
    exceptions.raise("RecursionError", "maximum recursion depth exceeded");
    return false;
  }

  /** Moves arguments up if the next `words` words of operand stack would run into them. */
  function clearOf(args: Address, count: number, words: number): Address {
    const least = stackTop() + words * 4;
    if (args >= least) return args;
    const from = args >>> 2;
    const to = least >>> 2;
    for (let i = count - 1; i >= 0; i--) i32[to + i] = i32[from + i];
    return least;
  }

  /** Makes room for one more argument in front. */
  function prepend(word: Word, args: Address, count: number): Address {
    const top = stackTop();
    if (args - 4 >= top) {
      i32[(args - 4) >>> 2] = word;
      return args - 4;
    }
    const at = args >>> 2;
    for (let i = count - 1; i >= 0; i--) i32[at + 1 + i] = i32[at + i];
    i32[at] = word;
    return args;
  }

  function enterFunction(fn: Word, args: Address, count: number, names: Word): Word {
    const caller = i32[STATE_FRAME >>> 2];
    const code = codes.ofFunction(fn);
    const locals = field(code, CODE_LOCALS);
    const frame = Math.max(field(caller, FRAME_SP), args + count * 4);
    const slots = (frame + FRAME_SLOTS) >>> 2;
    const end = frame + FRAME_SLOTS + (locals + field(code, CODE_STACK)) * 4;
    const depth = depthAbove(caller, code);
    if (!fits(end, depth)) return NULL;
    let filled = field(code, CODE_ARGUMENTS);
    const isPlain = names === NULL && (field(code, CODE_FLAGS) & CODE_PLAIN) !== 0 && count <= filled;
    const defaults = isPlain && count < filled ? field(fn, FUNCTION_DEFAULTS) : NULL;
    // Word index of the default of parameter 0, were there one: defaults belong to the last parameters.
    const firstDefault = defaults === NULL ? 0 : (defaults >>> 2) + 2 + field(defaults, TAIL_SIZE) - filled;
    if (isPlain && (count === filled || (defaults !== NULL && firstDefault + count >= (defaults >>> 2) + 2))) {
      for (let i = 0; i < count; i++) i32[slots + i] = i32[(args >>> 2) + i];
      for (let i = count; i < filled; i++) i32[slots + i] = i32[firstDefault + i];
    } else {
      const record = codes.record(code);
      if (!bind(fn, record, args, count, names, slots << 2)) return NULL;
      const { unit } = record;
      filled = unit.argumentCount + unit.keywordOnlyCount + ((unit.flags >> 2) & 1) + ((unit.flags >> 3) & 1);
    }
    for (let i = filled; i < locals; i++) i32[slots + i] = NULL;
    const at = frame >>> 2;
    i32[at + (FRAME_PREVIOUS >>> 2)] = caller;
    i32[at + (FRAME_CODE >>> 2)] = code;
    i32[at + (FRAME_FUNCTION >>> 2)] = fn;
    i32[at + (FRAME_IP >>> 2)] = field(code, CODE_START);
    i32[at + (FRAME_SP >>> 2)] = (slots + locals) << 2;
    i32[at + (FRAME_DEPTH >>> 2)] = depth;
    i32[at + (FRAME_GENERATOR >>> 2)] = NULL;
    i32[STATE_FRAME >>> 2] = frame;
    return countCall(code, frame, caller);
  }

  function countCall(code: Address, frame: Address, caller: Address): Word {
    const counter = (code + CODE_COUNTER) >>> 2;
    if (i32[counter] > 0) {
      i32[counter]--;
      return RESUME;
    }
    // A trace calls: the frame will not be run.
    if (reentry.isForbidden()) return RESUME;
    const { hooks } = execution();
    const trace = field(code, CODE_TRACE);
    // What a recording or a trace has raised is to be unwound from where it has left, not from the caller.
    if (trace === 0) {
      if (!hooks.functionHot(frame)) i32[STATE_REQUEST >>> 2] |= REQUEST_RAISE;
      return RESUME;
    }
    const result = hooks.enterFunctionTrace(trace - 1);
    if (result === NULL) {
      if (exceptions.pending() !== NULL) i32[STATE_REQUEST >>> 2] |= REQUEST_RAISE;
      return RESUME;
    }
    i32[STATE_FRAME >>> 2] = caller;
    return result;
  }

  function callNative(native: Word, args: Address, count: number, names: Word): Word {
    const self = field(native, NATIVE_SELF);
    if (self !== NULL) {
      args = prepend(self, args, count);
      count++;
    }
    const sp = (i32[STATE_FRAME >>> 2] + FRAME_SP) >>> 2;
    const saved = i32[sp];
    let result: Word;
    try {
      result = natives.call(native, args, count, names, saved);
    } catch (error) {
      // Continuations are found below it.
      i32[sp] = saved;
      throw error;
    }
    if (!pushesFrames(native)) i32[sp] = saved;
    return result;
  }

  function invoke(callee: Word, args: Address, count: number, names: Word): Word {
    let steps = 0;
    for (;;) {
      switch ((callee & 1) !== 0 ? 0 : i32[callee >>> 2] >>> 8) {
        case SHAPE_FUNCTION:
          return enterFunction(callee, args, count, names);
        case SHAPE_NATIVE:
        case SHAPE_NATIVE_METHOD:
        case SHAPE_NATIVE_OPERATOR:
        case SHAPE_BOUND_OPERATOR:
          return callNative(callee, args, count, names);
        case SHAPE_METHOD:
          args = prepend(field(callee, METHOD_SELF), args, count);
          callee = field(callee, METHOD_FUNCTION);
          count++;
          break;
        case SHAPE_TYPE:
          return callType(callee, args, count, names);
        default: {
          const found = types.lookup(types.typeOf(callee), callName);
          if (found === NULL)
            return exceptions.raise("TypeError", `'${types.shownNameOf(types.typeOf(callee))}' object is not callable`);
          if (takesSelf(found) || !forward.bindsAtOnce(found)) return invokeFound(found, callee, args, count, names);
          // Objects whose `__call__` is an object may go round in circles.
          if (++steps > MOST_STEPS)
            return exceptions.raise("RecursionError", "maximum recursion depth exceeded while calling a Python object");
          callee = forward.bindSpecial(found, callee);
        }
      }
    }
  }

  const takesSelf = (found: Word): boolean => {
    const shape = (found & 1) !== 0 ? 0 : i32[found >>> 2] >>> 8;
    return shape === SHAPE_FUNCTION || shape === SHAPE_NATIVE_METHOD || shape === SHAPE_NATIVE_OPERATOR;
  };

  /** Calls what a descriptor has bound. */
  const callSpread = continuations.define(2, (bound, state) => {
    if (bound === NULL) return NULL;
    const keywords = i32[state + 1];
    return invokeSpread(bound, i32[state], keywords === NONE ? NULL : keywords);
  });

  /** Calls a special method found on the type of `self`. */
  function invokeFound(found: Word, self: Word, args: Address, count: number, names: Word): Word {
    if (takesSelf(found)) return invoke(found, prepend(self, args, count), count + 1, names);
    const [positional, keywords] = pack(args, count, names);
    return callBound(found, self, positional, keywords);
  }

  /** The same with arguments as a tuple, and a dict or None. */
  function callBound(found: Word, self: Word, positional: Word, keywords: Word): Word {
    continuations.push(callSpread, positional, keywords);
    const bound = takesSelf(found) ? objects.boundMethod(found, self) : forward.bindSpecial(found, self);
    return bound === RESUME ? RESUME : continuations.finish(bound);
  }

  /** Arguments as a tuple, and a dict or None. */
  function pack(args: Address, count: number, names: Word): [positional: Word, keywords: Word] {
    const named = names === NULL ? 0 : field(names, TAIL_SIZE);
    const positional = objects.tupleFrom(args, count - named);
    if (named === 0) return [positional, NONE];
    const keywords = dicts.create();
    for (let i = 0; i < named; i++)
      dicts.set(keywords, i32[(names >>> 2) + 2 + i], i32[(args >>> 2) + count - named + i]);
    return [positional, keywords];
  }

  const { finishInit, finishNew, callType, instantiate, carrying } = createInstances(context, {
    invoke,
    invokeFound,
    callBound,
    callNative,
    enterFunction,
    pack,
    prepend,
    clearOf,
  });

  /* ---- from TypeScript ---- */

  function invokeWith(callee: Word, ...args: readonly Word[]): Word {
    const top = stackTop();
    for (let i = 0; i < args.length; i++) i32[(top >>> 2) + i] = args[i];
    return invoke(callee, top, args.length, NULL);
  }

  /** Calls what a descriptor has bound with the arguments kept, NULL where there are fewer. */
  const callWhatWasBound = continuations.define(2, (bound, state) => {
    if (bound === NULL) return NULL;
    const first = i32[state];
    const second = i32[state + 1];
    if (second !== NULL) return invokeWith(bound, first, second);
    return first === NULL ? invokeWith(bound) : invokeWith(bound, first);
  });

  function invokeBound(found: Word, self: Word, first?: Word, second?: Word): Word {
    if (!takesSelf(found)) {
      continuations.push(callWhatWasBound, first ?? NULL, second ?? NULL);
      const bound = forward.bindSpecial(found, self);
      return bound === RESUME ? RESUME : continuations.finish(bound);
    }
    const args = stackTop();
    let top = args >>> 2;
    i32[top++] = self;
    if (first !== undefined) i32[top++] = first;
    if (second !== undefined) i32[top++] = second;
    const count = top - (args >>> 2);
    return isNativeShape(i32[found >>> 2] >>> 8)
      ? callNative(found, args, count, NULL)
      : enterFunction(found, args, count, NULL);
  }

  function isCallable(word: Word): boolean {
    if ((word & 1) !== 0) return false;
    const shape = i32[word >>> 2] >>> 8;
    return (
      shape === SHAPE_FUNCTION ||
      isNativeShape(shape) ||
      shape === SHAPE_METHOD ||
      shape === SHAPE_TYPE ||
      types.lookup(types.typeOf(word), callName) !== NULL
    );
  }

  /** Whether CPython hands the dict of named arguments over as it is, to be refused whatever is in it. */
  function refusesNames(callee: Word): boolean {
    const shape = (callee & 1) !== 0 ? 0 : i32[callee >>> 2] >>> 8;
    if (shape === SHAPE_NATIVE_OPERATOR || shape === SHAPE_BOUND_OPERATOR)
      return !natives.record(callee).definition.parameters.includes("**");
    if (!isCallable(callee)) return true;
    return shape === SHAPE_TYPE && types.record(callee).kind === "exception" && !types.record(callee).isClass;
  }

  /** What a kernel makes of a call of a builtin type, as the loop asks it where the arguments lie in place. */
  function constructed(callee: Word, args: Address, count: number): Word {
    if ((callee & 1) !== 0 || i32[callee >>> 2] >>> 8 !== SHAPE_TYPE) return UNDECIDED;
    const makes = field(callee, TYPE_CALL_OPERATION);
    // What `super()` is about is said by the frame that calls.
    return makes === 0 || makes === MAKES_SUPER ? UNDECIDED : pythonKernel.constructPlain(callee, count, args, NULL);
  }

  function invokeSpread(callee: Word, args: Word, keywords: Word, call = invoke): Word {
    const top = stackTop();
    let count = field(args, TAIL_SIZE);
    for (let i = 0; i < count; i++) i32[(top >>> 2) + i] = i32[(args >>> 2) + 2 + i];
    if (keywords === NULL || dicts.length(keywords) === 0) {
      const made = call === invoke ? constructed(callee, top, count) : UNDECIDED;
      return made === UNDECIDED ? call(callee, top, count, NULL) : made;
    }
    const names: Word[] = [];
    for (let entry = dicts.nextEntry(keywords, 0); entry >= 0; entry = dicts.nextEntry(keywords, entry + 1)) {
      const key = shapes.valueOf(dicts.keyAt(keywords, entry));
      if (!strings.isString(key) && !refusesNames(callee))
        return exceptions.raise("TypeError", "keywords must be strings");
      // Whoever takes no names at all does not look at them.
      names.push(strings.isString(key) ? key : strings.empty);
      i32[(top >>> 2) + count++] = dicts.valueAt(keywords, entry);
    }
    return call(callee, top, count, objects.tuple(names));
  }

  const calls: Calls = {
    finishInit,
    finishNew,
    invoke,
    invokeWith,
    special(self, name, first, second) {
      const found = types.lookup(types.typeOf(self), name);
      return found === NULL || found === NONE ? undefined : invokeBound(found, self, first, second);
    },
    invokeBound,
    takesSelf,
    callNative,
    carrying,
    instantiate,
    invokeSpread,
    enterFunction,
    stackTop,
    depthAbove,
    fits,
    isCallable,
  };
  return calls;
}
