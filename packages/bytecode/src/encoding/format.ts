/// The form of encoded code units. Integers are little-endian words of 32 bits, as in WebAssembly's memory.
///
///     word 0   UNIT_FORMAT
///          1   how many pieces of text there are
///          2   how many words describe units
///          3   how many bytes of text there are
///          4   how many bytes of positions there are
///          5   how many pieces are not ASCII
///     then     where each piece begins in the text, in bytes, and where the last one ends
///              the numbers of the pieces that are not ASCII: they are UTF-16, each character's lower byte first
///              the units, the outermost first, those within a unit behind it
///              the text, and zeros up to a whole word
///              the positions
///
/// A unit is its fixed part, then lists: names of locals, of cells, of free cells, names (all pieces), constants, handlers (four words each),
/// code. A constant is its kind and what that needs; that of code is where its unit begins. All of it is read where it lies, and only when it is asked for:
/// by TypeScript, or by functions of a language's kernel, which is why all numbers are constants of their own.

/** Changes whenever the form does. */
export const UNIT_FORMAT = 0x34307968;
/** Words in front of the places of pieces. */
export const UNIT_HEADER_WORDS = 6;

/** The fixed part of a unit: which word holds what. */
export const UNIT_NAME = 0;
export const UNIT_QUALNAME = 1;
export const UNIT_FIRST_LINE = 2;
export const UNIT_ARGUMENT_COUNT = 3;
export const UNIT_POSITIONAL_ONLY_COUNT = 4;
export const UNIT_KEYWORD_ONLY_COUNT = 5;
export const UNIT_FLAGS = 6;
export const UNIT_STACK_SIZE = 7;
export const UNIT_SLOTS_HINT = 8;
/** How long the lists are. */
export const UNIT_LOCAL_NAMES = 9;
export const UNIT_CELL_NAMES = 10;
export const UNIT_FREE_NAMES = 11;
export const UNIT_NAMES = 12;
export const UNIT_CONSTANTS = 13;
/** Words that all constants take. */
export const UNIT_CONSTANT_WORDS = 14;
export const UNIT_HANDLERS = 15;
export const UNIT_CODE_WORDS = 16;
/** Where its positions begin among the bytes of positions, and how many ranges there are. */
export const UNIT_POSITIONS = 17;
export const UNIT_POSITION_COUNT = 18;
/** How many units stand before it, and how many it is with those within it. */
export const UNIT_INDEX = 19;
export const UNIT_COUNT = 20;
/** What the language has noted of it. */
export const UNIT_NOTES = 21;
export const UNIT_WORDS = 22;

/** Kinds of constants. */
export const CONSTANT_NONE = 0;
export const CONSTANT_TRUE = 1;
export const CONSTANT_FALSE = 2;
export const CONSTANT_ELLIPSIS = 3;
/** A word. */
export const CONSTANT_INT = 4;
/** A piece, hexadecimal, with a sign in front. */
export const CONSTANT_BIG_INT = 5;
/** Two words. */
export const CONSTANT_FLOAT = 6;
export const CONSTANT_COMPLEX = 7;
/** A piece. */
export const CONSTANT_STR = 8;
/** How many bytes, then these, and zeros up to a whole word. */
export const CONSTANT_BYTES = 9;
/** How many constants, then these. */
export const CONSTANT_TUPLE = 10;
export const CONSTANT_SET = 11;
/** Where its unit begins. */
export const CONSTANT_CODE = 12;
