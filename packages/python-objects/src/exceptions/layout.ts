/// An exception is an instance whose first attributes have names that Python code cannot write; getters on
/// BaseException show them under their own names.

import { defineFields, fixed, INSTANCE_SLOTS, mutable } from "@hotpy/object-model";

/** Hidden attributes in order of position. */
export const EXCEPTION_SLOTS = [
  "<args>",
  "<traceback>",
  "<context>",
  "<cause>",
  "<suppress context>",
  "<members>",
] as const;

/** Byte offsets in an exception. `args` is a tuple; the others are NULL when not set. */
export const EXCEPTION_ARGS = INSTANCE_SLOTS;
export const EXCEPTION_TRACEBACK = INSTANCE_SLOTS + 4;
export const EXCEPTION_CONTEXT = INSTANCE_SLOTS + 8;
export const EXCEPTION_CAUSE = INSTANCE_SLOTS + 12;
/** TRUE, or NULL for False. */
export const EXCEPTION_SUPPRESS = INSTANCE_SLOTS + 16;
/** A dict of the attributes that a builtin exception has beside `args` (`OSError.filename`), or NULL. */
export const EXCEPTION_MEMBERS = INSTANCE_SLOTS + 20;

export const EXCEPTION = defineFields("exception", {
  args: mutable("word", EXCEPTION_ARGS),
  traceback: mutable("word", EXCEPTION_TRACEBACK),
  context: mutable("word", EXCEPTION_CONTEXT),
  cause: mutable("word", EXCEPTION_CAUSE),
  suppress: mutable("word", EXCEPTION_SUPPRESS),
});

/**
 * Traceback entry: next entry (towards where it was raised) or NULL, code object, globals of the frame, the frame object that
 * programs have got of it or NULL; raw: byte addresses of the saved ip and of the frame, as long as that is there, and the line, 0: that of the ip.
 */
export const TRACEBACK_NEXT = 8;
export const TRACEBACK_CODE = 12;
export const TRACEBACK_GLOBALS = 16;
export const TRACEBACK_FRAME = 20;
export const TRACEBACK_IP = 24;
export const TRACEBACK_ADDRESS = 28;
export const TRACEBACK_LINE = 32;
export const TRACEBACK_BYTES = 40;
export const TRACEBACK = defineFields("traceback", {
  next: mutable("word", TRACEBACK_NEXT),
  code: fixed("word", TRACEBACK_CODE),
  globals: fixed("word", TRACEBACK_GLOBALS),
  frame: mutable("word", TRACEBACK_FRAME),
  ip: fixed("i32", TRACEBACK_IP),
  address: fixed("i32", TRACEBACK_ADDRESS),
  line: fixed("i32", TRACEBACK_LINE),
});
