import { CODE_VARARGS, CODE_VARKEYWORDS, type CodeUnit } from "@hotpy/bytecode";
import { type Address, NULL, type Word } from "@hotpy/memory";
import { FUNCTION_DEFAULTS, FUNCTION_GLOBALS, FUNCTION_KEYWORD_DEFAULTS, FUNCTION_QUALNAME } from "@hotpy/object-model";
import type { CodeRecord } from "../code/codes.js";
import type { UpToValues } from "../context.js";
import { bindErrors } from "./bind-errors.js";
import { arrange, type Parameter, type Signature } from "./parameters.js";
import { slotWrapper } from "./slot-wrappers.js";
import { wrongSelf } from "./wrong-self.js";

/** Binding of arguments to the parameters of a Python function. */
export interface Arguments {
  /**
   * Fills the slots of all parameters at `slots` (byte address above the arguments) from `count` arguments at `args`,
   * the last ones named by the tuple `names` (or NULL). False: TypeError. Leaf.
   */
  bind(fn: Word, record: CodeRecord, args: Address, count: number, names: Word, slots: Address): boolean;
}

const plural = (count: number): string => (count === 1 ? "" : "s");

/** "'a'", "'a' and 'b'", "'a', 'b', and 'c'". */
function enumerate(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop() as string;
  if (quoted.length === 0) return last;
  return quoted.length === 1 ? `${quoted[0]} and ${last}` : `${quoted.join(", ")}, and ${last}`;
}

