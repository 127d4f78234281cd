import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { copyBytes, fillBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { newString } from "@hotpy/object-model/kernel/strings/make";
import { writeHex } from "@hotpy/python-objects/kernel/bytes/hexadecimal";
import { bytesFrom, dataOf, isBytes, sizeOfBytes } from "@hotpy/python-objects/kernel/bytes/layout";
import {
  HASH_BYTES,
  HASH_CONTEXT,
  HASH_COPY,
  HASH_MD5,
  HASH_SHA512,
  NONE,
  SHAPE_BYTE_STRING,
  STR_DATA,
} from "../generated/constants";
import { compress } from "./compress";
import { bufferOf, digestSizeOf, filledOf, kindOf, setFilled, setTotal, stateOf, tableAt, totalOf } from "./layout";

/// Hashes of bytes. UNDECIDED: the argument is of another type, and nothing is done. 0: no memory.

/** Adds bytes to a hash. */
export function feedHash(hash: usize, from: usize, size: i32): void {
  const kind = kindOf(hash);
  const block = kind === HASH_SHA512 ? 128 : 64;
  const state = stateOf(hash);
  const buffer = bufferOf(hash);
  const end = from + size;
  setTotal(hash, totalOf(hash) + <u64>size);
  const filled = filledOf(hash);
  if (filled > 0) {
    const taken = min(size, block - filled);
    copyBytes(buffer + filled, from, taken);
    setFilled(hash, filled + taken);
    if (filled + taken < block) return;
    compress(kind, state, buffer);
    from += taken;
  }
  for (; from + block <= end; from += block) compress(kind, state, from);
  setFilled(hash, <i32>(end - from));
  copyBytes(buffer, from, <i32>(end - from));
}

/** Ends a copy of a hash. Returns where its digest lies. */
function endCopy(hash: usize): usize {
  const copy = tableAt(HASH_COPY);
  copyBytes(copy, hash, HASH_BYTES);
  const kind = kindOf(hash);
  const block = kind === HASH_SHA512 ? 128 : 64;
  const lengthBytes = block >> 3;
  const buffer = bufferOf(copy);
  const state = stateOf(copy);
  let filled = filledOf(copy);
  store<u8>(buffer + filled++, 0x80);
  if (filled > block - lengthBytes) {
    fillBytes(buffer + filled, 0, block - filled);
    compress(kind, state, buffer);
    filled = 0;
  }
  fillBytes(buffer + filled, 0, block - filled);
  const bits = totalOf(copy) << 3;
  store<u64>(buffer + block - 8, kind === HASH_MD5 ? bits : bswap<u64>(bits));
  compress(kind, state, buffer);
  if (kind === HASH_SHA512) {
    for (let i = 0; i < 64; i += 8) store<u64>(state + i, bswap<u64>(load<u64>(state + i)));
  } else if (kind !== HASH_MD5) {
    for (let i = 0; i < 32; i += 4) store<u32>(state + i, bswap<u32>(load<u32>(state + i)));
  }
  return state;
}

function contextOf(self: usize): usize {
  return dataOf(load<usize>(self, HASH_CONTEXT));
}

/** `update(data)` */
export function updateHash(self: usize, data: usize): usize {
  if (!isBytes(data)) return UNDECIDED;
  feedHash(contextOf(self), dataOf(data), sizeOfBytes(data));
  return NONE;
}

/** `digest()` */
export function digestOfHash(self: usize): usize {
  const hash = contextOf(self);
  return bytesFrom(SHAPE_BYTE_STRING, endCopy(hash), digestSizeOf(hash));
}

/** `hexdigest()` */
export function hexDigestOfHash(self: usize): usize {
  const hash = contextOf(self);
  const size = digestSizeOf(hash);
  const text = newString(0, size << 1);
  if (text === 0) return 0;
  writeHex(text + STR_DATA, endCopy(hash), size, 0, 0);
  return text;
}
