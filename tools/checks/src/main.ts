// Usage: main.js form | addresses | published | api [--update] | release | docs [--update]

import { join } from "node:path";
import { checkApiReports } from "./api-report.js";
import { checkForm } from "./form.js";
import { checkKitWords } from "./kit-words.js";
import { checkMovingAddresses } from "./moving/check.js";
import { checkPublished } from "./published.js";
import { checkReferences } from "./references.js";
import { checkRelease } from "./release.js";
import { checkSnippets } from "./snippets.js";

const root = join(import.meta.dirname, "../../..");
const [check = "", ...options] = process.argv.slice(2);

const checks: Record<string, () => string[] | Promise<string[]>> = {
  form: () => [...checkForm(root), ...checkKitWords(root)],
  addresses: () => checkMovingAddresses(root),
  published: () => checkPublished(root),
  api: () => checkApiReports(root, options.includes("--update")),
  release: () => checkRelease(root),
  docs: async () => [...checkReferences(root), ...(await checkSnippets(root, options.includes("--update")))],
};

const run = checks[check];
if (!run) {
  console.error(`there is no check "${check}"; there are ${Object.keys(checks).join(", ")}`);
  process.exitCode = 2;
} else {
  const problems = await run();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
