import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { BinaryOperator, Comparison, NativeDefinition, UnaryOperator } from "@hotpy/python-objects";
import { defineSourceModule } from "../source-module.js";
import { comparesDigests } from "./digests.js";
import { defineGetters } from "./getters.js";
import { IN_PLACE, operatorSource } from "./source.js";

const BINARY: Readonly<Record<string, BinaryOperator>> = {
  add: "add",
  sub: "sub",
  mul: "mul",
  truediv: "truediv",
  floordiv: "floordiv",
  mod: "mod",
  pow: "pow",
  lshift: "lshift",
  rshift: "rshift",
  and_: "and",
  or_: "or",
  xor: "xor",
  matmul: "matmul",
};
const COMPARISONS: readonly Comparison[] = ["lt", "le", "eq", "ne", "gt", "ge"];
const UNARY: Readonly<Record<string, UnaryOperator>> = { neg: "neg", pos: "pos", inv: "invert", invert: "invert" };

/** The module `_operator`: functions and getters; `methodcaller` is that of the library's file. */
export function defineOperatorModule(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument } = library;
  const { pythonKernel: kernel } = realm;

  /** Functions of the kernel that do the same for builtin types. */
  const kernels: Readonly<Record<string, CallableFunction>> = {
    add: kernel.addPlain,
    sub: kernel.subtractPlain,
    mul: kernel.multiplyPlain,
    truediv: kernel.dividePlain,
    floordiv: kernel.floorDividePlain,
    mod: kernel.remainderPlain,
    pow: kernel.powerPlain,
    lshift: kernel.shiftLeftPlain,
    rshift: kernel.shiftRightPlain,
    and_: kernel.andPlain,
    or_: kernel.orPlain,
    xor: kernel.xorPlain,
    lt: kernel.lessThanPlain,
    le: kernel.lessEqualPlain,
    eq: kernel.equalPlain,
    ne: kernel.notEqualPlain,
    gt: kernel.greaterThanPlain,
    ge: kernel.greaterEqualPlain,
    neg: kernel.negatePlain,
    inv: kernel.invertPlain,
    invert: kernel.invertPlain,
    not_: kernel.notPlain,
    truth: kernel.truthWord,
    is_: kernel.isSame,
    is_not: kernel.isOther,
    contains: kernel.containsPlain,
    getitem: kernel.itemOfPlain,
    index: kernel.indexPlain,
  };
  const byKernel = (name: string, count: number): Pick<NativeDefinition, "kernel" | "kernelReads"> =>
    kernels[name] === undefined ? {} : { kernel: { [count]: kernels[name] }, kernelReads: true };

  const two = (name: string, run: (a: Word, b: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(a, b, /)",
    wording: "unpack",
    ...byKernel(name, 2),
    run: (args: Address) => run(argument(args, 0), argument(args, 1)),
  });
  const one = (name: string, run: (a: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(a, /)",
    ...byKernel(name, 1),
    run: (args: Address) => run(argument(args, 0)),
  });
  const truthOf = (truth: number, wanted = 1): Word => (truth < 0 ? NULL : realm.bool(truth === wanted));

  const functions: NativeDefinition[] = [
    ...Object.entries(BINARY).map(([name, operator]) => two(name, (a, b) => realm.binary(operator, a, b))),
    ...COMPARISONS.map((name) => two(name, (a, b) => realm.compare(name, a, b))),
    ...Object.entries(UNARY).map(([name, operator]) => one(name, (a) => realm.unary(operator, a))),
    one("not_", (a) => truthOf(realm.truth(a), 0)),
    one("truth", (a) => truthOf(realm.truth(a))),
    one("index", (a) => {
      const index = realm.index(a);
      return index === realm.bool(true) || index === realm.bool(false)
        ? realm.int(index === realm.bool(true) ? 1 : 0)
        : index;
    }),
    two("is_", (a, b) => realm.bool(a === b)),
    two("is_not", (a, b) => realm.bool(a !== b)),
    two("contains", (a, b) => truthOf(realm.contains(a, b))),
    two("getitem", realm.getItem),
    two("delitem", (a, b) => (realm.deleteItem(a, b) ? realm.none : NULL)),
    {
      name: "setitem",
      parameters: "(a, b, c, /)",
      wording: "unpack",
      run: (args) => (realm.setItem(argument(args, 0), argument(args, 1), argument(args, 2)) ? realm.none : NULL),
    },
    two("_compare_digest", (a, b) => {
      const outcome = comparesDigests(realm, a, b);
      return outcome === undefined ? NULL : realm.bool(outcome);
    }),
  ];

  let getters: Readonly<Record<string, Address>> | undefined;
  defineSourceModule(builtins, {
    name: "_operator",
    source: operatorSource,
    functions,
    calls: [
      ...IN_PLACE.map(([name]) => ({ name, parameters: "(a, b, /)", wording: "unpack" as const })),
      { name: "abs", parameters: "(a, /)" },
      { name: "concat", parameters: "(a, b, /)", wording: "unpack" },
      { name: "iconcat", parameters: "(a, b, /)", wording: "unpack" },
      { name: "countOf", parameters: "(a, b, /)", wording: "unpack" },
      { name: "indexOf", parameters: "(a, b, /)", wording: "unpack" },
      { name: "length_hint", parameters: "(obj, default=0, /)", wording: "unpack" },
      { name: "call", parameters: "(obj, /, *args, **kwargs)" },
    ],
    attributes: () => {
      getters ??= defineGetters(library);
      return getters;
    },
    doc: DOC,
  });
}

const DOC = `Operator interface.

This module exports a set of functions implemented in C corresponding
to the intrinsic operators of Python.  For example, operator.add(x, y)
is equivalent to the expression x+y.`;
