/** Who makes modules: a host may have kept machine code from an earlier run. */
export interface ModuleHost {
  /** Makes a module of its text: its binary form in base64, or the name that a bundler has put in its place. */
  compile(text: string): WebAssembly.Module;
  /** Told of each instance. */
  instantiated(module: WebAssembly.Module, instance: WebAssembly.Instance): void;
}

let host: ModuleHost = { compile: (base64) => new WebAssembly.Module(decode(base64)), instantiated() {} };

/** Has modules made by `other` from now on, in this process. */
export function makeModulesBy(other: ModuleHost): void {
  host = other;
}

/** Modules that have been compiled, by their text: an instance of one costs a hundredth of compiling it, and all share its machine code. */
const compiled = new Map<string, WebAssembly.Module>();

/**
 * An instance of a WebAssembly module, which is compiled once in a process.
 *
 * @param text the module in base64, or what the host knows it by
 */
export function instantiateModule(text: string, imports: WebAssembly.Imports): WebAssembly.Instance {
  let module = compiled.get(text);
  if (module === undefined) {
    module = host.compile(text);
    compiled.set(text, module);
  }
  const instance = new WebAssembly.Instance(module, imports);
  host.instantiated(module, instance);
  return instance;
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
