import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Packages that are Python's, or put it together. All others are the kit, and know no language. */
const notKit = /^(python-.*|runtime|hotpy|platform-.*)$/;

/** Words that only Python has, each with what the kit says instead. CPython may be named: figures and algorithms come from it. */
const words: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bPython/, "the kit serves any language: say what it does, or why"],
  [/\bPYTHON[A-Z]+/, "variables of the environment are read by the language, which passes options"],
  [/\b__[a-z]+__\b/, "special methods are the language's: the kit has hooks"],
  [
    /\b(Stop(Async)?Iteration|(Recursion|Memory|Key|Index|Value|Attribute|Name|UnboundLocal|Overflow|ZeroDivision|Runtime|OS)Error)\b/,
    "exceptions are the language's: the kit returns a status, or NULL with one pending",
  ],
  [/\b(setdefault|isinstance|issubclass|frozenset|popitem|docstring)\b/, "name the operation, not Python's function"],
];

/**
 * The kit imports nothing of Python's; that biome sees to. It should not speak of it either, as what is named after one language
 * tends to be made for it. Looked at are the sources and kernels of its packages, without tests: their oracle may be CPython.
 *
 * @returns one sentence per line with such a word
 */
export function checkKitWords(root: string): string[] {
  const kit = readdirSync(join(root, "packages")).filter((name) => !notKit.test(name));
  return kit
    .flatMap((name) => ["src", "kernel"].flatMap((folder) => sources(join(root, "packages", name, folder))))
    .flatMap((file) => {
      const lines = readFileSync(file, "utf8").split("\n");
      return lines.flatMap((line, index) => {
        const place = `${relative(root, file)}:${index + 1}`;
        return foreignWords(line).map(([word, instead]) => `${place}: the kit says "${word}" (${instead})`);
      });
    });
}

/** Words of Python's in a line of the kit's. */
export function foreignWords(line: string): [word: string, instead: string][] {
  return words.flatMap(([pattern, instead]): [string, string][] => {
    const found = pattern.exec(line);
    return found === null ? [] : [[found[0], instead]];
  });
}

function sources(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|generated\//.test(file))
      .map((file) => join(directory, file));
  } catch {
    return [];
  }
}
