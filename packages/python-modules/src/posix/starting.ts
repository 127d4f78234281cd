import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { FileAction, NativeDefinition, Usage } from "@hotpy/python-objects";
import { createWaiting } from "../waiting.js";
import { environmentOf } from "./environment.js";

/** The natives of `PROCESS_SOURCE`. */
export function createStarting(library: Library): readonly NativeDefinition[] {
  const { realm, argument, lists } = library;
  const { bytes, none, strings } = realm;
  const { natives, calling } = createWaiting(library);
  const environment = environmentOf(realm);

  const number = (word: Word): number => realm.integers.toNumber(realm.valueOf(word));
  const isTrue = (word: Word): boolean => word === realm.bool(true);
  const contentOf = (word: Word): Uint8Array => bytes.toArray(bytes.data(word), bytes.size(word));
  const texts = (list: Word): Uint8Array[] => lists.itemsOf(list).map(contentOf);
  /** The directory of a process; None: ours. */
  function directoryOf(word: Word): string {
    const current = realm.platform.files?.currentDirectory() ?? "/";
    if (word === none) return current;
    const given = strings.toJS(word);
    return given.startsWith("/") ? given : `${current}/${given}`;
  }
  const optional = (word: Word): number | undefined => (word === none ? undefined : number(word));

  /** A tuple of the kind, as `POSIX_SPAWN_OPEN` and the others number it, and what that needs. */
  function actionOf(tuple: Word): FileAction {
    const [kind, first, ...rest] = lists.itemsOf(tuple);
    const descriptor = number(first);
    if (number(kind) === 1) return { kind: "close", descriptor };
    if (number(kind) === 2) return { kind: "copy", from: descriptor, descriptor: number(rest[0]) };
    return { kind: "open", descriptor, path: contentOf(rest[0]), flags: number(rest[1]), mode: number(rest[2]) };
  }

  const usageTuple = ({ user, system, counts }: Usage): Word =>
    realm.tuple([realm.float(user), realm.float(system), ...counts.map(realm.int)]);

  return [
    ...natives,
    calling(
      "start_process",
      "(programs, argv, env, cwd, standard, kept, restores, session, group, mask, actions, usual, held, /)",
      (system, args) => {
        const given = Array.from({ length: 13 }, (_, index) => argument(args, index));
        const [stdin, stdout, stderr] = lists
          .itemsOf(given[4])
          .map((word) => (number(word) < 0 ? undefined : number(word)));
        const process = system.startProcess({
          programs: texts(given[0]),
          arguments: texts(given[1]),
          environment: texts(given[2]),
          directory: directoryOf(given[3]),
          standard: [stdin, stdout, stderr],
          kept: given[5] === none ? undefined : lists.itemsOf(given[5]).map(number),
          restoresSignals: isTrue(given[6]),
          startsSession: isTrue(given[7]),
          group: optional(given[8]),
          mask: optional(given[9]),
          actions: lists.itemsOf(given[10]).map(actionOf),
          usualSignals: lists.itemsOf(given[11]).map(number),
          heldSignals: given[12] === none ? undefined : lists.itemsOf(given[12]).map(number),
        });
        return realm.int(process);
      },
    ),
    calling("replace_process", "(program, argv, env, /)", (system, args) => {
      const [program, words, env] = [0, 1, 2].map((index) => argument(args, index));
      system.replaceProcess(contentOf(program), texts(words), texts(env), directoryOf(none));
      return none;
    }),
    calling("wait_now", "(pid, options, /)", (system, args) => {
      const end = system.waitProcess(number(argument(args, 0)), number(argument(args, 1)));
      return realm.tuple([realm.int(end.process), realm.int(end.status), usageTuple(end.usage)]);
    }),
    calling("process_descriptor", "(pid, /)", (system, args) =>
      realm.int(system.processDescriptor(number(argument(args, 0))) ?? -1),
    ),
    calling("used", "(who, /)", (system, args) => usageTuple(system.usage(number(argument(args, 0))))),
    calling("close_descriptor", "(fd, /)", (_, args) => {
      realm.platform.files?.close(number(argument(args, 0)));
      return none;
    }),
    {
      name: "environment",
      parameters: "()",
      run: () => realm.list(environment.entries().map((entry) => bytes.fromArray(entry))),
    },
    {
      name: "missing",
      parameters: "(feature, /)",
      run: (args) => realm.notImplemented(strings.toJS(argument(args, 0))) || NULL,
    },
  ];
}
