// Runs every check, then every test, and fails if one did. All of them run, so that one round shows everything that there is
// to mend; the tests come last, so that their summary is the last thing to read.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Scripts of the root's package.json. The checks of what is published read what the builds wrote. */
const checks = [
  "build",
  "bundle",
  "check:tests",
  "check:lint",
  "check:imports",
  "check:unused",
  "check:form",
  "check:addresses",
  "check:docs",
  "check:published",
  "check:api",
  "check:release",
  // CPython's own tests, the files that take four seconds at most.
  "check:conformance",
];

const failed = [];
for (const name of [...checks, "test:fast"]) {
  const started = performance.now();
  console.log(`\n▶ npm run ${name}`);
  const { status } = spawnSync("npm", ["run", "--silent", name], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) failed.push(name);
  // Nothing is written below the summary of tests that passed.
  if (name !== "test:fast") console.log(`${status === 0 ? "✔" : "✘"} ${name} (${seconds} s)`);
}

if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(", ")}. Each runs alone by "npm run <name>".`);
  process.exitCode = 1;
}
