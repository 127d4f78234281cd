/** Who makes modules: a host may have kept machine code from an earlier run. */
export interface ModuleHost {
  /** Makes a module of its binary form. */
  compile(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module;
  /** Faster than what there is everywhere, where the host has anything. */
  decode?(base64: string): Uint8Array<ArrayBuffer>;
  /** Told of each instance. */
  instantiated(module: WebAssembly.Module, instance: WebAssembly.Instance): void;
}

let host: ModuleHost = { compile: (bytes) => new WebAssembly.Module(bytes), instantiated() {} };

/** Has modules made by `other` from now on, in this process. */
export function makeModulesBy(other: ModuleHost): void {
  host = other;
}

/** Modules that have been compiled, by their text: an instance of one costs a hundredth of compiling it, and all share its machine code. */
const compiled = new Map<string, WebAssembly.Module>();

/** An instance of the WebAssembly module in base64, which is compiled once in a process. */
export function instantiateModule(base64: string, imports: WebAssembly.Imports): WebAssembly.Instance {
  let module = compiled.get(base64);
  if (module === undefined) {
    module = host.compile((host.decode ?? decode)(base64));
    compiled.set(base64, module);
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
