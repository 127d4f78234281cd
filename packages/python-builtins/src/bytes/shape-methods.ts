import { type Address, NULL, type Word } from "@hotpy/memory";
import { type NativeDefinition, READS_BUFFERS } from "@hotpy/python-objects";
import { ByteBuffer } from "../codecs/byte-buffer.js";
import { sizeArgument } from "../numbers/convert.js";
import { intArgument } from "../text/arguments.js";
import type { BytesKit } from "./kit.js";
import { isSpaceByte } from "./predicates.js";

const SPACE = 32;
const ZERO = 48;
const [PLUS, MINUS] = [43, 45];

/** Methods that strip, pad and map bytes. */
export function shapeMethods(kit: BytesKit): NativeDefinition[] {
  const { library, shape, name: typeName, self, required, part, copy, made } = kit;
  const { realm, argument } = library;
  const { pythonKernel, bytes, none } = realm;
  const { u8 } = realm.memory;

  /** strip, lstrip, rstrip. */
  const stripper = (
    name: string,
    left: boolean,
    right: boolean,
    kernel: NonNullable<NativeDefinition["kernel"]>,
  ): NativeDefinition => ({
    name,
    kernel,
    parameters: "(self, bytes=None, /)",
    effects: READS_BUFFERS,
    run(args) {
      let isStripped = isSpaceByte;
      const given = argument(args, 1);
      if (given !== NULL && given !== none) {
        const wanted = required(args, 1);
        if (wanted === undefined) return NULL;
        const from = wanted.data >>> 0;
        const stripped = u8.subarray(from, from + wanted.size);
        isStripped = (byte) => stripped.includes(byte);
      }
      const { data, size } = self(args);
      let [start, end] = [0, size];
      if (left) while (start < end && isStripped(u8[(data >>> 0) + start])) start++;
      if (right) while (end > start && isStripped(u8[(data >>> 0) + end - 1])) end--;
      return part(args, start, end);
    },
  });

  /** center, ljust, rjust; `leftOf` divides the padding. */
  const justifier = (name: string, leftOf: (padding: number, width: number) => number): NativeDefinition => ({
    name,
    parameters: "(self, width, fillchar=b' ', /)",
    effects: READS_BUFFERS,
    run(args) {
      const width = sizeArgument(realm, argument(args, 1));
      if (width === undefined) return NULL;
      let fill = SPACE;
      if (argument(args, 2) !== NULL) {
        const given = realm.valueOf(argument(args, 2));
        if (!(bytes.isBytes(given) || bytes.isByteArray(given)) || bytes.size(given) !== 1) {
          const shown = argument(args, 2) === none ? "None" : realm.typeName(argument(args, 2));
          return realm.raise("TypeError", `${name}() argument 2 must be a byte string of length 1, not ${shown}`);
        }
        fill = u8[bytes.data(given) >>> 0];
      }
      const { data, size } = self(args);
      const padding = width - size;
      if (padding <= 0) return part(args, 0, size);
      if (!realm.heap.canAllocate(width)) return realm.raise("MemoryError", "");
      const left = leftOf(padding, width);
      return made(pythonKernel.padBytes(shape, data, size, left, padding - left, fill));
    },
  });

  function zeroFill(args: Address): Word {
    const width = sizeArgument(realm, argument(args, 1));
    if (width === undefined) return NULL;
    const { data, size } = self(args);
    const padding = width - size;
    if (padding <= 0) return part(args, 0, size);
    if (!realm.heap.canAllocate(width)) return realm.raise("MemoryError", "");
    const result = made(pythonKernel.padBytes(shape, data, size, padding, 0, ZERO));
    // A sign comes first.
    const to = bytes.data(result) >>> 0;
    const first = u8[to + padding];
    if (size > 0 && (first === PLUS || first === MINUS)) {
      u8[to] = first;
      u8[to + padding] = ZERO;
    }
    return result;
  }

  function expandTabs(args: Address): Word {
    const width = argument(args, 1) === NULL ? 8 : intArgument(realm, argument(args, 1));
    if (width === undefined) return NULL;
    const { data, size } = self(args);
    const out = new ByteBuffer(realm.heap);
    let column = 0;
    for (let i = 0; i < size; i++) {
      const byte = u8[(data >>> 0) + i];
      if (byte !== 9) {
        out.push(byte);
        column = byte === 10 || byte === 13 ? 0 : column + 1;
      } else if (width > 0) {
        const spaces = width - (column % width);
        realm.heap.require(spaces);
        out.append(new Uint8Array(spaces).fill(SPACE));
        column += spaces;
      }
    }
    return fromArray(out.finish());
  }

  function fromArray(array: Uint8Array): Word {
    const result = bytes.create(shape, array.length);
    u8.set(array, bytes.data(result) >>> 0);
    return result;
  }

  /** A table of 256 bytes or None, and bytes that are left out. */
  function translate(args: Address): Word {
    let table: Uint8Array | undefined;
    if (argument(args, 1) !== none) {
      const given = required(args, 1);
      if (given === undefined) return NULL;
      if (given.size !== 256) return realm.raise("ValueError", "translation table must be 256 characters long");
      table = u8.subarray(given.data >>> 0, (given.data >>> 0) + 256);
    }
    const isDeleted = new Uint8Array(256);
    if (argument(args, 2) !== NULL) {
      const deleted = required(args, 2);
      if (deleted === undefined) return NULL;
      for (let i = 0; i < deleted.size; i++) isDeleted[u8[(deleted.data >>> 0) + i]] = 1;
    }
    const { data, size } = self(args);
    const array = new Uint8Array(size);
    let length = 0;
    let isChanged = false;
    for (let i = 0; i < size; i++) {
      const byte = u8[(data >>> 0) + i];
      if (isDeleted[byte] !== 0) continue;
      const other = table === undefined ? byte : table[byte];
      if (other !== byte) isChanged = true;
      array[length++] = other;
    }
    return isChanged || length < size ? fromArray(array.subarray(0, length)) : part(args, 0, size);
  }

  return [
    stripper("strip", true, true, { 1: pythonKernel.bytesStrip, 2: pythonKernel.bytesStripOf }),
    stripper("lstrip", true, false, { 1: pythonKernel.bytesStripLeft, 2: pythonKernel.bytesStripLeftOf }),
    stripper("rstrip", false, true, { 1: pythonKernel.bytesStripRight, 2: pythonKernel.bytesStripRightOf }),
    justifier("ljust", () => 0),
    justifier("rjust", (padding) => padding),
    justifier("center", (padding, width) => (padding >> 1) + (padding & width & 1)),
    { name: "zfill", parameters: "(self, width, /)", effects: READS_BUFFERS, run: zeroFill },
    { name: "expandtabs", parameters: "(self, tabsize=8)", effects: READS_BUFFERS, run: expandTabs },
    {
      name: "translate",
      parameters: "(self, table, /, delete=b'')",
      kernel: { 2: pythonKernel.bytesTranslate },
      effects: READS_BUFFERS,
      run: translate,
    },
    ...(typeName === "bytearray"
      ? [
          {
            name: "copy",
            parameters: "(self, /)",
            effects: READS_BUFFERS,
            run: (args: Address) => copy(self(args).data, self(args).size),
          },
        ]
      : []),
  ];
}

/** `maketrans`: the table that makes bytes of others. */
export function makeTranslation({ library: { realm }, required }: BytesKit): NativeDefinition {
  return {
    name: "maketrans",
    parameters: "(frm, to, /)",
    effects: READS_BUFFERS,
    run(args) {
      const from = required(args, 0);
      if (from === undefined) return NULL;
      const to = required(args, 1);
      if (to === undefined) return NULL;
      if (from.size !== to.size) return realm.raise("ValueError", "maketrans arguments must have same length");
      const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      const { u8 } = realm.memory;
      for (let i = 0; i < from.size; i++) table[u8[(from.data >>> 0) + i]] = u8[(to.data >>> 0) + i];
      return realm.bytes.fromArray(table);
    },
  };
}
