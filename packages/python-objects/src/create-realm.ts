import { EMPTY_UNIT } from "@hotpy/bytecode";
import {
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import { type Address, NULL, STATE_FRAME } from "@hotpy/memory";
import { TYPE_DICT } from "@hotpy/object-model";
import type { LoaderInstructions } from "./code/codes.js";
import type { CompileFault, ProgramCompiler, ProgramParser } from "./code/programs.js";
import type { SurrogateCompiler } from "./code/surrogates.js";
import type { Context, UpToCode } from "./context.js";
import { defineAsyncGenerator } from "./core-types/async-generator.js";
import { defineCode } from "./core-types/code.js";
import { defineDescriptorTypes } from "./core-types/descriptors.js";
import { defineExceptionGroups } from "./core-types/exception-groups.js";
import { defineExceptionTypes } from "./core-types/exceptions.js";
import { defineFrame } from "./core-types/frame.js";
import { defineFunctionTypes } from "./core-types/functions.js";
import { defineGenerators } from "./core-types/generator.js";
import { defineGenericAliasTypes } from "./core-types/generic-alias.js";
import { defineMappingProxy } from "./core-types/mapping-proxy.js";
import { defineModuleType } from "./core-types/module.js";
import { defineNativeFunctions } from "./core-types/native-functions.js";
import { defineObject } from "./core-types/object.js";
import { defineOtherTypes } from "./core-types/other.js";
import { defineSequenceIterator } from "./core-types/sequence-iterator.js";
import { defineTraceback } from "./core-types/traceback.js";
import { defineTypeType } from "./core-types/type.js";
import { EXCEPTION_HIERARCHY } from "./exceptions/hierarchy.js";
import type { Execution } from "./execution.js";
import { connect } from "./forward.js";
import { createInternals } from "./internals/internals.js";
import { createRealm } from "./realm/realm.js";
import { createCalling } from "./stages/calling.js";
import { createCode } from "./stages/code.js";
import { createEndings } from "./stages/endings.js";
import { createProtocols } from "./stages/protocols.js";
import { createStorage, type StorageOptions } from "./stages/storage.js";
import { createValues } from "./stages/values.js";

/** What a realm is made from. */
export interface RealmOptions extends StorageOptions {
  readonly instructions: LoaderInstructions;
  /** Compiles builtin behaviour that is written in Python. */
  readonly compile: SurrogateCompiler;
  /** Compiles what programs compile, by `compile` or `import`. Without it they cannot. */
  readonly compileProgram?: ProgramCompiler;
  /** Makes the syntax trees that programs ask for. */
  readonly parseProgram?: ProgramParser;
  /** The functions that compiled code calls by number, in the compiler's order; none: it calls none. */
  readonly internals?: readonly string[];
  /** Names of the operations of natives that the loop has, in its order; none: it calls them all. */
  readonly loopOperations?: readonly string[];
  /** Makes what runs code, of all parts. It may not run any yet. */
  readonly execution: (context: Context) => Execution;
}

const noCompiler = (): CompileFault => ({ type: "ValueError", message: "there is no compiler" });

/** One running Python without its builtins: object, type, functions, exceptions. */
export function createContext(options: RealmOptions): Context {
  const { instructions } = options;
  let execution: Execution | undefined;
  const opcode = (name: string): number => {
    const instruction = instructions.get(name);
    if (instruction === undefined) throw new Error(`the instruction set has no ${name}`);
    return instruction.opcode;
  };
  const opcodes = {
    continue_with: opcode("continue_with"),
    finish_init: opcode("finish_init"),
    leave_loop: opcode("leave_loop"),
    send: opcode("send"),
    jump: opcode("jump"),
    jump_back: opcode("jump_back"),
  };
  const storage = createStorage(options, () => {
    if (execution === undefined) throw new Error("code runs before there is something to run it");
    return execution;
  });
  const upToValues = { ...storage, ...createValues(storage) };
  const upToCode = { ...upToValues, ...createCode(upToValues, instructions, opcodes) };
  const upToCalling = { ...upToCode, ...createCalling(upToCode, options.loopOperations ?? []) };
  const upToProtocols = { ...upToCalling, ...createProtocols(upToCalling, opcodes) };
  const parts = { ...upToProtocols, ...createEndings(upToProtocols) };
  const { exceptions, conversions, attributes, failures, unwinding } = parts;
  connect(storage.forward, {
    raiseMemoryError: () => void (failures.raiseStopped() || exceptions.raise("MemoryError", "")),
    hashOfKey: conversions.dictHash,
    equalKeys: conversions.equals,
    isDataDescriptor: attributes.descriptors.isData,
    bindNew: attributes.bindNew,
    bindSpecial: attributes.bindSpecial,
    bindsAtOnce: attributes.descriptors.bindsAtOnce,
    truth: conversions.truth,
    unwind: unwinding.unwind,
    raiseFailure: failures.raise,
  });
  const realm = createRealm(
    parts,
    options.compile,
    options.compileProgram ?? noCompiler,
    options.parseProgram ?? noCompiler,
    instructions,
    options.internals ?? [],
  );
  const context = { ...parts, realm, internals: createInternals(parts, realm, options.internals ?? []) };
  defineCoreTypes(context);
  execution = options.execution(context);
  pushBottomFrame(parts, opcode);
  return context;
}

/** The types that everything else is written with, and their names in the builtins. */
function defineCoreTypes(context: Context): void {
  const { realm, types } = context;
  defineExceptionTypes(context);
  defineTraceback(context);
  defineExceptionGroups(context);
  defineFunctionTypes(context);
  defineNativeFunctions(context);
  defineObject(context);
  defineTypeType(context);
  defineDescriptorTypes(context);
  defineOtherTypes(context);
  defineMappingProxy(context);
  defineModuleType(context);
  defineCode(context);
  defineFrame(context);
  defineGenerators(context);
  defineAsyncGenerator(context);
  defineGenericAliasTypes(context);
  defineSequenceIterator(context);
  const classes = ["object", "type", "property", "staticmethod", "classmethod", "super"];
  documentTypes(context, types.object);
  for (const name of [...classes, ...EXCEPTION_HIERARCHY.map(([each]) => each)])
    realm.setBuiltin(name, types.named(name));
  realm.setBuiltin("EnvironmentError", types.named("OSError"));
  realm.setBuiltin("IOError", types.named("OSError"));
}

/** Types that were made before there were descriptors get their documentation. */
function documentTypes(context: Context, type: Address): void {
  const { types, dicts, memory, name: intern } = context;
  if (dicts.getInterned(memory.i32[(type + TYPE_DICT) >>> 2], intern("__doc__")) === NULL)
    types.setAttribute(type, intern("__doc__"), context.attributes.descriptors.createDocumentation(type));
  for (const each of types.record(type).subclasses) documentTypes(context, each);
}

/** The frame below all others: TypeScript that calls Python without being called by it calls from there. */
function pushBottomFrame({ memory, codes, continuations }: UpToCode, opcode: (name: string) => number): void {
  const { i32 } = memory;
  const code = codes.load({
    ...EMPTY_UNIT,
    name: "<bottom>",
    qualname: "<bottom>",
    code: Int32Array.of(opcode("leave_loop")),
    stackSize: 1,
  });
  const frame = memory.stack.start;
  const at = frame >>> 2;
  i32[at + (FRAME_PREVIOUS >>> 2)] = NULL;
  i32[at + (FRAME_CODE >>> 2)] = code;
  i32[at + (FRAME_FUNCTION >>> 2)] = NULL;
  i32[at + (FRAME_IP >>> 2)] = continuations.leaveLoop;
  i32[at + (FRAME_SP >>> 2)] = frame + FRAME_SLOTS;
  i32[at + (FRAME_DEPTH >>> 2)] = 0;
  i32[at + (FRAME_GENERATOR >>> 2)] = NULL;
  i32[STATE_FRAME >>> 2] = frame;
}
