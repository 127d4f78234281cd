import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the checks read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly private?: boolean;
  readonly engines?: { readonly node?: string };
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface Package {
  /** Absolute path. */
  readonly directory: string;
  readonly manifest: Manifest;
}

/** The packages that are published: those under `packages/`, sorted by directory. */
export function publishedPackages(root: string): Package[] {
  const parent = join(root, "packages");
  return readdirSync(parent)
    .sort()
    .map((name) => join(parent, name))
    .filter((directory) => existsSync(join(directory, "package.json")))
    .map((directory) => ({ directory, manifest: readJson<Manifest>(join(directory, "package.json")) }));
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
