import { NULL, type Word } from "@hotpy/memory";
import type { Builtins, Library } from "@hotpy/python-builtins";
import { lazyModule, type ModuleContents, numberAttributes, tailCallSource } from "@hotpy/python-modules";
import type { NativeDefinition } from "@hotpy/python-objects";
import { defineContextType } from "./context-type.js";
import { MAX_PREC, MIN_ETINY } from "./contexts.js";
import { defineDecimalType } from "./decimal-type.js";
import {
  CLAMPED,
  DIVISION_BY_ZERO,
  INVALID,
  OVERFLOW,
  ROUND_HALF_EVEN,
  ROUND_HALF_UP,
  ROUNDINGS,
  UNDERFLOW,
} from "./engine/number.js";
import { createKit, type Kit } from "./kit.js";
import { CONDITIONS, createSignals, SIGNALS, type Signals } from "./signals.js";
import { SOURCE } from "./source.js";

/** Makes the module `_decimal` importable, of which the library's `decimal` consists where it is there. */
export function defineDecimal({ library }: Builtins): void {
  library.realm.defineModule(lazyModule("_decimal", () => makeDecimal(library)));
}

const NO_SIGNAL = `valid values for signals are:
  [InvalidOperation, FloatOperation, DivisionByZero,
   Overflow, Underflow, Subnormal, Inexact, Rounded,
   Clamped]`;

function makeDecimal(library: Library): ModuleContents {
  const { realm, argument } = library;
  const { i32 } = realm.memory;
  const natives: NativeDefinition[] = [];
  const surrogate = realm.defineSurrogates(SOURCE, natives);
  const signals: Signals = createSignals(library, surrogate);
  const kit = createKit(library, surrogate, signals);
  const { contexts, values } = kit;

  const tupleType = realm.root(NULL);
  defineDecimalType(kit, () => i32[tupleType >>> 2]);
  defineContextType(kit);
  natives.push(...createNatives(kit));

  const template = (prec: number, rounding: number, trapped: number): Word => {
    const context = contexts.create();
    contexts.setWord(context, "prec", realm.int(prec));
    contexts.setPart(context, "rounding", rounding);
    contexts.setPart(context, "trapped", trapped);
    return context;
  };
  const basic = contexts.addTemplate(
    template(9, ROUND_HALF_UP, INVALID | DIVISION_BY_ZERO | OVERFLOW | UNDERFLOW | CLAMPED),
  );
  const extended = contexts.addTemplate(template(9, ROUND_HALF_EVEN, 0));

  const setcontext = (word: Word): Word => {
    if (!contexts.isContext(word)) return realm.raise("TypeError", "argument must be a context");
    let context = word;
    if (contexts.isTemplate(word)) {
      context = contexts.copy(word);
      contexts.setPart(context, "status", 0);
    }
    return contexts.setCurrent(context) ? realm.none : NULL;
  };

  /** The changes that `localcontext` is told by name. */
  const LOCAL = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"] as const;

  const functions: NativeDefinition[] = [
    { name: "getcontext", parameters: "()", run: () => contexts.current() },
    {
      name: "setcontext",
      parameters: "(context, /)",

      run: (args) => setcontext(argument(args, 0)),
    },
    {
      name: "localcontext",
      parameters: `(ctx=None, *, ${LOCAL.map((name) => `${name}=None`).join(", ")})`,
      wording: "anonymous",

      frames: true,
      leaf: false,
      run(args) {
        const given = argument(args, 0) || realm.none;
        if (given !== realm.none && !contexts.isContext(given))
          return realm.raise("TypeError", "optional argument must be a context");
        const changes = LOCAL.map((name, index) =>
          realm.tuple([realm.intern(name), argument(args, index + 1) || realm.none]),
        );
        return tailCallSource(library, surrogate, "make_manager", [given, realm.tuple(changes)]);
      },
    },
  ];

  return {
    functions,
    attributes: () =>
      library.withHandles(() => {
        if (i32[tupleType >>> 2] === NULL) {
          i32[tupleType >>> 2] = realm.call(surrogate("make_tuple_type"));
          realm.call(surrogate("register_types"), values.type());
        }
        const names = [...SIGNALS, ...CONDITIONS].map(({ name }) => name);
        return {
          Decimal: values.type(),
          Context: contexts.type(),
          DecimalTuple: i32[tupleType >>> 2],
          DecimalException: surrogate("DecimalException"),
          ...Object.fromEntries(names.map((name) => [name, surrogate(name)])),
          DefaultContext: i32[contexts.defaultContext >>> 2],
          BasicContext: i32[basic >>> 2],
          ExtendedContext: i32[extended >>> 2],
          ...Object.fromEntries(ROUNDINGS.map((name) => [name, realm.intern(name)])),
          ...numberAttributes(realm, { MAX_PREC, MAX_EMAX: MAX_PREC, MIN_EMIN: -MAX_PREC, MIN_ETINY }),
          HAVE_THREADS: realm.bool(true),
          HAVE_CONTEXTVAR: realm.bool(true),
          __version__: realm.intern("1.70"),
          __libmpdec_version__: realm.intern("2.5.1"),
        };
      }),
    doc: "C decimal arithmetic module",
  };
}

/** What the part in Python calls. */
function createNatives({ library, contexts, signals }: Kit): NativeDefinition[] {
  const { realm, argument } = library;
  const part = (dict: Word): { readonly context: Word; readonly name: "status" | "trapped" } | undefined => {
    const which = library.withHandles(() => {
      const kept = realm.handles.push(dict);
      const name = realm.getAttribute(dict, realm.intern("_which"));
      return [name, realm.handles.get(kept)] as const;
    });
    if (which[0] === NULL) return undefined;
    const owner = realm.getAttribute(which[1], realm.intern("_owner"));
    if (owner === NULL) return undefined;
    // A small integer, which does not move.
    return { context: realm.valueOf(owner), name: which[0] >> 1 === 0 ? "status" : "trapped" };
  };
  const maskOf: NativeDefinition = {
    name: "mask_of",
    parameters: "(signal, /)",
    run(args) {
      const mask = signals.maskOf(argument(args, 0));
      return mask === undefined ? realm.raise("KeyError", NO_SIGNAL) : realm.int(mask);
    },
  };
  return [
    {
      name: "signal_mask",
      parameters: "(dict, /)",
      run(args) {
        const found = part(argument(args, 0));
        return found === undefined ? NULL : realm.int(contexts.part(found.context, found.name));
      },
    },
    {
      name: "set_signal_mask",
      parameters: "(dict, mask, /)",
      run(args) {
        const found = part(argument(args, 0));
        if (found === undefined) return NULL;
        contexts.setPart(found.context, found.name, argument(args, 1) >> 1);
        return realm.none;
      },
    },
    maskOf,
    {
      name: "signal_types",
      parameters: "()",
      run: () => realm.tuple(SIGNALS.map(({ name }) => signals.type(name))),
    },
    { name: "get_context", parameters: "()", run: () => contexts.current() },
    {
      name: "set_context",
      parameters: "(context, /)",
      run: (args) => (contexts.setCurrent(argument(args, 0)) ? realm.none : NULL),
    },
    {
      name: "copy_context",
      parameters: "(context, /)",
      run: (args) => contexts.copy(realm.valueOf(argument(args, 0))),
    },
  ];
}
