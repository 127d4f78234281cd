// Installs what the tests need beyond the workspace's own dependencies. A second run only looks.

import { fileURLToPath } from "node:url";
import { BuildError } from "@hotpy-tools/build";
import { ensureCpythonTests } from "./cpython-tests.js";
import { ensureDebianPackages } from "./debian.js";
import { ensureLlvmBindings } from "./llvm-bindings.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What each is there for is said in docs/testing.md. */
const debianPackages = [
  ...["g++", "cmake", "make", "llvm-14-dev", "zlib1g-dev"],
  ...["python3.11", "pypy3"],
  ...["chromium", "chromium-driver"],
];

try {
  ensureDebianPackages(debianPackages);
  await ensureCpythonTests();
  await ensureLlvmBindings(root);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`setup: ${error.message}`);
  process.exitCode = 1;
}
