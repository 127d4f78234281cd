import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copySources } from "./clean-copy.js";
import { publishedPackages } from "./workspace.js";

/**
 * Tries a release in a temporary copy: a change of one package at the bottom is versioned by changesets.
 * It must take up all that waits in `.changeset`, give that package a new version and a changelog, and
 * give no new major version to the packages above it.
 *
 * @returns one sentence per problem
 */
export function checkRelease(root: string): string[] {
  const copy = mkdtempSync(join(tmpdir(), "hotpy-release-"));
  try {
    copyAsRepository(root, copy);
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    writeFileSync(
      join(copy, ".changeset/trial.md"),
      '---\n"@hotpy/memory": minor\n---\n\nA change that tries the release.\n',
    );
    const before = versions(copy);
    changeset(copy, "status", "--verbose");
    changeset(copy, "version");
    const after = versions(copy);

    const problems: string[] = [];
    if (after.get("@hotpy/memory") === before.get("@hotpy/memory")) problems.push("@hotpy/memory got no new version");
    for (const [name, version] of after) {
      if (major(version) > major(before.get(name) ?? version))
        problems.push(`${name} went to a new major version, ${version}`);
    }
    if (!existsSync(join(copy, "packages/memory/CHANGELOG.md"))) problems.push("@hotpy/memory got no changelog");
    const left = readdirSync(join(copy, ".changeset")).filter((name) => name.endsWith(".md") && name !== "README.md");
    if (left.length > 0) problems.push(`changesets were left over: ${left.join(", ")}`);
    return problems;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * Makes a repository of one commit, on the base branch, of what is checked out. A clone would not do: CI's own may be
 * shallow, in which changesets searches endlessly for the commit that added a changeset, and on no branch.
 */
function copyAsRepository(root: string, directory: string): void {
  copySources(root, directory);
  const git = (...args: string[]): void => void execFileSync("git", args, { cwd: directory, stdio: "inherit" });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("-c", "user.name=trial", "-c", "user.email=trial@localhost", "commit", "--quiet", "--message=Trial");
}

function changeset(copy: string, ...args: string[]): void {
  const script = join(import.meta.dirname, "../node_modules/@changesets/cli/bin.js");
  execFileSync(process.execPath, [script, ...args], { cwd: copy, stdio: "inherit" });
}

function versions(root: string): Map<string, string> {
  return new Map(publishedPackages(root).map(({ manifest }) => [manifest.name, manifest.version ?? ""]));
}

function major(version: string): number {
  return Number(version.split(".")[0]);
}
