import type { BindErrors } from "./bind-errors.js";

/** One parameter of a native. */
export interface Parameter {
  readonly name: string;
  readonly kind: "positional-only" | "any" | "varargs" | "keyword-only" | "varkeywords";
  readonly required: boolean;
}

/** The parameter list of a native, parsed. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** Number of positional parameters, and how many of them must be given. */
  readonly positional: number;
  readonly required: number;
  /** Index of `*args` and `**kwargs`, -1 if there is none. */
  readonly varargs: number;
  readonly varkeywords: number;
  /** There is a keyword-only parameter without default. */
  readonly needsKeyword: boolean;
  /** Positional arguments alone can call it, and there is nothing else to fill in. */
  readonly isSimple: boolean;
}

/** Where the words of a native's parameters come from in one form of call: positions among the arguments. */
export interface Arrangement {
  /** By parameter; -1: not given. Of `*args` and `**kwargs` see below. */
  readonly sources: readonly number[];
  /** Arguments that `*args` gets: from this one on, and how many. */
  readonly rest: number;
  readonly restCount: number;
  /** Named arguments that `**kwargs` gets. */
  readonly keywords: readonly number[];
}

/** What does not fit, as the call of what raises it. */
export type Misfit = (errors: BindErrors) => -1;

/** Binds `count` arguments, of which the last ones have these names. */
export function arrange(
  { parameters, positional, varargs, varkeywords }: Signature,
  count: number,
  names: readonly string[],
): Arrangement | Misfit {
  const given = count - names.length;
  const hasKeywordOnly = parameters.length > positional && varargs < 0 && varkeywords < 0;
  if (count > parameters.length && (hasKeywordOnly || (names.length > 0 && varargs < 0 && varkeywords < 0)))
    return (errors) => errors.tooManyInAll(count, given);
  if (given > positional && varargs < 0) return (errors) => errors.tooMany(count, given);
  const sources = parameters.map((_, index) => (index < given && index < positional ? index : -1));
  const keywords: number[] = [];
  let unexpected: string | undefined;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const index = parameters.findIndex((p) => p.name === name && (p.kind === "any" || p.kind === "keyword-only"));
    if (index >= 0) {
      if (sources[index] >= 0) return (errors) => errors.givenTwice(name, index);
      sources[index] = given + i;
    } else if (varkeywords >= 0) keywords.push(given + i);
    else unexpected ??= name;
  }
  const missing = parameters.findIndex((parameter, index) => parameter.required && sources[index] < 0);
  if (missing >= 0) return (errors) => errors.missing(missing, given);
  if (unexpected !== undefined) {
    const name = unexpected;
    return (errors) => errors.unexpected(name);
  }
  return { sources, rest: Math.min(given, positional), restCount: Math.max(0, given - positional), keywords };
}

/** Many natives have the same parameters. */
const parsed = new Map<string, Signature>();

/** Parses "(a, b=0, /, c, *args, d, **kwargs)". */
export function parseSignature(text: string): Signature {
  let signature = parsed.get(text);
  if (signature === undefined) parsed.set(text, (signature = parse(text)));
  return signature;
}

function parse(text: string): Signature {
  const parts = splitTopLevel(text.trim().replace(/^\(|\)$/g, ""));
  const parameters: Parameter[] = [];
  let kind: Parameter["kind"] = "any";
  for (const part of parts) {
    const required = !part.includes("=");
    const name = part.split("=")[0].trim();
    if (name === "/") {
      for (let i = 0; i < parameters.length; i++) parameters[i] = { ...parameters[i], kind: "positional-only" };
    } else if (name === "*") kind = "keyword-only";
    else if (name.startsWith("**")) parameters.push({ name: name.slice(2), kind: "varkeywords", required: false });
    else if (name.startsWith("*")) {
      parameters.push({ name: name.slice(1), kind: "varargs", required: false });
      kind = "keyword-only";
    } else parameters.push({ name, kind, required });
  }
  // Nobody passes these by name.
  if (parameters[0]?.kind === "any" && (parameters[0].name === "self" || parameters[0].name === "cls"))
    parameters[0] = { ...parameters[0], kind: "positional-only" };
  const positional = parameters.filter((p) => p.kind === "positional-only" || p.kind === "any");
  const varargs = parameters.findIndex((p) => p.kind === "varargs");
  const varkeywords = parameters.findIndex((p) => p.kind === "varkeywords");
  return {
    parameters,
    positional: positional.length,
    required: positional.filter((p) => p.required).length,
    varargs,
    varkeywords,
    needsKeyword: parameters.some((p) => p.kind === "keyword-only" && p.required),
    isSimple: parameters.every(
      (p) => p.kind !== "varargs" && p.kind !== "varkeywords" && !(p.kind === "keyword-only" && p.required),
    ),
  };
}

/** Splits at commas outside brackets and quotes: defaults may be tuples or strings. */
function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text[i];
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "(" || character === "[" || character === "{") depth++;
    else if (character === ")" || character === "]" || character === "}") depth--;
    else if (i === text.length || (character === "," && depth === 0)) {
      const part = text.slice(start, i).trim();
      if (part !== "") parts.push(part);
      start = i + 1;
    }
  }
  return parts;
}
