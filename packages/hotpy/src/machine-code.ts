/// V8's optimised code of the interpreter loop and of kernels, kept from one run to the next. V8 needs 150 to 200 ms of processor time to
/// optimise the loop, and until that is done, most of a second on a busy machine, a program runs in code of its baseline compiler.
///
/// Node.js has no function for this, so we ask V8's runtime by its own names. Another version of V8, other flags and another processor are
/// refused by V8 itself, by the header of what it has written; where the functions are not there at all (Node.js 26), nothing is kept.

import { createHash } from "node:crypto";
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

/** The file: this many bytes that say how many runs have added to it, then for each module the hash of its binary form, the size of the code, the code. */
const HEADER = 4;
const HASH = 20;

/** @param path of the file that keeps the code */
export function createMachineCode(path: string): MachineCode {
  const kept = read(path);
  const hashes = new Map<WebAssembly.Module, string>();
  const instances = new Map<WebAssembly.Module, WebAssembly.Instance>();
  let { runs } = kept;
  return {
    compile(bytes) {
      const hash = createHash("sha1").update(bytes).digest().toString("latin1");
      const code = kept.codes.get(hash);
      let module =
        code && askRuntime<WebAssembly.Module>("(code, bytes) => %DeserializeWasmModule(code, bytes)", code, bytes);
      if (module === undefined) {
        runs = 0;
        module = new WebAssembly.Module(bytes);
      }
      hashes.set(module, hash);
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
      const parts = [sizeOf(runs + 1)];
      const codes = new Map(kept.codes);
      for (const [module, instance] of instances) {
        const code = optimisedCode(module, instance);
        if (code !== undefined) codes.set(hashes.get(module) as string, code);
      }
      if (codes.size === 0) return;
      for (const [hash, code] of codes) {
        parts.push(Buffer.from(hash, "latin1"), sizeOf(code.byteLength), Buffer.from(code));
      }
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

function sizeOf(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function read(path: string): { readonly runs: number; readonly codes: ReadonlyMap<string, ArrayBuffer> } {
  const codes = new Map<string, ArrayBuffer>();
  try {
    const file = readFileSync(path);
    for (let at = HEADER; at < file.length; ) {
      const start = at + HASH + 4;
      const end = start + file.readUInt32LE(at + HASH);
      if (end > file.length) throw new Error("the file has lost its end");
      codes.set(file.toString("latin1", at, at + HASH), new Uint8Array(file.subarray(start, end)).buffer);
      at = end;
    }
    return { runs: file.readUInt32LE(0), codes };
  } catch {
    return { runs: 0, codes: new Map() };
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
