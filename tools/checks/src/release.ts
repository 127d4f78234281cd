import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishedPackages } from "./workspace.js";

/**
 * Tries a release in a temporary clone: a change of one package at the bottom is versioned by changesets.
 * It must take up all that waits in `.changeset`, give that package a new version and a changelog, and
 * give no new major version to the packages above it.
 *
 * @returns one sentence per problem
 */
export function checkRelease(root: string): string[] {
  const clone = mkdtempSync(join(tmpdir(), "hotpy-release-"));
  try {
    execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${root}`, clone], { stdio: "inherit" });
    // A checkout of CI may be on no branch; changesets compares with the base branch of that name.
    execFileSync("git", ["checkout", "--quiet", "-B", "main"], { cwd: clone });
    symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
    writeFileSync(
      join(clone, ".changeset/trial.md"),
      '---\n"@hotpy/memory": minor\n---\n\nA change that tries the release.\n',
    );
    const before = versions(clone);
    changeset(clone, "status", "--verbose");
    changeset(clone, "version");
    const after = versions(clone);

    const problems: string[] = [];
    if (after.get("@hotpy/memory") === before.get("@hotpy/memory")) problems.push("@hotpy/memory got no new version");
    for (const [name, version] of after) {
      if (major(version) > major(before.get(name) ?? version))
        problems.push(`${name} went to a new major version, ${version}`);
    }
    if (!existsSync(join(clone, "packages/memory/CHANGELOG.md"))) problems.push("@hotpy/memory got no changelog");
    const left = readdirSync(join(clone, ".changeset")).filter((name) => name.endsWith(".md") && name !== "README.md");
    if (left.length > 0) problems.push(`changesets were left over: ${left.join(", ")}`);
    return problems;
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

function changeset(clone: string, ...args: string[]): void {
  const script = join(import.meta.dirname, "../node_modules/@changesets/cli/bin.js");
  execFileSync(process.execPath, [script, ...args], { cwd: clone, stdio: "inherit" });
}

function versions(root: string): Map<string, string> {
  return new Map(publishedPackages(root).map(({ manifest }) => [manifest.name, manifest.version ?? ""]));
}

function major(version: string): number {
  return Number(version.split(".")[0]);
}
