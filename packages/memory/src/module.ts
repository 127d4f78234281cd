/** Modules that have been compiled, by their text: an instance of one costs a hundredth of compiling it, and all share its machine code. */
const compiled = new Map<string, WebAssembly.Module>();

/** The WebAssembly module in base64, compiled when it is first asked for. */
export function compiledModule(base64: string): WebAssembly.Module {
  let module = compiled.get(base64);
  if (module === undefined) {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
    compiled.set(base64, (module = new WebAssembly.Module(bytes)));
  }
  return module;
}
