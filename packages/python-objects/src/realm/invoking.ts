import { NULL, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";

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
  /** `callee(*args)`. Re-enters the loop for Python functions (bounded depth). Args must be fresh. */
  call(callee: Word, ...args: readonly Word[]): Word;
  /** `callee(*args, **keywords)`: a tuple and a dict or NULL. */
  callSpread(callee: Word, args: Word, keywords: Word): Word;
  callMethod(object: Word, name: Word, ...args: readonly Word[]): Word;
  /** What the call of a builtin's generator function makes. Leaf but for the first time. Args must be fresh. */
  generator(fn: Word, ...args: readonly Word[]): Word;
}

export function createInvoking(parts: UpToProtocols): Invoking {
  const { handles, strings, natives, calls, attributes, generators } = parts;
  const { complete } = parts.reentry;
  const callWith = (callee: Word, args: readonly Word[]): Word => calls.invokeWith(callee, ...args);
  return {
    isCallable: calls.isCallable,
    tailCall: calls.invokeWith,
    tailCallSpecial: (self, name, argument) => calls.special(self, name, argument),
    call(callee, ...args) {
      return natives.isImmediate(callee) ? calls.invokeWith(callee, ...args) : complete(callWith, callee, args, 0);
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
