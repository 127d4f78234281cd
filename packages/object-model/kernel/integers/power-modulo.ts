import { BIG_LIMBS } from "../generated/constants";
import { copyWords, fillZero } from "../words";
import { isStopped, isStoppedAfter } from "../work";
import { moduloIntegers, multiplyIntegers } from "./arithmetic";
import { divideLimbs, divideScratch } from "./divide";
import {
  countOf,
  finish,
  fromInt64,
  giveBack,
  isBig,
  isNegative,
  limbsOf,
  newBig,
  takeScratch,
  valueOf,
} from "./forms";
import { addLimbs, bitsOf, compareLimbs, significant, subtractLimbs } from "./limbs";
import { addTwoRows, multiplyLimbs, multiplyScratch } from "./multiply";

/// Powers modulo a number: by windows of the exponent; modulo odd numbers in Montgomery's form, where no product is divided.

const WINDOW = 4;
/** Exponents of fewer bits take a bit at a time. */
const LONG_EXPONENT = 40;

/* The modulus at hand: its limbs, their number, and -1 / modulus modulo 2**64, or 0 for even ones. */
let modulus: usize = 0;
let size: i32 = 0;
let inverse: u64 = 0;
/** Memory for products, and beyond. */
let work: usize = 0;

/** r = x * y modulo the modulus (in Montgomery's form, if it is odd); `size` limbs each. */
function multiplyModulo(r: usize, x: usize, y: usize): void {
  const product = work;
  const further = work + ((size + 2) << 3);
  multiplyLimbs(product, x, size, y, size, further);
  if (inverse === 0) {
    reduce(r, product, 2 * size, further);
    return;
  }
  // Adds multiples of the modulus until the lower half is 0; its place takes what is to be carried to the upper one.
  for (let i = 0; i < size; i += 2) {
    if (isStoppedAfter(2 * size)) return;
    const at = product + (i << 2);
    const factor = load<u64>(at) * inverse;
    store<u64>(at, addTwoRows(at, modulus, size, factor & 0xffffffff, factor >> 32));
  }
  const carry = addLimbs(r, product + (size << 2), size, product, size);
  if (carry !== 0 || compareLimbs(r, significant(r, size), modulus, significant(modulus, size)) >= 0)
    subtractLimbs(r, r, size, modulus, size);
}

/** r = x modulo the modulus, `size` limbs. */
function reduce(r: usize, x: usize, limbs: i32, scratch: usize): void {
  const n = significant(x, limbs);
  const nm = significant(modulus, size);
  if (isStopped()) return;
  if (n < nm) {
    copyWords(r, x, n);
    fillZero(r + (n << 2), size - n);
    return;
  }
  divideLimbs(0, r, x, n, modulus, nm, scratch);
  fillZero(r + (nm << 2), size - nm);
}

/** r = x in the form in which {@link multiplyModulo} works. */
function enter(r: usize, x: usize): void {
  if (inverse === 0) {
    copyWords(r, x, size);
    return;
  }
  const shifted = work;
  fillZero(shifted, size);
  copyWords(shifted + (size << 2), x, size);
  reduce(r, shifted, 2 * size, work + ((size + 2) << 3));
}

function bitsAt(exponent: usize, bit: i32, count: i32): i32 {
  let value = 0;
  for (let i = count - 1; i >= 0; i--)
    value = (value << 1) | ((load<u32>(exponent + (((bit + i) >> 5) << 2)) >> ((bit + i) & 31)) & 1);
  return value;
}

/** From so many limbs of the modulus on, the few steps of a short exponent are cheaper as products and remainders than what Montgomery's form takes first. */
const LONG_MODULUS = 32;
const SHORT_EXPONENT = 20;

