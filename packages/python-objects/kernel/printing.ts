import { findKey, valueAt } from "@hotpy/dict/kernel/dicts";
import { lengthOf as countOf, itemsOf } from "@hotpy/object-model/kernel/lists/layout";
import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { codeAt, holderOf, isString, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { tagSmall } from "@hotpy/object-model/kernel/words";
import { asciiPrefix } from "./bytes/codecs";
import { writeUtf8 } from "./bytes/utf8";
import {
  FALSE,
  NONE,
  OUTPUT_END,
  OUTPUT_FILE,
  OUTPUT_FLUSH,
  OUTPUT_NAMESPACE,
  OUTPUT_ROOM,
  OUTPUT_SEP,
  OUTPUT_STDOUT,
  OUTPUT_STREAM,
  OUTPUT_TEXT,
  OUTPUT_USED,
  STATE_OUTPUT,
  STR_DATA,
  UNDECIDED,
} from "./generated/constants";
import { callStr } from "./text/repr";

/// Text for standard output, put into its buffer. Where it does not fit, or Python code must make it, nothing is done: who calls writes it.

const SPACE: i32 = 32;
const NEWLINE: i32 = 10;

/** Where the next byte goes, and the end of the room. */
let to: usize = 0;
let end: usize = 0;

/** False: there is no buffer, or what is printed goes elsewhere. */
function begin(output: usize): bool {
  if (output === 0) return false;
  to = output + OUTPUT_TEXT + load<i32>(output, OUTPUT_USED);
  end = output + OUTPUT_TEXT + load<i32>(output, OUTPUT_ROOM);
  return true;
}

/** What has been written becomes part of the output. */
function finish(output: usize): void {
  store<i32>(output, <i32>(to - output) - OUTPUT_TEXT, OUTPUT_USED);
}

/** One byte, for which there must be room behind it. */
function addByte(byte: i32): bool {
  if (to + 1 >= end) return false;
  store<u8>(to++, <u8>byte);
  return true;
}

/** A buffer that is full is written at once, so it must not become so here. */
function addString(string: usize): bool {
  const holder = holderOf(string);
  const width = widthOf(string);
  const length = lengthOf(string);
  const most = (<usize>length) << (width === 0 ? 1 : 2);
  const text = holder + STR_DATA;
  if (width === 0 && to + <usize>length < end && asciiPrefix(text, length) === length) {
    copyBytes(to, text, length);
    to += length;
    return true;
  }
  if (to + most >= end) return false;
  for (let i = 0; i < length; i++) if ((codeAt(holder, width, i) & ~0x7ff) === 0xd800) return false;
  to = writeUtf8(to, holder, width, length);
  return true;
}

function isAbsent(word: usize): bool {
  return word === 0 || word === NONE;
}

function addSeparator(given: usize, usual: i32): bool {
  return isAbsent(given) ? addByte(usual) : addString(given);
}

/** Whether `sys.stdout` is the stream that it is at first. */
function isOriginal(output: usize): bool {
  const namespace = load<usize>(load<usize>(output, OUTPUT_NAMESPACE));
  if (namespace === 0) return false;
  const entry = findKey(namespace, load<usize>(output, OUTPUT_STDOUT));
  return entry >= 0 && valueAt(namespace, entry) === load<usize>(output, OUTPUT_STREAM);
}

function print(values: usize, count: i32, sep: usize, last: usize, file: usize, flush: usize): usize {
  const output = load<usize>(STATE_OUTPUT);
  if (!begin(output) || (flush !== 0 && flush !== FALSE)) return UNDECIDED;
  if (isAbsent(file) ? !isOriginal(output) : file !== load<usize>(output, OUTPUT_STREAM)) return UNDECIDED;
  if ((!isAbsent(sep) && !isString(sep)) || (!isAbsent(last) && !isString(last))) return UNDECIDED;
  for (let i = 0; i < count; i++) {
    if (i > 0 && !addSeparator(sep, SPACE)) return UNDECIDED;
    const text = callStr(load<usize>(values + (i << 2)));
    if (text === 0 || text === UNDECIDED || !addString(text)) return UNDECIDED;
  }
  if (!addSeparator(last, NEWLINE)) return UNDECIDED;
  finish(output);
  return NONE;
}

/** `print` with what has been bound to all its parameters, and to the first of them; the others have been left out. */
export function printValues(values: usize, sep: usize, last: usize, file: usize, flush: usize): usize {
  return print(itemsOf(values), countOf(values), sep, last, file, flush);
}

export function printPlainly(values: usize): usize {
  return printValues(values, 0, 0, 0, 0);
}

export function printSeparated(values: usize, sep: usize): usize {
  return printValues(values, sep, 0, 0, 0);
}

export function printEnded(values: usize, sep: usize, last: usize): usize {
  return printValues(values, sep, last, 0, 0);
}

export function printTo(values: usize, sep: usize, last: usize, file: usize): usize {
  return printValues(values, sep, last, file, 0);
}

/** `print` of arguments at an address, the last of which have names. */
export function printArguments(args: usize, count: i32, names: usize): usize {
  const output = load<usize>(STATE_OUTPUT);
  if (output === 0) return UNDECIDED;
  let sep: usize = 0;
  let last: usize = 0;
  let file: usize = 0;
  let flush: usize = 0;
  const named = names === 0 ? 0 : countOf(names);
  for (let i = 0; i < named; i++) {
    const name = load<usize>(itemsOf(names) + (i << 2));
    const value = load<usize>(args + ((count - named + i) << 2));
    if (name === load<usize>(output, OUTPUT_SEP)) sep = value;
    else if (name === load<usize>(output, OUTPUT_END)) last = value;
    else if (name === load<usize>(output, OUTPUT_FILE)) file = value;
    else if (name === load<usize>(output, OUTPUT_FLUSH)) flush = value;
    else return UNDECIDED;
  }
  return print(args, count - named, sep, last, file, flush);
}

/** `write` of the stream. */
export function writeOutput(stream: usize, text: usize): usize {
  const output = load<usize>(STATE_OUTPUT);
  if (!begin(output) || stream !== load<usize>(output, OUTPUT_STREAM) || !isString(text) || !addString(text))
    return UNDECIDED;
  finish(output);
  return tagSmall(lengthOf(text));
}
