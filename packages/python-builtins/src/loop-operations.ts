import {
  ADVANCE_GENERATOR,
  LOOP_LENGTH,
  type LoopOperation,
  SEND_TO_COROUTINE,
  SEND_TO_GENERATOR,
} from "@hotpy/python-objects";
import { ABSOLUTE, CHARACTER, CODE_POINT, GREATER, IS_INSTANCE, LESS } from "./functions/in-loop.js";
import { GET } from "./mappings/in-loop.js";
import { SQUARE_ROOT } from "./numbers/square-root.js";
import { APPEND, POP } from "./sequences/in-loop.js";
import { ADD, DISCARD } from "./sets/in-loop.js";

/** What the natives of builtin types and functions let the loop do in their place: for whoever generates the loop. */
export const loopOperations: readonly LoopOperation[] = [
  LOOP_LENGTH,
  APPEND,
  POP,
  GET,
  IS_INSTANCE,
  CODE_POINT,
  CHARACTER,
  ABSOLUTE,
  LESS,
  GREATER,
  SQUARE_ROOT,
  ADD,
  DISCARD,
  ADVANCE_GENERATOR,
  SEND_TO_GENERATOR,
  SEND_TO_COROUTINE,
];
