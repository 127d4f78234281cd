import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const { HOTPY_TEST_SEED = "1", HOTPY_TEST_SCALE = "1" } = process.env;

/** Tests that run whole programs. */
const COMMAND = "packages/hotpy/test/**/*.test.ts";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    projects: [
      {
        extends: true,
        // Files of one worker share the modules that they import, whose loading took as long as the tests.
        test: {
          name: "parts",
          include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "tools/*/src/**/*.test.ts"],
          exclude: [COMMAND],
          isolate: false,
        },
      },
      // Programs can tell what else there is in their process: children, open files, handlers of signals.
      { extends: true, test: { name: "command", include: [COMMAND, "examples/*/*.test.ts"] } },
    ],
    // By default one processor is left free: on a machine of two the suite would take twice as long.
    maxWorkers: "100%",
    globalSetup: "tools/build/src/before-tests.js",
    // Programs run in the tests' own thread, whose stack is small beside that of the command's: unoptimised code would fill it first.
    execArgv: ["--stack-size=3000"],
    setupFiles: ["tools/verify/src/property-tests.ts"],
    // Read by every test that draws at random or can do more of the same; see docs/testing.md.
    env: {
      HOTPY_TEST_SEED,
      HOTPY_TEST_SCALE,
      // Code that programs compile is not kept with the user's.
      HOTPY_CACHE: fileURLToPath(new URL("node_modules/.cache", import.meta.url)),
    },
    // Several times what the longest take on a machine of two processors.
    testTimeout: 60_000 * Number(HOTPY_TEST_SCALE),
  },
});
