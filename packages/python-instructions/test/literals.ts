import type { Word } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";

const CONSTANTS: Readonly<Record<string, (realm: Realm) => Word>> = {
  None: ({ none }) => none,
  True: (realm) => realm.bool(true),
  False: (realm) => realm.bool(false),
  "...": ({ ellipsis }) => ellipsis,
};
/** A number, a string without escapes, a name, or one character. */
const TOKEN = /\s*(-?\d+\.\d+|-?\d+|"[^"]*"|[A-Z]\w+|\.\.\.|.)/uy;

/** Reads literals of Python that are separated by commas: numbers, strings, names of constants, and displays of them. */
export function readLiterals(realm: Realm, text: string): Word[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) tokens.push(match[1]);
  let at = 0;

  function many(end: string | undefined): Word[] {
    const found: Word[] = [];
    while (tokens[at] !== end) {
      found.push(one());
      if (tokens[at] === "," || tokens[at] === ":") at++;
    }
    at++;
    return found;
  }

  function braces(): Word {
    const isDict = tokens[at] === "}" || tokens[at + 1] === ":";
    const items = many("}");
    const made = isDict ? realm.call(realm.type("dict")) : realm.call(realm.type("set"), realm.list(items));
    if (isDict) for (let i = 0; i < items.length; i += 2) realm.setItem(made, items[i], items[i + 1]);
    return made;
  }

  function one(): Word {
    const token = tokens[at++];
    if (token === "[") return realm.list(many("]"));
    if (token === "(") return realm.tuple(many(")"));
    if (token === "{") return braces();
    if (token.startsWith('"')) return realm.str(token.slice(1, -1));
    const constant = CONSTANTS[token];
    if (constant !== undefined) return constant(realm);
    return token.includes(".") ? realm.float(Number(token)) : realm.int(BigInt(token));
  }
  return many(undefined);
}
