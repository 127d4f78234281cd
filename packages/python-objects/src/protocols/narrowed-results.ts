/// Results of `__index__`, `__int__`, `__float__` and `__complex__` that are of a subclass of the type they should be of.

import { NONE, NULL, type Word } from "@hotpy/memory";
import type { Protocols, UpToCalling } from "../context.js";

export interface NarrowedResults {
  /**
   * The value of what a special method has returned, which is of the builtin type of that name or of a subclass: then there is a
   * DeprecationWarning. NULL: raised. May collect.
   */
  narrow(result: Word, method: string, type: string): Word;
  /** Warns of what will no longer be possible. False: raised. May collect. */
  warnOfDeprecation(text: string): boolean;
}

export function createNarrowedResults(context: UpToCalling & Pick<Protocols, "attributes">): NarrowedResults {
  const { shapes, handles, strings, types, modules, attributes, calls, reentry, name: intern } = context;

  function warnOfDeprecation(text: string): boolean {
    const module = reentry.complete(() => modules.import(intern("_warnings"), NULL, 0), NULL, NULL, NULL);
    const warn = module === NULL ? NULL : attributes.get(module, intern("warn"));
    if (warn === NULL) return false;
    const message = strings.fromJS(text);
    const category = types.named("DeprecationWarning");
    return reentry.complete(() => calls.invokeWith(warn, message, category), NONE, NONE, NONE) !== NULL;
  }

  function narrow(result: Word, method: string, type: string): Word {
    const given = types.typeOf(result);
    const value = shapes.valueOf(result);
    if (given === types.named(type)) return value;
    const mark = handles.mark();
    const kept = handles.push(value);
    const isAllowed = warnOfDeprecation(
      `${method} returned non-${type} (type ${types.shownNameOf(given)}).  The ability to return an instance of a strict subclass of ${type} ` +
        "is deprecated, and may be removed in a future version of Python.",
    );
    const narrowed = isAllowed ? handles.get(kept) : NULL;
    handles.release(mark);
    return narrowed;
  }

  return { narrow, warnOfDeprecation };
}
