import { NULL, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";
import { type CallByKernel, callsByKernel } from "./by-kernel.js";

/** Calls. `call…` may collect; `tailCall…` is leaf, for natives with `frames: true`. */
export interface Invoking {
  /**
   * For natives with `frames: true`: calls `callee` in the native's place, without re-entering the loop; return what this
   * returns. Args must be fresh.
   */
  tailCall(callee: Word, ...args: readonly Word[]): Word;
  /** The same for a special method of `self`, looked for on its type; undefined: there is none. At most one argument. */
  tailCallSpecial(self: Word, name: Word, argument: Word): Word | undefined;
  /** `callable(w)`. Leaf. */
  isCallable(word: Word): boolean;
  /** See {@link callsByKernel}. Leaf, and dead after a safepoint. */
  callByKernel(callee: Word): CallByKernel | undefined;
  /** `callee(*args)`. Re-enters the loop for Python functions (bounded depth). Args must be fresh. */
  call(callee: Word, ...args: readonly Word[]): Word;
  /** `callee(*args, **keywords)`: a tuple and a dict or NULL. */
  callSpread(callee: Word, args: Word, keywords: Word): Word;
  /** Calls what {@link Typing.lookupOnType} has found on the type of `self`, bound to it: a function, or whatever descriptor. Args must be fresh. */
  callFound(found: Word, self: Word, ...args: readonly Word[]): Word;
  /** For natives with `frames: true`: the same in the native's place, with at most one argument. */
  tailCallFound(found: Word, self: Word, argument?: Word): Word;
  /** A special method of `self`, looked for on its type and bound; NULL: there is none, or raised. May collect. */
  boundSpecial(self: Word, name: Word): Word;
  callMethod(object: Word, name: Word, ...args: readonly Word[]): Word;
  /** What the call of a builtin's generator function makes. Leaf but for the first time. Args must be fresh. */
  generator(fn: Word, ...args: readonly Word[]): Word;
}

export function createInvoking(parts: UpToProtocols): Invoking {
  const { handles, strings, natives, calls, attributes, generators, objects, types } = parts;
  const { complete } = parts.reentry;
  const callWith = (callee: Word, args: readonly Word[]): Word => calls.invokeWith(callee, ...args);
  const call = (callee: Word, ...args: readonly Word[]): Word =>
    natives.isImmediate(callee) ? calls.invokeWith(callee, ...args) : complete(callWith, callee, args, 0);
  const bind = (found: Word, self: Word): Word => complete(attributes.bindSpecial, found, self, NULL);
  return {
    isCallable: calls.isCallable,
    callByKernel: callsByKernel(parts),
    tailCall: calls.invokeWith,
    tailCallSpecial: (self, name, argument) => calls.special(self, name, argument),
    call,
    callFound(found, self, ...args) {
      if (calls.takesSelf(found)) return call(found, self, ...args);
      const mark = handles.mark();
      const kept = args.map(handles.push);
      const bound = bind(found, self);
      const result = bound === NULL ? NULL : call(bound, ...kept.map(handles.get));
      handles.release(mark);
      return result;
    },
    tailCallFound: calls.invokeBound,
    boundSpecial(self, name) {
      const found = types.lookup(types.typeOf(self), name);
      if (found === NULL) return NULL;
      return calls.takesSelf(found) ? objects.boundMethod(found, self) : bind(found, self);
    },
    generator: (fn, ...args) => generators.createFor(fn, args) || complete(callWith, fn, args, 0),
    callSpread: (callee, args, keywords) => complete(calls.invokeSpread, callee, args, keywords),
    callMethod(object, name, ...args) {
      // The arguments must survive the lookup, which may run code.
      const mark = handles.mark();
      const kept = args.map((each) => handles.push(each));
      const method = complete(attributes.get, object, strings.intern(name), 0);
      const result = method === NULL ? NULL : complete(callWith, method, kept.map(handles.get), 0);
      handles.release(mark);
      return result;
    },
  };
}
