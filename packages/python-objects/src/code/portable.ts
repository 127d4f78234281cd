/// Code as bytes that other processes make code of again: what `marshal` writes.

import { type CodeUnit, type Constant, decodeUnit, encodeUnit, mayBeInSet, UNIT_FORMAT } from "@hotpy/bytecode";
import type { Address } from "@hotpy/memory";
import type { UpToCode } from "../context.js";
import type { StackPath } from "./code-bytes.js";
import type { LoaderInstructions } from "./codes.js";

/** Code objects as bytes. All leaf. */
export interface PortableCode {
  /** The bytes of a code object, without the name of its file. */
  codeToBytes(code: Address): Uint8Array;
  /**
   * The code object of such bytes; undefined: they are damaged, or of a version with other instructions. That the instructions make sense is not checked,
   * as in CPython.
   */
  codeFromBytes(bytes: Uint8Array, filename: string): Address | undefined;
  /** Stands for the form of encoded code, and for all instructions and functions that it refers to by number: where it differs, the code is not understood. */
  codeDialect(): number;
  /** By how much an instruction, by its number in `co_code`, changes the depth of the stack on a path; undefined: there is none. */
  stackEffect(opcode: number, argument: number, path: StackPath): number | undefined;
}

/** @param internals names of the functions that code calls by number */
export function createPortableCode(
  { codes }: UpToCode,
  instructions: LoaderInstructions,
  internals: readonly string[],
): PortableCode {
  let known: number | undefined;
  /** Another for another form, and for other instructions: their numbers are in the code. */
  function dialect(): number {
    known ??= hash(
      [String(UNIT_FORMAT)]
        .concat([...instructions].map(([name, { opcode, caches }]) => `${name} ${opcode} ${caches}`))
        .concat(internals),
    );
    return known;
  }
  return {
    codeDialect: dialect,
    stackEffect: codes.view.stackEffect,
    codeToBytes(code) {
      const unit = encodeUnit(codes.record(code).unit);
      const bytes = new Uint8Array(4 + unit.length);
      new DataView(bytes.buffer).setUint32(0, dialect());
      bytes.set(unit, 4);
      return bytes;
    },
    codeFromBytes(bytes, filename) {
      if (bytes.length < 4 || new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) !== dialect()) return undefined;
      const unit = decodeUnit(bytes.slice(4), filename);
      return unit !== undefined && isWhole(unit) ? codes.load(unit) : undefined;
    },
  };
}

function hash(texts: readonly string[]): number {
  let value = 0;
  for (const text of texts) for (const char of `${text}\n`) value = (Math.imul(value, 31) + char.charCodeAt(0)) | 0;
  return value >>> 0;
}

/** Whether all parts of a unit can be read. */
function isWhole(unit: CodeUnit): boolean {
  try {
    const { localNames, cellNames, freeNames, names, handlers, code, positions } = unit;
    const isThere = [localNames, cellNames, freeNames, names, handlers, positions].every((each) => Array.isArray(each));
    return isThere && code.length > 0 && unit.constants.every(isWholeConstant);
  } catch {
    return false;
  }
}

function isWholeConstant(constant: Constant): boolean {
  if (constant.kind === "code") return isWhole(constant.unit);
  if (constant.kind === "set") return constant.items.every(mayBeInSet);
  return constant.kind !== "tuple" || constant.items.every(isWholeConstant);
}
