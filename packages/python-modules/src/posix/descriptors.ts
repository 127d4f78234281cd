import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { openFilesOf } from "./open-files.js";
import { createSystem } from "./system.js";

/** What can be done with an open file, by its descriptor. The arguments stand in this order. */
export interface DescriptorFunctions {
  /** `(fd)` */
  readonly close: NativeDefinition["run"];
  /** `(fd, size)`: at most so many bytes. */
  readonly read: NativeDefinition["run"];
  /** `(fd, data)`: how many bytes were written. */
  readonly write: NativeDefinition["run"];
  /** `(fd, position, whence)`: the new position, in bytes. */
  readonly seek: NativeDefinition["run"];
  /** `(fd, size)`, in bytes. */
  readonly truncate: NativeDefinition["run"];
  /** `(fd)` */
  readonly isTerminal: NativeDefinition["run"];
}

/** The natives that `posix` and `_io` share: each module gives them its own names and parameters. */
export function createDescriptorFunctions(library: Library): DescriptorFunctions {
  const { realm, argument } = library;
  const { bytes, integers, none } = realm;
  const { guarded, contentOf } = createSystem(library);
  const openFiles = openFilesOf(realm);
  const number = (args: number, index: number): number => integers.toNumber(realm.valueOf(argument(args, index)));

  return {
    close: (args): Word =>
      guarded((system) => {
        openFiles.remove(number(args, 0));
        system.close(number(args, 0));
        return none;
      }),
    read: (args): Word =>
      guarded((system) => {
        const buffer = new Uint8Array(number(args, 1));
        return bytes.fromArray(buffer.subarray(0, system.readInto(number(args, 0), buffer)));
      }),
    write: (args): Word => guarded((system) => realm.int(system.write(number(args, 0), contentOf(argument(args, 1))))),
    seek: (args): Word =>
      guarded((system) => realm.int(system.seek(number(args, 0), number(args, 1), number(args, 2) as 0 | 1 | 2))),
    truncate: (args): Word => guarded((system) => (system.truncate(number(args, 0), number(args, 1)), none)),
    isTerminal: (args): Word => realm.bool(realm.platform.files?.isTerminal(number(args, 0)) === true),
  };
}
