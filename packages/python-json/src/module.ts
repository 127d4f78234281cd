import { instantiateKernel, NULL, type Word } from "@hotpy/memory";
import { kernelHeap, UNDECIDED } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import { callSource, defineSourceModule } from "@hotpy/python-modules";
import { interruptsOf, type NativeDefinition } from "@hotpy/python-objects";
import { FAULT_TEXTS, JSON_CONSTANT, JSON_DEEP, JSON_MEMORY, JSON_NUMBER, JSON_VALUE } from "./faults.js";
import { type Kernel, MODULE } from "./generated/kernel.js";
import { jsonSource } from "./source.js";

/** Containers that may lie in each other where they are written; what is deeper is looked at step by step. */
const DEPTH_OF_WRITING = 200;

/** The module `_json`. */
export function defineJson(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument, numberArgument } = library;
  const { strings, none } = realm;
  let made: Kernel | undefined;

  function kernel(): Kernel {
    const { integerFromText, floatFromText } = realm.kernel;
    const { createDict, setKey } = realm.dicts.kernel;
    made ??= instantiateKernel<Kernel>(MODULE, realm.memory, {
      heap: kernelHeap(realm.heap),
      work: { isInterrupted: interruptsOf(realm.platform) },
      objects: { integerFromText, floatFromText, callRepr: realm.pythonKernel.callRepr, createDict, setKey },
    });
    return made;
  }

  /** The tuple of what has been read and the place behind it. */
  const readTo = (value: Word): Word => realm.tuple([value, realm.int(kernel().scanEnd())]);

  /** Tells of the fault at which reading has ended. */
  function raiseFault(string: Word): Word {
    const [fault, place] = [kernel().scanFault(), kernel().scanEnd()];
    if (fault === JSON_MEMORY) return realm.heap.exhausted();
    if (fault === JSON_VALUE) return realm.raiseWith("StopIteration", realm.int(place));
    if (fault === JSON_DEEP) {
      const what = strings.codeAt(strings.flat(string), place) === OBJECT ? "object" : "array";
      return realm.raise(
        "RecursionError",
        `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`,
      );
    }
    return callSource(library, surrogate, "wrong", [realm.str(FAULT_TEXTS.get(fault) ?? ""), string, realm.int(place)]);
  }

  function scan(args: number): Word {
    const start = realm.indexNumber(argument(args, 1));
    if (start === undefined) return NULL;
    const string = realm.valueOf(argument(args, 0));
    const value = kernel().scanJson(
      string,
      Math.min(start, strings.length(string)),
      argument(args, 2) === realm.bool(true),
      realm.recursionLimit(),
    );
    if (value !== NULL) return readTo(value);
    const fault = kernel().scanFault();
    return fault === JSON_CONSTANT || fault === JSON_NUMBER ? none : raiseFault(string);
  }

  function scanString(args: number): Word {
    const given = argument(args, 0);
    if (!strings.isString(realm.valueOf(given)))
      return realm.raise("TypeError", `first argument must be a string, not ${realm.typeName(given)}`);
    const end = realm.indexNumber(argument(args, 1));
    const isStrict = argument(args, 2) === NULL ? 1 : realm.truth(argument(args, 2));
    if (end === undefined || isStrict < 0) return NULL;
    const string = realm.valueOf(argument(args, 0));
    if (end < 0 || end > strings.length(string)) return realm.raise("ValueError", "end is out of bounds");
    const value = kernel().scanString(string, end, isStrict === 1);
    return value === NULL ? raiseFault(string) : readTo(value);
  }

  const orExhausted = (word: Word): Word => (word === NULL ? realm.heap.exhausted() : word);
  const quoting = (name: string, isAscii: boolean): NativeDefinition => ({
    name,
    parameters: "(string, /)",
    run(args) {
      const given = argument(args, 0);
      const string = realm.valueOf(given);
      if (!strings.isString(string))
        return realm.raise("TypeError", `first argument must be a string, not ${realm.typeName(given)}`);
      return orExhausted(kernel().quoteJson(string, isAscii));
    },
  });

  /** 1: the encoder is that for ASCII, 0: the other one of this module, -1: another. */
  function kindOf(encoder: Word): number {
    const { handles } = realm;
    const mark = handles.mark();
    const kept = handles.push(encoder);
    /** Whether it is a function of this module. Finding that may collect. */
    const is = (name: string): boolean => {
      const found = realm.getAttribute(realm.loadedModule("_json"), realm.intern(name));
      return handles.get(kept) === found;
    };
    const kind = is("encode_basestring_ascii") ? 1 : is("encode_basestring") ? 0 : -1;
    handles.release(mark);
    return kind;
  }

  const scanstring: NativeDefinition = {
    name: "scanstring",
    parameters: "(string, end, strict=True, /)",
    leaf: false,
    run: scanString,
  };
  const surrogate = defineSourceModule(builtins, {
    name: "_json",
    source: jsonSource,
    natives: [
      scanstring,
      { name: "scan", parameters: "(string, idx, strict, /)", leaf: false, run: scan },
      {
        name: "encode",
        parameters: "(value, items, keys, is_ascii, depth, /)",
        run(args) {
          const [value, items, keys, isAscii] = [0, 1, 2, 3].map((index) => argument(args, index));
          const separators = [items, keys].map(realm.valueOf);
          const text = kernel().encodeJson(
            value,
            separators[0],
            separators[1],
            isAscii === realm.bool(true),
            Math.max(0, Math.min(DEPTH_OF_WRITING, numberArgument(args, 4))),
          );
          return text === UNDECIDED ? none : orExhausted(text);
        },
      },
      {
        name: "quote",
        parameters: "(text, is_ascii, /)",
        run: (args) =>
          orExhausted(kernel().quoteJson(realm.valueOf(argument(args, 0)), argument(args, 1) === realm.bool(true))),
      },
      { name: "recursion_limit", parameters: "()", run: () => realm.int(realm.recursionLimit()) },
      { name: "kind_of", parameters: "(encoder, /)", run: (args) => realm.int(kindOf(argument(args, 0))) },
    ],
    shows: ["make_scanner", "make_encoder"],
    final: ["make_scanner", "make_encoder"],
    functions: [scanstring, quoting("encode_basestring_ascii", true), quoting("encode_basestring", false)],
  });
}

const OBJECT = 123;
