import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createSystem, type PathOptions } from "./system.js";

const NANOSECONDS = 1e9;

/** Links, permissions, owners and times of files. */
export function createFileFunctions(library: Library): readonly NativeDefinition[] {
  const { realm, argument, numberArgument, lists } = library;
  const { integers, none } = realm;
  const { guarded, pathOf } = createSystem(library);
  const follows = (args: number, index: number): boolean =>
    argument(args, index) === NULL || realm.truth(argument(args, index)) !== 0;

  /** A function of one path. */
  const ofPath = (
    name: string,
    parameters: string,
    run: (path: string, args: number) => Word,
    options: PathOptions,
    namesPath = true,
  ): NativeDefinition => ({
    name,
    parameters,
    leaf: false,
    run(args) {
      const path = pathOf(args, 0, name, options);
      return path === undefined ? NULL : guarded(() => run(path, args), ...(namesPath ? [argument(args, 0)] : []));
    },
  });
  /** A function of two paths. */
  const ofTwo = (
    name: string,
    parameters: string,
    run: (from: string, to: string) => void,
    directories: readonly [number | undefined, number],
  ): NativeDefinition => ({
    name,
    parameters,
    leaf: false,
    run(args) {
      const from = pathOf(args, 0, name, { directory: directories[0] });
      const to = from === undefined ? undefined : pathOf(args, 1, name, { directory: directories[1] });
      if (from === undefined || to === undefined) return NULL;
      return guarded(() => (run(from, to), none), argument(args, 0), argument(args, 1));
    },
  });
  const files = (): NonNullable<typeof realm.platform.files> => realm.platform.files as never;

  /** The two times of a tuple, by `scale`; undefined: raised. */
  function timesOf(given: Word, scale: number, name: string): readonly [number, number] | undefined {
    const tuple = realm.valueOf(given);
    if (!lists.isTuple(tuple) || lists.length(tuple) !== 2) {
      realm.raise(
        "TypeError",
        `utime: '${name}' must be ${name === "ns" ? "a tuple of two ints" : "either a tuple of two ints or None"}`,
      );
      return undefined;
    }
    const [first, second] = [0, 1].map((index) => {
      const word = realm.valueOf(lists.item(tuple, index));
      return (realm.floats.isFloat(word) ? realm.floats.value(word) : integers.toNumber(word)) / scale;
    });
    return [first, second];
  }

  function setTimes(path: string, args: number): Word {
    const [times, nanoseconds] = [argument(args, 1), argument(args, 2)];
    const now = realm.platform.time();
    let wanted: readonly [number, number] | undefined = [now, now];
    if (nanoseconds !== NULL) {
      if (times !== NULL && times !== none)
        return realm.raise("ValueError", "utime: you may specify either 'times' or 'ns' but not both");
      wanted = timesOf(nanoseconds, NANOSECONDS, "ns");
    } else if (times !== NULL && times !== none) wanted = timesOf(times, 1, "times");
    if (wanted === undefined) return NULL;
    files().setTimes(path, wanted[0], wanted[1], follows(args, 4));
    return none;
  }

  return [
    ofPath(
      "access",
      "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
      (path, args) => realm.bool(files().mayAccess(path, numberArgument(args, 1))),
      { directory: 2 },
    ),
    ofPath(
      "readlink",
      "(path, *, dir_fd=None)",
      (path, args) => {
        const target = files().readLink(path);
        const isBytes = realm.bytes.isBytes(realm.valueOf(argument(args, 0)));
        return isBytes ? realm.bytes.fromArray(new TextEncoder().encode(target)) : realm.str(target);
      },
      { directory: 1 },
    ),
    ofTwo(
      "symlink",
      "(src, dst, target_is_directory=False, *, dir_fd=None)",
      (from, to) => files().symbolicLink(from, to),
      [undefined, 3],
    ),
    ofTwo(
      "link",
      "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
      (from, to) => files().hardLink(from, to),
      [2, 3],
    ),
    ofPath(
      "chmod",
      "(path, mode, *, dir_fd=None, follow_symlinks=True)",
      (path, args) => {
        files().changeMode(path, numberArgument(args, 1));
        return none;
      },
      { takesNumber: true, directory: 2 },
    ),
    ofPath(
      "chown",
      "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
      (path, args) => {
        files().changeOwner(path, numberArgument(args, 1), numberArgument(args, 2), follows(args, 4));
        return none;
      },
      { takesNumber: true, directory: 3 },
    ),
    ofPath(
      "lchown",
      "(path, uid, gid)",
      (path, args) => {
        files().changeOwner(path, numberArgument(args, 1), numberArgument(args, 2), false);
        return none;
      },
      {},
    ),
    ofPath(
      "fchown",
      "(fd, uid, gid)",
      (path, args) => {
        files().changeOwner(path, numberArgument(args, 1), numberArgument(args, 2), true);
        return none;
      },
      { takesNumber: true },
      false,
    ),
    ofPath(
      "utime",
      "(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)",
      setTimes,
      { takesNumber: true, directory: 3 },
      false,
    ),
    ofPath(
      "truncate",
      "(path, length)",
      (path, args) => {
        files().truncatePath(path, numberArgument(args, 1));
        return none;
      },
      { takesNumber: true },
    ),
    {
      name: "synchronise",
      parameters: "(fd, /)",
      run: (args) => guarded((system) => (system.synchronise(numberArgument(args, 0)), none)),
    },
  ];
}
