import {
  HASH_MD5,
  HASH_SHA1,
  HASH_SHA256,
  HASH_WORDS,
  TABLE_MD5,
  TABLE_SHA256,
  TABLE_SHA512,
} from "../generated/constants";
import { tableAt } from "./layout";

/// How a block of bytes goes into the state of MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4).

/** Puts blocks into a state. */
export function compress(kind: i32, state: usize, block: usize): void {
  if (kind === HASH_MD5) compressMd5(state, block);
  else if (kind === HASH_SHA1) compressSha1(state, block);
  else if (kind === HASH_SHA256) compressSha256(state, block);
  else compressSha512(state, block);
}

/** By which four steps of a round rotate, a byte each. */
const ROTATE_1: u32 = 0x16110c07;
const ROTATE_2: u32 = 0x140e0905;
const ROTATE_3: u32 = 0x17100b04;
const ROTATE_4: u32 = 0x150f0a06;

function compressMd5(state: usize, block: usize): void {
  const table = tableAt(TABLE_MD5);
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  for (let i = 0; i < 64; i++) {
    let mixed: u32;
    let place: i32;
    let rotations: u32;
    if (i < 32) {
      if (i < 16) {
        mixed = d ^ (b & (c ^ d));
        place = i;
        rotations = ROTATE_1;
      } else {
        mixed = c ^ (d & (b ^ c));
        place = 5 * i + 1;
        rotations = ROTATE_2;
      }
    } else if (i < 48) {
      mixed = b ^ c ^ d;
      place = 3 * i + 5;
      rotations = ROTATE_3;
    } else {
      mixed = c ^ (b | ~d);
      place = 7 * i;
      rotations = ROTATE_4;
    }
    const sum = a + mixed + load<u32>(table + (i << 2)) + load<u32>(block + ((place & 15) << 2));
    a = d;
    d = c;
    c = b;
    b += rotl<u32>(sum, (rotations >> ((i & 3) << 3)) & 31);
  }
  store<u32>(state, load<u32>(state) + a);
  store<u32>(state, load<u32>(state, 4) + b, 4);
  store<u32>(state, load<u32>(state, 8) + c, 8);
  store<u32>(state, load<u32>(state, 12) + d, 12);
}

function compressSha1(state: usize, block: usize): void {
  const words = tableAt(HASH_WORDS);
  for (let i = 0; i < 64; i += 4) store<u32>(words + i, bswap<u32>(load<u32>(block + i)));
  for (let at = words + 64; at < words + 320; at += 4) {
    const mixed = load<u32>(at - 12) ^ load<u32>(at - 32) ^ load<u32>(at - 56) ^ load<u32>(at - 64);
    store<u32>(at, rotl<u32>(mixed, 1));
  }
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  let e = load<u32>(state, 16);
  for (let i = 0; i < 80; i++) {
    let mixed: u32;
    if (i < 20) mixed = (d ^ (b & (c ^ d))) + 0x5a827999;
    else if (i < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1;
    else if (i < 60) mixed = ((b & c) | (d & (b | c))) + 0x8f1bbcdc;
    else mixed = (b ^ c ^ d) + 0xca62c1d6;
    const sum = rotl<u32>(a, 5) + mixed + e + load<u32>(words + (i << 2));
    e = d;
    d = c;
    c = rotl<u32>(b, 30);
    b = a;
    a = sum;
  }
  store<u32>(state, load<u32>(state) + a);
  store<u32>(state, load<u32>(state, 4) + b, 4);
  store<u32>(state, load<u32>(state, 8) + c, 8);
  store<u32>(state, load<u32>(state, 12) + d, 12);
  store<u32>(state, load<u32>(state, 16) + e, 16);
}

function compressSha256(state: usize, block: usize): void {
  const words = tableAt(HASH_WORDS);
  const table = tableAt(TABLE_SHA256);
  for (let i = 0; i < 64; i += 4) store<u32>(words + i, bswap<u32>(load<u32>(block + i)));
  for (let at = words + 64; at < words + 256; at += 4) {
    const x = load<u32>(at - 60);
    const y = load<u32>(at - 8);
    const low = rotr<u32>(x, 7) ^ rotr<u32>(x, 18) ^ (x >>> 3);
    const high = rotr<u32>(y, 17) ^ rotr<u32>(y, 19) ^ (y >>> 10);
    store<u32>(at, load<u32>(at - 64) + low + load<u32>(at - 28) + high);
  }
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  let e = load<u32>(state, 16);
  let f = load<u32>(state, 20);
  let g = load<u32>(state, 24);
  let h = load<u32>(state, 28);
  for (let i = 0; i < 256; i += 4) {
    const choice = g ^ (e & (f ^ g));
    const turned = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
    const first = h + turned + choice + load<u32>(table + i) + load<u32>(words + i);
    const majority = (a & b) | (c & (a | b));
    const second = (rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22)) + majority;
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  store<u32>(state, load<u32>(state) + a);
  store<u32>(state, load<u32>(state, 4) + b, 4);
  store<u32>(state, load<u32>(state, 8) + c, 8);
  store<u32>(state, load<u32>(state, 12) + d, 12);
  store<u32>(state, load<u32>(state, 16) + e, 16);
  store<u32>(state, load<u32>(state, 20) + f, 20);
  store<u32>(state, load<u32>(state, 24) + g, 24);
  store<u32>(state, load<u32>(state, 28) + h, 28);
}

function compressSha512(state: usize, block: usize): void {
  const words = tableAt(HASH_WORDS);
  const table = tableAt(TABLE_SHA512);
  for (let i = 0; i < 128; i += 8) store<u64>(words + i, bswap<u64>(load<u64>(block + i)));
  for (let at = words + 128; at < words + 640; at += 8) {
    const x = load<u64>(at - 120);
    const y = load<u64>(at - 16);
    const low = rotr<u64>(x, 1) ^ rotr<u64>(x, 8) ^ (x >>> 7);
    const high = rotr<u64>(y, 19) ^ rotr<u64>(y, 61) ^ (y >>> 6);
    store<u64>(at, load<u64>(at - 128) + low + load<u64>(at - 56) + high);
  }
  let a = load<u64>(state);
  let b = load<u64>(state, 8);
  let c = load<u64>(state, 16);
  let d = load<u64>(state, 24);
  let e = load<u64>(state, 32);
  let f = load<u64>(state, 40);
  let g = load<u64>(state, 48);
  let h = load<u64>(state, 56);
  for (let i = 0; i < 640; i += 8) {
    const choice = g ^ (e & (f ^ g));
    const turned = rotr<u64>(e, 14) ^ rotr<u64>(e, 18) ^ rotr<u64>(e, 41);
    const first = h + turned + choice + load<u64>(table + i) + load<u64>(words + i);
    const majority = (a & b) | (c & (a | b));
    const second = (rotr<u64>(a, 28) ^ rotr<u64>(a, 34) ^ rotr<u64>(a, 39)) + majority;
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  store<u64>(state, load<u64>(state) + a);
  store<u64>(state, load<u64>(state, 8) + b, 8);
  store<u64>(state, load<u64>(state, 16) + c, 16);
  store<u64>(state, load<u64>(state, 24) + d, 24);
  store<u64>(state, load<u64>(state, 32) + e, 32);
  store<u64>(state, load<u64>(state, 40) + f, 40);
  store<u64>(state, load<u64>(state, 48) + g, 48);
  store<u64>(state, load<u64>(state, 56) + h, 56);
}
