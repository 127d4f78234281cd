/// V8's optimised code of the interpreter loop and of kernels, kept from one run to the next. V8 needs 150 to 200 ms of processor time to
/// optimise the loop, and until that is done, most of a second on a busy machine, a program runs in code of its baseline compiler.
///
/// Node.js has no function for this, so we ask V8's runtime by its own names. Another version of V8, other flags and another processor are
/// refused by V8 itself, by the header of what it has written; where the functions are not there at all (Node.js 26), nothing is kept.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import type { ModuleHost } from "@hotpy/memory";

/** Makes modules with the code that earlier runs have left. */
export interface MachineCode extends ModuleHost {
  /** To be called when a program has ended: leaves what V8 has optimised, if there may be something new. */
  save(): void;
}

/** Milliseconds of processor time after which V8 has probably optimised what is hot. */
const LONG_ENOUGH = 500;
/** Runs that add what they have optimised: each costs some milliseconds, and later ones find next to nothing new. */
const RUNS = 12;

/**
 * The file: the number of runs that have added to it, then for each module the size of its binary form, the size of the code, the binary form, the code. Sizes
 * are in bytes, all numbers of four. Modules are known by their binary form itself: a hash would need Node.js's module for cryptography, which takes 4 ms of each start.
 */
const NUMBER = 4;

interface KeptModule {
  readonly bytes: Uint8Array;
  readonly code: ArrayBuffer;
}

/** @param path of the file that keeps the code */
export function createMachineCode(path: string): MachineCode {
  const kept = read(path);
  const forms = new Map<WebAssembly.Module, Uint8Array>();
  const instances = new Map<WebAssembly.Module, WebAssembly.Instance>();
  let { runs } = kept;
  return {
    compile(bytes) {
      const code = kept.modules.find((each) => Buffer.compare(each.bytes, bytes) === 0)?.code;
      let module =
        code && askRuntime<WebAssembly.Module>("(code, bytes) => %DeserializeWasmModule(code, bytes)", code, bytes);
      if (module === undefined) {
        runs = 0;
        module = new WebAssembly.Module(bytes);
      }
      forms.set(module, bytes);
      return module;
    },
    // A copy: memory of buffers may belong to several.
    decode: (base64) => new Uint8Array(Buffer.from(base64, "base64")),
    instantiated(module, instance) {
      instances.set(module, instance);
    },
    save() {
      const { user, system } = process.cpuUsage();
      if (runs >= RUNS || (user + system) / 1000 < LONG_ENOUGH) return;
      const found: KeptModule[] = [];
      for (const [module, instance] of instances) {
        const bytes = forms.get(module) as Uint8Array;
        const code = optimisedCode(module, instance);
        if (code !== undefined) found.push({ bytes, code });
      }
      const isFound = ({ bytes }: KeptModule): boolean => found.some((each) => Buffer.compare(each.bytes, bytes) === 0);
      found.push(...kept.modules.filter((each) => !isFound(each)));
      if (found.length === 0) return;
      const parts: Uint8Array[] = [numberOf(runs + 1)];
      for (const { bytes, code } of found)
        parts.push(numberOf(bytes.length), numberOf(code.byteLength), bytes, new Uint8Array(code));
      try {
        const scratch = `${path}.${process.pid}`;
        writeFileSync(scratch, Buffer.concat(parts));
        renameSync(scratch, path);
      } catch {
        // Not ours to write: the next run optimises again.
      }
    },
  };
}

function numberOf(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function read(path: string): { readonly runs: number; readonly modules: readonly KeptModule[] } {
  const modules: KeptModule[] = [];
  try {
    const file = readFileSync(path);
    for (let at = NUMBER; at < file.length; ) {
      const start = at + 2 * NUMBER;
      const codeStart = start + file.readUInt32LE(at);
      const end = codeStart + file.readUInt32LE(at + NUMBER);
      if (end > file.length) throw new Error("the file has lost its end");
      modules.push({
        bytes: file.subarray(start, codeStart),
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
