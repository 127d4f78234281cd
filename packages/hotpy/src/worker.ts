/// The thread that runs Python. What it runs, vm.ts, is bundled apart, as a script whose compiled code is kept.

import { fileURLToPath } from "node:url";
import { workerData } from "node:worker_threads";
import { type Memory, reserveMemory } from "@hotpy/memory";
import { forgoLastCollection, resetEngineFlags, setEngineFlags } from "./engine-flags.js";
import { createMachineCode } from "./machine-code.js";
import { type FilesAhead, takeAhead } from "./read-ahead.js";
import { runScripts } from "./scripts.js";
import type * as Vm from "./vm.js";

async function work(memory: Memory): Promise<void> {
  const { ahead, ...data } = workerData as Vm.ThreadData & { readonly ahead: FilesAhead };
  takeAhead(ahead);
  const directory = fileURLToPath(new URL(".", import.meta.url));
  const vm = runScripts<typeof Vm>(directory, "vm.cjs");
  const machineCode = createMachineCode(directory);
  vm.exports.makeModulesBy(machineCode);
  setEngineFlags();
  const code = await vm.exports.run(data, memory);
  machineCode.save();
  resetEngineFlags();
  vm.save();
  forgoLastCollection();
  process.exit(code);
}

// As early as possible: V8 counts the reservation, and collects garbage at once. Now there is next to nothing to look at.
void work(reserveMemory());
