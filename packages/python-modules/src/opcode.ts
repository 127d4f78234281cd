import { type Address, FALSE, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import type { Builtins, Library } from "@hotpy/python-builtins";
import {
  EXTENDED_ARG,
  HAVE_ARGUMENT,
  type NativeDefinition,
  SHOWN_OPCODES,
  type ShownOperand,
} from "@hotpy/python-objects";
import { lazyModule, type ModuleContents } from "./lazy-module.js";

const OPCODES = 256;
const COMPARISONS = ["<", "<=", "==", "!=", ">", ">="];
/** The operators of BINARY_OP: names and signs. Behind them the same in place. */
const OPERATORS = (
  "ADD + AND & FLOOR_DIVIDE // LSHIFT << MATRIX_MULTIPLY @ MULTIPLY * REMAINDER % OR | POWER ** RSHIFT >> SUBTRACT - " +
  "TRUE_DIVIDE / XOR ^"
)
  .split(" ")
  .reduce<string[][]>((pairs, word, index) => {
    if (index % 2 === 0) pairs.push([word]);
    else pairs[pairs.length - 1].push(word);
    return pairs;
  }, []);

/** `opcode`, which says what `dis` shows of code, and what `_opcode` gives it: our instructions, in place of the standard library's description of CPython's. */
export function defineOpcode({ library }: Builtins): void {
  const stackEffect = effect(library);
  library.realm.defineModule({ name: "_opcode", functions: [stackEffect] });
  library.realm.defineModule(lazyModule("opcode", () => describe(library, stackEffect)));
}

function effect({ realm, argument }: Library): NativeDefinition {
  const fail = (message: string): typeof NULL => realm.raise("ValueError", message);
  return {
    name: "stack_effect",
    parameters: "(opcode, oparg=None, /, *, jump=None)",
    run(args: Address): Word {
      const index = realm.index(argument(args, 0));
      if (index === NULL) return NULL;
      const opcode = realm.integers.toNumber(index);
      const [given, jump] = [argument(args, 1) || NONE, argument(args, 2) || NONE];
      if (given === NONE && opcode >= HAVE_ARGUMENT)
        return fail("stack_effect: opcode requires oparg but oparg was not specified");
      if (given !== NONE && opcode < HAVE_ARGUMENT)
        return fail("stack_effect: opcode does not permit oparg but oparg was specified");
      const operand = given === NONE ? realm.int(0) : realm.index(given);
      if (operand === NULL) return NULL;
      if (jump !== NONE && jump !== TRUE && jump !== FALSE)
        return fail("stack_effect: jump must be False, True or None");
      const path = jump === NONE ? "worst" : jump === TRUE ? "jump" : "next";
      const change = realm.stackEffect(opcode, realm.integers.toNumber(operand), path);
      return change === undefined ? fail("invalid opcode or oparg") : realm.int(change);
    },
  };
}

function describe(library: Library, stackEffect: NativeDefinition): ModuleContents {
  const { realm } = library;
  const { dicts, handles } = realm;
  const texts = (items: readonly string[]): Word[] => items.map((each) => realm.intern(each));
  const opcodesOf = (...operands: readonly ShownOperand[]): Word[] =>
    [...SHOWN_OPCODES.values()].flatMap(({ opcode, operand }) =>
      operands.includes(operand) ? [realm.int(opcode)] : [],
    );

  /** A dict, filled with words that never move. */
  function mapping(entries: Iterable<readonly [string, Word]>): Word {
    const dict = dicts.create();
    for (const [key, value] of entries) dicts.set(dict, realm.intern(key), value);
    return dict;
  }

  const PUBLIC =
    "cmp_op hasconst hasname hasjrel hasjabs haslocal hascompare hasfree opname opmap HAVE_ARGUMENT EXTENDED_ARG hasnargs stack_effect".split(
      " ",
    );
  return {
    functions: [stackEffect],
    attributes: () =>
      library.withHandles(() => {
        const names = Array.from({ length: OPCODES }, (_, opcode) => `<${opcode}>`);
        for (const [name, { opcode }] of SHOWN_OPCODES) names[opcode] = name;
        const operators = [
          ["", ""],
          ["INPLACE_", "="],
        ].flatMap(([before, after]) => OPERATORS.map(([name, sign]) => [`NB_${before}${name}`, `${sign}${after}`]));
        const lists: Readonly<Record<string, () => Word>> = {
          opname: () => realm.list(texts(names)),
          opmap: () => mapping([...SHOWN_OPCODES].map(([name, { opcode }]) => [name, realm.int(opcode)])),
          cmp_op: () => realm.tuple(texts(COMPARISONS)),
          hasconst: () => realm.list(opcodesOf("constant")),
          hasname: () => realm.list(opcodesOf("name")),
          hasjrel: () => realm.list(opcodesOf("jump")),
          hasjabs: () => realm.list([]),
          haslocal: () => realm.list(opcodesOf("local")),
          hasfree: () => realm.list(opcodesOf("free")),
          hascompare: () => realm.list(opcodesOf("compare")),
          hasnargs: () => realm.list([]),
          _nb_ops: () => realm.list(operators.map((each) => realm.tuple(texts(each)))),
          _cache_format: () => mapping([]),
          _specializations: () => mapping([]),
          _specialized_instructions: () => realm.list([]),
          _specialization_stats: () => realm.list([]),
          _inline_cache_entries: () => realm.list(names.map(() => realm.int(0))),
          __all__: () => realm.list(texts(PUBLIC)),
        };
        const kept = Object.entries(lists).map(([name, make]) => [name, handles.push(make())] as const);
        return {
          HAVE_ARGUMENT: realm.int(HAVE_ARGUMENT),
          EXTENDED_ARG: realm.int(EXTENDED_ARG),
          ...Object.fromEntries(kept.map(([name, handle]) => [name, handles.get(handle)])),
        };
      }),
  };
}
