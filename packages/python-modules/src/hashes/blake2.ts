/// BLAKE2 (RFC 7693) with all parameters of its tree mode, which the libraries leave out.

/** The two forms. Sizes are in bytes. */
export interface Blake2Form {
  readonly name: "blake2b" | "blake2s";
  readonly blockSize: number;
  readonly digestSize: number;
  readonly saltSize: number;
  readonly nodeOffsetSize: number;
  readonly compress: (
    state: Uint32Array,
    block: DataView,
    counter: number,
    isLast: boolean,
    isLastNode: boolean,
  ) => void;
}

export interface Blake2Parameters {
  readonly digestSize: number;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly person: Uint8Array;
  readonly fanout: number;
  readonly depth: number;
  readonly leafSize: number;
  readonly nodeOffset: bigint;
  readonly nodeDepth: number;
  readonly innerSize: number;
  readonly isLastNode: boolean;
}

/** Which word of the block each half of a mixing takes, by round. */
const SIGMA = Uint8Array.from(
  [
    "0123456789abcdef",
    "ea489fd61c02b753",
    "b8c052fdae367194",
    "7931dcbe265a40f8",
    "905724afe1bc683d",
    "2c6a0b834d75fe19",
    "c51fed4a0763928b",
    "db7ec13950f4862a",
    "6fe9b308c2d714a5",
    "a2847615fb9e3cd0",
  ]
    .join("")
    .split("")
    .map((digit) => Number.parseInt(digit, 16)),
);
/** Columns, then diagonals. */
const MIXES = [
  0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 0, 5, 10, 15, 1, 6, 11, 12, 2, 7, 8, 13, 3, 4, 9, 14,
];

const INITIAL_S = Uint32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);
/** Low and high halves of words of 64 bits. */
const INITIAL_B = Uint32Array.of(
  0xf3bcc908,
  0x6a09e667,
  0x84caa73b,
  0xbb67ae85,
  0xfe94f82b,
  0x3c6ef372,
  0x5f1d36f1,
  0xa54ff53a,
  0xade682d1,
  0x510e527f,
  0x2b3e6c1f,
  0x9b05688c,
  0xfb41bd6b,
  0x1f83d9ab,
  0x137e2179,
  0x5be0cd19,
);
const ROUNDS_S = 10;
const ROUNDS_B = 12;
const LOW_32 = 0x1_0000_0000;

const vs = new Uint32Array(16);
const ms = new Uint32Array(16);

function compressS(state: Uint32Array, block: DataView, counter: number, isLast: boolean, isLastNode: boolean): void {
  vs.set(state);
  vs.set(INITIAL_S, 8);
  vs[12] ^= counter;
  vs[13] ^= Math.floor(counter / LOW_32);
  if (isLast) vs[14] = ~vs[14];
  if (isLast && isLastNode) vs[15] = ~vs[15];
  for (let i = 0; i < 16; i++) ms[i] = block.getUint32(4 * i, true);
  for (let round = 0; round < ROUNDS_S; round++) {
    for (let i = 0; i < 8; i++) {
      const a = MIXES[4 * i];
      const b = MIXES[4 * i + 1];
      const c = MIXES[4 * i + 2];
      const d = MIXES[4 * i + 3];
      const at = 16 * round + 2 * i;
      vs[a] += vs[b] + ms[SIGMA[at]];
      vs[d] = rotate(vs[d] ^ vs[a], 16);
      vs[c] += vs[d];
      vs[b] = rotate(vs[b] ^ vs[c], 12);
      vs[a] += vs[b] + ms[SIGMA[at + 1]];
      vs[d] = rotate(vs[d] ^ vs[a], 8);
      vs[c] += vs[d];
      vs[b] = rotate(vs[b] ^ vs[c], 7);
    }
  }
  for (let i = 0; i < 8; i++) state[i] ^= vs[i] ^ vs[i + 8];
}
const rotate = (value: number, count: number): number => (value >>> count) | (value << (32 - count));

const vb = new Uint32Array(32);
const mb = new Uint32Array(32);

/** v[to] += v[from], 64 bits. */
function add(to: number, from: Uint32Array, at: number): void {
  const low = vb[2 * to] + from[2 * at];
  vb[2 * to + 1] += from[2 * at + 1] + (low >= LOW_32 ? 1 : 0);
  vb[2 * to] = low;
}

/** v[to] = (v[to] ^ v[by]) rotated to the right by a count below 32, by 32, or by 63. */
function xorRotate(to: number, by: number, count: number): void {
  const low = vb[2 * to] ^ vb[2 * by];
  const high = vb[2 * to + 1] ^ vb[2 * by + 1];
  if (count === 32) {
    vb[2 * to] = high;
    vb[2 * to + 1] = low;
  } else if (count === 63) {
    vb[2 * to] = (low << 1) | (high >>> 31);
    vb[2 * to + 1] = (high << 1) | (low >>> 31);
  } else {
    vb[2 * to] = (low >>> count) | (high << (32 - count));
    vb[2 * to + 1] = (high >>> count) | (low << (32 - count));
  }
}