/** a ** b modulo m step by step, for a short exponent that is not 0. 0: no memory. */
function powerInSteps(a: usize, exponent: i64, m: usize): usize {
  let result = a;
  for (let bit = 62 - <i32>clz(exponent); bit >= 0 && result !== 0; bit--) {
    result = remainderOf(multiplyIntegers(result, result), m);
    if (result !== 0 && ((exponent >> bit) & 1) !== 0) result = remainderOf(multiplyIntegers(result, a), m);
  }
  return result === 0 ? 0 : moduloIntegers(result, m);
}

function remainderOf(product: usize, m: usize): usize {
  return product === 0 || countOf(product) < countOf(m) ? product : moduloIntegers(product, m);
}

/** a ** b modulo m, for b >= 0 and m other than 0, with the sign of m. 0: no memory. */
export function powerModuloIntegers(a: usize, b: usize, m: usize): usize {
  const nm = countOf(m);
  const odd = (load<u32>(limbsOf(m, 0)) & 1) !== 0;
  const reduced = moduloIntegers(a, m);
  if (reduced === 0) return 0;
  if (nm >= LONG_MODULUS && !isBig(b) && valueOf(b) > 0 && valueOf(b) < 1 << SHORT_EXPONENT)
    return powerInSteps(reduced, valueOf(b), m);
  if (nm === 1 && load<u32>(limbsOf(m, 0)) === 1) return fromInt64(0);
  size = odd ? (nm + 1) & ~1 : nm;
  const result = newBig(size + 1);
  if (result === 0) return 0;
  const product = 2 * (size + 2);
  const own = product + multiplyScratch(size, size) + divideScratch(2 * size, nm) + 2 * size + 8;
  const need = own + 19 * size;
  work = takeScratch(need);
  if (work === 0) return 0;
  modulus = work + (own << 2);
  const sum = modulus + (size << 2);
  const table = sum + (size << 3);
  fillZero(modulus, size);
  copyWords(modulus, limbsOf(m, 0), nm);
  inverse = 0;
  if (odd) {
    const low = load<u64>(modulus);
    let x = low;
    for (let i = 0; i < 6; i++) x *= 2 - low * x;
    inverse = 0 - x;
  }
  // A remainder has the modulus's sign: the base is a number from 0 on.
  const base = sum + (size << 2);
  const nr = countOf(reduced);
  fillZero(base, size);
  copyWords(base, limbsOf(reduced, 0), nr);
  if (isNegative(reduced)) subtractLimbs(base, modulus, size, base, size);
  const one = table;
  fillZero(sum, size);
  store<u32>(sum, 1);
  enter(one, sum);
  enter(table + (size << 2), base);
  const exponent = limbsOf(b, 0);
  const bits = <i32>bitsOf(exponent, countOf(b));
  copyWords(sum, one, size);
  if (bits < LONG_EXPONENT) {
    for (let bit = bits - 1; bit >= 0 && !isStopped(); bit--) {
      multiplyModulo(sum, sum, sum);
      if (bitsAt(exponent, bit, 1) !== 0) multiplyModulo(sum, sum, table + (size << 2));
    }
  } else {
    for (let i = 2; i < 1 << WINDOW; i++)
      multiplyModulo(table + ((i * size) << 2), table + (((i - 1) * size) << 2), table + (size << 2));
    let bit = bits;
    while (bit > 0 && !isStopped()) {
      const count = bit % WINDOW === 0 ? WINDOW : bit % WINDOW;
      bit -= count;
      const digit = bitsAt(exponent, bit, count);
      for (let i = 0; i < count; i++) multiplyModulo(sum, sum, sum);
      if (digit !== 0) multiplyModulo(sum, sum, table + ((digit * size) << 2));
    }
  }
  if (inverse !== 0) {
    // Out of Montgomery's form.
    fillZero(base, size);
    store<u32>(base, 1);
    multiplyModulo(sum, sum, base);
  }
  const r = result + BIG_LIMBS;
  copyWords(r, sum, size);
  const negative = isNegative(m) && significant(r, size) !== 0;
  if (negative) subtractLimbs(r, modulus, size, r, size);
  giveBack(work, need);
  return finish(result, size, negative);
}
