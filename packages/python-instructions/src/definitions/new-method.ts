import { headerWord, METHOD_FUNCTION, METHOD_SELF, SHAPE_METHOD } from "@hotpy/object-model";

/** Text that makes `method`, a function bound to an object. As whatever allocates, it comes before all effects. */
export const newMethod = (fn: string, self: string): string => `
  ALLOCATE(method, 16)
  i32[method >>> 2] = ${headerWord(SHAPE_METHOD)};
  i32[(method >>> 2) + 1] = 0;
  FIELD(method, ${METHOD_FUNCTION}) = ${fn};
  FIELD(method, ${METHOD_SELF}) = ${self};`;
