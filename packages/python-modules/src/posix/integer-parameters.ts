import { type Address, NULL, type Word } from "@hotpy/memory";
import { fitsSize, intArgument, type Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/// What the functions of `posix` take for integers, by the names of their parameters: an object with `__index__` will do, and
/// what does not fit C's type is refused. The functions themselves meet nothing but integers there.

type CType = "int" | "long";

const TYPES: Readonly<Record<string, CType>> = {
  fd: "int",
  fd_low: "int",
  fd_high: "int",
  fd2: "int",
  flags: "int",
  mode: "int",
  code: "int",
  whence: "int",
  pid: "int",
  pgid: "int",
  pgrp: "int",
  options: "int",
  status: "int",
  mask: "int",
  signal: "int",
  increment: "int",
  which: "int",
  who: "int",
  priority: "int",
  uid: "long",
  gid: "long",
  length: "long",
  position: "long",
  offset: "long",
  size: "long",
};

/** Functions whose parameters of these names are something else. */
const EXCEPT: ReadonlySet<string> = new Set(["sched_setaffinity"]);

/** The same function, which now gets integers that fit. */
export function withIntegerParameters(library: Library, definition: NativeDefinition): NativeDefinition {
  const { realm, withHandles } = library;
  const { i32 } = realm.memory;
  if (EXCEPT.has(definition.name) || definition.parameters === undefined) return definition;
  const types = parameterNames(definition.parameters).map((name) => TYPES[name]);
  const places = types.flatMap((type, place) => (type === undefined ? [] : [{ type, place }]));
  if (places.length === 0) return definition;
  const isReady = (word: Word): boolean => word === NULL || (word & 1) !== 0;

  function converted(word: Word, type: CType): Word {
    if (type === "int") {
      const value = intArgument(realm, word);
      return value === undefined ? NULL : realm.int(value);
    }
    const index = realm.index(word);
    if (index === NULL || fitsSize(realm, index)) return index;
    return realm.raise("OverflowError", "Python int too large to convert to C long");
  }

  /** Converts in place. The arguments are kept meanwhile: `__index__` may run on the part of the stack where they lie. */
  function convert(args: Address, count: number): boolean {
    const at = args >>> 2;
    return withHandles(() => {
      const kept = Array.from({ length: count }, (_, place) => realm.handles.push(i32[at + place]));
      for (const { type, place } of places) {
        const word = realm.handles.get(kept[place]);
        if (isReady(word)) continue;
        const made = converted(word, type);
        if (made === NULL) return false;
        realm.handles.set(kept[place], made);
      }
      for (let place = 0; place < count; place++) i32[at + place] = realm.handles.get(kept[place]);
      return true;
    });
  }

  return {
    ...definition,
    run(args, count) {
      for (const { place } of places)
        if (!isReady(i32[(args >>> 2) + place])) return convert(args, count) ? definition.run(args, count) : NULL;
      return definition.run(args, count);
    },
  };
}

const parameterNames = (parameters: string): string[] =>
  parameters
    .replace(/[()]/g, "")
    .split(",")
    .map((each) => each.trim().split("=")[0])
    .filter((name) => name !== "/" && name !== "*" && name !== "");
