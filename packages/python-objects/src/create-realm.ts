import type { CodeUnit } from "@hotpy/bytecode";
import { createDicts } from "@hotpy/dict";
import {
  createFrameStack,
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
  initialiseFrameStack,
} from "@hotpy/frame-stack";
import type { Heap } from "@hotpy/gc";
import { createHandles, type Memory, NULL, STATE_FRAME } from "@hotpy/memory";
import { createFloats, createIntegers, createObjectKernel, createStrings, type ShapeTable } from "@hotpy/object-model";
import { createAttributes } from "./attributes/attributes.js";
import { createCalls } from "./calls/calls.js";
import { createContinuations } from "./calls/continuations.js";
import { createFailures } from "./calls/failures.js";
import { createNatives } from "./calls/natives.js";
import { createReentry } from "./calls/reentry.js";
import { createCodes, type LoaderInstructions } from "./code/codes.js";
import type { Context } from "./context.js";
import { defineDescriptorTypes } from "./core-types/descriptors.js";
import { defineExceptionTypes } from "./core-types/exceptions.js";
import { defineFunctionTypes } from "./core-types/functions.js";
import { defineGenericAliases } from "./core-types/generic-alias.js";
import { defineObject } from "./core-types/object.js";
import { defineOtherTypes } from "./core-types/other.js";
import { defineTypeType } from "./core-types/type.js";
import { createExceptions } from "./exceptions/exceptions.js";
import { EXCEPTION_HIERARCHY } from "./exceptions/hierarchy.js";
import { createUnwinding } from "./exceptions/unwinding.js";
import { createFinalisers } from "./finalisers.js";
import { createGenerators } from "./generators.js";
import { createPythonKernel } from "./kernel.js";
import { createModules } from "./modules.js";
import { createObjects } from "./objects.js";
import type { Platform } from "./platform.js";
import { createConversions } from "./protocols/conversions.js";
import { createIteration } from "./protocols/iteration.js";
import { createOperators } from "./protocols/operators.js";
import { createSubscripts } from "./protocols/subscripts.js";
import { createRealmFacade } from "./realm-facade.js";
import { createTypes } from "./types/types.js";

/** What a realm is made from. */
export interface RealmOptions {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly shapes: ShapeTable;
  readonly platform: Platform;
  readonly instructions: LoaderInstructions;
  /** Compiles builtin behaviour that is written in Python. */
  readonly compile: (source: string, filename: string) => CodeUnit;
  /** First countdowns of back-edges and functions; see ExecutionHooks of `@hotpy/interpreter`. */
  readonly thresholds: () => { readonly loopThreshold: number; readonly functionThreshold: number };
  readonly hashSeed?: number;
}

/** One running Python without its builtins: object, type, functions, exceptions. The loop is to be set in `reentry`. */
export function createContext(options: RealmOptions): Context {
  const { memory, heap, shapes, platform, instructions } = options;
  const handles = createHandles(memory);
  const kernel = createObjectKernel(memory, heap);
  const pythonKernel = createPythonKernel(memory);
  const strings = createStrings(memory, heap, kernel, { hashSeed: options.hashSeed ?? 0 });
  const integers = createIntegers(memory, kernel, () => void context.exceptions.raise("MemoryError", ""));
  const floats = createFloats(memory, heap);
  initialiseFrameStack(memory);
  const frames = createFrameStack(memory, heap.barrier);
  heap.bind({ visitRoots: frames.visitFrameRoots });
  const context = {
    memory,
    heap,
    shapes,
    platform,
    handles,
    kernel,
    pythonKernel,
    strings,
    integers,
    floats,
    frames,
    lateTypes: [],
    name: strings.internJS,
  } as unknown as Context;
  const watchers: ((dict: number, key: number) => void)[] = [];
  const dicts = createDicts(memory, heap, {
    hash: (key) => context.conversions.dictHash(key),
    equals: (stored, key) => context.conversions.equals(stored, key),
    leafHash: pythonKernel.dictHash,
    leafEquals: pythonKernel.equalsPlain,
    outOfMemory: () => void context.exceptions.raise("MemoryError", ""),
    watched(dict, key) {
      for (const watcher of watchers) watcher(dict, key);
    },
  });
  Object.assign(context, { dicts, dictWatchers: watchers });
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
  context.objects = createObjects(context);
  context.types = createTypes(context);
  context.exceptions = createExceptions(context);
  context.natives = createNatives(context);
  context.continuations = createContinuations(context, opcodes);
  context.codes = createCodes(context, instructions, options.thresholds);
  context.calls = createCalls(context);
  context.reentry = createReentry(context);
  context.attributes = createAttributes(context);
  context.operators = createOperators(context);
  context.conversions = createConversions(context);
  context.iteration = createIteration(context);
  context.subscripts = createSubscripts(context);
  context.generators = createGenerators(context, opcodes);
  context.unwinding = createUnwinding(context);
  context.finalisers = createFinalisers(context);
  context.modules = createModules(context);
  pushBottomFrame(context, opcode);
  context.realm = createRealmFacade(context, options.compile);
  defineExceptionTypes(context);
  context.failures = createFailures(context);
  defineFunctionTypes(context);
  defineObject(context);
  defineTypeType(context);
  defineDescriptorTypes(context);
  defineOtherTypes(context);
  defineGenericAliases(context);
  for (const name of [
    "object",
    "type",
    "property",
    "staticmethod",
    "classmethod",
    "super",
    ...EXCEPTION_HIERARCHY.map(([each]) => each),
  ]) {
    context.realm.setBuiltin(name, context.types.named(name));
  }
  context.realm.setBuiltin("EnvironmentError", context.types.named("OSError"));
  context.realm.setBuiltin("IOError", context.types.named("OSError"));
  for (const define of context.lateTypes) define(context.realm);
  return context;
}

/** The frame below all others: TypeScript that calls Python without being called by it calls from there. */
function pushBottomFrame({ memory, codes, continuations }: Context, opcode: (name: string) => number): void {
  const { i32 } = memory;
  const code = codes.load({
    name: "<bottom>",
    qualname: "<bottom>",
    filename: "",
    firstLine: 0,
    argumentCount: 0,
    positionalOnlyCount: 0,
    keywordOnlyCount: 0,
    flags: 0,
    localNames: [],
    cellNames: [],
    freeNames: [],
    constants: [],
    names: [],
    code: Int32Array.of(opcode("leave_loop")),
    stackSize: 1,
    handlers: [],
    positions: [],
    instanceSlotsHint: 0,
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
