import type { ast } from "@hotpy/python-parser";
import type { Place } from "./errors.js";

/** What the source says about a name in a scope; a set of bits. */
export const DEFINED_GLOBAL = 1;
export const DEFINED_LOCAL = 2;
export const DEFINED_PARAMETER = 4;
export const DEFINED_NONLOCAL = 8;
export const USED = 16;
export const DEFINED_IMPORT = 32;
export const ANNOTATED = 64;
/** The variable of a comprehension's `for`. */
export const ITERATION_VARIABLE = 128;
/** Bound in a class and yet free in a function within it, which sees the enclosing function's. */
export const FREE_IN_CLASS = 256;

export const BOUND = DEFINED_LOCAL | DEFINED_PARAMETER | DEFINED_IMPORT;

/** Where a name is stored. */
export type Variable = "local" | "cell" | "free" | "global" | "explicit global";

export type ComprehensionKind = "list" | "set" | "dict" | "generator";

/** A node that has a scope of its own. */
export type ScopeNode =
  | ast.ModNode
  | ast.FunctionDef
  | ast.AsyncFunctionDef
  | ast.ClassDef
  | ast.Lambda
  | ast.ListComp
  | ast.SetComp
  | ast.DictComp
  | ast.GeneratorExp;

/** The names of a module, class or function (lambdas and comprehensions are functions). */
export class Scope {
  readonly children: Scope[] = [];
  /** Bits of each name that occurs, in order of first occurrence; names are mangled. */
  readonly names = new Map<string, number>();
  /** Where each name is stored; filled by the analysis. */
  readonly variables = new Map<string, Variable>();
  /** Parameters in order of slots: positional, keyword-only, *args, **kwargs. */
  readonly parameters: string[] = [];
  /** Where `global` and `nonlocal` name a name: the place of errors that show only in the analysis. */
  readonly directives = new Map<string, Place>();
  /** Of a class: attributes that methods assign through their first parameter. */
  readonly instanceAttributes = new Set<string>();
  /** It yields. */
  isGenerator = false;
  /** It awaits: an `async def`, or a comprehension with `await` or `async for` in it. With {@link isGenerator}: an asynchronous generator. */
  isCoroutine = false;
  /** An `async def`. */
  isAsyncFunction = false;
  comprehension: ComprehensionKind | null = null;
  /** Visiting the target of a comprehension's `for`. */
  inIterationTarget = false;
  /** How many iterables of comprehensions surround what is visited. */
  iterableDepth: number;
  /** Of a class: a method uses `super()` or `__class__`. */
  needsClassCell = false;

  constructor(
    readonly kind: "module" | "class" | "function",
    readonly name: string,
    readonly parent: Scope | null,
    readonly place: Place,
  ) {
    this.iterableDepth = parent?.iterableDepth ?? 0;
    parent?.children.push(this);
  }

  /** Names that live in `variable`, sorted. */
  namesIn(variable: Variable): string[] {
    return sortNames([...this.variables].filter(([, where]) => where === variable).map(([name]) => name));
  }
}

/** Sorts names by code point, as CPython sorts its cells. */
export function sortNames(names: string[]): string[] {
  return names.sort((a, b) => {
    const [left, right] = [[...a], [...b]];
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
      const difference = (left[i].codePointAt(0) ?? 0) - (right[i].codePointAt(0) ?? 0);
      if (difference !== 0) return difference;
    }
    return left.length - right.length;
  });
}
