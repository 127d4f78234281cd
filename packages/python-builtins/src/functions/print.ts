import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "../library.js";
import type { Streams } from "../streams.js";

/** print. */
export function definePrint(library: Library, streams: Streams): void {
  const { realm, lists, argument } = library;
  const { strings, handles, none } = realm;
  const stdoutName = realm.intern("stdout");
  const writeName = realm.intern("write");

  /** `sys.stdout` as it is now. */
  function currentOutput(): Word {
    const sys = realm.loadedModule("sys");
    const stream = sys === NULL ? streams.stdout : realm.getAttribute(sys, stdoutName);
    if (stream === NULL && realm.pendingIs("AttributeError")) {
      realm.clearPending();
      return realm.raise("RuntimeError", "lost sys.stdout");
    }
    return stream;
  }

  /** Text of `sep` or `end`; NULL: raised. */
  function separator(given: Word, name: string, otherwise: string): Word {
    if (given === NULL || given === none) return realm.intern(otherwise);
    const word = realm.valueOf(given);
    return strings.isString(word)
      ? word
      : realm.raise("TypeError", `${name} must be None or a string, not ${realm.typeName(word)}`);
  }

  /** Writes a str to a stream of ours or to any object with `write`. False: raised. May collect. */
  function emit(file: Word, text: Word): boolean {
    if (streams.isStream(file)) return streams.write(file, text);
    return realm.callMethod(file, writeName, text) !== NULL;
  }

  function print(args: Address): Word {
    const given = argument(args, 3);
    return library.withHandles(() => {
      const flush = argument(args, 4) === NULL ? 0 : realm.truth(argument(args, 4));
      if (flush < 0) return NULL;
      const file = handles.push(given === NULL || given === none ? currentOutput() : given);
      if (handles.get(file) === NULL) return NULL;
      if (handles.get(file) === none) return none;
      const between = separator(argument(args, 1), "sep", " ");
      const last = between === NULL ? NULL : separator(argument(args, 2), "end", "\n");
      if (last === NULL) return NULL;
      const [sep, end] = [handles.push(between), handles.push(last)];
      // Each text is written before the next one is made: making it may run Python code. In a trace none does, and all are made first.
      const texts = realm.isInTrace() ? textsOf(argument(args, 0)) : undefined;
      if (texts === NULL) return realm.retryByInterpreter();
      const count = lists.length(argument(args, 0));
      for (let i = 0; i < count; i++) {
        if (i > 0 && !emit(handles.get(file), handles.get(sep))) return NULL;
        const text = texts === undefined ? realm.toStr(lists.item(argument(args, 0), i)) : lists.item(texts, i);
        if (text === NULL || !emit(handles.get(file), text)) return NULL;
      }
      if (!emit(handles.get(file), handles.get(end))) return NULL;
      if (flush === 1 && realm.callMethod(handles.get(file), realm.intern("flush")) === NULL) return NULL;
      return none;
    });
  }

  /** Texts of the items of a tuple, as a tuple; NULL: raised, or Python code would have to run. */
  function textsOf(values: Word): Word {
    const texts: Word[] = [];
    for (let i = 0; i < lists.length(values); i++) {
      const text = realm.toStr(lists.item(values, i));
      if (text === NULL) return NULL;
      texts.push(text);
    }
    return realm.tuple(texts);
  }

  realm.defineBuiltin({
    name: "print",
    parameters: "(*args, sep=' ', end='\\n', file=None, flush=False)",
    run: print,
  });
}
