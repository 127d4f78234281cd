import { type Address, NULL, type Word } from "@hotpy/memory";
import { type ByteArrays, createByteArrays, type Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createSystem, type System } from "../posix/system.js";
import { ACCESS_COPY, ACCESS_READ } from "./construct.js";
import type { MapState, Maps } from "./maps.js";

/** What the methods of maps share. */
export interface MapKit {
  readonly library: Library;
  readonly maps: Maps;
  readonly guarded: System["guarded"];
  /** A method that raises ValueError of a map that is closed. */
  method(name: string, parameters: string, run: (state: MapState, args: Address) => Word): NativeDefinition;
  /** Whether the map is still open: numbers among arguments may have run Python code. False: raised. */
  isOpen(state: MapState): boolean;
  /** False: raised. */
  mayWrite(state: MapState): boolean;
  /** An argument as a number; undefined: raised. May collect. */
  number(args: Address, index: number, otherwise?: number): number | undefined;
  /** Whether nothing sees the memory; else BufferError. False: raised. */
  isUnused(map: Word, message: "close" | "resize"): boolean;
}

export function createMapKit(library: Library, maps: Maps): MapKit {
  const { realm, argument } = library;
  const { guarded } = createSystem(library);
  const users: Readonly<Record<"close" | "resize", ByteArrays>> = {
    close: createByteArrays(realm, "cannot close exported pointers exist"),
    resize: createByteArrays(realm, "mmap can't resize with extant buffers exported."),
  };

  function isOpen({ place }: MapState): boolean {
    if (place !== undefined) return true;
    realm.raise("ValueError", "mmap closed or invalid");
    return false;
  }

  return {
    library,
    maps,
    guarded,
    isOpen,
    method: (name, parameters, run) => ({
      name,
      parameters,
      leaf: false,
      wording: "parse",
      run(args) {
        const state = maps.stateOf(argument(args, 0));
        return isOpen(state) ? run(state, args) : NULL;
      },
    }),
    mayWrite({ access }) {
      if (access !== ACCESS_READ) return true;
      realm.raise("TypeError", "mmap can't modify a readonly memory map.");
      return false;
    },
    number: (args, index, otherwise = 0) =>
      argument(args, index) === NULL ? otherwise : realm.indexNumber(argument(args, index)),
    isUnused(map, message) {
      // Whoever has views is asked by a change of size of what counts them.
      const exports = maps.exportsOf(map);
      return users[message].replace(exports, 0, 0, 0, 1) && users[message].replace(exports, 0, 1, 0, 0);
    },
  };
}

/** Whether changes do not reach the file. */
export const isPrivate = ({ access }: MapState): boolean => access === ACCESS_READ || access === ACCESS_COPY;
