/// The thread that runs Python. What it runs, vm.ts, is bundled apart, as a script whose compiled code is kept.

import { fileURLToPath } from "node:url";
import { workerData } from "node:worker_threads";
import { reserveMemory } from "@hotpy/memory";
import { runCached } from "./code-cache.js";
import { setEngineFlags } from "./engine-flags.js";
import { createMachineCode } from "./machine-code.js";
import type * as Vm from "./vm.js";

setEngineFlags();
// As early as possible: V8 counts the reservation, and collects garbage at once. Now there is next to nothing to look at.
const memory = reserveMemory();
const vm = runCached<typeof Vm>(fileURLToPath(new URL("./vm.cjs", import.meta.url)));
const machineCode = createMachineCode(fileURLToPath(new URL("./wasm.cache", import.meta.url)));
vm.exports.makeModulesBy(machineCode);
const code = await vm.exports.run(workerData as Vm.ThreadData, memory);
vm.save();
machineCode.save();
process.exit(code);
