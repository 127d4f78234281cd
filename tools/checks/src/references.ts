import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Document, documents } from "./documents.js";
import { type Manifest, publishedPackages, readJson } from "./workspace.js";

/**
 * What documents name must be there: files that they link to or give the path of, packages and their subpaths, scripts of
 * package.json, and in a package's README, what it says that it exports: the names at the beginning of items under "API", and types under "Types".
 *
 * @returns one sentence per name that means nothing
 */
export function checkReferences(root: string): string[] {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", list, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }).split("\n");
  const packages = publishedPackages(root);
  const modules = new Set(packages.flatMap(({ manifest }) => subpaths(manifest)));
  const manifests = [readJson<Manifest>(join(root, "package.json")), ...packages.map(({ manifest }) => manifest)];
  const scripts = new Set(manifests.flatMap((manifest) => Object.keys(manifest.scripts ?? {})));

  return documents(root).flatMap((document) => {
    const { path, text } = document;
    const directory = dirname(path);
    const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
    const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span);
    return [
      ...[...prose.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
        .map(([, link]) => link)
        .filter((link) => !/^\w+:/.test(link) && !existsSync(join(root, directory, link)))
        .map((link) => `it links to ${link}`),
      ...spans
        .filter((span) => isPath(span) && !isThere(files, directory, span))
        .map((span) => `it names the file ${span}`),
      ...[...text.matchAll(/@hotpy\/[a-z][\w/-]*/g)]
        .map(([name]) => name)
        .filter((name) => !modules.has(name) && !name.includes("/kernel"))
        .map((name) => `it names the package ${name}`),
      ...[...text.matchAll(/npm run ([\w:-]+)/g)]
        .map(([, script]) => script)
        .filter((script) => !scripts.has(script))
        .map((script) => `it names the script ${script}`),
      ...unexported(root, document, prose).map((name) => `under API or Types it names ${name}`),
    ].map((problem) => `${path}: ${problem}, which is not there`);
  });
}

const subpaths = ({ name, exports = {} }: Manifest): string[] =>
  Object.keys(exports).map((path) => name + path.slice(1));

/** Files of the reader's own, of other projects, and placeholders. */
const notOurs = /^(program\.py|virtualstate\.py|optimizeopt\/.*|.*\b[A-Z]+-[A-Z]+\b.*)$/;

/** Whether a piece of code in the text reads as the path of a file of ours; patterns do not. */
const isPath = (span: string): boolean =>
  !notOurs.test(span) &&
  (/^[\w@.-]+(\/[\w@.-]+)*\.(ts|js|mjs|cjs|py|md|json|yaml)$/.test(span) ||
    /^(packages|tools|docs|examples)(\/[\w.-]+)+\/?$/.test(span));

/** In a package a path is that of one of its files; elsewhere, of any; the beginning may be left out. */
function isThere(files: readonly string[], directory: string, path: string): boolean {
  const wanted = `/${path.replace(/\/$/, "")}`;
  const suffix = (file: string): boolean => `/${file}`.endsWith(wanted) || `/${file}`.includes(`${wanted}/`);
  return files.some(
    (file) => suffix(file) && (!directory.startsWith("packages/") || file.startsWith(directory) || path.includes("/")),
  );
}

/** Names that a package's README gives as those of its interface, and that are in none of its entry points. */
function unexported(root: string, { path }: Document, prose: string): string[] {
  const directory = join(root, dirname(path));
  const report = join(directory, "etc", `${basename(directory)}.api.md`);
  if (!existsSync(report)) return [];
  const { exports = {} } = readJson<Manifest>(join(directory, "package.json"));
  const sources = [report, ...Object.values(exports).map(({ source }) => join(directory, source))];
  const words = new Set(sources.flatMap((file) => readFileSync(file, "utf8").match(/\w+/g) ?? []));
  const [, api = ""] = /^## API\n([\s\S]*?)^## /m.exec(prose) ?? [];
  const [, types = ""] = /^## Types\n([\s\S]*?)^## /m.exec(prose) ?? [];
  const items = [...api.matchAll(/^(?:- |\| )((?:`[^`]+`(?:, )?)+)/gm)].map(([, names]) => names).join();
  return [...items.matchAll(/`(\w+)(?:\(.*?\))?(?:: \w+)?`/g), ...types.matchAll(/`([A-Z]\w+)`/g)]
    .map(([, name]) => name)
    .filter((name) => !words.has(name));
}
