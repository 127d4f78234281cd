import { type Address, NULL, type Word } from "@hotpy/memory";
import { exponential, trigonometry } from "@hotpy/object-model";
import { type Builtins, complexArithmetic, toDouble } from "@hotpy/python-builtins";
import { type Complex, type NativeDefinition, PURE } from "@hotpy/python-objects";
import { constants } from "../math/constants.js";
import * as functions from "./functions.js";

const { hypot } = complexArithmetic;

/** The module `cmath`. */
export function defineCmath({ library }: Builtins): void {
  const { realm, argument } = library;
  const { complexes } = realm;

  /** An argument as a complex number; undefined: raised. May collect. */
  function complexOf(given: Word): Complex | undefined {
    const value = realm.valueOf(given);
    if (complexes.isComplex(value)) return complexes.value(value);
    const method = realm.lookupOnType(realm.typeOf(given), realm.intern("__complex__"));
    if (method === NULL) {
      const real = toDouble(realm, given);
      return real === undefined ? undefined : { real, imag: 0 };
    }
    const result = realm.callFound(method, given);
    if (result === NULL) return undefined;
    if (complexes.isComplex(realm.valueOf(result))) {
      const narrowed = realm.narrow(result, "__complex__", "complex");
      return narrowed === NULL ? undefined : complexes.value(narrowed);
    }
    realm.raise("TypeError", `__complex__ returned non-complex (type ${realm.typeName(result)})`);
    return undefined;
  }

  function checked(result: Complex | functions.Fault): Word {
    if (result === "domain") return realm.raise("ValueError", "math domain error");
    return result === "range" ? realm.raise("OverflowError", "math range error") : complexes.create(result);
  }

  const of = (name: string, compute: (z: Complex) => Word): NativeDefinition => ({
    name,
    parameters: "(z, /)",
    effects: PURE,
    run(args) {
      const z = complexOf(argument(args, 0));
      return z === undefined ? NULL : compute(z);
    },
  });
  const unary = (name: string, compute: functions.ComplexFunction): NativeDefinition =>
    of(name, (z) => checked(compute(z)));
  const test = (name: string, holds: (z: Complex) => boolean): NativeDefinition =>
    of(name, (z) => realm.bool(holds(z)));

  const exp = unary("exp", functions.exponentialOf);

  function log(args: Address): Word {
    const z = complexOf(argument(args, 0));
    if (z === undefined) return NULL;
    if (argument(args, 1) === NULL) return checked(functions.log(z));
    const base = complexOf(argument(args, 1));
    return base === undefined ? NULL : checked(functions.logTo(z, base));
  }

  function polar({ real, imag }: Complex): Word {
    const size = hypot(real, imag);
    if (size === Infinity && Number.isFinite(real) && Number.isFinite(imag))
      return realm.raise("OverflowError", "math range error");
    return realm.tuple([realm.float(size), realm.float(trigonometry.atan2(imag, real))]);
  }

  function rect(args: Address): Word {
    const size = toDouble(realm, argument(args, 0));
    const angle = size === undefined ? undefined : toDouble(realm, argument(args, 1));
    return size === undefined || angle === undefined ? NULL : checked(functions.rect(size, angle));
  }

  function isClose(args: Address): Word {
    const a = complexOf(argument(args, 0));
    const b = a === undefined ? undefined : complexOf(argument(args, 1));
    if (a === undefined || b === undefined) return NULL;
    const [relative, absolute] = [2, 3].map((index) =>
      argument(args, index) === NULL ? (index === 2 ? 1e-9 : 0) : toDouble(realm, argument(args, index)),
    );
    if (relative === undefined || absolute === undefined) return NULL;
    if (relative < 0 || absolute < 0) return realm.raise("ValueError", "tolerances must be non-negative");
    if (a.real === b.real && a.imag === b.imag) return realm.bool(true);
    if ([a.real, a.imag, b.real, b.imag].some((x) => Math.abs(x) === Infinity)) return realm.bool(false);
    const difference = hypot(a.real - b.real, a.imag - b.imag);
    const most = relative * Math.max(hypot(a.real, a.imag), hypot(b.real, b.imag));
    return realm.bool(difference <= most || difference <= absolute);
  }

  const both = (z: Complex, holds: (x: number) => boolean): boolean => holds(z.real) && holds(z.imag);
  realm.defineModule({
    name: "cmath",
    doc: "This module provides access to mathematical functions for complex\nnumbers.",
    functions: [
      unary("acos", functions.acos),
      unary("acosh", functions.acosh),
      unary("asin", functions.asin),
      unary("asinh", functions.asinh),
      unary("atan", functions.atan),
      unary("atanh", functions.atanh),
      unary("cos", functions.cos),
      unary("cosh", functions.cosh),
      {
        ...exp,
        kernel: { 1: realm.pythonKernel.complexExp },
        run(args, given) {
          trigonometry.prepareTrigonometry(realm.memory);
          exponential.prepareExponentials(realm.memory);
          return exp.run(args, given);
        },
      },
      { name: "isclose", parameters: "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", effects: PURE, run: isClose },
      test("isfinite", (z) => both(z, Number.isFinite)),
      test("isinf", (z) => !both(z, (x) => Math.abs(x) !== Infinity)),
      test("isnan", (z) => !both(z, (x) => !Number.isNaN(x))),
      { name: "log", parameters: "(z, base=None, /)", effects: PURE, run: log },
      unary("log10", functions.log10),
      of("phase", ({ real, imag }) => realm.float(trigonometry.atan2(imag, real))),
      of("polar", polar),
      { name: "rect", parameters: "(r, phi, /)", effects: PURE, run: rect },
      unary("sin", functions.sin),
      unary("sinh", functions.sinh),
      unary("sqrt", functions.sqrt),
      unary("tan", functions.tan),
      unary("tanh", functions.tanh),
    ],
    attributes: () => ({
      ...constants(realm),
      infj: complexes.create({ real: 0, imag: Infinity }),
      nanj: complexes.create({ real: 0, imag: Number.NaN }),
    }),
  });
}
