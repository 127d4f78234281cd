import { barrier } from "@hotpy/object-model/kernel/heap";
import { itemsChanged, itemsOfList } from "@hotpy/object-model/kernel/lists/layout";
import { copyWords } from "@hotpy/object-model/kernel/words";
import { ARRAY_ITEMS, FALSE, LIST_ITEMS, NOT_PLAIN, TRUE } from "../generated/constants";
import { lessPlain } from "../plain";
import { beginGallop, goOnGalloping, goOnNarrowing } from "./gallop";
import {
  beginMerge,
  endMerge,
  highGallopedInA,
  highGallopedInB,
  lowGallopedInA,
  lowGallopedInB,
  mergeHigh,
  mergeLow,
} from "./merge";
import { beginRun, collapse, extendRun, findEnd, goOnInserting, nextRun } from "./runs";
import {
  addressOf,
  COLLAPSE,
  COUNT,
  END_FOUND,
  GALLOP,
  GALLOP_BEGUN,
  GALLOP_NARROWS,
  get,
  HIGH,
  HIGH_GALLOPED_LEFT,
  HIGH_GALLOPED_RIGHT,
  INSERT,
  itemAt,
  LEFT,
  LOW,
  LOW_GALLOPED_LEFT,
  LOW_GALLOPED_RIGHT,
  MERGE_ENDS,
  MERGE_HIGH,
  MERGE_LOW,
  NEXT_RUN,
  newState,
  OFFSET,
  PHASE,
  RIGHT,
  RUN_BEGUN,
  RUN_FALLS,
  RUN_RISES,
  SORTED,
  START_FOUND,
  set,
} from "./state";

/* Items of the list that stands for a sort in the language. */
const WORK_LEFT: usize = ARRAY_ITEMS;
const WORK_RIGHT: usize = ARRAY_ITEMS + 4;
const WORK_STATE: usize = ARRAY_ITEMS + 8;
const WORK_KEYS: usize = ARRAY_ITEMS + 12;

/** Does what the phase says; `less` is the outcome, if it waited for one. */
function step(state: usize, phase: i32, less: bool): void {
  switch (phase) {
    case RUN_BEGUN:
      beginRun(state, less);
      break;
    case RUN_FALLS:
    case RUN_RISES:
      extendRun(state, less, phase);
      break;
    case INSERT:
      goOnInserting(state, less);
      break;
    case GALLOP_BEGUN:
      beginGallop(state, less);
      break;
    case GALLOP:
      goOnGalloping(state, less);
      break;
    case GALLOP_NARROWS:
      goOnNarrowing(state, less);
      break;
    case MERGE_LOW:
      mergeLow(state, less);
      break;
    case MERGE_HIGH:
      mergeHigh(state, less);
      break;
    case NEXT_RUN:
      nextRun(state);
      break;
    case COLLAPSE:
      collapse(state);
      break;
    case MERGE_ENDS:
      endMerge(state);
      set(state, PHASE, COLLAPSE);
      break;
    case LOW_GALLOPED_RIGHT:
      lowGallopedInA(state);
      break;
    case LOW_GALLOPED_LEFT:
      lowGallopedInB(state);
      break;
    case HIGH_GALLOPED_RIGHT:
      highGallopedInA(state);
      break;
    case HIGH_GALLOPED_LEFT:
      highGallopedInB(state);
      break;
    case START_FOUND:
      findEnd(state);
      break;
    case END_FOUND:
      if (get(state, OFFSET) === 0) set(state, PHASE, COLLAPSE);
      else beginMerge(state, get(state, LOW), get(state, HIGH) - get(state, LOW), get(state, OFFSET));
      break;
  }
}

/** The state of a sort of so many items, at least 2, for `resumeSort`; an object that is no value of the language. 0: no memory. */
export function beginSort(count: i32, reverse: bool): usize {
  return newState(count, reverse);
}

/**
 * Goes on with a sort, given the outcome of the comparison that it asked for, TRUE or anything else; at first nothing is asked. The sort is a list
 * of four: two keys, the state, and the list of all keys. TRUE: whether the first key is less than the second one is asked; FALSE: it is done.
 */
export function resumeSort(work: usize, outcome: usize): usize {
  const items = load<usize>(work, LIST_ITEMS);
  const state = load<usize>(items, WORK_STATE);
  const keys = itemsOfList(load<usize>(items, WORK_KEYS));
  let less = outcome === TRUE;
  let phase = get(state, PHASE);
  while (phase !== SORTED) {
    step(state, phase, less);
    phase = get(state, PHASE);
    if (phase < NEXT_RUN) {
      const left = load<usize>(keys + (get(state, LEFT) << 2));
      const right = load<usize>(keys + (get(state, RIGHT) << 2));
      const plain = lessPlain(left, right);
      if (plain === NOT_PLAIN) {
        store<usize>(items, left, WORK_LEFT);
        store<usize>(items, right, WORK_RIGHT);
        barrier(items);
        return TRUE;
      }
      less = plain === 1;
    }
  }
  return FALSE;
}

/** Puts the items of a list in the order that a sort has found, or in that in which it was given up. */
export function endSort(state: usize, list: usize, reverse: bool): void {
  endMerge(state);
  const count = get(state, COUNT);
  const from = itemsOfList(list);
  const old = addressOf(state, count);
  copyWords(old, from, count);
  for (let i = 0; i < count; i++) {
    const place = reverse ? count - 1 - i : i;
    store<usize>(from + (i << 2), load<usize>(old + (itemAt(state, place) << 2)));
  }
  itemsChanged(list);
}
