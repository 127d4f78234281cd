import { createNodePlatform } from "@hotpy/platform-node";
import { createMemoryCodeCache } from "@hotpy/python-objects/testing";
import { createPython, installModules } from "@hotpy/runtime";
import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, it } from "vitest";
import { defineDecimal } from "./index.js";

const LIBRARY = oracle<string>("import os\nprint(json.dumps(os.path.dirname(os.__file__)))");

const codeCache = createMemoryCodeCache();

/** What a program prints in a Python that has the module. */
function printed(program: string): string {
  let text = "";
  const python = createPython({
    platform: {
      ...createNodePlatform(),
      codeCache,
      write: (_, bytes) => void (text += new TextDecoder().decode(bytes)),
    },
    modules(_, builtins) {
      installModules(builtins, { argv: [""], path: [LIBRARY] });
      defineDecimal(builtins);
    },
  });
  python.run(program, "<string>");
  return text;
}

/** Has in `results` what each expression gives, or raises, and what that has the context say; each group begins with a program. */
const SHOW = `
from decimal import *
from fractions import Fraction
import pickle, copy
D = Decimal
results = []
for setup, sources in GROUPS:
    exec(setup)
    for source in sources:
        context = getcontext()
        context.clear_flags()
        try: result = repr(eval(source))
        except Exception as error: result = f'{type(error).__name__}: {error}'
        results.append(f'{source} -> {result} {[s.__name__ for s, on in context.flags.items() if on]}')
    setcontext(Context())
`;

type Group = readonly [setup: string, sources: readonly string[]];

/** Expects both Pythons to say the same. */
function compareGroups(groups: readonly Group[]): void {
  const expected = oracle<string[]>(`GROUPS = data\n${SHOW}print(json.dumps(results))`, groups);
  const text = printed(`GROUPS = ${JSON.stringify(groups)}\n${SHOW}print('\\n'.join(results))`);
  expect(text.split("\n").slice(0, -1)).toEqual(expected.flatMap((line) => line.split("\n")));
}
const compare = (sources: readonly string[], setup = ""): void => compareGroups([[setup, sources]]);

const NUMBERS = (
  "0 -0 1 -1 7 0.1 -2.50 123.456 1E+5 1E-7 9999999999999999999999999999 -1234567890123456789012345678901.5 " +
  "1E+999999 1E-999999 1E-1000026 0E+9 5E-30 0.999999999999999999999999999999 Infinity -Infinity NaN -NaN123 sNaN sNaN7"
).split(" ");

/** Each pair of some numbers in each of some expressions in `a` and `b`. */
const pairs = (numbers: readonly string[], forms: readonly string[]): string[] =>
  numbers.flatMap((a) =>
    numbers.flatMap((b) => forms.map((form) => form.replace(/\ba\b/g, `D('${a}')`).replace(/\bb\b/g, `D('${b}')`))),
  );
const each = (numbers: readonly string[], forms: readonly string[]): string[] =>
  numbers.flatMap((a) => forms.map((form) => form.replace(/\ba\b/g, `D('${a}')`)));

/** Numbers of some forms, always the same. */
function someNumbers(count: number): string[] {
  let seed = 12345;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  return Array.from({ length: count }, () => {
    const digits = Array.from({ length: 1 + next(34) }, () => next(10)).join("");
    return `${next(2) ? "-" : ""}${digits}E${next(60) - 40}`;
  });
}

