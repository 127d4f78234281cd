import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  CODE_DOC,
  CODE_NAME,
  CODE_QUALNAME,
  FUNCTION_CLOSURE,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  FUNCTION_DOC,
  FUNCTION_GLOBALS,
  FUNCTION_KEYWORD_DEFAULTS,
  FUNCTION_MODULE,
  FUNCTION_NAME,
  FUNCTION_QUALNAME,
  SHAPE_FUNCTION,
} from "@hotpy/object-model";
import type { UpToCode } from "../context.js";

/** What a function has beside code and globals; NULL where absent. */
export interface FunctionParts {
  readonly defaults?: Word;
  readonly keywordDefaults?: Word;
  readonly closure?: Word;
}

/** A function object. Leaf. */
export function createFunction(context: UpToCode, code: Address, globals: Word, parts: FunctionParts = {}): Word {
  const { memory, objects, dicts, name: intern } = context;
  const { i32 } = memory;
  const fn = objects.object(SHAPE_FUNCTION);
  const set = (offset: number, word: Word): void => {
    i32[(fn + offset) >>> 2] = word;
  };
  set(FUNCTION_CODE, code);
  set(FUNCTION_GLOBALS, globals);
  set(FUNCTION_DEFAULTS, parts.defaults ?? NULL);
  set(FUNCTION_KEYWORD_DEFAULTS, parts.keywordDefaults ?? NULL);
  set(FUNCTION_CLOSURE, parts.closure ?? NULL);
  set(FUNCTION_NAME, i32[(code + CODE_NAME) >>> 2]);
  set(FUNCTION_QUALNAME, i32[(code + CODE_QUALNAME) >>> 2]);
  set(FUNCTION_DOC, i32[(code + CODE_DOC) >>> 2]);
  set(FUNCTION_MODULE, dicts.getInterned(globals, intern("__name__")) || NONE);
  return fn;
}
