import binaryen from "binaryen";

/** What the compiler uses beyond WebAssembly 1.0; of more, binaryen makes use by itself. */
const FEATURES = binaryen.Features.MutableGlobals | binaryen.Features.SignExt | binaryen.Features.NontrappingFPToInt;

/**
 * The binary form of a WebAssembly module in text form, with the names of its functions.
 *
 * @throws {Error} where the text is not valid WebAssembly
 */
export function assemble(wat: string): Uint8Array {
  const module = binaryen.parseText(wat);
  try {
    module.setFeatures(FEATURES);
    if (module.validate() === 0) throw new Error("the module is not valid");
    binaryen.setDebugInfo(true);
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
