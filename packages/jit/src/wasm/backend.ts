import type { Backend } from "../backend.js";
import type { LirModule, Signature } from "../lir/lir.js";
import { printLir } from "../lir/print.js";
import { Bytes } from "./bytes.js";
import { encodeFunction, type ModuleIndices } from "./function.js";
import { FUNC_TYPE, FUNCREF, VALUE_TYPE } from "./opcodes.js";

/** Numbers of the sections of a WebAssembly module. */
const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
const EXTERNAL = { function: 0, table: 1, memory: 2 } as const;
const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** The built-in backend: encodes LIR as it stands, leaving optimisation to V8's TurboFan. No dependency. */
export const wasmBackend: Backend = {
  name: "wasm",
  description: "built-in encoder of WebAssembly; compiles a trace in well under a millisecond",
  compile(module, options = {}) {
    const bytes = encodeModule(module);
    return options.text === true ? { bytes, text: printLir(module) } : { bytes };
  },
};

function encodeModule(module: LirModule): Uint8Array {
  const types = new TypeTable();
  const imports = new Map([...module.imports.keys()].map((name, index) => [name, index]));
  const functions = new Map(module.functions.map(({ name }, index) => [name, imports.size + index]));
  const indices: ModuleIndices = {
    functionIndex(kind, name) {
      const index = (kind === "import" ? imports : functions).get(name);
      if (index === undefined) throw new Error(`LIR calls an unknown ${kind}: ${name}`);
      return index;
    },
    typeIndex: (signature) => types.index(signature),
  };

  const importSection = new Bytes().u32(imports.size + 2);
  importSection.name("env").name("memory").byte(EXTERNAL.memory).byte(1).u32(module.pages).u32(module.pages);
  importSection.name("env").name("table").byte(EXTERNAL.table).byte(FUNCREF).byte(0).u32(0);
  for (const [name, signature] of module.imports) {
    importSection.name("env").name(name).byte(EXTERNAL.function).u32(types.index(signature));
  }

  const functionSection = new Bytes().u32(functions.size);
  for (const fn of module.functions) functionSection.u32(types.index(fn.signature));

  const exported = module.functions.filter((fn) => fn.exported);
  const exportSection = new Bytes().u32(exported.length);
  for (const fn of exported) {
    exportSection.name(fn.name).byte(EXTERNAL.function).u32(indices.functionIndex("function", fn.name));
  }

  const codeSection = new Bytes().u32(functions.size);
  for (const fn of module.functions) codeSection.sized(encodeFunction(fn, indices));

  const out = new Bytes().raw(MAGIC_AND_VERSION);
  // The type section is written last but stands first: encoding the code may add types.
  out.byte(SECTION.type).sized(types.encode());
  out.byte(SECTION.import).sized(importSection);
  out.byte(SECTION.function).sized(functionSection);
  out.byte(SECTION.export).sized(exportSection);
  out.byte(SECTION.code).sized(codeSection);
  return out.toUint8Array().slice();
}

class TypeTable {
  private readonly encoded: Bytes[] = [];
  private readonly byKey = new Map<string, number>();

  index(signature: Signature): number {
    const key = `${signature.params.join()}:${signature.result ?? ""}`;
    let index = this.byKey.get(key);
    if (index === undefined) {
      index = this.encoded.length;
      this.byKey.set(key, index);
      const type = new Bytes().byte(FUNC_TYPE).u32(signature.params.length);
      for (const param of signature.params) type.byte(VALUE_TYPE[param]);
      type.u32(signature.result === undefined ? 0 : 1);
      if (signature.result !== undefined) type.byte(VALUE_TYPE[signature.result]);
      this.encoded.push(type);
    }
    return index;
  }

  encode(): Bytes {
    const section = new Bytes().u32(this.encoded.length);
    for (const type of this.encoded) section.raw(type.toUint8Array());
    return section;
  }
}
