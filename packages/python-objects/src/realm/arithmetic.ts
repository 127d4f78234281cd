import { FALSE, isSmall, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";
import type { NarrowedResults } from "../protocols/narrowed-results.js";
import { BINARY_OPERATORS, UNARY_OPERATORS } from "../protocols/operator-names.js";
import type { BinaryOperator, UnaryOperator } from "./operator-types.js";

/** Operators, truth and indices. May collect. */
export interface Arithmetic extends NarrowedResults {
  binary(operator: BinaryOperator, a: Word, b: Word): Word;
  unary(operator: UnaryOperator, a: Word): Word;
  /** 1 or 0, -1 raised. */
  truth(word: Word): number;
  /** `operator.index(w)` as an int word or NULL. */
  index(word: Word): Word;
  /** As {@link index}, clipped to int32 for slices and sizes; undefined: raised. */
  indexNumber(word: Word): number | undefined;
}

/** The small integer 0. */
const ZERO = 1;

export function createArithmetic(parts: UpToProtocols): Arithmetic {
  const { integers, operators, conversions } = parts;
  const { complete } = parts.reentry;
  const binaryNumber = new Map(BINARY_OPERATORS.map(([name], i) => [name, i]));
  const unaryNumber = new Map(UNARY_OPERATORS.map(([name], i) => [name, i]));
  return {
    binary: (operator, a, b) => complete(operators.binary, binaryNumber.get(operator) as number, a, b),
    unary: (operator, a) => complete(operators.unary, unaryNumber.get(operator) as number, a, 0),
    truth(word) {
      if (word === NULL) return -1;
      if (word === TRUE) return 1;
      if (isSmall(word) || word === FALSE || word === NONE) return word === ZERO || !isSmall(word) ? 0 : 1;
      const truth = complete(conversions.truth, word, 0, 0);
      return truth === NULL ? -1 : truth === TRUE ? 1 : 0;
    },
    index: (word) => (isSmall(word) ? word : complete(conversions.index, word, 0, 0)),
    ...conversions.narrowedResults,
    indexNumber(word) {
      if (isSmall(word)) return word >> 1;
      const index = complete(conversions.index, word, 0, 0);
      if (index === NULL) return undefined;
      return Math.max(-0x80000000, Math.min(0x7fffffff, integers.toNumber(index)));
    },
  };
}
