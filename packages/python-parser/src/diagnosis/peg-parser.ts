import type { PythonSyntaxError } from "../errors.js";
import { LiteralError } from "../literals/literal-error.js";
import { numberValue } from "../literals/number-value.js";
import { TokenKind } from "../tokens/token-kind.js";
import type { Tokens } from "../tokens/tokens.js";
import type { ErrorReporter } from "./error-reporter.js";
import type { Alternative, ErrorAction, Item, Rule } from "./grammar-reader.js";
import { expressionName, first, last, type Match, type Value } from "./match.js";

/** The value of what does not match. */
export const FAILURE = undefined;
export type Result = Value | typeof FAILURE;

/** Ends parsing with an error found. */
export class Raised extends Error {
  /** @param isFinal the tokenizer's error: no later one can take its place */
  constructor(
    readonly error: PythonSyntaxError,
    readonly isFinal: boolean,
  ) {
    super(error.message);
  }
}

/** What an alternative's labels stand for. */
export type Labels = { readonly [label: string]: Value };
export type Action = (labels: Labels, parser: PegParser) => Result;

/** CPython 3.11 takes the beginning of a soft keyword for one, so `m` and `ca` are too. */
function isSoftKeyword(text: string): boolean {
  return ["_", "case", "match"].some((keyword) => keyword.startsWith(text));
}

/** How deep rules may nest, as in CPython. */
const MAX_DEPTH = 6000;

interface Memo {
  result: Result;
  end: number;
}

/**
 * Runs a grammar as a parsing expression grammar, the way CPython's generated parser does: tokens
 * are looked at only when a rule asks for them, since the last one looked at is where many errors
 * are reported.
 */
export class PegParser {
  /** The index of the current token. */
  mark = 0;
  /** How many tokens have been looked at. */
  fill = 0;
  private applyInvalidRules = false;
  private depth = 0;
  private memos: Map<number, Memo>[] = [];

  constructor(
    readonly tokens: Tokens,
    readonly reporter: ErrorReporter,
    private readonly rules: ReadonlyMap<string, Rule>,
    private readonly actions: { readonly [name: string]: Action },
  ) {}

  /**
   * Whether the rule matches the tokens from the start.
   *
   * @param secondPass apply the rules for invalid programs too
   * @throws Raised
   */
  matches(rule: string, secondPass: boolean): boolean {
    this.mark = 0;
    this.depth = 0;
    this.memos = [];
    this.applyInvalidRules = secondPass;
    return this.rule(this.rules.get(rule)!) !== FAILURE;
  }

  /** Ends parsing with an error. */
  raise(error: PythonSyntaxError): never {
    throw new Raised(error, false);
  }

  /** Ends parsing with an error at the last token that has been looked at. */
  raiseAtLastToken(message: string, type: "SyntaxError" | "IndentationError" = "SyntaxError"): never {
    this.raise(this.reporter.atLastToken(type, message, this.fill - 1));
  }

  private look(): TokenKind {
    const kind = this.tokens.kinds[this.mark];
    if (this.mark >= this.fill) {
      this.fill = this.mark + 1;
      if (kind === TokenKind.Error) throw new Raised(this.reporter.tokenizerError(), true);
    }
    return kind;
  }

  private rule(rule: Rule): Result {
    if (++this.depth > MAX_DEPTH) throw new RangeError("grammar rules nest too deeply");
    const result = rule.leftRecursive ? this.growSeed(rule) : this.memoized(rule);
    this.depth--;
    return result;
  }

  /**
   * Memoizes every rule. Results of the rules that CPython does not memoize are kept apart by
   * whether invalid rules apply, as they would be computed again there.
   */
  private memoized(rule: Rule): Result {
    // A part of the left recursion of `attr`: its result changes while that grows.
    if (rule.name === "name_or_attr") return this.choice(rule.alternatives);
    const key = rule.id * 2 + (!rule.memo && this.applyInvalidRules ? 1 : 0);
    const start = this.mark;
    const memos = (this.memos[start] ??= new Map());
    const memo = memos.get(key);
    if (memo !== undefined) {
      this.mark = memo.end;
      return memo.result;
    }
    const invalid = this.applyInvalidRules;
    if (rule.name.endsWith("without_invalid")) this.applyInvalidRules = false;
    const result = this.choice(rule.alternatives);
    this.applyInvalidRules = invalid;
    memos.set(key, { result, end: this.mark });
    return result;
  }

  private growSeed(rule: Rule): Result {
    const start = this.mark;
    const memos = (this.memos[start] ??= new Map());
    const key = rule.id * 2;
    let memo = memos.get(key);
    if (memo === undefined) {
      memo = { result: FAILURE, end: start };
      memos.set(key, memo);
      for (;;) {
        this.mark = start;
        const result = this.choice(rule.alternatives);
        if (result === FAILURE || this.mark <= memo.end) break;
        memo.result = result;
        memo.end = this.mark;
      }
    }
    this.mark = memo.end;
    return memo.result;
  }