export function createArguments({ memory, strings, dicts, objects, types, exceptions }: UpToValues): Arguments {
  const { i32 } = memory;

  const nameOf = (fn: Word): string => `${strings.toJS(i32[(fn + FUNCTION_QUALNAME) >>> 2])}()`;
  const fail = (message: string): false => {
    exceptions.raise("TypeError", message);
    return false;
  };
  const lengthOf = (tuple: Word): number => (tuple === NULL ? 0 : i32[(tuple >>> 2) + 1]);

  function tooMany(fn: Word, unit: CodeUnit, given: number, slot: number): false {
    const { argumentCount } = unit;
    const defaults = lengthOf(i32[(fn + FUNCTION_DEFAULTS) >>> 2]);
    let keywordOnly = 0;
    for (let i = 0; i < unit.keywordOnlyCount; i++) if (i32[slot + argumentCount + i] !== NULL) keywordOnly++;
    const takes =
      defaults > 0
        ? `from ${argumentCount - defaults} to ${argumentCount} positional arguments`
        : `${argumentCount} positional argument${plural(argumentCount)}`;
    const was =
      keywordOnly > 0
        ? `${given} positional argument${plural(given)} (and ${keywordOnly} keyword-only argument${plural(keywordOnly)}) were`
        : `${given} ${given === 1 ? "was" : "were"}`;
    return fail(`${nameOf(fn)} takes ${takes} but ${was} given`);
  }

  function missing(fn: Word, unit: CodeUnit, slot: number): boolean {
    const { argumentCount, keywordOnlyCount, localNames } = unit;
    let isComplete = true;
    for (let i = 0; i < argumentCount + keywordOnlyCount; i++) isComplete &&= i32[slot + i] !== NULL;
    if (isComplete) return true;
    const absent = (from: number, to: number): string[] =>
      localNames.slice(from, to).filter((_, i) => i32[slot + from + i] === NULL);
    const positional = absent(0, argumentCount);
    const [kind, names] =
      positional.length > 0
        ? (["positional", positional] as const)
        : (["keyword-only", absent(argumentCount, argumentCount + keywordOnlyCount)] as const);
    return fail(
      `${nameOf(fn)} missing ${names.length} required ${kind} argument${plural(names.length)}: ${enumerate(names)}`,
    );
  }

  function bind(fn: Word, record: CodeRecord, args: Address, count: number, names: Word, slots: Address): boolean {
    if (fill(fn, record, args, count, names, slots)) return true;
    if (record.isHidden && record.unit.qualname.includes(".")) complainAsNative(fn, record, args, count, names);
    return false;
  }

  /** A method of a builtin class, written in Python, says of wrong arguments what CPython's argument parsers say. */
  function complainAsNative(fn: Word, { unit }: CodeRecord, args: Address, count: number, names: Word): void {
    const signature = signatureOf(fn, unit);
    const given = Array.from({ length: lengthOf(names) }, (_, i) => strings.toJS(i32[(names >>> 2) + 2 + i]));
    const isNew = unit.name === "__new__";
    const self = isNew || count === given.length ? NULL : i32[args >>> 2];
    const type = ownerOf(fn, unit);
    if (type !== NULL && self !== NULL && !types.isSubtype(types.typeOf(self), type)) {
      exceptions.clearPending();
      wrongSelf({ types, exceptions }, unit.name, type, types.typeOf(self));
      return;
    }
    const shown = type === NULL ? NULL : types.ownerFor(type, self === NULL ? type : types.typeOf(self));
    const owner = shown === NULL ? (unit.qualname.split(".").at(-2) as string) : types.nameOf(shown);
    const misfit = arrange(signature, count, given);
    if (typeof misfit !== "function") return;
    const errors = bindErrors(
      { exceptions },
      isNew ? { name: owner } : { name: unit.name },
      signature,
      isNew ? undefined : owner,
      shown === NULL ? owner : types.shownNameOf(shown),
      undefined,
    );
    exceptions.clearPending();
    const hasNames = signature.parameters.some(({ kind }) => kind !== "positional-only" && kind !== "varargs");
    if (count === given.length) errors.noSelf();
    else if (given.length > 0 && !hasNames) errors.namesForbidden();
    else misfit(errors);
  }

  /** The class that a method of a builtin class, written in Python, belongs to; NULL: it is not known by its name. */
  function ownerOf(fn: Word, unit: CodeUnit): Address {
    const path = unit.qualname.split(".");
    if (path.length !== 2) return NULL;
    const owner = dicts.getInterned(i32[(fn + FUNCTION_GLOBALS) >>> 2], strings.internJS(path[0]));
    return types.isType(owner) ? owner : NULL;
  }

  function signatureOf(fn: Word, unit: CodeUnit): Signature {
    const { argumentCount, positionalOnlyCount, keywordOnlyCount, localNames, flags } = unit;
    const required = argumentCount - lengthOf(i32[(fn + FUNCTION_DEFAULTS) >>> 2]);
    const keywordDefaults = i32[(fn + FUNCTION_KEYWORD_DEFAULTS) >>> 2];
    const isGiven = (name: string): boolean =>
      keywordDefaults !== NULL && dicts.getInterned(keywordDefaults, strings.internJS(name)) !== NULL;
    const [method, owner = ""] = unit.qualname.split(".").reverse();
    // `self` and the class that a constructor gets are passed by position alone, as all that slots of a type get.
    const byPosition =
      slotWrapper(owner, method) === undefined || method === "__init__" || method === "__call__"
        ? Math.max(positionalOnlyCount, 1)
        : argumentCount;
    const parameters = localNames.slice(0, argumentCount + keywordOnlyCount).map((name, i): Parameter => {
      if (i < byPosition) return { name, kind: "positional-only", required: i < required };
      return i < argumentCount
        ? { name, kind: "any", required: i < required }
        : { name, kind: "keyword-only", required: !isGiven(name) };
    });
    const varargs = (flags & CODE_VARARGS) !== 0 ? parameters.length : -1;
    if (varargs >= 0) parameters.push({ name: "args", kind: "varargs", required: false });
    const varkeywords = (flags & CODE_VARKEYWORDS) !== 0 ? parameters.length : -1;
    if (varkeywords >= 0) parameters.push({ name: "options", kind: "varkeywords", required: false });
    return {
      parameters,
      positional: argumentCount,
      required,
      varargs,
      varkeywords,
      needsKeyword: parameters.some(({ kind, required }) => kind === "keyword-only" && required),
      isSimple: false,
    };
  }

  function fill(fn: Word, record: CodeRecord, args: Address, count: number, names: Word, slots: Address): boolean {
    const { unit, localNames } = record;
    const { argumentCount, keywordOnlyCount, positionalOnlyCount, flags } = unit;
    const parameters = argumentCount + keywordOnlyCount;
    const slot = slots >>> 2;
    const at = args >>> 2;
    const named = lengthOf(names);
    const given = count - named;
    const hasVarargs = (flags & CODE_VARARGS) !== 0;
    const positional = given < argumentCount ? given : argumentCount;
    for (let i = 0; i < positional; i++) i32[slot + i] = i32[at + i];
    for (let i = positional; i < parameters; i++) i32[slot + i] = NULL;
    if (hasVarargs) i32[slot + parameters] = objects.tupleFrom(args + positional * 4, given - positional);
    let extra = NULL;
    if ((flags & CODE_VARKEYWORDS) !== 0) {
      extra = dicts.create();
      i32[slot + parameters + (hasVarargs ? 1 : 0)] = extra;
    }
    for (let i = 0; i < named; i++) {
      const key = i32[(names >>> 2) + 2 + i];
      const interned = strings.intern(key);
      const index = localNames.indexOf(interned, positionalOnlyCount);
      if (index >= 0 && index < parameters) {
        if (i32[slot + index] !== NULL)
          return fail(`${nameOf(fn)} got multiple values for argument '${strings.toJS(key)}'`);
        i32[slot + index] = i32[at + given + i];
      } else if (extra !== NULL) {
        dicts.set(extra, interned, i32[at + given + i]);
      } else {
        const forbidden = [...Array(named).keys()]
          .map((n) => strings.intern(i32[(names >>> 2) + 2 + n]))
          .filter((name) => localNames.indexOf(name) >= 0 && localNames.indexOf(name) < positionalOnlyCount);
        if (forbidden.length > 0) {
          const list = forbidden.map((name) => strings.toJS(name)).join(", ");
          return fail(`${nameOf(fn)} got some positional-only arguments passed as keyword arguments: '${list}'`);
        }
        return fail(`${nameOf(fn)} got an unexpected keyword argument '${strings.toJS(key)}'`);
      }
    }
    if (given > argumentCount && !hasVarargs) return tooMany(fn, unit, given, slot);
    if (given < argumentCount) {
      const defaults = i32[(fn + FUNCTION_DEFAULTS) >>> 2];
      const first = argumentCount - lengthOf(defaults);
      for (let i = Math.max(given, first); i < argumentCount; i++) {
        if (i32[slot + i] === NULL) i32[slot + i] = i32[(defaults >>> 2) + 2 + i - first];
      }
    }
    const keywordDefaults = i32[(fn + FUNCTION_KEYWORD_DEFAULTS) >>> 2];
    if (keywordDefaults !== NULL) {
      for (let i = argumentCount; i < parameters; i++) {
        if (i32[slot + i] === NULL) i32[slot + i] = dicts.getInterned(keywordDefaults, localNames[i]);
      }
    }
    return missing(fn, unit, slot);
  }

  return { bind };
}
