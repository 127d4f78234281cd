const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text of UTF-8. A byte that is none stands as a lone surrogate, U+DC00 and the byte, as Python's `surrogateescape` has it. */
export function escapedText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    let text = "";
    for (let at = 0; at < bytes.length; ) {
      const end = at + characterSize(bytes[at]);
      const character = end > at && end <= bytes.length ? decoded(bytes.subarray(at, end)) : undefined;
      text += character ?? String.fromCharCode(0xdc00 + bytes[at]);
      at = character === undefined ? at + 1 : end;
    }
    return text;
  }
}

/** How many bytes the character has that begins so; 0: none does. */
function characterSize(first: number): number {
  return first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
}

function decoded(character: Uint8Array): string | undefined {
  try {
    return utf8.decode(character);
  } catch {
    return undefined;
  }
}