function compressB(state: Uint32Array, block: DataView, counter: number, isLast: boolean, isLastNode: boolean): void {
  vb.set(state);
  vb.set(INITIAL_B, 16);
  vb[24] ^= counter;
  vb[25] ^= Math.floor(counter / LOW_32);
  if (isLast) for (const i of [28, 29]) vb[i] = ~vb[i];
  if (isLast && isLastNode) for (const i of [30, 31]) vb[i] = ~vb[i];
  for (let i = 0; i < 32; i++) mb[i] = block.getUint32(4 * i, true);
  for (let round = 0; round < ROUNDS_B; round++) {
    const row = 16 * (round % 10);
    for (let i = 0; i < 8; i++) {
      const a = MIXES[4 * i];
      const b = MIXES[4 * i + 1];
      const c = MIXES[4 * i + 2];
      const d = MIXES[4 * i + 3];
      add(a, vb, b);
      add(a, mb, SIGMA[row + 2 * i]);
      xorRotate(d, a, 32);
      add(c, vb, d);
      xorRotate(b, c, 24);
      add(a, vb, b);
      add(a, mb, SIGMA[row + 2 * i + 1]);
      xorRotate(d, a, 16);
      add(c, vb, d);
      xorRotate(b, c, 63);
    }
  }
  for (let i = 0; i < 16; i++) state[i] ^= vb[i] ^ vb[i + 16];
}

export const BLAKE2B: Blake2Form = {
  name: "blake2b",
  blockSize: 128,
  digestSize: 64,
  saltSize: 16,
  nodeOffsetSize: 8,
  compress: compressB,
};
export const BLAKE2S: Blake2Form = {
  name: "blake2s",
  blockSize: 64,
  digestSize: 32,
  saltSize: 8,
  nodeOffsetSize: 6,
  compress: compressS,
};

/** A hash in the making. */
export class Blake2 {
  readonly #state: Uint32Array;
  readonly #block: Uint8Array;
  /** Bytes in the block: full ones wait, as the last one is treated differently. */
  #filled = 0;
  #counter = 0;

  constructor(
    readonly form: Blake2Form,
    readonly parameters: Blake2Parameters,
    from?: Blake2,
  ) {
    this.#block = new Uint8Array(form.blockSize);
    if (from !== undefined) {
      this.#state = from.#state.slice();
      this.#block.set(from.#block);
      this.#filled = from.#filled;
      this.#counter = from.#counter;
      return;
    }
    const initial = form === BLAKE2B ? INITIAL_B : INITIAL_S;
    const words = new Uint32Array(parameterBlock(form, parameters).buffer);
    this.#state = initial.map((word, i) => word ^ words[i]);
    if (parameters.key.length === 0) return;
    this.#block.set(parameters.key);
    this.#filled = form.blockSize;
  }

  update(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.#filled === this.form.blockSize) {
        this.#compress(false);
        this.#filled = 0;
      }
      const count = Math.min(bytes.length - at, this.form.blockSize - this.#filled);
      this.#block.set(bytes.subarray(at, at + count), this.#filled);
      this.#filled += count;
      at += count;
    }
  }

  #compress(isLast: boolean): void {
    this.#counter += this.#filled;
    const { isLastNode } = this.parameters;
    this.form.compress(this.#state, new DataView(this.#block.buffer), this.#counter, isLast, isLastNode);
  }

  clone(): Blake2 {
    return new Blake2(this.form, this.parameters, this);
  }

  /** Ends it. */
  digest(): Uint8Array {
    this.#block.fill(0, this.#filled);
    this.#compress(true);
    return new Uint8Array(this.#state.buffer).slice(0, this.parameters.digestSize);
  }
}

function parameterBlock(form: Blake2Form, parameters: Blake2Parameters): Uint8Array {
  const block = new Uint8Array(form.digestSize);
  const view = new DataView(block.buffer);
  block.set([parameters.digestSize, parameters.key.length, parameters.fanout, parameters.depth]);
  view.setUint32(4, parameters.leafSize, true);
  for (let i = 0; i < form.nodeOffsetSize; i++) block[8 + i] = Number((parameters.nodeOffset >> BigInt(8 * i)) & 255n);
  const at = 8 + form.nodeOffsetSize;
  block.set([parameters.nodeDepth, parameters.innerSize], at);
  const end = form.digestSize - form.saltSize;
  block.set(parameters.salt, end - form.saltSize);
  block.set(parameters.person, end);
  return block;
}
