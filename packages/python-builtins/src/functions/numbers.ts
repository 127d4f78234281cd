import { type Address, NULL, type Word } from "@hotpy/memory";
import { UNDECIDED } from "@hotpy/object-model";
import { type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { NO_MODULUS } from "../numbers/operators.js";
import { ABSOLUTE } from "./in-loop.js";

/** The small integer 0. */
const ZERO = 1;

/** abs, bin, oct, hex, divmod, pow, round. */
export function defineNumberFunctions({ realm, argument }: Library): void {
  const { integers, none } = realm;

  const special = (word: Word, name: Word): Word => realm.lookupOnType(realm.typeOf(word), name);
  const [divmodName, reflectedDivmodName, powName, roundName, absName] = [
    "__divmod__",
    "__rdivmod__",
    "__pow__",
    "__round__",
    "__abs__",
  ].map(realm.intern);

  const inBase = (name: string, prefix: string, base: 2 | 8 | 16): NativeDefinition => ({
    name,
    parameters: "(number, /)",
    effects: PURE,
    run(args) {
      const index = realm.index(argument(args, 0));
      return index === NULL ? NULL : integers.toBase(index, base, prefix);
    },
  });

  function divmod(args: Address): Word {
    const [a, b] = [argument(args, 0), argument(args, 1)];
    if ((a & b & 1) !== 0 && b !== ZERO) return realm.tuple(integers.divmod(a, b));
    for (const isReflected of [false, true]) {
      const self = argument(args, isReflected ? 1 : 0);
      const method = special(self, isReflected ? reflectedDivmodName : divmodName);
      if (method === NULL) continue;
      const result = realm.callFound(method, self, argument(args, isReflected ? 0 : 1));
      if (result !== realm.notImplementedWord) return result;
    }
    return realm.raise(
      "TypeError",
      `unsupported operand type(s) for divmod(): '${realm.typeName(argument(args, 0))}' and '${realm.typeName(argument(args, 1))}'`,
    );
  }

  function power(args: Address): Word {
    if (argument(args, 2) === NULL || argument(args, 2) === none)
      return realm.binary("pow", argument(args, 0), argument(args, 1));
    const operands = [0, 1, 2].map((index) => argument(args, index));
    const [base, exponent, modulus] = operands;
    const method = special(base, powName);
    const result = method === NULL ? realm.notImplementedWord : realm.callFound(method, base, exponent, modulus);
    if (result !== realm.notImplementedWord) return result;
    const types = [0, 1, 2].map((index) => realm.typeName(argument(args, index)));
    // The slot of float is asked wherever a float stands, and there is no reflected one of three operands.
    const hasFloat = [1, 2].some((index) => realm.floats.isFloat(realm.valueOf(argument(args, index))));
    return realm.raise(
      "TypeError",
      hasFloat
        ? NO_MODULUS
        : `unsupported operand type(s) for ** or pow(): '${types[0]}', '${types[1]}', '${types[2]}'`,
    );
  }

  function round(args: Address): Word {
    const [number, places] = [argument(args, 0), argument(args, 1)];
    const method = special(number, roundName);
    if (method === NULL)
      return realm.raise("TypeError", `type ${realm.typeName(number)} doesn't define __round__ method`);
    return places === NULL || places === none
      ? realm.callFound(method, number)
      : realm.callFound(method, number, places);
  }

  const definitions: NativeDefinition[] = [
    {
      name: "abs",
      parameters: "(x, /)",
      effects: PURE,
      loop: ABSOLUTE,
      kernel: { 1: realm.pythonKernel.callAbs },
      asks: { method: "__abs__", after: realm.afterAny },
      expand(m, [value, ...rest], tools) {
        if (value === undefined || rest.length > 0) return undefined;
        if (tools.isFloat(m, value)) return m.op("box_float", [m.op("f64_abs", [m.op("unbox_float", [value])])]);
        if (!m.isInt(value)) return undefined;
        const int = m.op("unbox_int", [value]);
        if (!m.truth(m.op("i64_lt", [int, m.i64(0n)]))) return value;
        const negated = m.attempt("i64_neg", [int]);
        return negated === undefined ? undefined : m.op("box_int", [negated]);
      },
      run(args) {
        const word = argument(args, 0);
        const quick = realm.pythonKernel.callAbs(word);
        if (quick !== UNDECIDED && quick !== NULL) return quick;
        const method = special(word, absName);
        if (method === NULL)
          return realm.raise("TypeError", `bad operand type for abs(): '${realm.typeName(argument(args, 0))}'`);
        return realm.callFound(method, argument(args, 0));
      },
    },
    inBase("bin", "0b", 2),
    inBase("oct", "0o", 8),
    inBase("hex", "0x", 16),
    {
      name: "divmod",
      parameters: "(x, y, /)",
      effects: PURE,
      kernel: { 2: realm.pythonKernel.callDivmod },
      run: divmod,
    },
    {
      name: "pow",
      parameters: "(base, exp, mod=None)",
      effects: PURE,
      kernel: { 2: realm.pythonKernel.callPow, 3: realm.pythonKernel.callPowModulo },
      run: power,
    },
    {
      name: "round",
      parameters: "(number, ndigits=None)",
      effects: PURE,
      kernel: { 1: realm.pythonKernel.roundToWhole, 2: realm.pythonKernel.roundFloat },
      asks: { method: "__round__", after: realm.afterAny },
      run: round,
    },
  ];
  for (const definition of definitions) realm.defineBuiltin(definition);
}
