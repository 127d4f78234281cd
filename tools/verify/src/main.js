// Runs every check, then every test, and fails if one did. All of them run, so that one round shows everything that there is
// to mend; the tests come last, so that their summary is the last thing to read.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Scripts of the root's package.json, by steps. What a step lists beside each other runs at once: most checks leave a second processor idle. */
const steps = [
  [["build", "bundle"]],
  [
    [
      "check:tests",
      "check:lint",
      "check:imports",
      "check:unused",
      "check:form",
      "check:addresses",
      "check:docs",
      "check:api",
      "check:release",
    ],
    ["check:published"],
  ],
  // CPython's own tests, the files that take four seconds at most.
  [["check:conformance"]],
  [["test:fast"]],
];

const failed = [];

/** Runs a script. Where others run beside it, what it prints is shown when it has ended. */
async function run(name, isAlone) {
  const started = performance.now();
  if (isAlone) console.log(`\n▶ npm run ${name}`);
  const output = isAlone ? "inherit" : "pipe";
  const child = spawn("npm", ["run", "--silent", name], { cwd: root, stdio: ["ignore", output, output] });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => parts.push(part));
  const status = await new Promise((resolve) => child.on("close", resolve));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!isAlone) process.stdout.write(`\n▶ npm run ${name}\n${Buffer.concat(parts)}`);
  if (status !== 0) failed.push(name);
  // Nothing is written below the summary of tests that passed.
  if (name !== "test:fast") console.log(`${status === 0 ? "✔" : "✘"} ${name} (${seconds} s)`);
}

for (const lanes of steps) {
  await Promise.all(
    lanes.map(async (names) => {
      for (const name of names) await run(name, lanes.length === 1);
    }),
  );
}

if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(", ")}. Each runs alone by "npm run <name>".`);
  process.exitCode = 1;
}
