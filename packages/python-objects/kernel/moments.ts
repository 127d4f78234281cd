import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { isSmall, tagSmall } from "@hotpy/object-model/kernel/words";
import { dateOfOrdinal, ordinalOf } from "./calendar";
import {
  CLOCK_MICROSECOND,
  CLOCK_PARTS,
  CLOCK_ZONE,
  DATE_PARTS,
  DELTA_DAYS,
  DELTA_MICROSECONDS,
  DELTA_SECONDS,
  MAX_ORDINAL,
  MOMENT_DATE,
  MOMENT_DATETIME,
  MOMENT_TIME,
  MOMENT_TIMEDELTA,
  MOST_DAYS,
  UNDECIDED,
} from "./generated/constants";
import { ADD, SUBTRACT } from "./operator-numbers";

/// Dates, times and timedeltas of exactly these types. What asks a zone is UNDECIDED, and so is what raises; 0: no memory.

const DATE_BYTES = 16;
const DATETIME_BYTES = 24;
const DELTA_BYTES = 24;
const MICROSECONDS: i32 = 1000000;
const SECONDS_OF_DAY: i32 = 86400;

/** The shape of timedeltas; 0: there are none yet. */
let firstShape: i32 = 0;

/** To be called once, before there are any such objects: the shape of timedeltas, behind which the others come. */
export function prepareMoments(shape: i32): void {
  firstShape = shape;
}

/** Which of them a word is, MOMENT_DATE and such; another number: none. */
function kindOfMoment(word: usize): i32 {
  return isSmall(word) || firstShape === 0 ? -1 : shapeOf(word) - firstShape;
}

/* ---- parts ---- */

function hasDate(kind: i32): bool {
  return kind === MOMENT_DATE || kind === MOMENT_DATETIME;
}
function hasClock(kind: i32): bool {
  return kind === MOMENT_TIME || kind === MOMENT_DATETIME;
}

function secondOfDay(time: usize): i32 {
  const clock = load<u32>(time, CLOCK_PARTS);
  return ((clock >>> 16) & 255) * 3600 + ((clock >>> 8) & 255) * 60 + (clock & 255);
}

function ordinal(date: usize): i32 {
  return ordinalOf(load<u32>(date, DATE_PARTS));
}

function partOfDate(date: usize, shift: i32, mask: i32): usize {
  return hasDate(kindOfMoment(date)) ? tagSmall((load<u32>(date, DATE_PARTS) >>> shift) & mask) : UNDECIDED;
}
export function yearOf(date: usize): usize {
  return partOfDate(date, 16, 0xffff);
}
export function monthOf(date: usize): usize {
  return partOfDate(date, 8, 255);
}
export function dayOf(date: usize): usize {
  return partOfDate(date, 0, 255);
}

function partOfClock(time: usize, shift: i32): usize {
  return hasClock(kindOfMoment(time)) ? tagSmall((load<u32>(time, CLOCK_PARTS) >>> shift) & 255) : UNDECIDED;
}
export function hourOf(time: usize): usize {
  return partOfClock(time, 16);
}
export function minuteOf(time: usize): usize {
  return partOfClock(time, 8);
}
export function secondOf(time: usize): usize {
  return partOfClock(time, 0);
}
export function microsecondOf(time: usize): usize {
  return hasClock(kindOfMoment(time)) ? tagSmall(load<i32>(time, CLOCK_MICROSECOND)) : UNDECIDED;
}

function partOfDelta(delta: usize, offset: usize): usize {
  return kindOfMoment(delta) === MOMENT_TIMEDELTA ? tagSmall(load<i32>(delta + offset)) : UNDECIDED;
}
export function daysOf(delta: usize): usize {
  return partOfDelta(delta, DELTA_DAYS);
}
export function secondsOf(delta: usize): usize {
  return partOfDelta(delta, DELTA_SECONDS);
}
export function microsecondsOf(delta: usize): usize {
  return partOfDelta(delta, DELTA_MICROSECONDS);
}

/* ---- order ---- */

function compareAt(a: usize, b: usize, offset: usize): i32 {
  const x = load<i32>(a + offset);
  const y = load<i32>(b + offset);
  return i32(x > y) - i32(x < y);
}

function compareDates(a: usize, b: usize): i32 {
  const x = load<u32>(a, DATE_PARTS);
  const y = load<u32>(b, DATE_PARTS);
  return i32(x > y) - i32(x < y);
}

/** Whether two words are of one kind, and with the same zone, so that {@link orderOfMoments} tells their order. */
export function areMoments(a: usize, b: usize): bool {
  const kind = kindOfMoment(a);
  if (kind !== kindOfMoment(b)) return false;
  if (kind === MOMENT_TIMEDELTA || kind === MOMENT_DATE) return true;
  return hasClock(kind) && load<usize>(a, CLOCK_ZONE) === load<usize>(b, CLOCK_ZONE);
}

