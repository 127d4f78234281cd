/// A relocatable wasm32 object of LLVM becomes a module that can be instantiated: custom sections are dropped and an
/// export section is added for the defined functions, whose names stand in the linking section's symbol table.
/// Everything else fits as it is: LLVM writes final indices where nothing is linked.
/// Format: WebAssembly tool conventions, Linking.md.

const CUSTOM = 0,
  EXPORT = 7,
  TAG = 13;
const SYMBOL_TABLE = 8;
const SYMBOL_FUNCTION = 0;
const UNDEFINED = 0x10,
  EXPLICIT_NAME = 0x40;

interface Section {
  readonly id: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  byte(): number {
    return this.bytes[this.at++];
  }

  u32(): number {
    let result = 0,
      shift = 0,
      byte: number;
    do {
      byte = this.byte();
      result |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return result >>> 0;
  }

  name(): string {
    const length = this.u32();
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return text;
  }
}

function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

/** Makes a module of an object, exporting every function that it defines under its name. */
export function moduleFromObject(object: Uint8Array): Uint8Array {
  const sections = readSections(object);
  const exported = sections.flatMap((section) => (section.id === CUSTOM ? definedFunctions(object, section) : []));
  const body = exported.flatMap(({ name, index }) => {
    const bytes = new TextEncoder().encode(name);
    return [...leb(bytes.length), ...bytes, 0, ...leb(index)];
  });
  const content = [...leb(exported.length), ...body];
  const exportSection = Uint8Array.from([EXPORT, ...leb(content.length), ...content]);

  const kept = sections.filter(({ id }) => id !== CUSTOM);
  const isBeforeExports = ({ id }: Section): boolean => id < EXPORT || id === TAG;
  const bytesOf = ({ start, end }: Section): Uint8Array => object.subarray(start, end);
  return concatenate([
    object.subarray(0, 8),
    ...kept.filter(isBeforeExports).map(bytesOf),
    exportSection,
    ...kept.filter((section) => !isBeforeExports(section)).map(bytesOf),
  ]);
}

function readSections(object: Uint8Array): Section[] {
  const sections: Section[] = [];
  const reader = new Reader(object, 8);
  while (reader.at < object.length) {
    const start = reader.at;
    const id = reader.byte();
    const length = reader.u32();
    sections.push({ id, start, content: reader.at, end: reader.at + length });
    reader.at += length;
  }
  return sections;
}

/** Defined functions in the symbol table, if this is the linking section. */
function definedFunctions(object: Uint8Array, section: Section): { name: string; index: number }[] {
  const reader = new Reader(object, section.content);
  if (reader.name() !== "linking") return [];
  reader.u32();
  const found: { name: string; index: number }[] = [];
  while (reader.at < section.end) {
    const type = reader.byte();
    const length = reader.u32();
    const end = reader.at + length;
    if (type === SYMBOL_TABLE) found.push(...functionSymbols(reader));
    reader.at = end;
  }
  return found;
}

function functionSymbols(reader: Reader): { name: string; index: number }[] {
  const found: { name: string; index: number }[] = [];
  for (let rest = reader.u32(); rest > 0; rest--) {
    const kind = reader.byte();
    const flags = reader.u32();
    // Traces define functions only; the table and imported functions are the other symbols, without data.
    const index = reader.u32();
    const named = (flags & UNDEFINED) === 0 || (flags & EXPLICIT_NAME) !== 0;
    const name = named ? reader.name() : "";
    if (kind === SYMBOL_FUNCTION && (flags & UNDEFINED) === 0) found.push({ name, index });
  }
  return found;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
