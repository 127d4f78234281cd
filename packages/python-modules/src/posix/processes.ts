import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition, NumberCall } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import type { SourceCall } from "../source-module.js";
import { createWaiting } from "../waiting.js";
import { environmentOf } from "./environment.js";
import { createNumberArguments } from "./number-arguments.js";

const SPAWN_OPTIONS =
  "file_actions=None, setpgroup=None, resetids=False, setsid=False, setsigmask=None, setsigdef=None, scheduler=None";

/** Functions of `posix` in its source. */
export const PROCESS_CALLS: readonly SourceCall[] = [
  { name: "waitpid", parameters: "(pid, options, /)" },
  { name: "wait", parameters: "()" },
  { name: "wait3", parameters: "(options)" },
  { name: "wait4", parameters: "(pid, options)" },
  { name: "system", parameters: "(command)" },
  { name: "execv", parameters: "(path, argv, /)" },
  { name: "execve", parameters: "(path, argv, env)" },
  { name: "spawnv", parameters: "(mode, path, argv, /)" },
  { name: "spawnve", parameters: "(mode, path, argv, env, /)" },
  { name: "spawnvp", parameters: "(mode, path, argv, /)" },
  { name: "spawnvpe", parameters: "(mode, path, argv, env, /)" },
  { name: "posix_spawn", parameters: `(path, argv, env, /, *, ${SPAWN_OPTIONS})` },
  { name: "posix_spawnp", parameters: `(path, argv, env, /, *, ${SPAWN_OPTIONS})` },
  { name: "times", parameters: "()" },
  { name: "register_at_fork", parameters: "(*, before=None, after_in_child=None, after_in_parent=None)" },
  { name: "fork", parameters: "()" },
  { name: "get_terminal_size", parameters: "(fd=1, /)" },
];

/** What `posix` has of processes: what they end with, signals, groups, their environment. */
export function createProcessFunctions(library: Library): readonly NativeDefinition[] {
  const { realm, argument } = library;
  const { integers, none, bytes, strings } = realm;
  const { calling } = createWaiting(library);
  const environment = environmentOf(realm);

  const { numbers, ofNumbers } = createNumberArguments(library);
  /** A call of C of the same name. */
  const sameName = (name: NumberCall, parameters: string, isSilent = false): NativeDefinition =>
    ofNumbers(name, parameters, (system, ...numbers) => {
      const result = system.number(name, ...numbers);
      return isSilent ? undefined : result;
    });

  /** A function of a status, which is an int. */
  const ofStatus = (name: string, read: (status: number) => number | boolean): NativeDefinition => ({
    name,
    parameters: "(status)",
    run(args) {
      const status = realm.indexNumber(argument(args, 0));
      if (status === undefined) return 0;
      const value = read(status);
      return typeof value === "boolean" ? realm.bool(value) : realm.int(value);
    },
  });
  const signal = (status: number): number => status & 0x7f;
  const isExit = (status: number): boolean => signal(status) === 0;
  const isStop = (status: number): boolean => (status & 0xff) === 0x7f;

  /** Bytes of a name or value of the environment. */
  function contentOf(word: number): Uint8Array {
    const value = realm.valueOf(word);
    if (strings.isString(value)) return new TextEncoder().encode(strings.toJS(value));
    return bytes.toArray(bytes.data(value), bytes.size(value));
  }

  return [
    ofStatus("WIFEXITED", isExit),
    ofStatus("WEXITSTATUS", (status) => (status >> 8) & 0xff),
    ofStatus("WIFSIGNALED", (status) => !isExit(status) && !isStop(status)),
    ofStatus("WTERMSIG", signal),
    ofStatus("WIFSTOPPED", isStop),
    ofStatus("WSTOPSIG", (status) => (status >> 8) & 0xff),
    ofStatus("WIFCONTINUED", (status) => status === 0xffff),
    ofStatus("WCOREDUMP", (status) => (status & 0x80) !== 0),
    {
      name: "waitstatus_to_exitcode",
      parameters: "(status)",
      run(args) {
        const given = realm.index(argument(args, 0));
        if (given === 0) return 0;
        const status = integers.toNumber(given);
        if (isExit(status)) return realm.int((status >> 8) & 0xff);
        if (!isStop(status)) return realm.int(-signal(status));
        return realm.raise("ValueError", `process stopped by delivery of signal ${(status >> 8) & 0xff}`);
      },
    },
    calling("kill", "(pid, signal, /)", (system, args) => {
      const given = numbers(args, 2);
      if (given === undefined) return 0;
      const [process, number] = given;
      system.signalProcess(process, number);
      if (process !== realm.platform.system?.process) return none;
      // What the program does with it, it does before this returns.
      realm.platform.signals?.expect(number);
      const isDue = realm.interrupts.isHandled() && realm.threads.running === realm.threads.main;
      return !isDue || realm.interrupts.deliver() ? none : 0;
    }),
    ofNumbers("killpg", "(pgid, signal, /)", (system, group, number) => void system.signalProcess(-group, number)),
    ofNumbers("_exit", "(status)", (system, status) => void system.exit(status)),
    ofNumbers("abort", "()", (system) => void system.signalProcess(realm.platform.system?.process ?? 0, SIGABRT)),
    ofNumbers("umask", "(mask, /)", (system, mask) => system.mask(mask)),
    sameName("getpgrp", "()"),
    sameName("getpgid", "(pid)"),
    sameName("setpgid", "(pid, pgrp, /)", true),
    sameName("getsid", "(pid, /)"),
    sameName("setsid", "()", true),
    sameName("nice", "(increment, /)"),
    sameName("getpriority", "(which, who)"),
    sameName("setpriority", "(which, who, priority)", true),
    sameName("sched_yield", "()", true),
    sameName("tcgetpgrp", "(fd, /)"),
    sameName("tcsetpgrp", "(fd, pgid, /)", true),
    calling("getloadavg", "()", (system) => realm.tuple(system.loads().map(realm.float))),
    {
      name: "putenv",
      parameters: "(name, value, /)",
      run(args) {
        const [name, value] = [0, 1].map((index) => contentOf(argument(args, index)));
        if (name.length === 0 || name.includes(EQUALS))
          return realm.raise("ValueError", "illegal environment variable name");
        environment.set(name, value);
        return none;
      },
    },
    {
      name: "unsetenv",
      parameters: "(name, /)",
      run(args) {
        const name = contentOf(argument(args, 0));
        if (name.length === 0 || name.includes(EQUALS))
          return realm.raiseWith("OSError", realm.int(ERRNO.EINVAL), realm.str("Invalid argument"));
        environment.remove(name);
        return none;
      },
    },
  ];
}

const SIGABRT = 6;
const EQUALS = 0x3d;
