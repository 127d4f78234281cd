import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/** What `posix` has of processes: the statuses with which they end. */
export function createProcessFunctions({ realm, argument }: Library): readonly NativeDefinition[] {
  const { integers } = realm;

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
    { name: "waitpid", parameters: "(pid, options, /)", run: () => realm.notImplemented("waiting for processes") },
  ];
}
