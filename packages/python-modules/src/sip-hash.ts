const MASK = (1n << 64n) - 1n;
const rotated = (value: bigint, bits: bigint): bigint => ((value << bits) | (value >> (64n - bits))) & MASK;

/** SipHash-1-3, CPython's hash of bytes. */
export function sipHash13(bytes: Uint8Array, key0: bigint, key1: bigint): bigint {
  const state = [
    key0 ^ 0x736f6d6570736575n,
    key1 ^ 0x646f72616e646f6dn,
    key0 ^ 0x6c7967656e657261n,
    key1 ^ 0x7465646279746573n,
  ];
  function round(): void {
    let [a, b, c, d] = state;
    a = (a + b) & MASK;
    b = rotated(b, 13n) ^ a;
    a = rotated(a, 32n);
    c = (c + d) & MASK;
    d = rotated(d, 16n) ^ c;
    a = (a + d) & MASK;
    d = rotated(d, 21n) ^ a;
    c = (c + b) & MASK;
    b = rotated(b, 17n) ^ c;
    c = rotated(c, 32n);
    state.splice(0, 4, a, b, c, d);
  }
  function add(word: bigint): void {
    state[3] ^= word;
    round();
    state[0] ^= word;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length & ~7;
  for (let at = 0; at < whole; at += 8) add(view.getBigUint64(at, true));
  let last = BigInt(bytes.length & 0xff) << 56n;
  for (let at = whole; at < bytes.length; at++) last |= BigInt(bytes[at]) << BigInt(8 * (at - whole));
  add(last);
  state[2] ^= 0xffn;
  for (let i = 0; i < 3; i++) round();
  return state.reduce((all, each) => all ^ each, 0n);
}
