import { STATE_HASH_KEY0, STATE_HASH_KEY1, STR_DATA, STR_HASH, STR_HASH_LOW } from "../generated/constants";
import { holderOf, isFlat, sizeOf } from "./text";

/// Hashes of text. There are two: that of 64 bits, which programs see and sets use, and that of 32 bits which dicts use, the same one folded. A flat
/// string keeps the folded one and the lower half of the other, from which both come; they are computed when first asked for.
///
/// SipHash-1-3 over the bytes of the text, by two keys, as in CPython: programs print sets, and a seed is to give the same order there and here.
/// Equal strings have the same width, so the same bytes.

/**
 * The hash of a string as dicts use it, an int32 that is 0 for the empty string; of a flat string that has 0 in STR_HASH it is not known yet.
 */
export function hashString(string: usize): i32 {
  if (!isFlat(string)) return foldHash(hashOfText(holderOf(string), sizeOf(string)));
  const known = load<i32>(string, STR_HASH);
  return known !== 0 ? known : rememberHash(string, hashOfText(string, sizeOf(string)));
}

/** The hash of a string as programs see it. */
export function wholeHashOfString(string: usize): i64 {
  if (!isFlat(string)) return hashOfText(holderOf(string), sizeOf(string));
  return wholeHash(string, sizeOf(string));
}

/** The same of an object that has text of so many bytes, and its hash, where flat strings have these. */
export function wholeHash(object: usize, size: i32): i64 {
  const known = knownHash(object);
  if (known !== 0) return known;
  const hash = hashOfText(object, size);
  rememberHash(object, hash);
  return hash;
}

/** The whole hash of a flat string whose folded one is known; 0: it is not known, or of the empty string. */
export function knownHash(string: usize): i64 {
  const folded = load<i32>(string, STR_HASH);
  if (folded === 0) return 0;
  const low = load<i32>(string, STR_HASH_LOW);
  return ((<i64>(folded ^ low ^ (low >> 31))) << 32) | <i64>(<u32>low);
}

/** Keeps the whole hash of a flat string; the result is the folded one. */
export function rememberHash(string: usize, hash: i64): i32 {
  const folded = foldHash(hash);
  store<i32>(string, folded, STR_HASH);
  store<i32>(string, <i32>hash, STR_HASH_LOW);
  return folded;
}

/** 32 bits of a hash: those that fit stand for themselves. */
export function foldHash(hash: i64): i32 {
  const low = <i32>hash;
  return low ^ <i32>(hash >> 32) ^ (low >> 31);
}

/* ---- SipHash-1-3 ---- */

/** The whole hash of so many bytes of text that lie where those of a flat string lie; 0 for none. */
export function hashOfText(holder: usize, size: i32): i64 {
  if (size === 0) return 0;
  const key0 = load<u64>(STATE_HASH_KEY0);
  const key1 = load<u64>(STATE_HASH_KEY1);
  let a = key0 ^ 0x736f6d6570736575;
  let b = key1 ^ 0x646f72616e646f6d;
  let c = key0 ^ 0x6c7967656e657261;
  let d = key1 ^ 0x7465646279746573;
  const end = holder + (size & ~7);
  const rest = (size & 7) << 3;
  // A flat string ends in zeros, a view in what has been appended.
  let last = (<u64>size) << 56;
  if (rest !== 0) last |= load<u64>(end, STR_DATA) & (((<u64>1) << rest) - 1);
  // One round for each word of the text and three in the end, written out once: calls would pass the four words through memory.
  let at = holder;
  let more = 4;
  while (more !== 0) {
    let word: u64 = 0;
    if (at < end) {
      word = load<u64>(at, STR_DATA);
      at += 8;
    } else if (more-- === 4) word = last;
    else if (more === 2) c ^= 0xff;
    d ^= word;
    a += b;
    c += d;
    b = rotl<u64>(b, 13) ^ a;
    d = rotl<u64>(d, 16) ^ c;
    a = rotl<u64>(a, 32);
    c += b;
    a += d;
    b = rotl<u64>(b, 17) ^ c;
    d = rotl<u64>(d, 21) ^ a;
    c = rotl<u64>(c, 32);
    a ^= word;
  }
  const hash = <i64>(a ^ b ^ c ^ d);
  // -1 is kept for errors, in either form. A folded hash of 0 is computed each time.
  return hash === -1 || foldHash(hash) === -1 ? hash ^ 1 : hash;
}
