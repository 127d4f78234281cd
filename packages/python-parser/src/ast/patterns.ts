/// The patterns of `match`.

import type { ConstantValue, ExprNode } from "./expressions.js";
import type { Located } from "./located.js";

export interface MatchValue extends Located {
  kind: "MatchValue";
  value: ExprNode;
}

/** `None`, `True` or `False`, compared with `is`. */
export interface MatchSingleton extends Located {
  kind: "MatchSingleton";
  value: ConstantValue;
}

export interface MatchSequence extends Located {
  kind: "MatchSequence";
  patterns: PatternNode[];
}

export interface MatchMapping extends Located {
  kind: "MatchMapping";
  keys: ExprNode[];
  patterns: PatternNode[];
  /** The name after `**`. */
  rest: string | null;
}

export interface MatchClass extends Located {
  kind: "MatchClass";
  cls: ExprNode;
  patterns: PatternNode[];
  kwd_attrs: string[];
  kwd_patterns: PatternNode[];
}

export interface MatchStar extends Located {
  kind: "MatchStar";
  /** `null` for `*_`. */
  name: string | null;
}

export interface MatchAs extends Located {
  kind: "MatchAs";
  /** `null` for a bare name. */
  pattern: PatternNode | null;
  /** `null` for the wildcard `_`. */
  name: string | null;
}

export interface MatchOr extends Located {
  kind: "MatchOr";
  patterns: PatternNode[];
}

export type PatternNode =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;
