/// The thread that runs Python. What it runs, vm.ts, is bundled apart, as a script whose compiled code is kept.

import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { workerData } from "node:worker_threads";
import { reserveMemory } from "@hotpy/memory";
import { runCached } from "./code-cache.js";
import { createMachineCode } from "./machine-code.js";
import type * as Vm from "./vm.js";

// V8 of Node.js 20 optimises a function of JavaScript after so much work in it, four times what it does by itself: most of what it optimised sooner did
// not repay that. Later versions have no such flag, and a compiler between. Before all else: code that was kept is refused under other flags.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=270000");

// As early as possible: V8 counts the reservation, and collects garbage at once. Now there is next to nothing to look at.
const memory = reserveMemory();
const vm = runCached<typeof Vm>(fileURLToPath(new URL("./vm.cjs", import.meta.url)));
const machineCode = createMachineCode(fileURLToPath(new URL("./wasm.cache", import.meta.url)));
vm.exports.makeModulesBy(machineCode);
const code = await vm.exports.run(workerData as Vm.ThreadData, memory);
vm.save();
machineCode.save();
process.exit(code);
