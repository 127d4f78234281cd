/// Formats of `struct`: their text, and where the items lie.

/** What an item is. */
export type ItemKind = "int" | "float" | "bool" | "char" | "bytes" | "pascal" | "pointer" | "pad";

/** A letter of a format. */
export interface Code {
  readonly letter: string;
  readonly kind: ItemKind;
  /** Bytes. */
  readonly size: number;
  readonly isSigned: boolean;
  /** In messages about integers that do not fit; absent: the letter and the range. */
  readonly rangeName?: string;
  /** What is said of integers of more than 64 bits, if not that they are out of range. */
  readonly tooLarge?: string;
}

/** Items of one code that lie side by side. Of "bytes" and "pascal" there is one, of `size` bytes. */
export interface Field {
  readonly code: Code;
  readonly offset: number;
  readonly size: number;
  readonly repeat: number;
}

export interface Format {
  readonly text: string;
  /** Bytes. */
  readonly size: number;
  /** Number of items. */
  readonly count: number;
  readonly isLittle: boolean;
  /** Sizes and alignment are those of C's types. */
  readonly isNative: boolean;
  readonly fields: readonly Field[];
}

const MOST_BYTES = 2n ** 63n - 1n;
const SPACE = " \t\n\r\v\f";

const code = (
  letter: string,
  kind: ItemKind,
  size: number,
  isSigned = false,
  rangeName?: string,
  tooLarge?: string,
): readonly [string, Code] => [
  letter,
  {
    letter,
    kind,
    size,
    isSigned,
    ...(rangeName === undefined ? {} : { rangeName }),
    ...(tooLarge === undefined ? {} : { tooLarge }),
  },
];

/** C's types on 64-bit machines. */
const NATIVE: ReadonlyMap<string, Code> = new Map([
  code("x", "pad", 1),
  code("b", "int", 1, true, "byte"),
  code("B", "int", 1, false, "ubyte"),
  code("c", "char", 1),
  code("s", "bytes", 1),
  code("p", "pascal", 1),
  code("h", "int", 2, true, "short"),
  code("H", "int", 2, false, "ushort"),
  code("i", "int", 4, true),
  code("I", "int", 4),
  code("l", "int", 8, true),
  code("L", "int", 8),
  code("n", "int", 8, true),
  code("N", "int", 8),
  code("q", "int", 8, true),
  code("Q", "int", 8),
  code("?", "bool", 1),
  code("e", "float", 2),
  code("f", "float", 4),
  code("d", "float", 8),
  code("P", "pointer", 8),
]);

const standard = (namesShorts: boolean, tooLarge?: string): ReadonlyMap<string, Code> =>
  new Map([
    code("x", "pad", 1),
    code("b", "int", 1, true, "byte"),
    code("B", "int", 1, false, "ubyte"),
    code("c", "char", 1),
    code("s", "bytes", 1),
    code("p", "pascal", 1),
    code("h", "int", 2, true, namesShorts ? "short" : undefined),
    code("H", "int", 2, false, namesShorts ? "ushort" : undefined),
    code("i", "int", 4, true),
    code("I", "int", 4),
    code("l", "int", 4, true),
    code("L", "int", 4),
    code("q", "int", 8, true, undefined, tooLarge),
    code("Q", "int", 8, false, undefined, tooLarge),
    code("?", "bool", 1),
    code("e", "float", 2),
    code("f", "float", 4),
    code("d", "float", 8),
  ]);

/** Sizes that are the same everywhere. CPython takes C's types for those of the machine's order, which shows in messages. */
const LITTLE = standard(true);
const BIG = standard(false, "int too large to convert");

/** Reads a format; a string: what is wrong with it. */
export function parseFormat(text: string): Format | string {
  const order = "<>!=@".includes(text[0] ?? "@") ? (text[0] ?? "@") : "@";
  const isNative = order === "@";
  const isLittle = order !== ">" && order !== "!";
  const codes = isNative ? NATIVE : isLittle ? LITTLE : BIG;
  const fields: Field[] = [];
  let size = 0n;
  let count = 0n;
  for (let at = text.startsWith(order) ? 1 : 0; at < text.length; ) {
    if (SPACE.includes(text[at])) {
      at++;
      continue;
    }
    const digits = /^[0-9]*/.exec(text.slice(at, at + 40))?.[0] ?? "";
    at += digits.length;
    const number = digits === "" ? 1n : BigInt(digits);
    if (number > MOST_BYTES) return "total struct size too long";
    const letter = text[at++];
    if (letter === undefined) return "repeat count given without format specifier";
    if (letter === "\0") return "embedded null character";
    const found = codes.get(letter);
    if (found === undefined) return "bad char in struct format";
    if (isNative && size > 0n) size += BigInt(found.size - 1) - ((size - 1n) % BigInt(found.size));
    const isText = found.kind === "bytes" || found.kind === "pascal";
    if (isText) {
      fields.push({ code: found, offset: Number(size), size: Number(number), repeat: 1 });
      count++;
    } else if (found.kind !== "pad" && number > 0n) {
      fields.push({ code: found, offset: Number(size), size: found.size, repeat: Number(number) });
      count += number;
    }
    size += number * BigInt(found.size);
    if (size > MOST_BYTES) return "total struct size too long";
  }
  return { text, size: Number(size), count: Number(count), isLittle, isNative, fields };
}
