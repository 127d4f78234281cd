import { type Instruction, type InstructionSet, instructionsByOpcode } from "@hotpy/bytecode";
import { FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import { STATE_FRAME, STATE_REQUEST } from "@hotpy/memory";
import { hoist } from "./hoist.js";
import { loopMacros } from "./loop-macros.js";
import { expandMacros, type Macros } from "./macros.js";

/** The end of several instructions with the same number of cache words: written once, which keeps the loop small. */
export interface LoopTail {
  readonly name: string;
  /** What the text may name beside registers and members, in the order in which it is handed over, with its type. */
  readonly parameters?: Readonly<Record<string, "i32" | "f64">>;
  readonly caches: number;
  readonly code: string;
  /** What the variant for single steps has instead, which is TypeScript and has no integers of 64 bits. */
  readonly stepCode?: string;
}

/** What texts may name beside the kit's macros. */
export interface TextOptions {
  /** The language's own macros, beside those of the kit. */
  readonly macros?: Macros;
  /** Ends that several instructions share, outermost first; a text goes there by the macro `NAME(argument, …)`. */
  readonly tails?: readonly LoopTail[];
}

/** Options of {@link generateStep}. */
export interface StepOptions extends TextOptions {
  /** Name of the exported factory. */
  readonly name: string;
  /** Text before the factory: imports, among them the type of the VM. */
  readonly header: string;
  /** Type of the factory's parameter. */
  readonly vmType: string;
  /** Members of the VM that the texts name: destructured once, so that V8 takes them for constants. */
  readonly members: readonly string[];
}

/**
 * The interpreter loop of an instruction set, for `@hotpy/loop-compiler`: one function, a switch over the opcodes, the texts of
 * the definitions inlined; and around it `loop`, which unwinds and enters it again whenever frames have changed out of
 * line. V8 has no on-stack replacement for WebAssembly: only what is entered afresh runs the optimised code.
 *
 * The function runs from the frame in STATE_FRAME until an instruction returns from it, or until `unwind()` says that
 * no frame of this activation handles the pending exception; then it returns 0. A text may name
 *
 * - `ip sp fp`: word indices; `sp` is past the top; `w`: the instruction; `i32 u8 u16 f64`: the memory; `result`
 * - `ARG`: argument; `CACHE(i)`: i-th cache word; `NEXT_IP`: word index of the next instruction
 * - `LOCAL(i) PUSH(x) POP() TOP(n) DROP(n)`; `TOP(1)` is the top
 * - `FIELD(object, offset)`: word at a byte offset; `SHAPE(object)`: shape id of a heap object
 * - `NEXT`: go on with the next instruction (what happens at the end of a text anyway); `JUMP`: relative by ARG
 * - `GOTO`: go on at `ip` as it is
 * - `SAVE`: write ip of the *next* instruction and sp to the frame, as is due before anything that looks at frames
 * - `RAISE`: an exception is pending and the frame is saved; `RELOAD`: frames have changed, go on from STATE_FRAME
 * - `REENTER`: as RELOAD, but the function is entered afresh, and so in optimised code as soon as there is any: due now and then in
 *   whatever may go on for long, a loop or a recursion
 * - `CHECK(x)`: x is the result of an out-of-line operation: 0 raised, 2 changed the frames, else `result`
 * - `RESULT(x)`: CHECK(x), then push it
 * - `ALLOCATE(name, bytes)`: declares `name` as the address of fresh memory. Where there is no room, `refill(bytes)` is called (0: raised)
 *   and the instruction executed again: it may have changed nothing before. `bytes` is at most 4096
 * - `const` and `let` for numbers, seen in their block as in JavaScript
 * - `TAIL(argument, …)`, the name of a tail in capitals: goes on there, with these values of its parameters
 * - `REQUESTED`: whether a safepoint is due
 *
 * The VM has at least the members `unwind safepoint badInstruction`, and `refill` if texts allocate. None of its functions throws (see
 * `generateShield`): what can fail is called where the frame is saved, and its result 0 is checked. Wherever the loop goes on from
 * STATE_FRAME is a safepoint, if one is requested; texts that push frames inline leave to there when REQUESTED.
 */
export function generateLoop(set: InstructionSet, options: TextOptions): string {
  const body = switchOver(set, options, false);
  const parameters = usedTails(body, options)
    .flatMap(parametersOf)
    .map(({ variable, type }) => `, ${variable} = ${type === "f64" ? "Number(0n)" : "0"}`);
  return `${functionText("interpret()", `let fp = 0, sp = 0, ip = 0, w = 0, result = 0${parameters.join("")};`, body)}

${outerLoop("loop()", "for (;;) {", "}")}
`;
}

/**
 * A variant of the loop as TypeScript that executes one instruction per call and saves the state again: what recording and
 * `-X step=6` run between expansions. It returns 2 unless an instruction returns from the loop or raises.
 */
export function generateStep(set: InstructionSet, options: StepOptions): string {
  const { text, names } = hoist(switchOver(set, options, true));
  const parameters = usedTails(text, options).flatMap(parametersOf);
  const all = ["fp", "sp", "ip", "w", "result", ...parameters.map(({ variable }) => variable), ...names];
  const variables = `let ${all.map((each) => `${each} = 0`).join(", ")};`;
  return `${options.header}
/* Generated from the instruction definitions. Do not edit. */

export function ${options.name}(vm: ${options.vmType}): () => number {
  const { i32, u8, u16, f64 } = vm.memory;
  const { ${options.members.join(", ")} } = vm;

${functionText("interpret(): number", variables, text)}

${outerLoop("step(): number", "", "return 2;")}

  return step;
}
`;
}

function functionText(head: string, variables: string, body: string): string {
  return `  function ${head} {
    ${variables}
    ${LOAD_FRAME}
    dispatch: for (;;) {
      w = i32[ip];
      ${body}
    }
    return result;
  }`;
}

/** Around {@link functionText}, whose function returns 0 (raised), 2 (go on from STATE_FRAME) or the result that a text returns. */
function outerLoop(head: string, before: string, after: string): string {
  return `  function ${head} {
    ${before}
      const result = i32[${STATE_REQUEST >>> 2}] !== 0 && safepoint() === 0 ? 0 : interpret();
      if ((result & -3) !== 0) return result;
      if (result === 0 && unwind() === 0) return 0;
    ${after}
  }`;
}

function switchOver(set: InstructionSet, options: TextOptions, step: boolean): string {
  const cases = instructionsByOpcode(set)
    .map((instruction) => generateCase(instruction, options, step))
    .join("\n");
  return wrapInTails(
    `switch (w & 255) {\n${cases}\n          default: return badInstruction(w & 255, ip);\n        }`,
    options,
    step,
  );
}

/** Registers of the frame in STATE_FRAME. */
const LOAD_FRAME = `fp = i32[${STATE_FRAME >>> 2}] >>> 2;
ip = i32[fp + ${FRAME_IP >>> 2}] >>> 2;
sp = i32[fp + ${FRAME_SP >>> 2}] >>> 2;`;

/** `result` is 0, raised, or 2: frames have changed out of line. */
const leave: LoopTail = {
  name: "leave",
  caches: 0,
  code: `if (result === 0 || REQUESTED) break dispatch;\n${LOAD_FRAME}\nGOTO`,
  stepCode: "break dispatch;",
};

/** One call for all that allocate. The saved ip is within the instruction that is executed again, so that it is what raises. */
const refill: LoopTail = {
  name: "refill",
  parameters: { needed: "i32" },
  caches: 0,
  code: "SAVE\nif (refill(needed) === 0) RAISE\nGOTO",
};

const allTails = (options: TextOptions): readonly LoopTail[] => [leave, refill, ...(options.tails ?? [])];
const isUsed = (text: string, { name }: LoopTail): boolean => text.includes(`break ${name};`);
const usedTails = (text: string, options: TextOptions): LoopTail[] =>
  allTails(options).filter((tail) => isUsed(text, tail));

/** The variables of the function by which the parameters of a tail are handed over. */
const parametersOf = ({ name, parameters = {} }: LoopTail): { name: string; variable: string; type: string }[] =>
  Object.entries(parameters).map(([parameter, type]) => ({ name: parameter, variable: `${name}_${parameter}`, type }));

/** The macros by which texts go to tails. */
const tailMacros = (options: TextOptions): Macros =>
  Object.fromEntries(
    allTails(options).map((tail) => {
      const handOver = parametersOf(tail).map(({ variable }, i) => `${variable} = $${i + 1}; `);
      return [tail.name.toUpperCase(), `{ ${handOver.join("")}break ${tail.name}; }`];
    }),
  );

const macrosFor = (caches: number, options: TextOptions, step: boolean): Macros => ({
  ...loopMacros(caches, step),
  ...tailMacros(options),
  ...options.macros,
});

/** The switch in one labelled block for each tail that it uses, the tail behind it. No path falls out of the switch into a tail. */
function wrapInTails(body: string, options: TextOptions, step: boolean): string {
  return [...allTails(options)].reverse().reduce((text, tail) => {
    if (!isUsed(text, tail)) return text;
    const parameters = parametersOf(tail).map(({ name, variable }) => `let ${name} = ${variable};\n`);
    const code = `${step ? (tail.stepCode ?? tail.code) : tail.code}\nNEXT`;
    return `${tail.name}: {\n${text}\n}\n{\n${parameters.join("")}${expandMacros(code, macrosFor(tail.caches, options, step))}\n}`;
  }, body);
}

function generateCase(instruction: Instruction, options: TextOptions, step: boolean): string {
  const macros = macrosFor(instruction.caches, options, step);
  const text = instruction.terminal ? instruction.code : `${instruction.code}\nNEXT`;
  const lines = expandMacros(text, macros)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return `          case ${instruction.opcode}: { // ${instruction.name}\n${lines.map((line) => `            ${line}`).join("\n")}\n          }`;
}
