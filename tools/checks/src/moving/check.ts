/// Addresses that are used after something that may have moved the object: what a native holds in a variable is dead once Python code may have run.
///
/// The rule looks at natives as text: a variable gets a word, a call follows that may run Python code, and the variable is used again. What calls
/// these are is told by the names that the realm gives to all natives (`names.ts`). So it finds nothing that goes through a field, an array or
/// another file's function; `-X gc-stress` finds that, where a test comes that way. Where the rule is wrong, because nothing can have run or the
/// object does not move, a comment that begins with `Stays:` gives the reason, in the line or in the one above.

import { join, relative } from "node:path";
import type { Node, SourceFile } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";
import { Flow } from "./flow.js";
import { collectingFunctions, exportedCollectors, isCallback, isFunction } from "./names.js";

/** The packages in which natives are written. */
const PACKAGES = [
  "python-builtins",
  "python-datetime",
  "python-decimal",
  "python-javascript",
  "python-json",
  "python-modules",
  "python-objects",
  "python-zlib",
];

/** @returns one text per address that is used after it may have become stale */
export function checkMovingAddresses(root: string, packages: readonly string[] = PACKAGES): string[] {
  const api = new API({ cwd: root });
  try {
    const files = packages.flatMap((name) => sourcesOf(api, join(root, "packages", name)));
    const collectors = exportedCollectors(files);
    return files.flatMap((file) => misusesIn(file, collectors)).map((problem) => relative(root, problem));
  } finally {
    api.close();
  }
}

function sourcesOf(api: API, directory: string): SourceFile[] {
  const config = join(directory, "tsconfig.json");
  const project = api.updateSnapshot({ openProject: config }).getProject(config);
  if (project === undefined) throw new Error(`there is no project ${config}`);
  const { program } = project;
  return program
    .getSourceFileNames()
    .filter((file) => file.startsWith(join(directory, "src")) && !file.endsWith(".test.ts"))
    .map((file) => program.getSourceFile(file) as SourceFile);
}

/** One text per misuse in a file, which begins with its path. `collectors` are functions of other files that may collect. */
function misusesIn(file: SourceFile, collectors: ReadonlySet<string>): string[] {
  const functions = collectingFunctions(file, collectors);
  const lines = file.text.split("\n");
  const lineOf = (node: Node): number => {
    const start = node.pos + (/^\s*/.exec(file.text.slice(node.pos, node.end))?.[0].length ?? 0);
    return file.text.slice(0, start).split("\n").length;
  };
  const isExplained = (line: number): boolean =>
    [lines[line - 1], lines[line - 2]].some((text) => text?.includes("// Stays: "));
  const problems: string[] = [];
  const visit = (node: Node): void => {
    if (isFunction(node) && node.body !== undefined && !isCallback(node)) {
      const flow = new Flow(file, node, functions);
      flow.follow();
      for (const { at, after } of flow.misuses) {
        const [line, since] = [lineOf(at), lineOf(after)];
        if (!isExplained(line) && !isExplained(since))
          problems.push(
            `${file.fileName}:${line}: ${at.text} was read before what line ${since} calls, which may move its object`,
          );
      }
    }
    node.forEachChild(visit);
  };
  visit(file);
  return problems;
}
