/// The verifier: every pass must leave a trace for which it finds nothing. Problems are described in words, with the
/// instruction's text form where that helps.

import { core, type Immediate, type Kind } from "@hotpy/bytecode";
import { visitSnapshot } from "./exits.js";
import { type Instruction, NO_EXIT } from "./instruction.js";
import { argumentKinds, effectsOf, type Helpers, kindsOf } from "./kinds.js";
import { type ExitNumber, NO_VALUE, type Trace, type ValueId } from "./trace.js";

/** JavaScript types of immediates; of the others, fields and objects. */
const IMMEDIATE_TYPES: Readonly<Partial<Record<Immediate, string>>> = {
  none: "undefined",
  number: "number",
  code: "number",
  bigint: "bigint",
  helper: "string",
};

/** Problems of a trace, in order; empty if it is well-formed. */
export function verifyTrace(trace: Trace, helpers: Helpers): readonly string[] {
  const problems: string[] = [];
  const kinds = kindsOf(trace, helpers);
  const defined = new Set<ValueId>();
  const taken = new Set<ValueId>();
  const takenExits = new Set<ExitNumber>();
  let where = "inputs";
  const problem = (text: string): void => {
    problems.push(`${where}: ${text}`);
  };

  function take(id: ValueId): void {
    if (id < 0 || !Number.isInteger(id)) problem(`${id} is not an id`);
    if (id >= trace.idLimit) problem(`%${id} is not below the limit of ids, ${trace.idLimit}`);
    if (taken.has(id)) problem(`%${id} is defined twice`);
    taken.add(id);
  }

  function use(id: ValueId, kind: Kind): void {
    if (trace.deferred.has(id)) problem(`%${id} is deferred: only snapshots and recipes may name it`);
    else if (!defined.has(id)) problem(`%${id} is not defined before its use`);
    else if (kinds[id] !== kind) problem(`%${id} is of kind ${kinds[id] ?? "void"}, not ${kind}`);
  }

  function checkArguments(
    instruction: Instruction,
    check: (id: ValueId, kind: Kind) => void,
    expected = argumentKinds(instruction, helpers),
  ): void {
    const { op, args } = instruction;
    const { variadic } = core(op);
    const least = variadic && op !== "call_leaf" ? core(op).args.length - 1 : expected.length;
    if (args.length < least || (args.length > expected.length && !(variadic && op !== "call_leaf"))) {
      problem(`${op} has ${args.length} arguments, not ${expected.length}`);
    }
    args.forEach((id, index) => {
      if (expected[index] !== undefined) check(id, expected[index]);
    });
  }

  function checkImmediate({ op, immediate }: Instruction): void {
    const wanted = core(op).immediate;
    const type = IMMEDIATE_TYPES[wanted] ?? "object";
    if (typeof immediate !== type) problem(`${op} needs an immediate of form ${wanted}`);
    if (op === "const_object" && !trace.constants.includes(immediate as number))
      problem(`constant ${String(immediate)} is not among the trace's constants`);
  }

  /** A value that must be there when an exit is taken: defined, or a recipe of such values. `path` finds cycles. */
  function needAtExit(id: ValueId, kind: Kind | undefined, path: readonly ValueId[]): void {
    const recipe = trace.deferred.get(id);
    if (kind !== undefined && kinds[id] !== undefined && kinds[id] !== kind)
      problem(`%${id} is of kind ${kinds[id]}, not ${kind}`);
    if (recipe === undefined) {
      if (!defined.has(id)) problem(`%${id} is not defined before the exit that needs it`);
    } else if (path.includes(id)) problem(`the recipe of %${id} needs itself`);
    else for (const argument of recipe.args) needAtExit(argument, undefined, [...path, id]);
  }

  function checkExit(exit: ExitNumber, mayDefer: boolean): void {
    const snapshot = trace.exits[exit];
    if (takenExits.has(exit)) problem(`exit ${exit} is named twice`);
    takenExits.add(exit);
    if (snapshot === undefined) return problem(`there is no exit ${exit}`);
    if (snapshot.frames.length === 0) problem("the snapshot has no frame");
    visitSnapshot(snapshot, (id) => {
      if (!mayDefer && trace.deferred.has(id)) problem(`%${id} is deferred, but the frames must be in memory here`);
      needAtExit(id, "word", []);
    });
    snapshot.frames.forEach(({ function: callee }, depth) => {
      if (callee === NO_VALUE && depth > 0) problem(`inlined frame ${depth} has no function`);
    });
  }

  function checkInstruction(instruction: Instruction): void {
    const { id, op, immediate, exit } = instruction;
    where = kinds[id] !== undefined ? `%${id} = ${op}` : op;
    checkArguments(instruction, use);
    checkImmediate(instruction);
    if (op === "new" && instruction.immediate.late !== undefined)
      problem("only recipes may fill raw fields from values");
    const exits = effectsOf(op, immediate, helpers).exit === true;
    if (exits && exit === NO_EXIT) problem("it may exit but has no exit");
    if (exit !== NO_EXIT) {
      if (!exits) problem("it has an exit but never exits");
      checkExit(exit, op !== "call_code");
    }
    take(id);
    if (kinds[id] !== undefined) defined.add(id);
  }

  for (const { id, kind, source } of trace.inputs) {
    take(id);
    defined.add(id);
    if (trace.kind !== "bridge" && kind !== "word")
      problem(`%${id} is of kind ${kind}: inputs of root traces are words`);
    if (trace.kind === "bridge" && source === "function") problem("a bridge has no function input");
  }
  checkRecipes();
  trace.prologue.forEach(checkInstruction);
  if (trace.loop !== undefined) checkLoop(trace.loop);
  checkEnd();
  return problems;

  function checkRecipes(): void {
    for (const [id, recipe] of trace.deferred) {
      where = `deferred %${id}`;
      take(id);
      if (recipe.id !== id) problem(`its recipe is of %${recipe.id}`);
      const { exit, calls, reads, writes } = core(recipe.op).effects;
      if (exit || calls || reads || writes || kinds[id] === undefined)
        problem(`${recipe.op} is neither pure nor an allocation`);
      if (recipe.exit !== NO_EXIT) problem("a recipe has no exit");
      checkImmediate(recipe);
      const late = recipe.op === "new" ? recipe.immediate : undefined;
      checkArguments(recipe, (argument, kind) => {
        const isLate = late !== undefined && [...recipe.args].indexOf(argument) >= late.fields.length;
        if (kinds[argument] === undefined) problem(`it needs %${argument}, which is not defined`);
        else if (!isLate && kinds[argument] !== kind)
          problem(`%${argument} is of kind ${kinds[argument]}, not ${kind}`);
      });
    }
  }

  function checkLoop(loop: NonNullable<Trace["loop"]>): void {
    where = "loop";
    if (trace.end.kind !== "loop") problem("a trace with a loop ends by its back-edge");
    for (const { entry, kind } of loop.params) use(entry, kind);
    for (const { id } of loop.params) {
      take(id);
      defined.add(id);
    }
    where = "loop head";
    checkExit(loop.head, true);
    loop.body.forEach(checkInstruction);
    where = "back-edge";
    for (const { back, kind } of loop.params) use(back, kind);
  }

  function checkEnd(): void {
    const { end } = trace;
    where = "end";
    if (end.kind === "loop" && trace.loop === undefined) problem("there is no loop to jump to");
    if (end.kind === "return") use(end.value, "word");
    if (end.kind === "link") checkExit(end.exit, false);
    if (end.kind === "leave") checkExit(end.exit, true);
  }
}

/** @throws Error that names what made the trace (`maker`), if the verifier finds anything. */
export function assertVerified(trace: Trace, helpers: Helpers, maker: string): void {
  const problems = verifyTrace(trace, helpers);
  if (problems.length > 0)
    throw new Error(`trace ${trace.id} after ${maker} is not well-formed:\n  ${problems.join("\n  ")}`);
}
