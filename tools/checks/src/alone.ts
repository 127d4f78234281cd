import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { each, failure } from "./commands.js";
import type { Manifest } from "./workspace.js";

interface Packed {
  readonly manifest: Manifest;
  /** Path of the archive. */
  readonly archive: string;
}

/** The ways in which TypeScript finds packages that a user may have chosen. */
const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "preserve", moduleResolution: "bundler" },
];

/**
 * Makes an empty project for each package, with this package as its one dependency, and installs them all from the archives.
 * Nothing is hoisted, so neither the project nor a package finds what it has not declared.
 *
 * @param pnpm runs pnpm in `directory`
 */
export function installProjects(
  directory: string,
  packages: readonly Packed[],
  pnpm: (...args: string[]) => void,
): void {
  const overrides = Object.fromEntries(packages.map(({ manifest, archive }) => [manifest.name, `file:${archive}`]));
  write(join(directory, "package.json"), { private: true });
  // YAML has JSON in it.
  write(join(directory, "pnpm-workspace.yaml"), { packages: ["*"], hoist: false, overrides });
  for (const { manifest } of packages) {
    const project = projectOf(directory, manifest);
    mkdirSync(project);
    write(join(project, "package.json"), {
      name: basename(project),
      private: true,
      type: "module",
      dependencies: { [manifest.name]: overrides[manifest.name] },
    });
    const names = Object.keys(manifest.exports ?? {}).map((path) => manifest.name + path.slice(1));
    writeFileSync(
      join(project, "main.ts"),
      names.map((name, i) => `import * as part${i} from "${name}";\nconsole.log(part${i});\n`).join(""),
    );
  }
  const files = packages.map(({ manifest }) => `${basename(projectOf(directory, manifest))}/main.ts`);
  resolutions.forEach((resolution, i) => {
    write(join(directory, configName(i)), {
      compilerOptions: {
        ...resolution,
        target: "es2022",
        lib: ["es2023", "dom"],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        rootDir: ".",
        outDir: ".",
      },
      files,
    });
  });
  pnpm("install", "--prefer-offline", "--ignore-scripts");
}

/**
 * What is wrong where a package is the only dependency: it does not type-check, or does not load. One process checks the types of all projects, as each finds
 * in its own directory what it depends on; the programs, which could help each other, run one by one.
 */
export async function projectProblems(directory: string, packages: readonly Packed[], tsc: string): Promise<string[]> {
  const problems: string[] = [];
  for (let i = 0; i < resolutions.length; i++) problems.push(...(await failure([tsc, "-p", configName(i)], directory)));
  return [...problems, ...(await each(packages, ({ manifest }) => loadProblems(directory, manifest)))];
}

async function loadProblems(directory: string, manifest: Manifest): Promise<string[]> {
  const project = projectOf(directory, manifest);
  const problems = await failure(["main.js"], project);
  if (manifest.bin !== undefined) {
    const program = join(project, "node_modules", manifest.name, Object.values(manifest.bin)[0]);
    problems.push(...(await failure([program, "-c", "assert sum(range(4)) == 6"], project)));
  }
  return problems.map((problem) => `${manifest.name}: ${problem}`);
}

const configName = (resolution: number): string => `tsconfig.${resolution}.json`;

const projectOf = (directory: string, { name }: Manifest): string => join(directory, `with-${basename(name)}`);

const write = (file: string, value: unknown): void => writeFileSync(file, JSON.stringify(value, null, 2));
