import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { bin, each } from "./commands.js";
import { type CodeBlock, codeBlocks, type Document, documents } from "./documents.js";
import { publishedPackages } from "./workspace.js";

const run = promisify(execFile);

const secondsPerBlock = 60;

/** Blocks in one document, which run one after the other in a directory of their own. */
interface Snippets {
  readonly document: Document;
  readonly directory: string;
  readonly blocks: readonly CodeBlock[];
}

/**
 * Runs the code in the documents against the built packages, and compares what it prints with what the documents say:
 *
 * - `ts`: type-checked, then run by Node.js. Of a block that is not run the imports are checked.
 * - `python`: run by HotPy, and kept as `program.py` for the commands that follow.
 * - `sh`: run by bash, in the root of the repository; those of a package in an empty directory, with the packages' commands at hand. What a command
 *   prints is compared only where an output is stated. `npm install` of packages is left to `check:published`.
 *
 * @param update write what is printed into the documents instead
 * @returns one text per problem
 */
export async function checkSnippets(root: string, update: boolean): Promise<string[]> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "hotpy-snippets-")));
  try {
    installLinks(root, scratch);
    const all = documents(root).map((document, i) => {
      const directory = join(scratch, String(i));
      mkdirSync(directory);
      return { document, directory, blocks: codeBlocks(document) };
    });
    const problems = await typeProblems(root, scratch, all);
    return problems.length > 0
      ? problems
      : await each(all, (snippets) => outputProblems(root, scratch, snippets, update));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What a user has after installing all packages. */
function installLinks(root: string, scratch: string): void {
  mkdirSync(join(scratch, "node_modules/@hotpy"), { recursive: true });
  mkdirSync(join(scratch, "bin"));
  for (const { directory, manifest } of publishedPackages(root)) {
    symlinkSync(directory, join(scratch, "node_modules", manifest.name));
    for (const [command, file] of Object.entries(manifest.bin ?? {})) {
      writeFileSync(join(scratch, "bin", command), `#!/bin/sh\nexec node "${join(directory, file)}" "$@"\n`, {
        mode: 0o755,
      });
    }
  }
  writeFileSync(join(scratch, "package.json"), '{ "type": "module" }');
}

async function typeProblems(root: string, scratch: string, all: readonly Snippets[]): Promise<string[]> {
  const places = new Map<string, string>();
  for (const { document, directory, blocks } of all) {
    for (const block of blocks.filter(({ language }) => language === "ts")) {
      const file = join(directory, `line-${block.line}.ts`);
      writeFileSync(file, block.notRun === undefined ? block.code : importsOf(block.code));
      places.set(file, `${document.path}, the block from line ${block.line} on`);
    }
  }
  const options = {
    module: "nodenext",
    target: "es2022",
    lib: ["es2023", "webworker"],
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
  };
  writeFileSync(
    join(scratch, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: [...places.keys()] }),
  );
  try {
    await run(process.execPath, [bin("typescript", "tsc"), "--pretty", "false"], { cwd: scratch });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return stdout
      .trim()
      .split("\n")
      .map((line) => line.replace(/^\S+?\.ts/, (file) => places.get(join(scratch, file)) ?? file));
  }
}

/** Of a block whose other names are the reader's own. */
const importsOf = (code: string): string => [...(code.match(/^import [^;]*;$/gm) ?? []), "export {};\n"].join("\n");

async function outputProblems(
  root: string,
  scratch: string,
  { document, directory, blocks }: Snippets,
  update: boolean,
): Promise<string[]> {
  const problems: string[] = [];
  let { text } = document;
  let moved = 0;
  for (const block of blocks) {
    const { line, language, notRun, output } = block;
    const [command, ...args] = notRun === undefined ? commandOf(root, directory, block) : [];
    if (command === undefined) continue;
    const isShell = language === "sh";
    const cwd = isShell && dirname(dirname(document.path)) !== "packages" ? root : directory;
    const env = { ...process.env, PATH: `${join(scratch, "bin")}:${process.env.PATH}` };
    try {
      const { stdout } = await run(command, args, { cwd, env, timeout: secondsPerBlock * 1000 });
      const printed = stdout === "" ? "" : `${stdout.trimEnd()}\n`;
      const stated = output?.text ?? (isShell ? printed : "");
      if (printed === stated) continue;
      if (update && output !== undefined) {
        const start = output.start + moved;
        text = text.slice(0, start) + printed + text.slice(start + stated.length);
        moved += printed.length - stated.length;
      } else
        problems.push(
          `${document.path}, line ${line}: it prints\n${printed}and the document says\n${stated || "nothing\n"}`,
        );
    } catch (error) {
      problems.push(`${document.path}, line ${line}: ${(error as Error).message}`);
    }
  }
  if (text !== document.text) writeFileSync(join(root, document.path), text);
  return problems;
}

/** How a block is run; nothing if it is of another kind. */
function commandOf(root: string, directory: string, { line, language, code }: CodeBlock): string[] {
  switch (language) {
    case "ts":
      return [process.execPath, `line-${line}.js`];
    case "python":
      writeFileSync(join(directory, "program.py"), code);
      return [process.execPath, join(root, "packages/hotpy/dist/bundle/main.js"), "program.py"];
    case "sh":
      return /^(npm install .*\n)*$/.test(code) ? [] : ["bash", "-euo", "pipefail", "-c", code];
    default:
      return [];
  }
}
