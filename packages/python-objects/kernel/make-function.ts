import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";

import {
  CODE_DOC,
  CODE_NAME,
  CODE_QUALNAME,
  FUNCTION_ANNOTATIONS,
  FUNCTION_BYTES,
  FUNCTION_CLOSURE,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  FUNCTION_DICT,
  FUNCTION_DOC,
  FUNCTION_GLOBALS,
  FUNCTION_KEYWORD_DEFAULTS,
  FUNCTION_MODULE,
  FUNCTION_NAME,
  FUNCTION_QUALNAME,
  SHAPE_FUNCTION,
} from "./generated/constants";

/** A function of this code with the globals of the one that runs, without annotations and keyword defaults. 0: no memory. */
export function newFunction(code: usize, running: usize, defaults: usize, closure: usize, module: usize): usize {
  const made = allocate(FUNCTION_BYTES);
  if (made === 0) return 0;
  store<i32>(made, headerOf(SHAPE_FUNCTION));
  store<i32>(made, 0, 4);
  store<usize>(made, code, FUNCTION_CODE);
  store<usize>(made, load<usize>(running, FUNCTION_GLOBALS), FUNCTION_GLOBALS);
  store<usize>(made, defaults, FUNCTION_DEFAULTS);
  store<usize>(made, 0, FUNCTION_KEYWORD_DEFAULTS);
  store<usize>(made, closure, FUNCTION_CLOSURE);
  store<usize>(made, load<usize>(code, CODE_NAME), FUNCTION_NAME);
  store<usize>(made, load<usize>(code, CODE_QUALNAME), FUNCTION_QUALNAME);
  store<usize>(made, 0, FUNCTION_DICT);
  store<usize>(made, load<usize>(code, CODE_DOC), FUNCTION_DOC);
  store<usize>(made, module, FUNCTION_MODULE);
  store<usize>(made, 0, FUNCTION_ANNOTATIONS);
  return made;
}
