import type { LoaderInstructions } from "../code/codes.js";
import { createPortableCode, type PortableCode } from "../code/portable.js";
import { createPrograms, type ProgramCompiler, type ProgramParser, type Programs } from "../code/programs.js";
import type { SurrogateCompiler } from "../code/surrogates.js";
import type { Parts, Storage, Values } from "../context.js";
import { createThreadStarting, type ThreadStarting } from "../threads/starting.js";
import { type Arithmetic, createArithmetic } from "./arithmetic.js";
import { type AttributeAccess, createAttributeAccess } from "./attribute-access.js";
import { type Comparing, createComparing } from "./comparing.js";
import { type Containers, createContainers } from "./containers.js";
import { createDefining, type Defining } from "./defining.js";
import { createInvoking, type Invoking } from "./invoking.js";
import { createIterating, type Iterating } from "./iterating.js";
import { createLimits, type Limits } from "./limits.js";
import { createMaking, type Making } from "./making.js";
import { createNamespaces, type Namespaces } from "./namespaces.js";
import { createRaising, type Raising } from "./raising.js";
import { createReferences, type References } from "./references.js";
import { createTexts, type Texts } from "./texts.js";
import { createTyping, type Typing } from "./typing.js";

/** Memory, and what knows no types. `dicts` hash and compare keys by Python's rules: operations with keys other than str and int may collect. */
export type Machine = Pick<
  Storage,
  | "memory"
  | "heap"
  | "shapes"
  | "handles"
  | "weakReferences"
  | "strings"
  | "integers"
  | "floats"
  | "dicts"
  | "kernel"
  | "pythonKernel"
  | "platform"
  | "interrupts"
  | "threads"
> &
  Pick<Values, "bytes" | "buffers" | "complexes" | "observers">;

/**
 * What code that implements Python in TypeScript is written against: one running Python.
 *
 * Every function says *leaf* (never reaches a safepoint) or *may collect* (may run Python code: addresses held in
 * TypeScript are stale afterwards unless kept in `handles` or on the VM stack). A result NULL means that an exception
 * is pending; numbers use -1 for it.
 *
 * It consists of small interfaces, one for each kind of thing that such code does. Who needs but some of them says so by the type of its
 * parameter: `(realm: Making & Raising) => …`.
 */
export interface Realm
  extends Machine,
    Making,
    Raising,
    Typing,
    Defining,
    Invoking,
    Texts,
    Comparing,
    Arithmetic,
    Containers,
    Iterating,
    AttributeAccess,
    Namespaces,
    Programs,
    PortableCode,
    Limits,
    References,
    ThreadStarting {}

/**
 * The realm over the parts: protocol operations completed by running the loop where they push a frame.
 * @param compile compiles builtin behaviour that is written in Python
 * @param compileProgram compiles what programs compile
 * @param parseProgram makes the syntax trees that programs ask for
 * @param internals names of the functions that code calls by number
 */
export function createRealm(
  parts: Parts,
  compile: SurrogateCompiler,
  compileProgram: ProgramCompiler,
  parseProgram: ProgramParser,
  instructions: LoaderInstructions,
  internals: readonly string[],
): Realm {
  const {
    memory,
    heap,
    shapes,
    handles,
    strings,
    integers,
    floats,
    dicts,
    kernel,
    pythonKernel,
    platform,
    interrupts,
    threads,
  } = parts;
  const { weakReferences } = parts;
  const { bytes, buffers, complexes, observers } = parts;
  const arithmetic = createArithmetic(parts);
  const invoking = createInvoking(parts);
  return {
    memory,
    heap,
    shapes,
    handles,
    weakReferences,
    strings,
    integers,
    floats,
    dicts,
    kernel,
    pythonKernel,
    platform,
    interrupts,
    threads,
    bytes,
    buffers,
    complexes,
    observers,
    ...createMaking(parts),
    ...createRaising(parts),
    ...createTyping(parts, arithmetic),
    ...createDefining(parts, invoking, compile),
    ...createPrograms(parts, compileProgram, parseProgram),
    ...createPortableCode(parts, instructions, internals),
    ...invoking,
    ...createTexts(parts),
    ...createComparing(parts, arithmetic),
    ...arithmetic,
    ...createContainers(parts),
    ...createIterating(parts, invoking),
    ...createAttributeAccess(parts),
    ...createNamespaces(parts),
    ...createLimits(parts),
    ...createReferences(parts),
    ...createThreadStarting(parts),
  };
}
