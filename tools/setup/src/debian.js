import { spawnSync } from "node:child_process";
import { BuildError } from "@hotpy-tools/build";

/**
 * Installs those of the Debian packages that are not: as root, or through sudo where it asks for no password.
 *
 * @param {string[]} names
 * @throws {BuildError} with the exact command, where neither is possible or apt-get failed
 */
export function ensureDebianPackages(names) {
  const missing = missingPackages(names);
  if (missing.length === 0) return;

  const install = ["apt-get", "install", "--yes", "--no-install-recommends", ...missing];
  const command = `sudo apt-get update && sudo ${install.join(" ")}`;
  const prefix = rootPrefix();
  if (prefix === undefined) throw new BuildError(`the tests need Debian packages. Install them by\n\n  ${command}\n`);

  console.error(`setup: installing Debian packages: ${missing.join(" ")}`);
  // An update that fails in part (a broken third-party source) is no obstacle to what it did fetch.
  run([...prefix, "apt-get", "update"]);
  if (!run([...prefix, ...install])) {
    throw new BuildError(`apt-get failed; its messages are above. The command was\n\n  ${command}\n`);
  }
}

/** @param {string[]} names */
export function missingPackages(names) {
  const query = spawnSync("dpkg-query", ["--show", "--showformat=${Package} ${db:Status-Status}\\n", ...names], {
    encoding: "utf8",
  });
  if (query.error) {
    throw new BuildError(
      `this is no Debian (there is no dpkg-query). The tests need, in whatever way, ${names.join(", ")}`,
    );
  }
  const installed = new Set(
    query.stdout
      .split("\n")
      .filter((line) => line.endsWith(" installed"))
      .map((line) => line.split(" ")[0]),
  );
  return names.filter((name) => !installed.has(name));
}

/** What to put before a command to run it as root; undefined where there is no way without a question. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["--non-interactive", "true"]).status === 0 ? ["sudo", "--non-interactive"] : undefined;
}

/**
 * Whether the command succeeded. Its output goes where ours does.
 *
 * @param {string[]} command
 */
function run(command) {
  const [program, ...args] = command;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", 2, 2], env }).status === 0;
}
