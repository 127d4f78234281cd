import type { Handler, Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";

/** A construct that `return`, `break` and `continue` have to leave in an orderly way. */
export type Block =
  | { readonly kind: "while" | "for"; readonly continueLabel: Label; readonly exit: Label }
  /** The body of a `try` with `except` clauses. */
  | { readonly kind: "try"; readonly handler: Handler }
  /** The body of a `try` with `finally`. */
  | { readonly kind: "try finally"; readonly handler: Handler; readonly body: readonly ast.StmtNode[] }
  /** A `finally` run because of an exception: the stack holds it and the one handled before. */
  | { readonly kind: "finally"; readonly handler: Handler }
  /** The body of an `except` clause: the stack holds the exception handled before. */
  | { readonly kind: "except"; readonly handler: Handler; readonly variable: string | null }
  /** The body of an `except*` clause, which nothing but an exception may leave. */
  | { readonly kind: "except star" }
  /** The body of a `with`: the stack holds the bound `__exit__`. */
  | { readonly kind: "with"; readonly handler: Handler; readonly statement: ast.With | ast.AsyncWith }
  /** A value that lies on the stack while a `finally` is run on the way out. */
  | { readonly kind: "value" };

/** As many blocks may be in each other: CPython's CO_MAXBLOCKS. */
export const MOST_BLOCKS = 20;

/** How many blocks CPython has for it. */
export const blocksOf = ({ kind }: Block): number => (kind === "except" || kind === "except star" ? 2 : 1);

/** An exception is handled in it. */
export const isHandler = ({ kind }: Block): boolean =>
  kind === "finally" || kind === "except" || kind === "except star";
