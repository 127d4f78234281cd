import { type Address, NULL, type Word } from "@hotpy/memory";
import type { NativeDefinition } from "@hotpy/python-objects";
import type { Library } from "../library.js";

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
      const result = realm.call(method, self, argument(args, isReflected ? 0 : 1));
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
    const [base, exponent, modulus] = [0, 1, 2].map((index) => realm.valueOf(argument(args, index)));
    const method = special(base, powName);
    if (![base, exponent, modulus].every(integers.isInteger)) {
      if (method !== NULL && !integers.isInteger(base) && !realm.floats.isFloat(base))
        return realm.call(method, base, exponent, modulus);
      return realm.raise(
        "TypeError",
        [base, exponent, modulus].every((word) => integers.isInteger(word) || realm.floats.isFloat(word))
          ? "pow() 3rd argument not allowed unless all arguments are integers"
          : `unsupported operand type(s) for ** or pow(): '${realm.typeName(base)}', '${realm.typeName(exponent)}', '${realm.typeName(modulus)}'`,
      );
    }
    if (integers.sign(modulus) === 0) return realm.raise("ValueError", "pow() 3rd argument cannot be 0");
    if (integers.sign(exponent) >= 0) return integers.powerModulo(base, exponent, modulus);
    const inverse = integers.invertModulo(base, modulus);
    if (inverse === undefined) return realm.raise("ValueError", "base is not invertible for the given modulus");
    return integers.powerModulo(inverse, integers.negate(exponent), modulus);
  }

  function round(args: Address): Word {
    const [number, places] = [argument(args, 0), argument(args, 1)];
    const method = special(number, roundName);
    if (method === NULL)
      return realm.raise("TypeError", `type ${realm.typeName(number)} doesn't define __round__ method`);
    return places === NULL || places === none ? realm.call(method, number) : realm.call(method, number, places);
  }

  const definitions: NativeDefinition[] = [
    {
      name: "abs",
      parameters: "(x, /)",
      run(args) {
        const word = argument(args, 0);
        if ((word & 1) !== 0) return word >= 0 ? word : integers.absolute(word);
        const method = special(word, absName);
        if (method === NULL)
          return realm.raise("TypeError", `bad operand type for abs(): '${realm.typeName(argument(args, 0))}'`);
        return realm.call(method, argument(args, 0));
      },
    },
    inBase("bin", "0b", 2),
    inBase("oct", "0o", 8),
    inBase("hex", "0x", 16),
    { name: "divmod", parameters: "(x, y, /)", run: divmod },
    { name: "pow", parameters: "(base, exp, mod=None)", run: power },
    { name: "round", parameters: "(number, ndigits=None)", run: round },
  ];
  for (const definition of definitions) realm.defineBuiltin(definition);
}