describe("the module _decimal", () => {
  const operators = [
    "a + b",
    "a - b",
    "a * b",
    "a / b",
    "a // b",
    "a % b",
    "divmod(a, b)",
    "a == b",
    "a < b",
    "a >= b",
  ];

  it("has CPython's operators", { timeout: 60_000 }, () => {
    compareGroups([
      ["", pairs(NUMBERS, operators)],
      ["", pairs(someNumbers(24), operators)],
      ["getcontext().prec = 20", pairs(someNumbers(12), operators)],
      ["getcontext().rounding = ROUND_UP", pairs(someNumbers(12), operators)],
      ["getcontext().traps[Inexact] = True", pairs(someNumbers(12), operators)],
    ]);
  });

  it("rounds in all ways, to any precision, and clamps", { timeout: 60_000 }, () => {
    const numbers = ["1.25", "-1.35", "105", "-99.995", "1E+9", "123456789E-15", "0E+12", "9.9999E+9", "5E-11"];
    const groups: Group[] = [];
    for (const rounding of "CEILING DOWN FLOOR HALF_DOWN HALF_EVEN HALF_UP UP 05UP".split(" ")) {
      for (const [prec, clamp] of [
        [1, 0],
        [3, 1],
        [9, 0],
      ]) {
        groups.push([
          `setcontext(Context(prec=${prec}, rounding=ROUND_${rounding}, Emin=-9, Emax=9, clamp=${clamp}, traps=[]))`,
          [
            ...pairs(numbers, ["a + b", "a * b", "a / b", "a.quantize(b)"]),
            ...each(
              numbers,
              "+a|round(a, 1)|a.to_integral_exact()|a.sqrt()|format(a, '.2f')|a.normalize()|a.next_plus()".split("|"),
            ),
          ],
        ]);
      }
    }
    compareGroups(groups);
  });

  it("has the methods of two numbers", { timeout: 60_000 }, () => {
    const names =
      "compare compare_signal compare_total compare_total_mag copy_sign max max_mag min min_mag next_toward remainder_near same_quantum quantize scaleb";
    compare(
      pairs(
        NUMBERS,
        names.split(" ").map((name) => `a.${name}(b)`),
      ),
    );
    const numbers = ["0", "1", "-3", "101", "11011", "27", "1E+2", "Infinity", "sNaN"];
    const logical = "logical_and logical_or logical_xor rotate shift scaleb";
    compare(
      pairs(
        numbers,
        logical.split(" ").map((name) => `a.${name}(b)`),
      ),
    );
  });

  it("has the methods of one number", { timeout: 60_000 }, () => {
    const names =
      "adjusted as_tuple as_integer_ratio canonical conjugate copy_abs copy_negate is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan " +
      "is_subnormal is_zero logb next_minus next_plus normalize number_class radix sqrt to_eng_string to_integral_exact to_integral_value __round__ " +
      "__trunc__ __floor__ __ceil__ __int__ __float__ __bool__ __str__ __abs__ __neg__ __pos__";
    const small = NUMBERS.filter((number) => !/E.9{6}|E-1000026/.test(number));
    compare([
      ...each(
        small,
        names.split(" ").map((name) => `a.${name}()`),
      ),
      ...each(
        NUMBERS.filter((number) => !number.includes("NaN")),
        ["hash(a)"],
      ),
      "hash(D('sNaN')), 1",
      "D('1E+999999').adjusted(), D('-1E-1000026').next_minus(), D('-1E-1000026').normalize()",
    ]);
  });

  it("computes exp, ln, log10 and powers, rounded as CPython does", { timeout: 60_000 }, () => {
    const numbers = [
      "1",
      "2",
      "0.5",
      "10",
      "1E+10",
      "1.0000000000001",
      "0.99999999999999",
      "1E-20",
      "-3",
      "123.456",
      "700",
      "0",
      "1E+7",
    ];
    const forms = [
      "a.exp()",
      "a.ln()",
      "a.log10()",
      "(-a).exp()",
      "a ** 2",
      "a ** -3",
      "a ** D('0.5')",
      "a ** D('-1.7')",
      "2 ** a",
    ];
    compareGroups([1, 5, 28, 60].map((prec): Group => [`getcontext().prec = ${prec}`, each(numbers, forms)]));
    compare(pairs(["0", "1", "-1", "2", "-2.5", "3", "0.1", "1.00", "Infinity", "-Infinity", "NaN"], ["a ** b"]));
    compare(["pow(D(3), 100, 7)", "pow(D(3), D('1.5'), 7)", "pow(D(3), 2, 0)", "pow(D(-3), 3, 5)"]);
    compare(["D(2).ln()", "D(2).exp()", "D(3).sqrt()", "D(2) ** D('1.5')"], "getcontext().prec = 1000");
  });

  it("reads and writes text", () => {
    compare([
      ..."1 +1. .5 1e5 1E-400 inf -Infinity nan NaN12 sNaN 00012.300 ١٢ 1_000 x 1e 1.2.3 -nan0012"
        .split(" ")
        .map((text) => `D('${text}')`),
      "D(' 12 ')",
      "D('1e99999999999999999999')",
      "D('\\u3000 7\\x1f')",
      ..."0 -0.00 1E+3 1.5E-7 0E-7 0E+7 123456789E-5 -12E+30"
        .split(" ")
        .flatMap((text) => [`str(D('${text}'))`, `D('${text}').to_eng_string()`]),
      "D(12), D(-2**100), D(0.1), D((1, (1, 2, 3), -2)), D([0, [], 'F']), D((0, (1,), 'n')), D(True), D(), D(value='3')",
      "D((1, 2))",
      "D((2, (1,), 0))",
      "D((0, (10,), 0))",
      "D((0, (1,), 'x'))",
      "D(1j)",
      "D(None)",
      "D(1, 2)",
      "D.from_float(0.1), D.from_float(-3), D.from_float(float('-inf'))",
      "D.from_float('1')",
      "getcontext().create_decimal('1_0')",
      "getcontext().create_decimal('1.234567890123456789012345678999')",
    ]);
  });

  it("formats", () => {
    const specs =
      " e .3e E f .0f .2f % .1% g .3g .0g G n 10 <10 ^10 x>10 =+10 010 +.1f  .2f , 020,.2f ,.3f z.0f 08, é^12.3f _ 5.x .2";
    const numbers = ["0", "-0.001", "1234567.891", "1E+10", "-1.5E-8", "0E+3", "9.995", "Infinity", "-NaN", "12E+1"];
    compare(
      each(
        numbers,
        specs.split(" ").map((spec) => `format(a, '${spec}')`),
      ),
    );
    compare([
      "D('12345.6').__format__('n', {'decimal_point': ',', 'grouping': chr(3), 'thousands_sep': '.'})",
      "D('12345.6').__format__('n', {'decimal_point': ''})",
      "D('12345.6').__format__('n', 3)",
      "D(1).__format__(3)",
    ]);
  });

  it("goes with other numbers, as equal, in order and in hashes", () => {
    compare([
      "D(1) == 1, D('0.5') == 0.5, D('0.1') == 0.1, D(1) == 1 + 0j, D(1) == 1j, D('0.25') == Fraction(1, 4), Fraction(1, 3) < D(1)",
      "D(1) < 2.5",
      "2 > D(1), 0.5 < D(1), D('nan') == 1, D('inf') > 10**400, D(2) ** 3, 2 + D(1), 2 - D(1), 7 // D(2), divmod(7, D(2))",
      "D(1) + 1.5",
      "D(1) < 1j",
      "D(1) < 'x'",
      "D('nan') < 1",
      "D('snan') == 1",
      "[hash(D(x)) == hash(x) for x in (0, 1, -1, 2**61, 10**30, 0.5, -0.1, 1e300, float('inf'))]",
      "[hash(D(n) / D(16)) == hash(n / 16) for n in range(-40, 40)]",
      "sorted([D(3), 1, D('-0.5'), 2.5]), max(D(1), 2), sum([D('0.1')] * 10), round(D('2.5')), round(D('2.675'), 2)",
      "complex(D('1.5')), float(D('-0')), int(D('-1E+20')), D('1.5').real, D(1).imag",
      "round(D(1), 'x')",
      "int(D('nan'))",
      "int(D('-inf'))",
      "float(D('snan'))",
    ]);
  });

  it("has contexts", () => {
    compare([
      "Context()",
      "Context(prec=3, rounding=ROUND_DOWN, Emin=-5, Emax=5, capitals=0, clamp=1, flags=[Inexact], traps=[Clamped])",
      "DefaultContext, BasicContext, ExtendedContext",
      ...[
        "prec=0",
        "prec='x'",
        "prec=10**20",
        "rounding=3",
        "rounding='x'",
        "Emin=1",
        "Emax=-1",
        "capitals=2",
        "clamp=-1",
      ].map((argument) => `Context(${argument})`),
      "Context(traps=['x'])",
      "Context(flags=3)",
      "Context(flags={})",
      "setattr(getcontext(), 'foo', 1)",
      "delattr(getcontext(), 'prec')",
      "getcontext().Etiny(), getcontext().Etop(), getcontext().radix(), getcontext().copy(), copy.copy(getcontext())",
      "getcontext().flags, getcontext().traps, len(getcontext().flags), getcontext().flags == getcontext().flags.copy()",
      "getcontext().flags['x']",
      "getcontext().flags.__delitem__(Inexact)",
      "pickle.loads(pickle.dumps(Context(prec=5))).prec, pickle.loads(pickle.dumps(D('1.50'))), copy.deepcopy(D(1))",
      "localcontext(3)",
      "setcontext(3)",
      "D(1).exp(context=3)",
      "D(1).quantize(1, rounding='x')",
      "Context(prec=3).divide(1, 3), Context(prec=3).power(2, 100), Context(prec=3).power(2, 100, 7), Context(prec=3).divmod(7, 2)",
      "Context(prec=2).fma(3, 4, 5), Context(prec=2).create_decimal('1.25'), Context(prec=2).create_decimal_from_float(1.25)",
      "Context(capitals=0).to_sci_string(D('1E+9')), Context().to_eng_string(D('1E+10')), Context().number_class(D(-1))",
      "Context().is_canonical(1)",
      "Context().canonical(1)",
      "Context().abs('x')",
      "Context().abs(1, 2)",
    ]);
    const program = `from decimal import *
import contextvars
with localcontext(prec=5) as inner:
    print(Decimal(1) / 3, inner is getcontext(), inner.prec)
print(Decimal(1) / 3, getcontext().prec)
def change():
    getcontext().prec = 4
    setcontext(Context(prec=7))
    return Decimal(1) / 7
print(contextvars.copy_context().run(change), getcontext().prec)
for signal in (Inexact, Rounded, FloatOperation):
    with localcontext() as context:
        context.traps[signal] = True
        try: print(Decimal(1) / 3 + Decimal(0.1))
        except DecimalException as error: print(type(error).__mro__, error.args)
`;
    expect(printed(program)).toBe(oracle<string>(outputOf(program)));
  });

  it("can be refined", () => {
    compare(
      [
        "Money('1.50'), type(Money('1.50')), type(Money(1) + 1), Money('1.5') == D('1.5'), hash(Money(2)), Money(3).x()",
        "Money.from_float(0.5).x(), pickle.dumps(D(1)) != b'', Money(2).__reduce__(), copy.copy(Money(2)).x()",
        "MyContext(prec=4).divide(1, 3), MyContext().y",
      ],
      "class Money(D):\n    def x(self): return 'x'\nclass MyContext(Context):\n    y = 5",
    );
  });

  it("computes with thousands of digits", () => {
    compare(
      [
        "hash(D(7) ** 3000), str(D(1) / 7)[-9:], len(str(D(3) ** 9000)), (D(10) ** 4000 + 1).sqrt() % 1000",
        "divmod(D(10) ** 3000, D(3) ** 50)[1], int(D(7) ** 2000) == 7 ** 2000, D(7 ** 3000) == 7 ** 3000",
      ],
      "getcontext().prec = 5000",
    );
  });
});

/** A program that prints as JSON what another prints. */
const outputOf = (program: string): string =>
  `import io, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stdout(out): exec(${JSON.stringify(program)}, {})\nprint(json.dumps(out.getvalue()))`;
