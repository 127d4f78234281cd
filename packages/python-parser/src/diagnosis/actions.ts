import { concatenateStrings } from "../literals/concatenate.js";
import { LiteralError } from "../literals/literal-error.js";
import { numberValue } from "../literals/number-value.js";
import { TokenKind } from "../tokens/token-kind.js";
import {
  children,
  expressionName,
  first,
  invalidTarget,
  last,
  type Match,
  type TargetUse,
  type Value,
} from "./match.js";
import { type Action, FAILURE, type PegParser } from "./peg-parser.js";

/** Checks an expression in an f-string; it throws the error, if there is one. */
export type FieldCheck = (parser: PegParser, token: number, from: number, to: number) => void;

/** What the grammar's `-> @name` does. */
export function createActions(checkField: FieldCheck): { readonly [name: string]: Action } {
  return {
    strings({ a }, parser) {
      const tokens = (a as Match[]).map((match) => match.start);
      const texts = tokens.map((token) => parser.tokens.text(token));
      try {
        const { type } = concatenateStrings(texts, (index, from, to) => checkField(parser, tokens[index], from, to));
        const kind = type === "format" ? "JoinedStr" : "Constant";
        return { kind, start: tokens[0], end: parser.mark, parts: [] };
      } catch (error) {
        if (error instanceof LiteralError) parser.raiseAtLastToken(error.message);
        throw error;
      }
    },

    real({ real }, parser) {
      if (isImaginary(real, parser)) raise(parser, real, "real number required in complex literal");
      return real;
    },

    imaginary({ imag }, parser) {
      if (!isImaginary(imag, parser)) {
        raise(parser, imag, "imaginary number required in complex literal");
      }
      return imag;
    },

    unparenthesized_generator({ a, b }, parser) {
      // With one argument this is a generator expression in a call, which is valid.
      const args = children(a as Match).filter((child) => !child.kind.startsWith("keyword"));
      if (args.length <= 1) return FAILURE;
      parser.raiseRange("Generator expression must be parenthesized", args.at(-1)!, last(b));
    },

    positional_after_keyword({ a }, parser) {
      const isUnpacking = children(a as Match).some((child) => child.kind === "keyword_unpacking");
      const what = isUnpacking ? "keyword argument unpacking" : "keyword argument";
      parser.raiseAtLastToken(`positional argument follows ${what}`);
    },

    legacy_statement({ a, b }, parser) {
      if (!isLegacyStatement(a, parser)) return FAILURE;
      const name = parser.tokens.text(first(a).start);
      parser.raiseRange(`Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`, first(a), last(b));
    },

    missing_comma({ a, b }, parser) {
      // Outside brackets no comma would help.
      if (isLegacyStatement(a, parser) || bracketDepth(parser, parser.mark) === 0) return FAILURE;
      parser.raiseRange("invalid syntax. Perhaps you forgot a comma?", first(a), last(b));
    },

    missing_dict_colon({ a }, parser) {
      const { reporter } = parser;
      const { line, column } = reporter.end(last(a).end - 1);
      const message = "':' expected after dictionary key";
      parser.raise(reporter.error("SyntaxError", message, line, column, line, 0));
    },

    invalid_star_targets: targetAction("assign"),
    invalid_for_targets: targetAction("for"),
    invalid_del_targets: targetAction("delete"),
  };
}

function targetAction(use: TargetUse): Action {
  return ({ a }, parser) => {
    const invalid = invalidTarget(first(a), use);
    if (invalid === null) return FAILURE;
    const verb = use === "delete" ? "delete" : "assign to";
    raise(parser, invalid, `cannot ${verb} ${expressionName(invalid)}`);
  };
}

function raise(parser: PegParser, value: Value, message: string): never {
  parser.raiseRange(message, first(value), last(value));
}

function isImaginary(value: Value, parser: PegParser): boolean {
  return numberValue(parser.tokens.text(first(value).start)).type === "complex";
}

/** Whether this is the name of what was a statement in Python 2. */
function isLegacyStatement(value: Value, parser: PegParser): boolean {
  const match = first(value);
  return match.kind === "Name" && /^(?:print|exec)$/.test(parser.tokens.text(match.start));
}

/** How many brackets are open before a token. */
function bracketDepth(parser: PegParser, token: number): number {
  let depth = 0;
  for (let i = 0; i < token; i++) {
    const kind = parser.tokens.kinds[i];
    if (kind >= TokenKind.LeftParen && kind <= TokenKind.LeftBrace) depth++;
    else if (kind >= TokenKind.RightParen && kind <= TokenKind.RightBrace) depth--;
  }
  return depth;
}