/** Less than 0, 0, or more. */
export function orderOfMoments(a: usize, b: usize): i32 {
  const kind = kindOfMoment(a);
  if (kind === MOMENT_TIMEDELTA)
    return compareAt(a, b, DELTA_DAYS) || compareAt(a, b, DELTA_SECONDS) || compareAt(a, b, DELTA_MICROSECONDS);
  const order = hasDate(kind) ? compareDates(a, b) : 0;
  if (order !== 0 || kind === MOMENT_DATE) return order;
  const apart = secondOfDay(a) - secondOfDay(b);
  return apart !== 0 ? apart : compareAt(a, b, CLOCK_MICROSECOND);
}

/* ---- arithmetic ---- */

function floorDivide(a: i32, b: i32): i32 {
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

/** A timedelta of parts that are less than two million seconds and three million microseconds. */
function newDelta(days: i32, seconds: i32, microseconds: i32): usize {
  const carried = floorDivide(microseconds, MICROSECONDS);
  const second = seconds + carried;
  const more = floorDivide(second, SECONDS_OF_DAY);
  const day = days + more;
  if (day < -MOST_DAYS || day > MOST_DAYS) return UNDECIDED;
  const delta = allocate(DELTA_BYTES);
  if (delta === 0) return 0;
  store<i32>(delta, headerOf(firstShape + MOMENT_TIMEDELTA));
  store<i32>(delta, 0, 4);
  store<i32>(delta, day, DELTA_DAYS);
  store<i32>(delta, second - more * SECONDS_OF_DAY, DELTA_SECONDS);
  store<i32>(delta, microseconds - carried * MICROSECONDS, DELTA_MICROSECONDS);
  store<i32>(delta, 0, 20);
  return delta;
}

function combined(a: usize, b: usize, sign: i32): usize {
  return newDelta(
    load<i32>(a, DELTA_DAYS) + sign * load<i32>(b, DELTA_DAYS),
    load<i32>(a, DELTA_SECONDS) + sign * load<i32>(b, DELTA_SECONDS),
    load<i32>(a, DELTA_MICROSECONDS) + sign * load<i32>(b, DELTA_MICROSECONDS),
  );
}

function movedDate(date: usize, days: i32): usize {
  const target = ordinal(date) + days;
  if (target < 1 || target > MAX_ORDINAL) return UNDECIDED;
  const moved = allocate(DATE_BYTES);
  if (moved === 0) return 0;
  store<i32>(moved, headerOf(firstShape + MOMENT_DATE));
  store<i32>(moved, 0, 4);
  store<i32>(moved, dateOfOrdinal(target), DATE_PARTS);
  store<i32>(moved, 0, 12);
  return moved;
}

function movedDatetime(datetime: usize, delta: usize, sign: i32): usize {
  const microseconds = load<i32>(datetime, CLOCK_MICROSECOND) + sign * load<i32>(delta, DELTA_MICROSECONDS);
  const carried = floorDivide(microseconds, MICROSECONDS);
  const seconds = secondOfDay(datetime) + sign * load<i32>(delta, DELTA_SECONDS) + carried;
  const more = floorDivide(seconds, SECONDS_OF_DAY);
  const days = sign * load<i32>(delta, DELTA_DAYS) + more;
  const target = ordinal(datetime) + days;
  if (target < 1 || target > MAX_ORDINAL) return UNDECIDED;
  const moved = allocate(DATETIME_BYTES);
  if (moved === 0) return 0;
  const second = seconds - more * SECONDS_OF_DAY;
  store<i32>(moved, headerOf(firstShape + MOMENT_DATETIME));
  store<i32>(moved, 0, 4);
  store<i32>(moved, days === 0 ? load<i32>(datetime, DATE_PARTS) : dateOfOrdinal(target), DATE_PARTS);
  store<i32>(moved, ((second / 3600) << 16) | (((second / 60) % 60) << 8) | (second % 60), CLOCK_PARTS);
  store<i32>(moved, microseconds - carried * MICROSECONDS, CLOCK_MICROSECOND);
  store<usize>(moved, load<usize>(datetime, CLOCK_ZONE), CLOCK_ZONE);
  return moved;
}

function moved(moment: usize, delta: usize, sign: i32): usize {
  const kind = kindOfMoment(moment);
  if (kind === MOMENT_TIMEDELTA) return combined(moment, delta, sign);
  if (kind === MOMENT_DATE) return movedDate(moment, sign * load<i32>(delta, DELTA_DAYS));
  return kind === MOMENT_DATETIME ? movedDatetime(moment, delta, sign) : UNDECIDED;
}

/** `a op b`. */
export function operateOnMoments(operator: i32, a: usize, b: usize): usize {
  const left = kindOfMoment(a);
  const right = kindOfMoment(b);
  if (operator === ADD) {
    if (right === MOMENT_TIMEDELTA) return moved(a, b, 1);
    return left === MOMENT_TIMEDELTA ? moved(b, a, 1) : UNDECIDED;
  }
  if (operator !== SUBTRACT) return UNDECIDED;
  if (right === MOMENT_TIMEDELTA) return moved(a, b, -1);
  if (!hasDate(left) || !areMoments(a, b)) return UNDECIDED;
  const days = ordinal(a) - ordinal(b);
  if (left === MOMENT_DATE) return newDelta(days, 0, 0);
  return newDelta(
    days,
    secondOfDay(a) - secondOfDay(b),
    load<i32>(a, CLOCK_MICROSECOND) - load<i32>(b, CLOCK_MICROSECOND),
  );
}
