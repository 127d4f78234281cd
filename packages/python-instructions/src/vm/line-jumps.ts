/// Where a debugger that assigns `f_lineno` may go on: at an instruction that begins the line, if what lies on the operand stack there is a part of
/// what lies there now. What lies on the stack is found by following all of the code, as CPython does.

import {
  type CodeUnit,
  type Decoded,
  decode,
  type Instruction,
  type InstructionSet,
  popsOf,
  pushesOf,
} from "@hotpy/bytecode";

/** What words of the operand stack are, a letter each, the lowest first. */
type Stack = string;
const OBJECT = "o";
const ITERATOR = "i";
/** An exception that is handled, or None where there was none. */
const EXCEPTION = "e";
/** A function or the mark that there is none, below what it is to be called with. */
const METHOD = "f";
/** The function that makes asynchronous iterators. */
const MAKER = "m";

export interface LineJumpTarget {
  readonly offset: number;
  /** The words that lie on the stack now and not there, those of handled exceptions marked; the top first. */
  readonly dropped: readonly { readonly isException: boolean }[];
}

/**
 * @param internals names of the functions that code calls by number
 * @returns a function that says where the line begins, or the message of the ValueError
 */
export function createLineJumps(
  instructions: InstructionSet,
  internals: readonly string[],
): (unit: CodeUnit, offset: number, line: number) => LineJumpTarget | string {
  const makesAsyncIterator = internals.indexOf("async_iterator");
  /** The first part of a superinstruction stands for it: the others follow. */
  const firstPart = (instruction: Instruction): Instruction =>
    instruction.fuses === undefined ? instruction : (instructions.get(instruction.fuses[0]) as Instruction);

  function after(instruction: Instruction, argument: number, stack: Stack): Stack {
    const [top, below, third] = [stack.at(-1) ?? "", stack.at(-2) ?? "", stack.at(-3) ?? ""];
    switch (instruction.name) {
      case "dup":
        return stack + top;
      case "dup_two":
        return stack + below + top;
      case "swap":
        return stack.slice(0, -2) + top + below;
      case "rotate":
        return stack.slice(0, -argument) + top + stack.slice(-argument, -1);
      case "get_iter":
        return stack.slice(0, -1) + ITERATOR;
      case "for_iter":
        return stack + OBJECT;
      case "send":
        return stack.slice(0, -1) + OBJECT;
      case "load_internal":
        return stack + (argument === makesAsyncIterator ? MAKER : OBJECT);
      case "call":
        if (argument === 1 && below === MAKER) return stack.slice(0, -2) + ITERATOR;
        break;
      case "load_method":
        return stack.slice(0, -1) + METHOD + OBJECT;
      case "push_handler":
        return stack + EXCEPTION;
      case "match_exception":
        return stack.slice(0, -1) + OBJECT;
      case "with_except":
        return stack.slice(0, -3) + third + below + top + OBJECT;
      case "setup_with":
        return stack.slice(0, -1) + OBJECT + OBJECT;
      case "list_append":
        return stack.slice(0, -1);
    }
    const pops = popsOf(instruction, argument);
    return stack.slice(0, stack.length - pops) + OBJECT.repeat(pushesOf(instruction, argument));
  }

  function afterJump(instruction: Instruction, argument: number, stack: Stack): Stack {
    if (instruction.name === "send") return stack.slice(0, -2) + OBJECT;
    const pops = instruction.jumpPops ?? popsOf(instruction, argument);
    const pushes = instruction.jumpPushes ?? pushesOf(instruction, argument);
    return stack.slice(0, stack.length - pops) + OBJECT.repeat(pushes);
  }

  /** The stack before each instruction that control can come to, by offset. */
  function stacksOf(unit: CodeUnit): ReadonlyMap<number, Stack> {
    const decoded = [...decode(unit.code, instructions)];
    const indices = new Map(decoded.map(({ offset }, index) => [offset, index]));
    const stacks = new Map<number, Stack>();
    const follow = (start: number, stack: Stack): void => {
      const open: [index: number, stack: Stack][] = [[indices.get(start) as number, stack]];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        let [index, here] = next;
        for (; index < decoded.length && !stacks.has(decoded[index].offset); index++) {
          const { offset, argument, instruction: found }: Decoded = decoded[index];
          const instruction = firstPart(found);
          stacks.set(offset, here);
          if (instruction.operand === "jump")
            open.push([indices.get(offset + argument) as number, afterJump(instruction, argument, here)]);
          if (instruction.terminal) break;
          here = after(instruction, argument, here);
        }
      }
    };
    follow(0, "");
    for (let before = -1; before !== stacks.size; ) {
      before = stacks.size;
      for (const { start, target, depth } of unit.handlers) {
        const stack = stacks.get(start);
        if (stack !== undefined && !stacks.has(target)) follow(target, stack.slice(0, depth) + EXCEPTION);
      }
    }
    return stacks;
  }

  return (unit, offset, line) => {
    if (line < unit.firstLine) return `line ${line} comes before the current code block`;
    const reachedLine = unit.positions.reduce(
      (least, each) => (each.line >= line ? Math.min(least, each.line) : least),
      Infinity,
    );
    if (reachedLine === Infinity) return `line ${line} comes after the current code block`;
    const stacks = stacksOf(unit);
    const now = stacks.get(offset);
    let best: { readonly offset: number; readonly stack: Stack } | undefined;
    let refusal: string | undefined;
    let lineBefore = -1;
    for (const { start, line: begun } of unit.positions) {
      const isStart = begun === reachedLine && begun !== lineBefore;
      lineBefore = begun;
      if (!isStart) continue;
      const there = stacks.get(start);
      if (now !== undefined && there !== undefined && fits(now, there)) {
        if (best === undefined || there.length > best.stack.length) best = { offset: start, stack: there };
      } else {
        refusal ??= now === undefined ? "can't jump from unreachable code" : explain(there);
      }
    }
    if (best === undefined) return refusal ?? "cannot find bytecode for specified line";
    const dropped = [...(now as Stack).slice(best.stack.length)].reverse();
    return { offset: best.offset, dropped: dropped.map((kind) => ({ isException: kind === EXCEPTION })) };
  };
}

const fits = (now: Stack, there: Stack): boolean =>
  there.length <= now.length &&
  [...there].every((kind, at) => (kind === OBJECT ? now[at] !== METHOD : kind === METHOD || kind === now[at]));

function explain(there: Stack | undefined): string {
  if (there === undefined) return "can't jump into an exception handler, or code may be unreachable";
  switch (there.at(-1)) {
    case EXCEPTION:
      return "can't jump into an 'except' block as there's no exception";
    case ITERATOR:
      return "can't jump into the body of a for loop";
    default:
      return "incompatible stacks";
  }
}
