import { FRAME_SP } from "@hotpy/frame-stack";
import { pollInterrupt } from "@hotpy/interpreter";
import { type Address, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import {
  BYTES_DATA,
  isNativeShape,
  NATIVE_INDEX,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  SHAPE_BYTES,
  SHAPE_NATIVE,
  SHAPE_NATIVE_METHOD,
  SHAPE_NATIVE_OPERATOR,
  TAIL_SIZE,
} from "@hotpy/object-model";
import type { UpToCode } from "../context.js";
import type { NativeDefinition } from "../natives.js";
import { interruptsOf } from "../platform.js";
import { bindErrors } from "./bind-errors.js";
import { type Arrangement, arrange, type Misfit, parseSignature, type Signature } from "./parameters.js";
import { slotWrapper } from "./slot-wrappers.js";
import { wrongSelf } from "./wrong-self.js";

/** A native with its parsed parameters. */
export interface NativeRecord {
  readonly definition: NativeDefinition;
  /** The module that it belongs to, if it is not the builtins. */
  readonly module: string | undefined;
  readonly signature: Signature;
  /** Of `T.__new__`, static methods and class methods: T. Else NULL. */
  readonly definedIn: Address;
}

interface KnownArrangement {
  readonly count: number;
  readonly names: readonly Word[];
  readonly arrangement: Arrangement;
}

/** The table of native functions, the binding of arguments to their parameters, and their calls. */
export interface Natives {
  /** By NATIVE_INDEX: what to call once the arguments are bound and {@link ownerOf} agrees with the first. */
  readonly runs: ((args: Address, count: number) => Word)[];
  /** The type that `self` must have, or NULL. Natives read memory by layout: a method called through its type must not get anything else. */
  ownerOf(index: number): Address;
  /** Whether a call replaces the argument at a position by the value that it carries, of this type or of some type; see `receives` of the definition. */
  takesValue(index: number, position: number, type?: Address): boolean;
  /**
   * Byte address of a table by NATIVE_INDEX, a byte each: in {@link OPERATION_MASK} the position among the loop's operations + 1, or 0; with {@link KEEPS_SELF}
   * the native gets an object that carries a value as it is.
   */
  readonly loopOperations: Address;
  /** Byte address of two words for each native, by NATIVE_INDEX: the name of the method that it asks, or 0, and the address of the continuation. */
  readonly asked: Address;
  /** Functions of kernels, which the loop calls in place of natives; the first place is free. */
  readonly kernels: WebAssembly.Table;
  /** The place there of a function, which is given one. */
  placeOfKernel(kernel: CallableFunction): number;
  /**
   * Byte address of a table by NATIVE_INDEX, 8 bytes each: for calls with one argument to {@link MOST_KERNEL_ARGUMENTS}, 16 bits that are the
   * place in {@link kernels} of the function to be called, or 0; with {@link SPREAD}, of one that gets the address of the arguments and their
   * number, and with {@link CHECKS_SELF} of one that looks at the type of the first, with {@link TAKES_NAMES}
   * of one that gets the names of the last arguments too, and any number of them.
   */
  readonly kernelCalls: Address;
  /**
   * Calls a native, not looking at its NATIVE_SELF, with `count` arguments in place at `args`, the last ones named by the tuple `names`
   * (or NULL). The stack pointer of the running frame is left above the arguments; or it is `cut`, where the caller's operands end,
   * for a native that may push a frame.
   */
  call(native: Word, args: Address, count: number, names: Word, cut: Address): Word;
  readonly records: NativeRecord[];
  /** A native function object (immortal); `owner` is its type if it is a method, `definedIn` the type that has it as its `__new__`, static method or class method. */
  create(definition: NativeDefinition, owner?: Address, module?: string, definedIn?: Address): Word;
  record(native: Word): NativeRecord;
  /** Whether it may push a frame and return RESUME. */
  pushesFrames(native: Word): boolean;
  /** Whether this is a native that never pushes a frame: what calls it has the result at once. */
  isImmediate(word: Word): boolean;
  /** Whether this is a native. */
  isFunction(word: Word): boolean;
  /** Where the words come from that {@link call} lays out for the native with this index; undefined: it would raise. Leaf. */
  arrange(index: number, count: number, names: Word): Arrangement | undefined;
}

/** The loop calls functions of kernels with no more arguments. */
export const MOST_KERNEL_ARGUMENTS = 4;

/** See {@link Natives.kernelCalls}. */
export const SPREAD = 0x8000;
export const CHECKS_SELF = 0x4000;
export const TAKES_NAMES = 0x2000;

/** See {@link Natives.loopOperations}. */
export const OPERATION_MASK = 0x7f;
export const KEEPS_SELF = 0x80;

/** Room for native functions: NATIVE_INDEX is less. */
const MOST_NATIVES = 4096;

/*
 * How a native is called without names:
 *
 *   bits 0-7    fewest positional arguments; 255: it must be called through `bind`
 *   bits 8-15   most positional arguments
 *   bits 16-23  words that `run` takes
 *   bit 29      its signature has not been looked at: only bits 30 and 31 are right
 *   bit 30      it is not leaf
 *   bit 31      it may push a frame
 */
const BIND_ALWAYS = 255;
const UNREAD = 1 << 29;
const NOT_LEAF = 1 << 30;
const FRAMES = 1 << 31;

const TAKES_SELF = 1;
const TAKES_VALUES = 2;
/** Names of types whose methods take each other's values for what they are: numbers, and texts. */
const PLAIN_TYPES = [["int", "float", "complex"], ["str"]];

/** @param operations names of the operations that the loop has */
export function createNatives(context: UpToCode, operations: readonly string[]): Natives {
  const { memory, objects, shapes, strings, dicts, types, reentry, continuations, name: intern } = context;
  const { i32 } = memory;
  const interrupted = interruptsOf(context.platform);
  const records: NativeRecord[] = [];
  const runs: Natives["runs"] = [];
  const arities = new Int32Array(MOST_NATIVES);
  /** Bytes that are all 0. */
  function table(size: number): Address {
    const bytes = objects.immortal(SHAPE_BYTES, size / 4);
    i32[(bytes + TAIL_SIZE) >>> 2] = size;
    memory.u8.fill(0, bytes + BYTES_DATA, bytes + BYTES_DATA + size);
    return bytes + BYTES_DATA;
  }
  const loopOperations = table(MOST_NATIVES);
  const asked = table(MOST_NATIVES * 8);
  const kernelCalls = table(MOST_NATIVES * 2 * MOST_KERNEL_ARGUMENTS);
  const kernels = new WebAssembly.Table({ element: "anyfunc", initial: 1 });
  const places = new Map<CallableFunction, number>();

  /** The place of a function in the table. */
  function placeOf(kernel: CallableFunction): number {
    const known = places.get(kernel);
    if (known !== undefined) return known;
    const place = kernels.grow(1);
    kernels.set(place, kernel);
    places.set(kernel, place);
    return place;
  }

  /** Where arguments are put in order. */
  const bound: Word[] = [];
  /** By NATIVE_INDEX: the type that `self` must have, or NULL. */
  const owners = new Int32Array(MOST_NATIVES);
  /** By NATIVE_INDEX: `receives` of the definition. */
  const receives = new Uint8Array(MOST_NATIVES);

  /**
   * Whether the native may be called with this `self`; false: raised. Replaces instances of refined builtin types by the values that
   * they carry, in place, as the native's `receives` says.
   */
  function accepts(index: number, args: Address): boolean {
    const taken = receives[index];
    if (taken === TAKES_VALUES) toPlainValues(index, args);
    const owner = owners[index];
    if (owner === NULL) return true;
    const type = types.typeOf(i32[args >>> 2]);
    if (type === owner) return true;
    if (types.isSubtype(type, owner)) {
      if (taken !== TAKES_SELF) i32[args >>> 2] = shapes.valueOf(i32[args >>> 2]);
      return true;
    }
    wrongSelf(context, records[index].definition.name, owner, type);
    return false;
  }

  /** Which kind of plain values objects of a type are. Filled when first asked. */
  const kinds = new Map<Address, number>();
  const kindOf = (type: Address): number | undefined => {
    if (kinds.size === 0)
      PLAIN_TYPES.forEach((names, kind) => {
        for (const name of names) kinds.set(types.named(name), kind);
      });
    return kinds.get(type);
  };
  /** Whether the method with this index takes values of a type for what they are: numbers those of numbers, texts those of texts. */
  const takesPlain = (index: number, type: Address): boolean => {
    const kind = kindOf(type);
    return kind !== undefined && kind === kindOf(owners[index]);
  };

  function toPlainValues(index: number, args: Address): void {
    let count = records[index].signature.parameters.length;
    for (let at = args >>> 2; count > 0; at++, count--) {
      if (i32[at] === NULL) continue;
      const value = shapes.valueOf(i32[at]);
      if (value !== i32[at] && takesPlain(index, types.typeOf(value))) i32[at] = value;
    }
  }

  const shapeFor = (name: string, owner: Address): number =>
    owner === NULL
      ? SHAPE_NATIVE
      : slotWrapper(types.nameOf(owner), name) === undefined
        ? SHAPE_NATIVE_METHOD
        : SHAPE_NATIVE_OPERATOR;

  function create(
    definition: NativeDefinition,
    owner: Address = NULL,
    module?: string,
    definedIn: Address = NULL,
  ): Word {
    const index = records.length;
    records.push({
      definition,
      // Most natives are never called.
      get signature() {
        return parseSignature(definition.parameters);
      },
      module,
      definedIn,
    });
    if (index >= MOST_NATIVES) throw new RangeError("too many natives");
    runs.push(definition.run);
    owners[index] = owner === types.object ? NULL : owner;
    receives[index] = definition.receives === "values" ? TAKES_VALUES : definition.receives === "self" ? TAKES_SELF : 0;
    arities[index] = UNREAD | (definition.leaf === false ? NOT_LEAF : 0) | (definition.frames === true ? FRAMES : 0);
    if (definition.asks !== undefined) {
      const { method, after } = definition.asks;
      i32.set([intern(method), continuations.addressOf(after)], (asked >>> 2) + index * 2);
    }
    memory.u8[loopOperations + index] =
      (definition.loop === undefined ? 0 : operations.indexOf(definition.loop.name) + 1) |
      (definition.receives === "self" ? KEEPS_SELF : 0);
    const calls = (kernelCalls >>> 1) + index * MOST_KERNEL_ARGUMENTS;
    if (definition.spread !== undefined)
      memory.u16.fill(
        SPREAD |
          (definition.checksSelf === true ? CHECKS_SELF : 0) |
          (definition.takesNames === true ? TAKES_NAMES : 0) |
          placeOf(definition.spread),
        calls,
        calls + MOST_KERNEL_ARGUMENTS,
      );
    else if (definition.kernel !== undefined && !/\*\w/.test(definition.parameters))
      for (const [count, kernel] of Object.entries(definition.kernel))
        memory.u16[calls + Number(count) - 1] = placeOf(kernel);
    const native = objects.immortal(shapeFor(definition.name, owner));
    i32[(native + NATIVE_INDEX) >>> 2] = index;
    i32[(native + NATIVE_NAME) >>> 2] = intern(definition.name);
    i32[(native + NATIVE_SELF) >>> 2] = NULL;
    i32[(native + NATIVE_OWNER) >>> 2] = owner;
    return native;
  }

  function readArity(index: number): number {
    const { isSimple, required, positional, parameters } = records[index].signature;
    arities[index] =
      (arities[index] & (NOT_LEAF | FRAMES)) |
      (isSimple ? required : BIND_ALWAYS) |
      (positional << 8) |
      (parameters.length << 16);
    return arities[index];
  }

  function call(native: Word, args: Address, count: number, names: Word, cut: Address): Word {
    const index = i32[(native + NATIVE_INDEX) >>> 2];
    let arity = arities[index];
    if ((arity & (NOT_LEAF | UNREAD)) !== 0) {
      if ((arity & UNREAD) !== 0) arity = readArity(index);
      if ((arity & NOT_LEAF) !== 0 && !reentry.isAllowed()) return reentry.refuse();
    }
    let words = (arity >>> 16) & 255;
    if (names === NULL && count >= (arity & 255) && count <= ((arity >>> 8) & 255)) {
      for (let i = count; i < words; i++) i32[(args >>> 2) + i] = NULL;
    } else {
      words = bind(native, args, count, names);
      if (words < 0) return NULL;
    }
    const end = args + words * 4;
    i32[(i32[STATE_FRAME >>> 2] + FRAME_SP) >>> 2] = arity < 0 || end < cut ? cut : end;
    const result = accepts(index, args) ? runs[index](args, words) : NULL;
    // Natives may take long, so that the countdowns of loops, which count iterations, would come too late.
    pollInterrupt(memory, interrupted);
    return result;
  }

  const record = (native: Word): NativeRecord => records[i32[(native + NATIVE_INDEX) >>> 2]];

  /**
   * Lays `count` arguments at `args`, the last ones named by the tuple `names` (or NULL), out for the native, in place.
   * The number of words, or -1 (raised). Leaf.
   */
  function bind(native: Word, args: Address, count: number, names: Word): number {
    const { signature } = record(native);
    const { parameters, positional, required, varargs, varkeywords } = signature;
    if (names === NULL && count >= required && varargs === positional && !signature.needsKeyword)
      return bindRest(signature, args, count);
    const arrangement = arrangementOf(i32[(native + NATIVE_INDEX) >>> 2], signature, count, names);
    const namedCount = names === NULL ? 0 : i32[(names + TAIL_SIZE) >>> 2];
    if (typeof arrangement === "function") {
      const given = count - namedCount;
      if (namedCount > 0 && given > 0 && leavesNames(native, i32[args >>> 2])) return bind(native, args, given, NULL);
      return misfit(native, args, given, namedCount, arrangement);
    }
    const { sources, rest, restCount, keywords } = arrangement;
    const at = args >>> 2;
    // Addresses stay valid, as nothing here collects.
    for (let i = 0; i < sources.length; i++) bound[i] = sources[i] < 0 ? NULL : i32[at + sources[i]];
    if (varargs >= 0) bound[varargs] = objects.tupleFrom(args + rest * 4, restCount);
    if (varkeywords >= 0) {
      const dict = (bound[varkeywords] = dicts.create());
      for (const source of keywords)
        dicts.set(dict, i32[(names >>> 2) + 2 + source - (count - namedCount)], i32[at + source]);
    }
    for (let i = 0; i < sources.length; i++) i32[at + i] = bound[i];
    return parameters.length;
  }

  /** How calls with names were arranged last, by NATIVE_INDEX. Names are interned, and so do not move. */
  const arranged: (KnownArrangement | undefined)[] = [];

  function arrangementOf(index: number, signature: Signature, count: number, names: Word): Arrangement | Misfit {
    const known = arranged[index];
    if (known !== undefined && known.count === count && haveNames(names, known.names)) return known.arrangement;
    const arrangement = arrange(signature, count, namesIn(names));
    if (typeof arrangement !== "function")
      arranged[index] = { count, names: names === NULL ? [] : wordsOf(names), arrangement };
    return arrangement;
  }

  const wordsOf = (tuple: Word): Word[] =>
    Array.from({ length: i32[(tuple + TAIL_SIZE) >>> 2] }, (_, i) => strings.intern(i32[(tuple >>> 2) + 2 + i]));

  function haveNames(names: Word, known: readonly Word[]): boolean {
    const count = names === NULL ? 0 : i32[(names + TAIL_SIZE) >>> 2];
    if (count !== known.length) return false;
    for (let i = 0; i < count; i++) if (i32[(names >>> 2) + 2 + i] !== known[i]) return false;
    return true;
  }

  const newAndInit = ["__new__", "__init__"].map(intern);

  /** Whether named arguments are for the other one of `__new__` and `__init__`, which a class that refines the type has of its own. */
  function leavesNames(native: Word, first: Word): boolean {
    const { definition, signature, definedIn } = record(native);
    if (signature.parameters.some((p) => p.kind !== "positional-only" && p.kind !== "varargs")) return false;
    const isNew = definition.name === "__new__" && definedIn !== NULL;
    if (!isNew && definition.leavesNames !== true) return false;
    const [type, cls] = isNew ? [definedIn, first] : [i32[(native + NATIVE_OWNER) >>> 2], types.typeOf(first)];
    if (type === NULL || !types.isType(cls) || cls === type || !types.isSubtype(cls, type)) return false;
    const other = newAndInit[isNew ? 1 : 0];
    return types.lookup(cls, other) !== types.lookup(type, other);
  }

  const namesIn = (names: Word): string[] =>
    names === NULL
      ? []
      : Array.from({ length: i32[(names + TAIL_SIZE) >>> 2] }, (_, i) => strings.toJS(i32[(names >>> 2) + 2 + i]));

  /** Raises. Like CPython, checks `self` and whether there may be names before all else. */
  function misfit(native: Word, args: Address, given: number, named: number, report: Misfit): -1 {
    const { definition, signature, module, definedIn } = record(native);
    const owner = i32[(native + NATIVE_OWNER) >>> 2];
    const self = given > 0 ? i32[args >>> 2] : NULL;
    if (definition.acceptsClass?.(self) === false) return -1;
    // Methods of classes are named after the class that they are called on.
    const isOfClass =
      owner === types.type && types.isType(self) && (definedIn !== NULL || i32[(native + NATIVE_SELF) >>> 2] !== NULL);
    // So are those that have been bound, after the class of their object; but calls by name bind here what CPython does not.
    const isBound =
      named === 0 && i32[(native + NATIVE_SELF) >>> 2] !== NULL && i32[native >>> 2] >>> 8 === SHAPE_NATIVE;
    const namedAfter = isOfClass ? self : isBound && owner !== NULL && !types.isType(self) ? types.typeOf(self) : owner;
    const place = module ?? (definedIn === NULL || definition.name === "__new__" ? undefined : types.nameOf(definedIn));
    const [name, shownName] =
      namedAfter === NULL ? [undefined, undefined] : [types.nameOf(namedAfter), types.shownNameOf(namedAfter)];
    const errors = bindErrors(context, definition, signature, name, shownName, place);
    if (owner !== NULL) {
      if (given === 0) return errors.noSelf();
      if (!accepts(i32[(native + NATIVE_INDEX) >>> 2], args)) return -1;
    }
    // What is given by position is unpacked before names are looked at.
    if (definition.wording === "unpack" && signature.varargs === 0 && given === 0) return errors.noneGiven();
    if (named > 0 && !signature.parameters.some((p) => p.kind !== "positional-only" && p.kind !== "varargs"))
      return errors.namesForbidden();
    return report(errors);
  }

  /** Positional arguments alone, for a native with `*args`: what is left over becomes the tuple. */
  function bindRest(
    { parameters, positional: positionalCount, varkeywords }: Signature,
    args: Address,
    count: number,
  ): number {
    const at = args >>> 2;
    const rest = objects.tupleFrom(args + positionalCount * 4, Math.max(0, count - positionalCount));
    for (let i = count; i < positionalCount; i++) i32[at + i] = NULL;
    i32[at + positionalCount] = rest;
    for (let i = positionalCount + 1; i < parameters.length; i++) i32[at + i] = NULL;
    if (varkeywords >= 0) i32[at + varkeywords] = dicts.create();
    return parameters.length;
  }

  const pushesFrames = (native: Word): boolean => arities[i32[(native + NATIVE_INDEX) >>> 2]] < 0;
  const isFunction = (word: Word): boolean => (word & 1) === 0 && word !== NULL && isNativeShape(i32[word >>> 2] >>> 8);
  const isImmediate = (word: Word): boolean => isFunction(word) && !pushesFrames(word);

  return {
    runs,
    ownerOf: (index) => owners[index],
    takesValue: (index, position, type) =>
      (receives[index] === TAKES_VALUES && (type === undefined || takesPlain(index, type))) ||
      (position === 0 && owners[index] !== NULL && receives[index] !== TAKES_SELF),
    loopOperations,
    asked,
    kernels,
    placeOfKernel: placeOf,
    kernelCalls,
    call,
    records,
    create,
    record,
    arrange(index, count, names) {
      const arrangement = arrange(records[index].signature, count, namesIn(names));
      return typeof arrangement === "function" ? undefined : arrangement;
    },
    pushesFrames,
    isImmediate,
    isFunction,
  };
}
