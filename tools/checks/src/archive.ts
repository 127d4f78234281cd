import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import type { Manifest } from "./workspace.js";

/** What must not be published: tests and what belongs to them, and what builds and runs leave behind. */
const unwanted = /\.test\.|__snapshots__|\.snap$|\.tsbuildinfo$|\.cache\b|\.log$|\/dist\/bundle\/built$|node_modules/;

/** What is missing in an archive that `pnpm pack` made, or too much. */
export function archiveProblems(archive: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), "hotpy-archive-"));
  try {
    const names = execFileSync("tar", ["--extract", "--verbose", "--file", archive, "--directory", directory], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    return problemsOf(new Set(names.split("\n")), (file) => readFileSync(join(directory, file), "utf8"));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function problemsOf(files: ReadonlySet<string>, read: (file: string) => string): string[] {
  const manifest = JSON.parse(read("package/package.json")) as Manifest;
  return [
    ...expectedFiles(manifest)
      .filter((file) => !files.has(file))
      .map((file) => `there is no ${file}`),
    ...[...files].filter((file) => unwanted.test(file)).map((file) => `${file} is not to be published`),
    ...Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies })
      .filter(([, range]) => /^(workspace|catalog|link|file):/.test(range))
      .map(([name, range]) => `it depends on ${name} as ${range}, which means nothing outside the workspace`),
    ...(manifest.bin === undefined ? [...files].filter((file) => file.endsWith(".js.map")) : []).flatMap((map) =>
      (JSON.parse(read(map)) as { sources: string[] }).sources
        .map((source) => posix.join(posix.dirname(map), source))
        .filter((source) => !files.has(source))
        .map((source) => `${map} leads to ${source}, which is not there`),
    ),
  ];
}

/** What a package has, whatever it is, and the files that its package.json leads to. */
function expectedFiles({ exports = {}, bin = {} }: Manifest): string[] {
  const led = [...Object.values(exports).flatMap((conditions) => Object.values(conditions)), ...Object.values(bin)];
  return ["LICENSE", "README.md", ...led].map((file) => posix.join("package", file));
}
