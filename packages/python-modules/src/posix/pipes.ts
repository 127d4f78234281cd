import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createWaiting } from "../waiting.js";
import { createNumberArguments } from "./number-arguments.js";
import { createSystem } from "./system.js";

const O_CLOEXEC = 0o2000000;

/** What `posix` has of pipes, and of copies and properties of descriptors. */
export function createPipeFunctions(library: Library): readonly NativeDefinition[] {
  const { realm, argument } = library;
  const { integers, none } = realm;
  const { calling } = createWaiting(library);
  const { fullPath } = createSystem(library);

  const { numbers, ofNumbers } = createNumberArguments(library);
  const isTrue = (args: number, index: number): boolean =>
    argument(args, index) === 0 || realm.truth(argument(args, index)) === 1;

  return [
    ofNumbers("pipe", "()", (system) => system.pipe(O_CLOEXEC)),
    ofNumbers("pipe2", "(flags, /)", (system, flags) => system.pipe(flags)),
    ofNumbers("dup", "(fd, /)", (system, descriptor) => system.duplicate(descriptor)),
    calling("dup2", "(fd, fd2, inheritable=True)", (system, args) => {
      const given = numbers(args, 2);
      if (given === undefined) return 0;
      system.duplicateTo(given[0], given[1], isTrue(args, 2));
      return realm.int(given[1]);
    }),
    ofNumbers("get_inheritable", "(fd, /)", (system, descriptor) => system.isInheritable(descriptor)),
    ofNumbers(
      "set_inheritable",
      "(fd, inheritable, /)",
      (system, descriptor, inheritable) => void system.setInheritable(descriptor, inheritable !== 0),
    ),
    ofNumbers("get_blocking", "(fd, /)", (system, descriptor) => system.isBlocking(descriptor)),
    ofNumbers(
      "set_blocking",
      "(fd, blocking, /)",
      (system, descriptor, blocking) => void system.setBlocking(descriptor, blocking !== 0),
    ),
    ofNumbers("size_of_terminal", "(fd, /)", (system, descriptor) => system.terminalSize(descriptor)),
    calling("file_system_status", "(path, /)", (system, args) => {
      const given = realm.valueOf(argument(args, 0));
      const [size, fragment, blocks, free, available, files, filesFree, filesAvailable, id, flag, name] =
        system.fileSystemStatus(
          integers.isInteger(given) ? integers.toNumber(given) : fullPath(realm.strings.toJS(given)),
        );
      return realm.tuple(
        [size, fragment, blocks, free, available, files, filesFree, filesAvailable, flag, name, id].map(realm.int),
      );
    }),
    {
      name: "closerange",
      parameters: "(fd_low, fd_high, /)",
      run(args) {
        const given = numbers(args, 2);
        if (given === undefined) return 0;
        for (let descriptor = given[0]; descriptor < given[1]; descriptor++) {
          try {
            realm.platform.files?.close(descriptor);
          } catch {
            // What is not open need not be closed.
          }
        }
        return none;
      },
    },
  ];
}
