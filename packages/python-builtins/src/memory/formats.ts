/// Formats of items: those of C's types of the machine, as the module `struct` names them.

/** How items of a format are read and written, at any address. */
export interface ItemFormat {
  readonly size: number;
  /** What kind of object an item is. */
  readonly kind: "int" | "float" | "bool" | "char";
  read(view: DataView, at: number): number | bigint;
  write(view: DataView, at: number, value: number | bigint): void;
  /** Least and most of integers. */
  readonly least: bigint;
  readonly most: bigint;
}

const integer = (size: 1 | 2 | 4 | 8, isSigned: boolean): ItemFormat => {
  const bits = BigInt(size * 8);
  const get = (
    isSigned
      ? { 1: "getInt8", 2: "getInt16", 4: "getInt32", 8: "getBigInt64" }
      : { 1: "getUint8", 2: "getUint16", 4: "getUint32", 8: "getBigUint64" }
  )[size] as "getInt32";
  const set = get.replace("get", "set") as "setInt32";
  return {
    size,
    kind: "int",
    read: (view, at) => view[get](at, true),
    write: (view, at, value) => view[set](at, (size === 8 ? BigInt(value) : Number(value)) as number, true),
    least: isSigned ? -(1n << (bits - 1n)) : 0n,
    most: isSigned ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n,
  };
};

const float = (size: 4 | 8): ItemFormat => ({
  size,
  kind: "float",
  read: (view, at) => (size === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true)),
  write: (view, at, value) =>
    size === 4 ? view.setFloat32(at, Number(value), true) : view.setFloat64(at, Number(value), true),
  least: 0n,
  most: 0n,
});

const FORMATS: Readonly<Record<string, ItemFormat>> = {
  B: integer(1, false),
  b: integer(1, true),
  c: { ...integer(1, false), kind: "char" },
  "?": { ...integer(1, false), kind: "bool" },
  h: integer(2, true),
  H: integer(2, false),
  i: integer(4, true),
  I: integer(4, false),
  l: integer(8, true),
  L: integer(8, false),
  q: integer(8, true),
  Q: integer(8, false),
  n: integer(8, true),
  N: integer(8, false),
  P: integer(8, false),
  f: float(4),
  d: float(8),
};

/** The format of a text of one character with or without "@"; undefined: it is another. */
export function formatOf(text: string): ItemFormat | undefined {
  const name = text.startsWith("@") ? text.slice(1) : text;
  return Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
}

/** Whether items are single bytes. */
export const isByteFormat = (text: string): boolean => ["B", "b", "c"].includes(text.replace(/^@/, ""));
