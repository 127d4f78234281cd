import { OPERATORS } from "../tokens/operators.js";
import { KEYWORDS, TokenKind } from "../tokens/token-kind.js";

/*
 * The notation is that of PEP 617, with actions of our own:
 *
 *   name:  name memo:  name left_recursive:   a rule; `memo` as in CPython, for both passes alike
 *   'if' '+'           a keyword or operator       "match"       a name with this spelling
 *   NAME STRING …      a kind of token             SOFT_KEYWORD  any name that is a soft keyword
 *   e? [e] e* e+       optional, repeated          s.e+          repeated, separated by s
 *   &e !e              lookahead                   ~             no other alternative from here on
 *   &&e                the token must be here, else "expected 'e'"
 *   a=e                labels the value of e for the action
 *
 *   -> Kind            the value is a node of this kind
 *   -> @action         the value is what the action gives (see actions.ts), which may be failure
 *   => error "m"       raises a SyntaxError at the last token that was looked at
 *   => error a "m"     … with the location of a;   a..b  from a to b;   a..  from a onwards
 *   => indent "m"      raises an IndentationError at the last token that was looked at
 *
 * In messages {a} is the name of the expression or token a, {a.line} its line. Without an action,
 * the value is that of the only label, else of the only item, else a list.
 */

export type Item =
  | { op: "token"; kind: TokenKind }
  | { op: "word"; spelling: string | null }
  | { op: "rule"; name: string }
  | { op: "choice"; alternatives: Alternative[] }
  | { op: "optional"; item: Item }
  | { op: "repeat"; item: Item; separator: Item | null; atLeastOne: boolean }
  | { op: "lookahead"; item: Item; expected: boolean }
  | { op: "forced"; kind: TokenKind; spelling: string }
  | { op: "cut" };

export interface ErrorAction {
  type: "error" | "indent";
  from: string | null;
  /** `null`: to the end of `from`; `""`: to the last token looked at. */
  to: string | null;
  message: string;
}

export interface Alternative {
  items: { label: string | null; item: Item }[];
  /** The kind of node, or the name of an action. */
  node: string | null;
  call: string | null;
  error: ErrorAction | null;
  /** Applies only in the second pass. */
  isInvalid: boolean;
}

export interface Rule {
  name: string;
  /** A number to tell rules apart. */
  id: number;
  memo: boolean;
  leftRecursive: boolean;
  alternatives: Alternative[];
}

const TOKEN = /"(?:[^"\\]|\\.)*"|'[^']*'|\w+|->|=>|\.\.|&&|[^\s\w]/g;

/** Reads the text of a grammar. */
export function readGrammar(text: string): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const block of text.trim().split(/\n\s*\n/)) {
    const header = /^(\w+)( memo)?( left_recursive)?:/.exec(block)!;
    const [all, name, memo, leftRecursive] = header;
    const reader = new Reader(block.slice(all.length).match(TOKEN)!);
    rules.set(name, {
      name,
      id: rules.size,
      memo: memo !== undefined,
      leftRecursive: leftRecursive !== undefined,
      alternatives: reader.alternatives(),
    });
  }
  return rules;
}

class Reader {
  private position = 0;

  constructor(private readonly tokens: string[]) {}

  alternatives(): Alternative[] {
    this.accept("|");
    const alternatives = [this.alternative()];
    while (this.accept("|")) alternatives.push(this.alternative());
    return alternatives;
  }

  private accept(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position++;
    return true;
  }

  private next(): string {
    return this.tokens[this.position++];
  }

  private alternative(): Alternative {
    const items: Alternative["items"] = [];
    const result: Alternative = { items, node: null, call: null, error: null, isInvalid: false };
    for (;;) {
      const token = this.tokens[this.position];
      if (token === undefined || token === "|" || token === ")" || token === "]") break;
      if (this.accept("->")) {
        if (this.accept("@")) result.call = this.next();
        else result.node = this.next();
      } else if (this.accept("=>")) {
        result.error = this.errorAction();
      } else {
        const isLabel = this.tokens[this.position + 1] === "=";
        const label = isLabel ? this.next() : null;
        if (isLabel) this.position++;
        items.push({ label, item: this.item() });
      }
    }
    const only = items.length === 1 ? items[0].item : null;
    result.isInvalid = only?.op === "rule" && only.name.startsWith("invalid_");
    return result;
  }

  private errorAction(): ErrorAction {
    const type = this.next() as ErrorAction["type"];
    let from: string | null = null;
    let to: string | null = null;
    if (!this.atString()) {
      from = this.next();
      if (this.accept("..")) to = this.atString() ? "" : this.next();
    }
    const message = this.next().slice(1, -1).replaceAll('\\"', '"');
    return { type, from, to, message };
  }

  private atString(): boolean {
    return this.tokens[this.position].startsWith('"');
  }

  private item(): Item {
    if (this.accept("~")) return { op: "cut" };
    if (this.accept("&&")) {
      const spelling = this.next().slice(1, -1);
      return { op: "forced", kind: tokenKind(spelling), spelling };
    }
    if (this.accept("&")) return { op: "lookahead", item: this.atom(), expected: true };
    if (this.accept("!")) return { op: "lookahead", item: this.atom(), expected: false };
    const item = this.atom();
    if (this.accept("?")) return { op: "optional", item };
    if (this.accept("*")) return { op: "repeat", item, separator: null, atLeastOne: false };
    if (this.accept("+")) return { op: "repeat", item, separator: null, atLeastOne: true };
    if (this.accept(".")) {
      const element = this.atom();
      this.accept("+");
      return { op: "repeat", item: element, separator: item, atLeastOne: true };
    }
    return item;
  }

  private atom(): Item {
    const token = this.next();
    if (token === "(" || token === "[") {
      const item: Item = { op: "choice", alternatives: this.alternatives() };
      this.position++;
      return token === "(" ? item : { op: "optional", item };
    }
    if (token.startsWith('"') && /\w/.test(token)) {
      return { op: "word", spelling: token.slice(1, -1) };
    }
    if (/^['"]/.test(token)) return { op: "token", kind: tokenKind(token.slice(1, -1)) };
    if (token === "SOFT_KEYWORD") return { op: "word", spelling: null };
    const kind = TOKEN_KINDS[token];
    return kind === undefined ? { op: "rule", name: token } : { op: "token", kind };
  }
}

const TOKEN_KINDS: { readonly [name: string]: TokenKind } = {
  NAME: TokenKind.Name,
  NUMBER: TokenKind.Number,
  STRING: TokenKind.String,
  NEWLINE: TokenKind.Newline,
  INDENT: TokenKind.Indent,
  DEDENT: TokenKind.Dedent,
  ENDMARKER: TokenKind.EndMarker,
  // Never there, as type comments are not read; but CPython looks for it, and that is an error
  // where the tokenizer gave up.
  TYPE_COMMENT: TokenKind.Error,
};

function tokenKind(spelling: string): TokenKind {
  return (OPERATORS.get(spelling) ?? KEYWORDS.get(spelling))!;
}
