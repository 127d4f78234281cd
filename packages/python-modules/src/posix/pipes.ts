import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition, SystemCalls } from "@hotpy/python-objects";
import { createWaiting } from "../waiting.js";

const O_CLOEXEC = 0o2000000;

/** What `posix` has of pipes, and of copies and properties of descriptors. */
export function createPipeFunctions(library: Library): readonly NativeDefinition[] {
  const { realm, argument } = library;
  const { integers, none } = realm;
  const { calling } = createWaiting(library);

  /** Undefined: raised. */
  function numbers(args: number, count: number): number[] | undefined {
    const found: number[] = [];
    for (let index = 0; index < count; index++) {
      const value = realm.indexNumber(argument(args, index));
      if (value === undefined) return undefined;
      found.push(value);
    }
    return found;
  }
  const ofNumbers = (
    name: string,
    parameters: string,
    count: number,
    run: (system: SystemCalls, ...given: number[]) => Word,
  ): NativeDefinition =>
    calling(name, parameters, (system, args) => {
      const given = numbers(args, count);
      return given === undefined ? 0 : run(system, ...given);
    });
  const isTrue = (args: number, index: number): boolean =>
    argument(args, index) === 0 || realm.truth(argument(args, index)) === 1;
  const pair = (values: readonly number[]): Word => realm.tuple(values.map(realm.int));

  return [
    calling("pipe", "()", (system) => pair(system.pipe(O_CLOEXEC))),
    ofNumbers("pipe2", "(flags, /)", 1, (system, flags) => pair(system.pipe(flags))),
    ofNumbers("dup", "(fd, /)", 1, (system, descriptor) => realm.int(system.duplicate(descriptor))),
    calling("dup2", "(fd, fd2, inheritable=True)", (system, args) => {
      const given = numbers(args, 2);
      if (given === undefined) return 0;
      system.duplicateTo(given[0], given[1], isTrue(args, 2));
      return realm.int(given[1]);
    }),
    ofNumbers("get_inheritable", "(fd, /)", 1, (system, descriptor) => realm.bool(system.isInheritable(descriptor))),
    calling("set_inheritable", "(fd, inheritable, /)", (system, args) => {
      const given = numbers(args, 2);
      if (given === undefined) return 0;
      system.setInheritable(given[0], given[1] !== 0);
      return none;
    }),
    ofNumbers("get_blocking", "(fd, /)", 1, (system, descriptor) => realm.bool(system.isBlocking(descriptor))),
    calling("set_blocking", "(fd, blocking, /)", (system, args) => {
      const given = numbers(args, 2);
      if (given === undefined) return 0;
      system.setBlocking(given[0], given[1] !== 0);
      return none;
    }),
    ofNumbers("size_of_terminal", "(fd, /)", 1, (system, descriptor) => pair(system.terminalSize(descriptor))),
    calling("file_system_status", "(path, /)", (system, args) => {
      const given = realm.valueOf(argument(args, 0));
      const [size, fragment, blocks, free, available, files, filesFree, filesAvailable, id, flag, name] =
        system.fileSystemStatus(integers.isInteger(given) ? integers.toNumber(given) : realm.strings.toJS(given));
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
