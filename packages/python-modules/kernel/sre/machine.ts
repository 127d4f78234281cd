import { isStoppedAfter } from "@hotpy/object-model/kernel/work";
import { SRE_NO_MATCH, SRE_NO_ROOM, SRE_STOPPED } from "../generated/constants";
import { isInCategory, lowerAscii, lowerUnicode } from "./characters";
import { isInSet } from "./charset";
import {
  ASSERT,
  ASSERT_NOT,
  AT,
  ATOMIC_GROUP,
  BRANCH,
  CATEGORY,
  FAILURE,
  GROUPREF,
  GROUPREF_EXISTS,
  GROUPREF_IGNORE,
  GROUPREF_LOC_IGNORE,
  GROUPREF_UNI_IGNORE,
  IN,
  IN_IGNORE,
  IN_LOC_IGNORE,
  IN_UNI_IGNORE,
  INFO,
  JUMP,
  LITERAL,
  MARK,
  MAX_UNTIL,
  MAXREPEAT,
  MIN_REPEAT_ONE,
  MIN_UNTIL,
  POSSESSIVE_REPEAT,
  POSSESSIVE_REPEAT_ONE,
  REPEAT,
  REPEAT_ONE,
  SUCCESS,
} from "./opcodes";
import { isAt } from "./position";
import { bottom, copyEntry, ENTRY, lastGroup, mark, push, setLastGroup, setMark, setWord, word } from "./stack";
import { at, span, takes } from "./unit";

/// A backtracking machine for the code of CPython's `re`. CPython's engine (`sre_lib.h`) has a context for each level of nesting and copies marks to be
/// able to go back; here what changes is written down on one stack, and undone on the way back (a trail, as in Warren's abstract machine).
/// What is atomic is cut: its choices leave the stack, what it has changed stays on it.

/** Another alternative of a BRANCH: the address of its skip, and where the string stood. */
const K_BRANCH = 1;
/** Undo: a mark was so, and the last group. */
const K_MARK = 2;
/** A repeat that is going on: the one around it, its code, how often it has been through, where it began last. */
const K_REPEAT = 3;
/** Undo: a repeat had been through so often, and began last there. */
const K_COUNT = 4;
/** Undo: the innermost repeat was this. */
const K_CURRENT = 5;
/** A repeat of single characters may give some back: its code, the least and the present end. */
const K_GREEDY = 6;
/** A repeat of single characters may take one more: its code, its end, how many it has. */
const K_LAZY = 7;
/** The repeat may end here. */
const K_TAIL = 8;
/** The repeat may go through its body once more. */
const K_BODY = 9;
/** What is between here and its SUCCESS is atomic: its code, where it began, the barrier around it, and of a repeat how often it has been through. */
const K_BARRIER = 10;

/** So many steps are one look at whether the user has interrupted. */
const STEPS_A_LOOK = 4096;
/** What `isStoppedAfter` takes for some 12 ms. */
const WORK_A_LOOK = 4_194_304;

/**
 * Matches at `start`. The end of the match; SRE_NO_MATCH, SRE_NO_ROOM: there is no memory, SRE_STOPPED: the user has interrupted.
 * `end` is where the string ends for the pattern, `isWhole`: the match must end there, `mustAdvance`: it may not be empty.
 */