  private choice(alternatives: readonly Alternative[]): Result {
    const start = this.mark;
    for (const alternative of alternatives) {
      if (alternative.isInvalid && !this.applyInvalidRules) continue;
      const values: Value[] = [];
      let isCut = false;
      let failed = false;
      for (const { item } of alternative.items) {
        if (item.op === "cut") {
          isCut = true;
          continue;
        }
        const value = this.item(item);
        if (value === FAILURE) {
          failed = true;
          break;
        }
        if (item.op !== "lookahead") values.push(value);
      }
      if (!failed) return this.act(alternative, start, values);
      this.mark = start;
      if (isCut) return FAILURE;
    }
    return FAILURE;
  }

  private item(item: Item): Result {
    switch (item.op) {
      case "token":
        return this.token(item.kind);
      case "rule":
        return this.rule(this.rules.get(item.name)!);
      case "choice":
        return this.choice(item.alternatives);
      case "optional": {
        const value = this.item(item.item);
        return value === FAILURE ? null : value;
      }
      case "repeat":
        return this.repeat(item.item, item.separator, item.atLeastOne);
      case "lookahead": {
        const start = this.mark;
        const found = this.item(item.item) !== FAILURE;
        this.mark = start;
        return found === item.expected ? null : FAILURE;
      }
      case "word":
        return this.word(item.spelling);
      case "forced":
        if (this.look() !== item.kind) {
          const start = this.reporter.start(this.mark);
          const end = this.reporter.end(this.mark);
          this.raise(this.reporter.range(`expected '${item.spelling}'`, start, end));
        }
        return this.token(item.kind);
      case "cut":
        return null;
    }
  }

  private repeat(item: Item, separator: Item | null, atLeastOne: boolean): Result {
    const values: Value[] = [];
    for (;;) {
      const start = this.mark;
      const isNext = separator === null || values.length === 0 || this.item(separator) !== FAILURE;
      const value = isNext ? this.item(item) : FAILURE;
      if (value === FAILURE) {
        this.mark = start;
        return atLeastOne && values.length === 0 ? FAILURE : values;
      }
      values.push(value);
    }
  }

  private token(kind: TokenKind): Result {
    if (this.look() !== kind) return FAILURE;
    const start = this.mark++;
    if (kind === TokenKind.Name) return { kind: "Name", start, end: start + 1, parts: [] };
    if (kind === TokenKind.Number) {
      this.checkNumber(start);
      return { kind: "Constant", start, end: start + 1, parts: [] };
    }
    return { kind: "Token", start, end: start + 1, parts: [] };
  }

  /** Raises the error if a number has no value; CPython reports it for the whole line. */
  private checkNumber(token: number): void {
    try {
      numberValue(this.tokens.text(token));
    } catch (error) {
      if (!(error instanceof LiteralError)) throw error;
      const { line } = this.reporter.start(token);
      this.raise(this.reporter.error("SyntaxError", error.message, line, 0, line, 0));
    }
  }

  private word(spelling: string | null): Result {
    if (this.look() !== TokenKind.Name) return FAILURE;
    const text = this.tokens.text(this.mark);
    const matches = spelling === null ? isSoftKeyword(text) : text === spelling;
    return matches ? this.token(TokenKind.Name) : FAILURE;
  }

  private act(alternative: Alternative, start: number, values: Value[]): Result {
    const { node, call, error } = alternative;
    const labels: { [label: string]: Value } = {};
    const labelled: Value[] = [];
    let index = 0;
    for (const { label, item } of alternative.items) {
      if (item.op === "lookahead" || item.op === "cut") continue;
      const value = values[index++];
      if (label === null) continue;
      labels[label] = value;
      labelled.push(value);
    }
    const parts = labelled.length > 0 ? labelled : values;
    if (node !== null) return { kind: node, start, end: this.mark, parts };
    if (call !== null) return this.actions[call](labels, this);
    if (error !== null) this.raiseByGrammar(error, labels);
    return parts.length === 1 ? parts[0] : parts;
  }

  private raiseByGrammar(action: ErrorAction, labels: Labels): never {
    const message = action.message.replace(/\{(\w+)(\.line)?\}/g, (_, label: string, line) => {
      const match = first(labels[label]);
      if (line !== undefined) return String(this.reporter.start(match.start).line);
      return match.kind === "Token" ? this.tokens.text(match.start) : expressionName(match);
    });
    if (action.type === "indent") this.raiseAtLastToken(message, "IndentationError");
    if (action.from === null) this.raiseAtLastToken(message);
    const from = first(labels[action.from]);
    if (action.to === "") this.raiseFrom(message, from);
    this.raiseRange(message, from, last(labels[action.to ?? action.from]));
  }

  /** Ends parsing with an error over a range of matches. */
  raiseRange(message: string, from: Match, to: Match): never {
    const start = this.reporter.start(from.start);
    this.raise(this.reporter.range(message, start, this.reporter.end(to.end - 1)));
  }

  /** Ends parsing with an error from a match up to the last token looked at. */
  private raiseFrom(message: string, from: Match): never {
    const start = this.reporter.start(from.start);
    const end = this.reporter.end(this.fill - 1);
    // The tokenizer stands behind the newline if it has read that; CPython does not add one here.
    if (this.tokens.kinds[this.fill - 1] !== TokenKind.Newline) end.column--;
    this.raise(this.reporter.range(message, start, end));
  }
}
