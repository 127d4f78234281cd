import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { emptyString } from "@hotpy/object-model/kernel/strings/make";
import { lengthOf } from "@hotpy/object-model/kernel/strings/text";
import { newMatch } from "@hotpy/python-objects/kernel/matches";
import {
  NONE,
  SCANNER_ADVANCES,
  SCANNER_AT,
  SCANNER_END,
  SCANNER_FROM,
  SCANNER_PATTERN,
  SCANNER_STRING,
  UNDECIDED,
} from "../generated/constants";
import { addIfAny } from "./parts";
import { endOfLast, find, isSubject, results, shapeOfMatches, startOfLast } from "./subject";

/// One match behind the other, as `finditer` and substitutions by functions want them. UNDECIDED, or 0, as in operations.ts.

const SCANNER_BYTES = 32;

let scannerShape: i32 = 0;

/** To be called once, before the other functions: the shape of what goes through matches. */
export function prepareScanning(shape: i32): void {
  scannerShape = shape;
}

/** `pattern.finditer(string)`. */
export function scanForMatches(pattern: usize, string: usize): usize {
  if (!isSubject(pattern, string)) return UNDECIDED;
  const scanner = allocate(SCANNER_BYTES);
  if (scanner === 0) return 0;
  store<i32>(scanner, headerOf(scannerShape));
  store<i32>(scanner, 0, 4);
  store<usize>(scanner, pattern, SCANNER_PATTERN);
  store<usize>(scanner, string, SCANNER_STRING);
  store<i32>(scanner, 0, SCANNER_FROM);
  store<i32>(scanner, 0, SCANNER_AT);
  store<i32>(scanner, lengthOf(string), SCANNER_END);
  store<i32>(scanner, 0, SCANNER_ADVANCES);
  return scanner;
}

/** The next match; what lies before it, behind the one before, is added to a list unless that is 0. None: there is no more. */
function next(scanner: usize, parts: usize): usize {
  const pattern = load<usize>(scanner, SCANNER_PATTERN);
  const string = load<usize>(scanner, SCANNER_STRING);
  const from = load<i32>(scanner, SCANNER_AT);
  if (!isSubject(pattern, string) || from < 0 || load<i32>(scanner, SCANNER_END) !== lengthOf(string)) return UNDECIDED;
  const outcome = find(pattern, string, from, true, false, load<i32>(scanner, SCANNER_ADVANCES) !== 0);
  if (outcome < 0) return UNDECIDED;
  if (outcome === 0) return NONE;
  const start = startOfLast();
  const end = endOfLast();
  const match = newMatch(
    shapeOfMatches(),
    pattern,
    string,
    results(),
    load<i32>(scanner, SCANNER_FROM),
    lengthOf(string),
  );
  if (match === 0 || (parts !== 0 && !addIfAny(parts, string, from, start))) return UNDECIDED;
  store<i32>(scanner, end, SCANNER_AT);
  store<i32>(scanner, start === end ? 1 : 0, SCANNER_ADVANCES);
  return match;
}

export function nextMatch(scanner: usize): usize {
  return next(scanner, 0);
}

export function nextMatchAndPart(scanner: usize, parts: usize): usize {
  return next(scanner, parts);
}

/** Adds what lies behind the last match to a list. The result is an empty string. */
export function addRest(scanner: usize, parts: usize): usize {
  const string = load<usize>(scanner, SCANNER_STRING);
  if (!isSubject(load<usize>(scanner, SCANNER_PATTERN), string)) return UNDECIDED;
  return addIfAny(parts, string, load<i32>(scanner, SCANNER_AT), lengthOf(string)) ? emptyString() : 0;
}
