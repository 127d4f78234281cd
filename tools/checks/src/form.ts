import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Manifest, type Package, publishedPackages, readJson } from "./workspace.js";

const readmeSections = ["What is this?", "When should I use it?", "Install", "Use", "API", "Types", "Compatibility"];

/** Packages that reach outside JavaScript, and those that may depend on them; no other can then import them. */
const nativePackages = ["koffi", "llvm-bindings"];
const platformPackages = ["hotpy", "jit-llvm", "platform-node"];

/** Builds what is packed. */
const prepack = "node ../../tools/build/src/prepack.js";

/**
 * What every package has in the same form, so that people and tools find it in the same place.
 *
 * @returns one sentence per problem
 */
export function checkForm(root: string): string[] {
  const packages = publishedPackages(root);
  const byName = new Map(packages.map((each) => [each.manifest.name, each]));
  const { repository } = readJson<Manifest>(join(root, "package.json"));
  return [
    ...packages.flatMap((each) => {
      const problems = [
        ...manifestProblems(each, repository),
        ...referenceProblems(each, byName),
        ...readmeProblems(each),
      ];
      return problems.map((problem) => `packages/${basename(each.directory)}: ${problem}`);
    }),
    ...unbuilt(root, packages).map((name) => `tsconfig.json of the root has no reference to packages/${name}`),
    ...cycles(packages).map((cycle) => `packages depend on each other in a circle: ${cycle.join(" -> ")}`),
  ];
}

function manifestProblems({ directory, manifest }: Package, repository: Manifest["repository"]): string[] {
  const folder = basename(directory);
  const name = folder === "hotpy" ? folder : `@hotpy/${folder}`;
  const checks: [boolean, string][] = [
    [manifest.name === name, `the name is ${manifest.name}, not ${name}`],
    [!!manifest.description, "there is no description"],
    [manifest.license === "MIT", "the license is not MIT"],
    [manifest.type === "module", 'the type is not "module"'],
    [manifest.engines?.node === ">=20.20", "engines.node is not >=20.20"],
    [!!manifest.keywords?.length, "there are no keywords"],
    [
      JSON.stringify(manifest.repository) === JSON.stringify({ ...repository, directory: `packages/${folder}` }),
      "the repository is not that of the root's package.json with the package's directory",
    ],
    [manifest.scripts?.["prepack"] === prepack, `the script prepack is not "${prepack}"`],
    [!!manifest.files?.includes("src"), "src is not among the files: source maps and the condition source lead there"],
    [
      JSON.stringify(manifest.exports?.["."]) ===
        '{"source":"./src/index.ts","types":"./dist/index.d.ts","default":"./dist/index.js"}',
      'exports["."] has not the conditions source, types and default in this order',
    ],
  ];
  const { dependencies, optionalDependencies, peerDependencies } = manifest;
  const native = nativePackages.filter(
    (name) => name in { ...dependencies, ...optionalDependencies, ...peerDependencies },
  );
  checks.push([
    native.length === 0 || platformPackages.includes(folder),
    `it depends on ${native.join(" and ")}, which only ${platformPackages.join(", ")} may`,
  ]);
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}

/** `tsc -b` builds in the order of the references, so they must be the dependencies. */
function referenceProblems({ directory, manifest }: Package, byName: ReadonlyMap<string, Package>): string[] {
  const references = referencesOf(directory);
  const dependencies = new Set(
    workspaceDependencies(manifest.dependencies, byName).map((each) => basename(each.directory)),
  );
  return [
    ...[...dependencies]
      .filter((name) => !references.has(name))
      .map((name) => `tsconfig.json has no reference to ${name}`),
    ...[...references]
      .filter((name) => !dependencies.has(name))
      .map((name) => `tsconfig.json refers to ${name}, which is no dependency`),
  ];
}

/** Packages that `tsc -b` at the root would pass over. */
function unbuilt(root: string, packages: readonly Package[]): string[] {
  const references = referencesOf(root);
  return packages.map(({ directory }) => basename(directory)).filter((name) => !references.has(name));
}

/** The last parts of the paths that a directory's tsconfig.json refers to. */
function referencesOf(directory: string): Set<string> {
  const { references = [] } = readJson<{ references?: { path: string }[] }>(join(directory, "tsconfig.json"));
  return new Set(references.map(({ path }) => basename(path)));
}

function readmeProblems({ directory }: Package): string[] {
  const file = join(directory, "README.md");
  if (!existsSync(file)) return ["there is no README.md"];
  const lines = readFileSync(file, "utf8").split("\n");
  return readmeSections
    .filter((section) => !lines.includes(`## ${section}`))
    .map((section) => `README.md has no section "## ${section}"`);
}

function workspaceDependencies(
  dependencies: Readonly<Record<string, string>> | undefined,
  byName: ReadonlyMap<string, Package>,
): Package[] {
  return Object.keys(dependencies ?? {}).flatMap((name) => byName.get(name) ?? []);
}

/** Circles among the packages, those through tests' dependencies included; each once, as a list of names. */
function cycles(packages: readonly Package[]): string[][] {
  const byName = new Map(packages.map((each) => [each.manifest.name, each]));
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = ({ manifest }: Package, path: readonly string[]): void => {
    const start = path.indexOf(manifest.name);
    if (start >= 0) {
      found.push([...path.slice(start), manifest.name]);
      return;
    }
    if (done.has(manifest.name)) return;
    const { dependencies, devDependencies } = manifest;
    for (const next of workspaceDependencies({ ...dependencies, ...devDependencies }, byName)) {
      visit(next, [...path, manifest.name]);
    }
    done.add(manifest.name);
  };
  for (const each of packages) visit(each, []);
  return found;
}
