import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "../library.js";
import type { Streams } from "../streams.js";

/** print. */
export function definePrint(library: Library, streams: Streams): void {
  const { realm, lists, surrogate, argument } = library;
  const { strings, handles, none, pythonKernel: kernel } = realm;
  const stdoutName = realm.intern("stdout");

  /** `sys.stdout` as it is now. */
  function currentOutput(): Word {
    const sys = realm.loadedModule("sys");
    streams.lookIn(sys);
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

  function print(args: Address): Word {
    const [values, sep, end, file, flush] = [0, 1, 2, 3, 4].map((i) => argument(args, i));
    return kernel.printValues(values, sep, end, file, flush) === none ? none : printByParts(args);
  }

  function printByParts(args: Address): Word {
    return library.withHandles(() => {
      // Read before anything runs: what does may overwrite the arguments of natives with frames.
      const [values, between, last, given, flushes] = [0, 1, 2, 3, 4].map((i) => handles.push(argument(args, i)));
      const flush = handles.get(flushes) === NULL ? 0 : realm.truth(handles.get(flushes));
      if (flush < 0) return NULL;
      const isGiven = handles.get(given) !== NULL && handles.get(given) !== none;
      const file = handles.push(isGiven ? handles.get(given) : currentOutput());
      if (handles.get(file) === NULL) return NULL;
      if (handles.get(file) === none) return none;
      const sep = handles.push(separator(handles.get(between), "sep", " "));
      const end = handles.push(handles.get(sep) === NULL ? NULL : separator(handles.get(last), "end", "\n"));
      if (handles.get(end) === NULL) return NULL;
      if (!streams.isStream(handles.get(file))) {
        const [target, items, first, second] = [file, values, sep, end].map(handles.get);
        return realm.tailCall(surrogate("print_to"), target, items, first, second, realm.bool(flush === 1));
      }
      const emit = (text: Word): boolean => streams.write(handles.get(file), text);
      // Each text is written before the next one is made: making it may run Python code. In a trace none does, and all are made first.
      const texts = realm.isInTrace() ? textsOf(handles.get(values)) : undefined;
      if (texts === NULL) return realm.retryByInterpreter();
      const count = lists.length(handles.get(values));
      for (let i = 0; i < count; i++) {
        if (i > 0 && !emit(handles.get(sep))) return NULL;
        const text = texts === undefined ? realm.toStr(lists.item(handles.get(values), i)) : lists.item(texts, i);
        if (text === NULL || !emit(text)) return NULL;
      }
      if (!emit(handles.get(end))) return NULL;
      if (flush === 1 && realm.callMethod(handles.get(file), realm.intern("flush")) === NULL) return NULL;
      return none;
    });
  }

  /** Texts of the items of a tuple, as a tuple; NULL: raised, or Python code would have to run. */
  function textsOf(values: Word): Word {
    const texts: Word[] = [];
    for (let i = 0; i < lists.length(values); i++) {
      // Stays: a trace calls, so no Python code runs.
      const text = realm.toStr(lists.item(values, i));
      if (text === NULL) return NULL;
      texts.push(text);
    }
    return realm.tuple(texts);
  }

  realm.defineBuiltin({
    name: "print",
    parameters: "(*args, sep=' ', end='\\n', file=None, flush=False)",
    kernel: {
      1: kernel.printPlainly,
      2: kernel.printSeparated,
      3: kernel.printEnded,
      4: kernel.printTo,
      5: kernel.printValues,
    },
    spread: kernel.printArguments,
    takesNames: true,
    frames: true,
    run: print,
  });
}
