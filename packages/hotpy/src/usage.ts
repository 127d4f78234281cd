/// The options of one letter: CPython's.

/** How often each was given, by letter. */
export type FlagCounts = Readonly<Record<string, number>>;

/** Those without an argument. */
export const NO_ARGUMENT: ReadonlyMap<string, string> = new Map([
  ["b", "(no effect) warnings about bytes in place of str"],
  ["B", "do not write compiled code"],
  ["d", "(no effect) parser's debug output"],
  ["E", "ignore environment variables that begin with PYTHON"],
  ["i", "go on interactively after the program"],
  ["I", "isolated: as -E -P -s"],
  ["O", "leave out assertions; -OO docstrings, too"],
  ["P", "do not look for modules beside the program"],
  ["q", "no greeting"],
  ["R", "strings hash by a random seed, whatever PYTHONHASHSEED says"],
  ["s", "do not look for packages that the user has installed"],
  ["S", "do not look for installed packages"],
  ["u", "standard output is not buffered"],
  ["v", "(no effect) tell about imports"],
  ["x", "skip the first line of the program"],
]);

/** Those with one. */
export const WITH_ARGUMENT: ReadonlyMap<string, string> = new Map([
  ["c", "<command>: run it; what follows are its arguments"],
  ["m", "<module>: find it as import does, and run it; what follows are its arguments"],
  ["W", "<filter>: a filter for warnings"],
  ["X", "<name[=value]>: set an option of the VM; -X help lists them"],
]);

/** What `-h` prints. */
export function usage(): string {
  const line = ([letter, text]: readonly [string, string]): string => `  -${letter}  ${text}`;
  const options = [...NO_ARGUMENT, ...WITH_ARGUMENT].map(line);
  return [
    "usage: hotpy [option] ... [-c command | -m module | program | -] [argument] ...",
    "",
    "  program is a file, or a directory or zip archive with __main__.py; - is standard input",
    ...options,
    "  -V  print the version",
    "  -h  print this",
  ].join("\n");
}
