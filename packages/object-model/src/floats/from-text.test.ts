import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { createFloats, createObjectKernel, createStrings, floatHex, UNDECIDED } from "../index.js";
import { createRandom, createTestHeap, sampleDoubles } from "../testing/index.js";

/// Floats from decimal text, against CPython.

const { memory, allocator } = createTestHeap();
const kernel = createObjectKernel(memory, allocator);
const strings = createStrings(memory, allocator, kernel);
const floats = createFloats(memory, allocator);

function read(text: string): string | null {
  const word = kernel.floatFromText(strings.fromJS(text));
  return word === UNDECIDED ? null : floatHex(floats.value(word));
}

function compare(texts: readonly string[]): void {
  const expected = oracle<(string | null)[]>(
    `
def f(t):
    try: return float(t).hex()
    except ValueError: return None
print(json.dumps([f(t) for t in data]))`,
    texts,
  );
  expect(texts.map((each) => [each, read(each)])).toEqual(texts.map((each, i) => [each, expected[i]]));
}

test("syntax", () => {
  const texts = [
    "1",
    " 1.5 ",
    "-1_000.5e-3",
    "+1",
    "1__0",
    "_1",
    "1_",
    "1_.5",
    "1._5",
    "1_e5",
    "1e_5",
    "1e5_",
    "1e1_0",
    "1e1__0",
  ];
  texts.push(
    ".5",
    "5.",
    ".",
    "",
    " ",
    "+",
    "-",
    "e5",
    "1e",
    "1e+",
    "1e5",
    "1E-5",
    "1e5.0",
    "1.2.3",
    "1-",
    "--1",
    "+-1",
    "1 2",
    "0x10",
  );
  texts.push(
    "inf",
    "-Infinity",
    "NaN",
    "+nan",
    "-nan",
    "INF",
    "infinit",
    "infinityy",
    "nan0",
    "in",
    "i",
    "\t\n\v\f\r1\r\n",
    "\x1c1",
  );
  texts.push(
    "\u00a01\u00a0",
    "\u00851",
    "\u00a0\x1f1",
    "1\0",
    "\u00b2",
    "1_2_3_4",
    "0_0",
    "00001",
    "-0",
    "0e999999999999",
    "1e-999999999999",
  );
  compare(texts);
});

test("shortest digits, and digits of all lengths, read back", () => {
  const { next } = createRandom(3);
  const texts = sampleDoubles(4000, 2).flatMap((value) => {
    const text = String(value);
    return [text, value.toExponential(Math.floor(next() * 40)), value.toPrecision(1 + Math.floor(next() * 30))];
  });
  compare(texts);
});

test("numbers halfway between two doubles, and next to that", () => {
  const texts = sampleDoubles(1500, 4).flatMap((value) => {
    const magnitude = Math.abs(value);
    if (magnitude === 0 || magnitude > 1e300) return [];
    // Exact digits of the mean of two neighbours.
    const bits = new BigUint64Array(Float64Array.of(magnitude).buffer);
    const exponent = Number(bits[0] >> 52n);
    const mantissa = (bits[0] & 0xfffffffffffffn) | (exponent === 0 ? 0n : 1n << 52n);
    const power = (exponent === 0 ? 1 : exponent) - 1076;
    const twice = 2n * mantissa + 1n;
    const [digits, scale] = power >= 0 ? [twice << BigInt(power), 0] : [twice * 5n ** BigInt(-power), power];
    return [digits, digits - 1n, digits + 1n, digits * 10n + 1n].map(
      (each, i) => `${each}e${i === 3 ? scale - 1 : scale}`,
    );
  });
  compare(texts);
});

test("known hard cases", () => {
  compare([
    ...["2.2250738585072012e-308", "2.2250738585072011e-308", "4.9406564584124654e-324", "2.4703282292062327e-324"],
    ...[
      "2.4703282292062328e-324",
      "1.7976931348623158e308",
      "1.7976931348623159e308",
      "1.797693134862315807e308",
      "1e309",
      "1e-400",
    ],
    ...[
      "9007199254740993",
      "9007199254740993.0",
      "9007199254740993.00000000000000000000000000001",
      "9007199254740992.999",
    ],
    ...[
      "8.5e-325",
      "6.8985865317742005e-324",
      "2.225073858507201136057409796709131975934819546351645648023426109724822222021076945516529523908135087914149158913039621106870086438694594645527657207407820621743379988141063267329253552286881372149012981122451451889849057222307285255133155755015914397476397983411801999323962548289017107081850690630666655994938275772572015763062690663332647565300009245888316433037779791869612049497390377829704905051080609940730262937128958950003583799967207254304360284078895771796150945516748243471030702609144621572289880258182545180325707018860872113128079512233426288368622321503775666622503982534335974568884423900265498198385487948292206894721689831099698365846814022854243330660339850886445804001034933970427567186443383770486037861622771738545623065874679014086723327636718751234567890123456789012345678901e-308",
    ],
    ...[
      "3.518437208883201171875e13",
      "62.5364939768271845828",
      "8.10109172351e-10",
      "1.50000000000000011102230246251565",
      "1090544144181609348671888949248",
    ],
    ...[
      "1090544144181609348835077142190",
      "0." + "0".repeat(400) + "1e380",
      "1" + "0".repeat(400) + "e-400",
      "0.1" + "0".repeat(900) + "1",
    ],
    ...[
      "1.0000000000000001110223024625156540423631668090820312499" + "9".repeat(800),
      "6250000000000000000000000000000000e-12",
    ],
    ...[
      "104308485241983990666713401708072175773165034278685682111762933482e4",
      "7.2057594037927933e16",
      "1e22",
      "1e23",
    ],
  ]);
});
