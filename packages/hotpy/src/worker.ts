/// The thread that runs Python. What it runs, vm.ts, is bundled apart, as a script whose compiled code is kept.

import { fileURLToPath } from "node:url";
import { workerData } from "node:worker_threads";
import { runCached } from "./code-cache.js";
import type * as Vm from "./vm.js";

const vm = runCached<typeof Vm>(fileURLToPath(new URL("./vm.cjs", import.meta.url)));
const code = await vm.exports.run(workerData as Vm.ThreadData);
vm.save();
process.exit(code);
