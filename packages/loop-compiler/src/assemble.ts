import createWabt from "wabt";

/**
 * The binary form of a WebAssembly module in text form.
 *
 * @throws {Error} where the text is not valid WebAssembly; the message says at which line
 */
export async function assemble(wat: string): Promise<Uint8Array> {
  const wabt = await createWabt();
  const module = wabt.parseWat("loop.wat", wat);
  try {
    module.validate();
    return module.toBinary({ write_debug_names: true }).buffer;
  } finally {
    module.destroy();
  }
}
