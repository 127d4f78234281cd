/// The WebAssembly modules of the interpreter loop and of kernels: files beside the program, as the bundler has put them, and V8's optimised code
/// of them, kept from one run to the next. V8 needs 150 to 200 ms of processor time to
/// optimise the loop, and until that is done, most of a second on a busy machine, a program runs in code of its baseline compiler.
///
/// Node.js has no function for this, so we ask V8's runtime by its own names. Another version of V8, other flags and another processor are
/// refused by V8 itself, by the header of what it has written; where the functions are not there at all (Node.js 26), nothing is kept.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import type { ModuleHost } from "@hotpy/memory";
import { readAhead } from "./read-ahead.js";

/** Makes modules, known by the names of their files, with the code that earlier runs have left. */
export interface MachineCode extends ModuleHost {
  /** To be called when a program has ended: leaves what V8 has optimised, if there may be something new. */
  save(): void;
}

/** Milliseconds of processor time after which V8 has probably optimised what is hot. */
const LONG_ENOUGH = 500;
/** Runs that add what they have optimised: each costs some milliseconds, and later ones find next to nothing new. */
const RUNS = 12;

/**
 * The file that keeps code: the number of runs that have added to it, then for each module the sizes of its name, its binary form and the code, and
 * these three. Sizes are in bytes, all numbers of four. A name has a part that changes with the module. The binary form is there so that one file is read in place of many.
 */
const KEPT = "wasm.cache";
const NUMBER = 4;

interface KeptModule {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: ArrayBuffer;
}

/** @param directory of the modules, where their code is kept too */
export function createMachineCode(directory: string): MachineCode {
  const path = join(directory, KEPT);
  const kept = read(path);
  const names = new Map<WebAssembly.Module, string>();
  const instances = new Map<WebAssembly.Module, WebAssembly.Instance>();
  let { runs } = kept;
  return {
    compile(name) {
      const found = kept.modules.find((each) => each.name === name);
      let module =
        found &&
        askRuntime<WebAssembly.Module>("(code, bytes) => %DeserializeWasmModule(code, bytes)", found.code, found.bytes);
      if (module === undefined) {
        runs = 0;
        module = new WebAssembly.Module(readFileSync(join(directory, name)));
      }
      names.set(module, name);
      return module;
    },
    instantiated(module, instance) {
      instances.set(module, instance);
    },
    save() {
      const { user, system } = process.cpuUsage();
      if (runs >= RUNS || (user + system) / 1000 < LONG_ENOUGH) return;
      const made: KeptModule[] = [];
      try {
        for (const [module, instance] of instances) {
          const name = names.get(module) as string;
          const code = optimisedCode(module, instance);
          if (code !== undefined) made.push({ name, bytes: readFileSync(join(directory, name)), code });
        }
        const isMade = ({ name }: KeptModule): boolean => made.some((each) => each.name === name);
        made.push(...kept.modules.filter((each) => !isMade(each)));
        if (made.length === 0) return;
        const scratch = `${path}.${process.pid}`;
        writeFileSync(scratch, Buffer.concat([numbers(runs + 1), ...made.flatMap(partsOf)]));
        renameSync(scratch, path);
      } catch {
        // Not ours to write: the next run optimises again.
      }
    },
  };
}

function partsOf({ name, bytes, code }: KeptModule): Uint8Array[] {
  return [
    numbers(name.length, bytes.length, code.byteLength),
    Buffer.from(name, "latin1"),
    bytes,
    new Uint8Array(code),
  ];
}

function numbers(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(NUMBER * values.length);
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value, NUMBER * index);
  });
  return bytes;
}

function read(path: string): { readonly runs: number; readonly modules: readonly KeptModule[] } {
  const modules: KeptModule[] = [];
  try {
    const file = readAhead(path) ?? readFileSync(path);
    for (let at = NUMBER; at < file.length; ) {
      const start = at + 3 * NUMBER;
      const bytesStart = start + file.readUInt32LE(at);
      const codeStart = bytesStart + file.readUInt32LE(at + NUMBER);
      const end = codeStart + file.readUInt32LE(at + 2 * NUMBER);
      if (end > file.length) throw new Error("the file has lost its end");
      modules.push({
        name: file.toString("latin1", start, bytesStart),
        bytes: file.subarray(bytesStart, codeStart),
        code: new Uint8Array(file.subarray(codeStart, end)).buffer,
      });
      at = end;
    }
    return { runs: file.readUInt32LE(0), modules };
  } catch {
    return { runs: 0, modules: [] };
  }
}

/** What V8 has optimised of a module. It ends the process if it is asked where nothing is: what is used from outside is asked first. */
function optimisedCode(module: WebAssembly.Module, instance: WebAssembly.Instance): ArrayBuffer | undefined {
  const functions = Object.values(instance.exports).filter((value) => typeof value === "function");
  const isOptimised = askRuntime<boolean>("(all) => all.some((one) => %IsTurboFanFunction(one))", functions);
  return isOptimised === true ? askRuntime("(module) => %SerializeWasmModule(module)", module) : undefined;
}

/** Calls a function whose text names functions of V8's runtime; undefined where this version has none of the name, or it refuses. */
function askRuntime<T>(text: string, ...args: readonly unknown[]): T | undefined {
  try {
    setFlagsFromString("--allow-natives-syntax");
    return new Script(`(${text})`).runInThisContext()(...args);
  } catch {
    return undefined;
  } finally {
    setFlagsFromString("--no-allow-natives-syntax");
  }
}