export function run<T>(code: usize, data: usize, start: i32, end: i32, isWhole: bool, mustAdvance: bool): i32 {
  const first = bottom();
  let top = first;
  /** The innermost repeat and the innermost barrier: entries, 0: none. */
  let current = 0;
  let barrier = 0;
  let pc = code;
  let index = start;
  let steps = STEPS_A_LOOK;

  while (pc !== 0) {
    let isDone = true;
    const op = load<u32>(pc);
    switch (op) {
      case FAILURE:
        isDone = false;
        break;

      case SUCCESS: {
        if (barrier === 0) {
          isDone = (!isWhole || index === end) && (!mustAdvance || index !== start);
          if (isDone) return index;
          break;
        }
        const entry = barrier;
        const what = <usize>word(entry, 1);
        barrier = word(entry, 3);
        const kind = load<u32>(what);
        if (kind === ASSERT_NOT) {
          // All that it has changed is undone by going back to where it stood, and from there on.
          current = word(entry, 5);
          while (top > entry + ENTRY) {
            top -= ENTRY;
            undo(top, word(top, 0));
          }
          top = entry;
          isDone = false;
          break;
        }
        const began = word(entry, 2);
        const count = word(entry, 4);
        // Its choices go, what it has changed stays.
        let kept = entry;
        for (let each = entry + ENTRY; each < top; each += ENTRY) {
          if (word(each, 0) !== K_MARK) continue;
          copyEntry(each, kept);
          kept += ENTRY;
        }
        top = kept;
        if (kind === POSSESSIVE_REPEAT) {
          const times = count + 1;
          const most = load<u32>(what + 12);
          const mayGoOn =
            <u32>times < load<u32>(what + 8) || ((most === MAXREPEAT || <u32>times < most) && index !== began);
          if (mayGoOn) {
            top = pushBarrier(top, what, index, barrier, times, current);
            if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
            barrier = top - ENTRY;
            pc = what + 16;
          } else {
            pc = what + 4 + (load<u32>(what + 4) << 2) + 4;
          }
          break;
        }
        if (kind === ASSERT) index = began;
        pc = what + 4 + (load<u32>(what + 4) << 2);
        break;
      }

      case AT:
        isDone = isAt<T>(load<u32>(pc + 4), data, index, end);
        pc += 8;
        break;

      case CATEGORY:
        isDone = index < end && isInCategory(load<u32>(pc + 4), at<T>(data, index));
        index++;
        pc += 8;
        break;

      case IN:
      case IN_IGNORE:
      case IN_UNI_IGNORE:
      case IN_LOC_IGNORE:
        isDone = index < end && takes(pc, at<T>(data, index));
        index++;
        pc += 4 + (load<u32>(pc + 4) << 2);
        break;

      case LITERAL:
        isDone = index < end && at<T>(data, index) === load<i32>(pc + 4);
        index++;
        pc += 8;
        break;

      case INFO:
      case JUMP:
        pc += 4 + (load<u32>(pc + 4) << 2);
        break;

      case MARK: {
        const number = load<i32>(pc + 4);
        top = push(top, K_MARK, number, mark(number), lastGroup(), 0);
        if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        setMark(number, index);
        if ((number & 1) !== 0) setLastGroup((number >> 1) + 1);
        pc += 8;
        break;
      }

      case BRANCH: {
        const found = nextBranch<T>(pc + 4, data, index, end);
        isDone = found !== 0;
        if (!isDone) break;
        const other = found + (load<u32>(found) << 2);
        if (load<u32>(other) !== 0) {
          top = push(top, K_BRANCH, <i32>other, index, 0, 0);
          if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        }
        pc = found + 4;
        break;
      }

      case REPEAT_ONE: {
        const least = load<i32>(pc + 8);
        const tail = pc + 4 + (load<u32>(pc + 4) << 2);
        isDone = end - index >= least;
        if (!isDone) break;
        const taken = span<T>(pc + 16, data, index, end, load<u32>(pc + 12));
        isDone = taken >= least;
        if (!isDone) break;
        const least_end = index + least;
        index = lastFit<T>(tail, data, index + taken, least_end, end);
        isDone = index >= 0;
        if (!isDone) break;
        if (index > least_end) {
          top = push(top, K_GREEDY, <i32>tail, least_end, index, 0);
          if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        }
        pc = tail;
        break;
      }

      case MIN_REPEAT_ONE: {
        const least = load<i32>(pc + 8);
        isDone = end - index >= least && (least === 0 || span<T>(pc + 16, data, index, end, least) >= least);
        if (!isDone) break;
        index += least;
        top = push(top, K_LAZY, <i32>pc, index, least, 0);
        if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        pc += 4 + (load<u32>(pc + 4) << 2);
        break;
      }

      case POSSESSIVE_REPEAT_ONE: {
        const least = load<i32>(pc + 8);
        const taken = end - index >= least ? span<T>(pc + 16, data, index, end, load<u32>(pc + 12)) : -1;
        isDone = taken >= least;
        index += taken;
        pc += 4 + (load<u32>(pc + 4) << 2);
        break;
      }

      case REPEAT: {
        top = push(top, K_REPEAT, current, <i32>pc, -1, -1);
        if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        current = top - ENTRY;
        pc += 4 + (load<u32>(pc + 4) << 2);
        break;
      }

      case MAX_UNTIL:
      case MIN_UNTIL: {
        const entry = current;
        const repeat = <usize>word(entry, 2);
        const count = word(entry, 3) + 1;
        const least = load<u32>(repeat + 8);
        const most = load<u32>(repeat + 12);
        const mayGoOn = most === MAXREPEAT || <u32>count < most;
        if (<u32>count < least) {
          top = push(top, K_COUNT, entry, count - 1, word(entry, 4), 0);
          if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
          setWord(entry, 3, count);
          pc = repeat + 16;
          break;
        }
        if (op === MAX_UNTIL && mayGoOn && index !== word(entry, 4)) {
          top = push(top, K_TAIL, entry, index, <i32>pc, 0);
          if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
          top = push(top, K_COUNT, entry, count - 1, word(entry, 4), 0);
          if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
          setWord(entry, 3, count);
          setWord(entry, 4, index);
          pc = repeat + 16;
          break;
        }
        if (op === MIN_UNTIL && mayGoOn && index !== word(entry, 4)) {
          top = push(top, K_BODY, entry, index, count, 0);
          if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        }
        top = push(top, K_CURRENT, current, 0, 0, 0);
        if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        current = word(entry, 1);
        pc += 4;
        break;
      }

      case GROUPREF:
      case GROUPREF_IGNORE:
      case GROUPREF_LOC_IGNORE:
      case GROUPREF_UNI_IGNORE: {
        const group = load<i32>(pc + 4) << 1;
        const from = mark(group);
        const to = mark(group + 1);
        isDone = from >= 0 && to >= from && end - index >= to - from;
        for (let i = from; isDone && i < to; i++, index++) isDone = isSame(op, at<T>(data, i), at<T>(data, index));
        pc += 8;
        break;
      }

      case GROUPREF_EXISTS: {
        const group = load<i32>(pc + 4) << 1;
        const isSet = mark(group) >= 0 && mark(group + 1) >= mark(group);
        pc += isSet ? 12 : 4 + (load<u32>(pc + 8) << 2);
        break;
      }

      case ASSERT:
      case ASSERT_NOT: {
        const back = load<i32>(pc + 8);
        if (index < back) {
          isDone = op === ASSERT_NOT;
          pc += 4 + (load<u32>(pc + 4) << 2);
          break;
        }
        top = pushBarrier(top, pc, index, barrier, 0, current);
        if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        barrier = top - ENTRY;
        index -= back;
        pc += 12;
        break;
      }

      case ATOMIC_GROUP:
        top = pushBarrier(top, pc, index, barrier, 0, current);
        if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        barrier = top - ENTRY;
        pc += 8;
        break;

      case POSSESSIVE_REPEAT: {
        if (load<u32>(pc + 12) === 0) {
          pc += 4 + (load<u32>(pc + 4) << 2) + 4;
          break;
        }
        top = pushBarrier(top, pc, index, barrier, 0, current);
        if (top === SRE_NO_ROOM) return SRE_NO_ROOM;
        barrier = top - ENTRY;
        pc += 16;
        break;
      }

      default:
        // ANY and its kin, and letters in either case.
        isDone = index < end && takes(pc, at<T>(data, index));
        index++;
        pc += op <= 3 ? 4 : 8;
    }
    if (isDone) continue;

    // Back to the last choice; what has changed since is undone.
    if (--steps === 0) {
      if (isStoppedAfter(WORK_A_LOOK)) return SRE_STOPPED;
      steps = STEPS_A_LOOK;
    }
    for (;;) {
      if (top === first) return SRE_NO_MATCH;
      top -= ENTRY;
      const kind = word(top, 0);
      if (kind === K_MARK || kind === K_COUNT) undo(top, kind);
      else if (kind === K_CURRENT || kind === K_REPEAT) current = word(top, 1);
      else if (kind === K_GREEDY) {
        const tail = <usize>word(top, 1);
        const least = word(top, 2);
        const fit = lastFit<T>(tail, data, word(top, 3) - 1, least, end);
        if (fit < 0) continue;
        index = fit;
        if (fit > least) {
          setWord(top, 3, fit);
          top += ENTRY;
        }
        pc = tail;
        break;
      } else if (kind === K_BRANCH) {
        index = word(top, 2);
        const found = nextBranch<T>(<usize>word(top, 1), data, index, end);
        if (found === 0) continue;
        const other = found + (load<u32>(found) << 2);
        if (load<u32>(other) !== 0) {
          setWord(top, 1, <i32>other);
          top += ENTRY;
        }
        pc = found + 4;
        break;
      } else if (kind === K_LAZY) {
        const repeat = <usize>word(top, 1);
        const taken = word(top, 3);
        index = word(top, 2);
        const most = load<u32>(repeat + 12);
        if ((most !== MAXREPEAT && <u32>taken >= most) || index >= end || !takes(repeat + 16, at<T>(data, index)))
          continue;
        index++;
        setWord(top, 2, index);
        setWord(top, 3, taken + 1);
        top += ENTRY;
        pc = repeat + 4 + (load<u32>(repeat + 4) << 2);
        break;
      } else if (kind === K_TAIL) {
        const entry = word(top, 1);
        index = word(top, 2);
        pc = <usize>word(top, 3) + 4;
        top = push(top, K_CURRENT, entry, 0, 0, 0);
        current = word(entry, 1);
        break;
      } else if (kind === K_BODY) {
        const entry = word(top, 1);
        index = word(top, 2);
        const count = word(top, 3);
        current = entry;
        top = push(top, K_COUNT, entry, count - 1, word(entry, 4), 0);
        setWord(entry, 3, count);
        setWord(entry, 4, index);
        pc = <usize>word(entry, 2) + 16;
        break;
      } else {
        // A barrier: what is atomic has failed.
        const what = <usize>word(top, 1);
        index = word(top, 2);
        barrier = word(top, 3);
        current = word(top, 5);
        const atomic = load<u32>(what);
        if (atomic === ASSERT_NOT) {
          pc = what + 4 + (load<u32>(what + 4) << 2);
          break;
        }
        if (atomic === POSSESSIVE_REPEAT && <u32>word(top, 4) >= load<u32>(what + 8)) {
          pc = what + 4 + (load<u32>(what + 4) << 2) + 4;
          break;
        }
      }
    }
  }
  return SRE_NO_MATCH;
}

