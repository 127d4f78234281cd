import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { installProjects, projectProblems } from "./alone.js";
import { archiveProblems } from "./archive.js";
import { copySources } from "./clean-copy.js";
import { bin } from "./commands.js";
import { lintProblems } from "./lints.js";
import { publishedPackages, readJson } from "./workspace.js";

/**
 * Packs every package from a clean copy, as it would be published, and checks each archive: its files, what publint and
 * "are the types wrong?" say of it, and that it installs, type-checks and loads alone in an empty project.
 *
 * @returns one text per problem
 */
export async function checkPublished(root: string): Promise<string[]> {
  const { packageManager } = readJson<{ packageManager: string }>(join(root, "package.json"));
  const directory = mkdtempSync(join(tmpdir(), "hotpy-published-"));
  const pnpm = (cwd: string, ...args: string[]): void =>
    void execFileSync("npx", ["--yes", packageManager, ...args], {
      cwd,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, CI: "true" },
    });
  try {
    const copy = join(directory, "copy");
    const archives = join(directory, "archives");
    copySources(root, copy);
    pnpm(copy, "install", "--frozen-lockfile", "--prefer-offline");
    pnpm(copy, "--filter", "./packages/*", "--recursive", "pack", "--pack-destination", archives);

    const packages = publishedPackages(copy).map(({ manifest }) => ({
      manifest,
      archive: join(archives, `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`),
    }));
    const projects = join(directory, "projects");
    mkdirSync(projects);
    installProjects(projects, packages, (...args) => pnpm(projects, ...args));
    // The projects are checked by processes of their own, while this one looks at the archives.
    const ofProjects = projectProblems(projects, packages, bin("typescript", "tsc"));
    const ofArchives: string[] = [];
    for (const { archive } of packages)
      for (const problem of [...archiveProblems(archive), ...(await lintProblems(archive))])
        ofArchives.push(`${basename(archive)}: ${problem}`);
    return [...ofArchives, ...(await ofProjects)];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
