/** The parts of a string token. */
export interface StringToken {
  isBytes: boolean;
  isRaw: boolean;
  isFormatted: boolean;
  /** Written with the prefix `u` (CPython does not record `U`). */
  isUnicode: boolean;
  /** The text between the quotes. */
  body: string;
  /** Where the body begins in the token, in UTF-16 units. */
  bodyStart: number;
}

/** Takes a string token apart. */
export function splitStringToken(token: string): StringToken {
  let quote = 0;
  while (token[quote] !== "'" && token[quote] !== '"') quote++;
  const prefix = token.slice(0, quote);
  const char = token[quote];
  const isTriple = token.length >= quote + 6 && token[quote + 1] === char && token[quote + 2] === char;
  const quoteSize = isTriple ? 3 : 1;
  const bodyStart = quote + quoteSize;
  return {
    isBytes: /b/i.test(prefix),
    isRaw: /r/i.test(prefix),
    isFormatted: /f/i.test(prefix),
    isUnicode: prefix === "u",
    body: token.slice(bodyStart, token.length - quoteSize),
    bodyStart,
  };
}
