import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BuildError } from "./errors.js";

/**
 * Installs the workspace's dependencies as the lockfile has them, unless they are.
 * pnpm itself comes through npx, at the version that package.json names, so nothing but npm need be there.
 *
 * @param {string} root the repository
 * @throws {BuildError} where npx or pnpm failed
 */
export function installDependencies(root) {
  if (isInstalled(root)) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.error("hotpy: installing dependencies (once)");
  const { error, status } = spawnSync(
    "npx",
    ["--yes", packageManager, "install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"],
    // A terminal is not asked questions: pnpm would, before it removes a node_modules of another version.
    { cwd: root, stdio: ["ignore", 2, 2], env: { ...process.env, CI: "true" } },
  );
  if (error)
    throw new BuildError("npm is missing (npx was not found). It comes with Node.js: https://nodejs.org/en/download");
  if (status !== 0) {
    throw new BuildError(
      `the dependencies could not be installed: ${packageManager} failed, its messages are above.\n` +
        "- It needs the npm registry. `npm ping` tells whether it is reached; behind a proxy or mirror,\n" +
        "  `npm config set proxy URL` or `npm config set registry URL` show the way.\n" +
        `- If it says that the lockfile is outdated, a package.json was changed: run \`npx ${packageManager} install\`.\n` +
        "Then run the command again.",
    );
  }
}

/** Whether what is installed is what the lockfile says: pnpm keeps a copy of the lockfile that it installed by. */
function isInstalled(root) {
  const copy = join(root, "node_modules/.pnpm/lock.yaml");
  return existsSync(copy) && readFileSync(copy).equals(readFileSync(join(root, "pnpm-lock.yaml")));
}
