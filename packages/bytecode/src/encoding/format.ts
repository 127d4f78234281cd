/// The form of encoded code units. Integers are little-endian words of 32 bits, as in WebAssembly's memory.
///
///     word 0   FORMAT
///          1   how many pieces of text there are
///          2   how many words describe units
///          3   how many bytes of positions there are
///          4   bytes a character of the text: 1 (ASCII) or 2 (UTF-16)
///     then     where each piece begins in the text, and where the last one ends
///              the units, the outermost first
///              the positions, and zeros up to a whole word
///              the text
///
/// A unit is its fixed part, then lists: names of locals, of cells, of free cells, names (all pieces), constants, handlers (four words each),
/// code. A constant is its kind and what that needs; that of code is where its unit begins. All of it is read where it lies, and only when it is asked for.

/** Changes whenever the form does. */
export const FORMAT = 0x33307968;
/** Words in front of the places of pieces. */
export const HEADER_WORDS = 5;

/** The fixed part of a unit: which word holds what. */
export const UNIT = {
  name: 0,
  qualname: 1,
  firstLine: 2,
  argumentCount: 3,
  positionalOnlyCount: 4,
  keywordOnlyCount: 5,
  flags: 6,
  stackSize: 7,
  instanceSlotsHint: 8,
  /** How long the lists are. */
  localNames: 9,
  cellNames: 10,
  freeNames: 11,
  names: 12,
  constants: 13,
  /** Words that all constants take. */
  constantWords: 14,
  handlers: 15,
  codeWords: 16,
  /** Where its positions begin among the bytes of positions, and how many ranges there are. */
  positions: 17,
  positionCount: 18,
} as const;
export const UNIT_WORDS = 19;

/** Kinds of constants. */
export const CONSTANT = {
  none: 0,
  true: 1,
  false: 2,
  ellipsis: 3,
  /** A word. */
  int: 4,
  /** A piece, hexadecimal, with a sign in front. */
  bigInt: 5,
  /** Two words. */
  float: 6,
  complex: 7,
  /** A piece. */
  str: 8,
  /** How many bytes, then these, and zeros up to a whole word. */
  bytes: 9,
  /** How many constants, then these. */
  tuple: 10,
  set: 11,
  /** Where its unit begins. */
  code: 12,
} as const;
