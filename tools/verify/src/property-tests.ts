import fc from "fast-check";

// Every property test gets its seed and number of runs here, so that a push is reproducible and a longer run is
// one command. docs/testing.md says how.

const defaultRuns = 100;

fc.configureGlobal({
  seed: Number(process.env.HOTPY_TEST_SEED),
  numRuns: defaultRuns * Number(process.env.HOTPY_TEST_SCALE),
});
