/// How a continuation ends without TypeScript: what the loop, or the kernel for it, does with the result of the callee. The lowest three bits are
/// the number of words that the continuation keeps. See kernel/endings.ts.

/** TypeScript ends it. */
export const ENDS_OUTSIDE = 0;
/** Any result but NotImplemented stands. */
export const ENDS_ATTEMPT = 8 | 3;
/** Any result stands. */
export const ENDS_NEXT = 16 | 1;
/** The result is dropped. */
export const ENDS_WITHOUT = 24 | 0;
/* What follows is the kernel's. */
export const ENDS_TRUTH = 32 | 0;
export const ENDS_FALSEHOOD = 40 | 0;
export const ENDS_LENGTH = 48 | 0;
export const ENDS_HASH = 56 | 0;
export const ENDS_TEXT = 64 | 0;
/** Any result stands, as it does behind a method that is called in a native's place. */
export const ENDS_AS_IS = 80 | 0;
/** After `__new__`: an instance of just that class, which has no `__init__`. Kept are the class, and what `finishNew` needs else. */
export const ENDS_NEW = 72 | 3;

/** The bits of an instruction's argument from which an ending stands; those below are the continuation's number. */
export const ENDING_SHIFT = 8;
