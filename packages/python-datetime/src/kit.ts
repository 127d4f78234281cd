import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { type LocalTime, localTimeOf } from "@hotpy/python-modules";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createFolds, type Folds } from "./folds.js";
import { createFormats, type Formats } from "./format.js";
import { createOtherModules, type OtherModules } from "./modules.js";
import { createNumbers, type Numbers } from "./numbers.js";
import { createOffsets, type Offsets } from "./offsets.js";
import { createTimedeltaArithmetic, type TimedeltaArithmetic } from "./timedelta-arithmetic.js";
import { createValues, type Values } from "./values.js";

/** What the types of the module are made with. */
export interface Kit {
  readonly library: Library;
  readonly values: Values;
  readonly numbers: Numbers;
  readonly offsets: Offsets;
  readonly deltas: TimedeltaArithmetic;
  readonly modules: OtherModules;
  readonly formats: Formats;
  readonly localTime: LocalTime;
  readonly folds: Folds;
  /** What `fromisoformat` and others say of an argument that is no str; undefined: raised. */
  textOf(word: Word, fault: string): string | undefined;
  /** A method whose function gets the object itself, and its other arguments at `args + 4`. */
  method(name: string, parameters: string, run: (self: Word, args: number) => Word): NativeDefinition;
  /** `__reduce_ex__` and `__reduce__` of a time or datetime; `stateOf` makes the bytes of its parts, with the fold from protocol 4 on. */
  reducing(stateOf: (value: Word, withFold: boolean) => Word): readonly NativeDefinition[];
  /** `__new__` of a type for a class that refines it, as `replace` calls it: without the class's own `__new__`. */
  newOf(type: Word, cls: Word, ...args: readonly Word[]): Word;
  /** "can't compare datetime.datetime to datetime.date" */
  notComparable(a: Word, b: Word): typeof NULL;
}

export function createKit(library: Library): Kit {
  const { realm, argument } = library;
  const values = createValues(library);
  const offsets = createOffsets(library, values);
  const modules = createOtherModules(library, values.keeping);
  const localTime = localTimeOf(realm);
  const newName = realm.intern("__new__");
  function textOf(word: Word, fault: string): string | undefined {
    const text = realm.valueOf(word);
    if (realm.strings.isString(text)) return realm.strings.toJS(text);
    realm.raise("TypeError", fault);
    return undefined;
  }
  const numbers = createNumbers(library);
  const method: Kit["method"] = (name, parameters, run) => ({
    name,
    parameters,
    receives: "self",
    run: (args) => run(argument(args, 0), args),
  });
  return {
    library,
    values,
    numbers,
    offsets,
    deltas: createTimedeltaArithmetic(library, values),
    modules,
    formats: createFormats({ library, values, offsets, modules, textOf }),
    textOf,
    localTime,
    folds: createFolds(localTime),
    method,
    reducing(stateOf) {
      function reduce(self: Word, withFold: boolean): Word {
        const value = realm.valueOf(self);
        const zone = values.zone(value);
        const state = stateOf(value, withFold);
        return realm.tuple([realm.typeOf(self), realm.tuple(zone === realm.none ? [state] : [state, zone])]);
      }
      return [
        {
          ...method("__reduce_ex__", "(self, protocol, /)", (_, args) => {
            const protocol = numbers.integer(argument(args, 1));
            return protocol === undefined ? NULL : reduce(argument(args, 0), protocol > 3);
          }),
          wording: "parse" as const,
        },
        method("__reduce__", "(self, /)", (self) => reduce(self, false)),
      ];
    },
    newOf: (type, cls, ...args) => realm.call(realm.lookupOnType(type, newName), cls, ...args),
    notComparable: (a, b) => realm.raise("TypeError", `can't compare ${realm.typeName(a)} to ${realm.typeName(b)}`),
  };
}
