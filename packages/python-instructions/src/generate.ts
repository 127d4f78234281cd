import { generateLoop } from "@hotpy/interpreter";
import { pythonMacros, pythonTails } from "./definitions/macros.js";
import { instructionSet } from "./instruction-set.js";
import { vmMembers } from "./vm/create-vm.js";

/** Opcodes that texts compare with. */
const opcodes = Object.fromEntries(
  ["load_attr_slot", "store_attr_slot", "store_local", "store_local_load_local", "pop"].map((name) => [`OPCODE_${name.toUpperCase()}`, String(instructionSet.get(name)?.opcode)]),
);

const options = {
  header: 'import type { PythonVm } from "../vm/create-vm.js";\n',
  vmType: "PythonVm",
  members: vmMembers,
  macros: { ...pythonMacros, ...opcodes },
  tails: pythonTails,
};

/** Instructions that no hot loop is made of: they do their work out of line anyway. */
const rare = new Set([
  "delete_local", "load_closure", "delete_cell", "delete_global", "load_name", "store_name", "delete_name", "load_class_cell", "delete_attr",
  "binary_matmul", "unary_pos", "unary_invert", "build_set", "set_add", "list_extend", "set_update", "dict_update", "dict_merge", "list_to_tuple",
  "unpack_ex", "delete_subscript", "call_spread", "make_function", "load_build_class", "make_generator", "get_yield_from", "build_map", "build_slice", "map_add", "raise", "reraise",
  "setup_with", "with_except", "load_assertion_error", "import_name", "import_from", "import_star", "setup_annotations", "print_expr",
  "jump_if_none", "jump_if_not_none", "push_handler_generator", "pop_handler_generator", "continue_with",
]);

/** Texts of the generated files by their name in `src/generated`: the loop, and its variant for single steps. */
export function generatedFiles(): Record<string, string> {
  return {
    "loop.ts": generateLoop(instructionSet, { ...options, name: "createLoop", rare }),
    "step.ts": generateLoop(instructionSet, { ...options, name: "createStep", step: true }),
  };
}
