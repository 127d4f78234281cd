import type { Address, Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition, SystemCalls } from "@hotpy/python-objects";
import { createWaiting } from "../waiting.js";

/** Functions of `posix` that take numbers. */
export interface NumberArguments {
  /** The first arguments, so many, as numbers; undefined: raised. May collect. */
  numbers(args: Address, count: number): number[] | undefined;
  /** A call of the system with the numbers that all its parameters are. */
  ofNumbers(
    name: string,
    parameters: string,
    run: (system: SystemCalls, ...numbers: number[]) => number | boolean | Pair | undefined,
  ): NativeDefinition;
}

type Pair = readonly [number, number];

export function createNumberArguments(library: Library): NumberArguments {
  const { realm, argument } = library;
  const { calling } = createWaiting(library);

  function numbers(args: Address, count: number): number[] | undefined {
    const found: number[] = [];
    for (let index = 0; index < count; index++) {
      const value = realm.indexNumber(argument(args, index));
      if (value === undefined) return undefined;
      found.push(value);
    }
    return found;
  }

  function wordOf(result: number | boolean | Pair | undefined): Word {
    if (result === undefined) return realm.none;
    if (typeof result === "object") return realm.tuple(result.map(realm.int));
    return typeof result === "boolean" ? realm.bool(result) : realm.int(result);
  }

  return {
    numbers,
    ofNumbers(name, parameters, run) {
      const count = parameters === "()" ? 0 : parameters.split(",").filter((each) => !each.includes("/")).length;
      return calling(name, parameters, (system, args) => {
        const given = numbers(args, count);
        return given === undefined ? 0 : wordOf(run(system, ...given));
      });
    },
  };
}