/** Takes back what an entry of kind K_MARK or K_COUNT has written down; others have changed nothing in memory. */
function undo(entry: i32, kind: i32): void {
  if (kind === K_MARK) {
    setMark(word(entry, 1), word(entry, 2));
    setLastGroup(word(entry, 3));
  } else if (kind === K_COUNT) {
    setWord(word(entry, 1), 3, word(entry, 2));
    setWord(word(entry, 1), 4, word(entry, 3));
  }
}

/** What is atomic begins: writes down its code, where it begins, and what is to be restored if it fails. SRE_NO_ROOM: there is no memory. */
function pushBarrier(top: i32, what: usize, index: i32, barrier: i32, times: i32, current: i32): i32 {
  const next = push(top, K_BARRIER, <i32>what, index, barrier, times);
  if (next !== SRE_NO_ROOM) setWord(top, 5, current);
  return next;
}

/** The skip of the first alternative, from the one at an address on, that may match the character; 0: none. */
function nextBranch<T>(skip: usize, data: usize, index: i32, end: i32): usize {
  for (; load<u32>(skip) !== 0; skip += load<u32>(skip) << 2) {
    const op = load<u32>(skip + 4);
    if (op === LITERAL && (index >= end || at<T>(data, index) !== load<i32>(skip + 8))) continue;
    if (op === IN && (index >= end || !isInSet(skip + 12, at<T>(data, index)))) continue;
    return skip;
  }
  return 0;
}

/** The last place from `index` down to `least` where what follows a repeat may match, as far as its first letter says; -1: none. */
function lastFit<T>(tail: usize, data: usize, index: i32, least: i32, end: i32): i32 {
  if (load<u32>(tail) === LITERAL) {
    const letter = load<i32>(tail + 4);
    while (index >= least && (index >= end || at<T>(data, index) !== letter)) index--;
  }
  return index >= least ? index : -1;
}

/** Whether two characters are the same to a reference to a group. */
function isSame(op: u32, a: i32, b: i32): bool {
  if (op === GROUPREF) return a === b;
  return op === GROUPREF_UNI_IGNORE ? lowerUnicode(a) === lowerUnicode(b) : lowerAscii(a) === lowerAscii(b);
}
