import type { Dicts } from "@hotpy/dict";
import type { Heap } from "@hotpy/gc";
import type { Address, Handles, Memory, NULL, Word } from "@hotpy/memory";
import type { Floats, Integers, ObjectKernel, ShapeTable, Strings } from "@hotpy/object-model";
import type { ModuleDefinition, NativeDefinition, TypeDefinition } from "./natives.js";
import type { Platform } from "./platform.js";
import type { Plain } from "./protocols/plain.js";

/** Operators of two operands by the name of their special method without underscores. */
export type BinaryOperator =
  | "add"
  | "sub"
  | "mul"
  | "truediv"
  | "floordiv"
  | "mod"
  | "pow"
  | "lshift"
  | "rshift"
  | "and"
  | "or"
  | "xor"
  | "matmul";
export type Comparison = "lt" | "le" | "gt" | "ge" | "eq" | "ne";
export type UnaryOperator = "neg" | "pos" | "invert";

/** Meaning of an operator for two operand types: a word, NULL (raised), or NOT_IMPLEMENTED. */
export type BinaryMeaning = (left: Word, right: Word) => Word;

/**
 * What code that implements Python in TypeScript is written against: one running Python.
 *
 * Every function says *leaf* (never reaches a safepoint) or *may collect* (may run Python code: addresses held in
 * TypeScript are stale afterwards unless kept in `handles` or on the VM stack). A result NULL means that an exception
 * is pending; numbers use -1 for it.
 */
export interface Realm {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly shapes: ShapeTable;
  readonly handles: Handles;
  readonly strings: Strings;
  readonly integers: Integers;
  readonly floats: Floats;
  /** Keys are hashed and compared by Python's rules: operations with keys other than str and int may collect. */
  readonly dicts: Dicts;
  /** The leaf operations of the object model. */
  readonly kernel: ObjectKernel;
  readonly platform: Platform;
  /** Equality, order and hash of values that need no call. */
  readonly plain: Plain;

  /**
   * A safepoint, for natives that allocate in a loop without end: what they have to keep must be in `handles` or among their arguments.
   * False: return NULL; an exception is pending, or a trace has called, which may not collect and has the interpreter do it all again.
   */
  safepoint(): boolean;
  /** Whether a trace calls the native: no Python code may run. */
  isInTrace(): boolean;
  /** To be returned, in a trace, by a native that wants Python code to run and has had no effect: the interpreter does the call again. */
  retryByInterpreter(): typeof NULL;

  /* ---- making objects (leaf) ---- */
  /** `None`. */
  readonly none: Word;
  readonly notImplementedWord: Word;
  readonly ellipsis: Word;
  bool(value: boolean): Word;
  /** An int of any size. */
  int(value: number | bigint): Word;
  float(value: number): Word;
  /** A str from JavaScript's text. */
  str(text: string): Word;
  /** The interned str of a name: never moves. */
  intern(text: string): Word;
  /** Items must be fresh (no safepoint since they were read). */
  tuple(items: readonly Word[]): Word;
  list(items: readonly Word[]): Word;
  /** A tuple of `count` words at a byte address. */
  tupleFrom(address: Address, count: number): Word;
  listFrom(address: Address, count: number): Word;
  /** A fresh object of a fixed layout with zero words after the header. */
  object(shape: number, words: number): Address;

  /* ---- exceptions (leaf) ---- */
  /** Raises a builtin exception with one str argument. */
  raise(type: string, message: string): typeof NULL;
  /** Raises a builtin exception with these arguments, e.g. KeyError(key). */
  raiseWith(type: string, ...args: readonly Word[]): typeof NULL;
  /** Raises an exception object. */
  raiseObject(exception: Word): typeof NULL;
  /** The pending exception or NULL. */
  pending(): Word;
  clearPending(): void;
  /** Whether the pending exception is an instance of the builtin exception. */
  pendingIs(type: string): boolean;
  /** Stops the program: the language feature is not there yet. Never returns; Python code cannot catch it. */
  notImplemented(feature: string): never;

  /* ---- types (leaf) ---- */
  /** Address of a type that TypeScript defines, e.g. "list" or, of another module than builtins, "collections.deque". Types never move. */
  type(name: string): Address;
  typeOf(word: Word): Address;
  /**
   * The value of an instance of a class that refines a builtin type (an object of exactly that type); any other word itself.
   * For arguments of which only the value counts, as CPython's `PyUnicode_Check` and the like take them.
   */
  valueOf(word: Word): Word;
  /** `type(word).__name__` for messages. */
  typeName(word: Word): string;
  /** Name of a type. */
  nameOfType(type: Address): string;
  isSubtype(type: Address, base: Address): boolean;
  /** By type only, no `__instancecheck__`. */
  isInstance(word: Word, type: Address): boolean;
  defineType(definition: TypeDefinition): Address;
  /** Adds methods to a type defined before. */
  extendType(type: Address, definition: Partial<TypeDefinition>): void;
  /** Adds a function to the builtins. */
  defineBuiltin(definition: NativeDefinition): void;
  /** Sets any name in the builtins. */
  setBuiltin(name: string, value: Word): void;
  /** A native function object (immortal). */
  native(definition: NativeDefinition): Word;
  defineModule(definition: ModuleDefinition): void;
  /** `globals()` and `locals()` of the running frame. */
  frameGlobals(): Word;
  frameLocals(): Word;
  /** The dict of imported modules, `sys.modules`. */
  modules(): Word;
  /** A module that has been imported, or NULL. */
  loadedModule(name: string): Word;
  /**
   * Python source of builtin behaviour (*surrogates*): functions and classes in a namespace of their own that sees the builtins.
   * Answers the function or class of a name, compiled when first asked for. Functions have no defaults, and asking for one is
   * leaf; the body of a class runs. Frames of surrogates do not show in tracebacks.
   */
  defineSurrogates(source: string): (name: string) => Word;
  /**
   * For natives with `frames: true`: calls `callee` in the native's place, without re-entering the loop; return what this
   * returns. Args must be fresh.
   */
  tailCall(callee: Word, ...args: readonly Word[]): Word;
  /** The same for a special method of `self`, looked for on its type; undefined: there is none. At most one argument. */
  tailCallSpecial(self: Word, name: Word, argument: Word): Word | undefined;
  /** Meaning of an operator for operands of two builtin types (all shapes of both). `__add__`, `__radd__` are made from it. */
  defineOperator(
    operator: BinaryOperator,
    left: Address,
    right: Address,
    meaning: BinaryMeaning,
    owner?: Address,
  ): void;
  /** A short cut for the in-place operator between exactly these types, tried before the type's own method (`__iadd__`). Leaf. */
  defineInPlace(operator: BinaryOperator, left: Address, right: Address, meaning: BinaryMeaning): void;
  defineComparison(operator: Comparison, left: Address, right: Address, meaning: BinaryMeaning, owner?: Address): void;
  defineUnary(operator: UnaryOperator, type: Address, meaning: (operand: Word) => Word): void;
  /** Attribute found on the type or its bases, unbound, or NULL with nothing pending. `name` is interned. */
  lookupOnType(type: Address, name: Word): Word;

  /* ---- protocols (may collect) ---- */
  /** `repr(w)`, `str(w)`: a str word or NULL. */
  repr(word: Word): Word;
  toStr(word: Word): Word;
  /** `format(w, spec)`; `spec` is a str word or NULL for none. */
  format(word: Word, spec: Word): Word;
  /** `hash(w)`: CPython's 64-bit value as an int word, or NULL. */
  hash(word: Word): Word;
  /** `a == b` as 1 or 0, -1 raised. Identity counts as equal, as in containers. */
  equals(a: Word, b: Word): number;
  compare(operator: Comparison, a: Word, b: Word): Word;
  /** `a < b` and the like as 1 or 0, -1 raised. */
  compareTruth(operator: Comparison, a: Word, b: Word): number;
  binary(operator: BinaryOperator, a: Word, b: Word): Word;
  unary(operator: UnaryOperator, a: Word): Word;
  /** 1 or 0, -1 raised. */
  truth(word: Word): number;
  /** `len(w)`, -1 raised. */
  length(word: Word): number;
  getAttribute(object: Word, name: Word): Word;
  /** As getAttribute, but NULL with nothing pending if there is none (AttributeError). */
  findAttribute(object: Word, name: Word): Word;
  /** False: raised. */
  setAttribute(object: Word, name: Word, value: Word): boolean;
  deleteAttribute(object: Word, name: Word): boolean;
  getItem(container: Word, key: Word): Word;
  setItem(container: Word, key: Word, value: Word): boolean;
  deleteItem(container: Word, key: Word): boolean;
  contains(container: Word, item: Word): number;
  /** `iter(w)`. */
  iterate(word: Word): Word;
  /** Next item or NULL: exhausted if nothing is pending. */
  next(iterator: Word): Word;
  /** All items as a list word, or NULL. */
  listOf(iterable: Word): Word;
  /** `callee(*args)`. Re-enters the loop for Python functions (bounded depth). Args must be fresh. */
  call(callee: Word, ...args: readonly Word[]): Word;
  /** `callee(*args, **keywords)`: a tuple and a dict or NULL. */
  callSpread(callee: Word, args: Word, keywords: Word): Word;
  callMethod(object: Word, name: Word, ...args: readonly Word[]): Word;
  /** isinstance() with tuples and unions; 1, 0, -1. */
  isInstanceOf(word: Word, classInfo: Word): number;
  /** issubclass(), likewise. */
  isSubclassOf(type: Word, classInfo: Word): number;
  /** `operator.index(w)` as an int word or NULL. */
  index(word: Word): Word;
  /** As {@link index}, clipped to int32 for slices and sizes; undefined: raised. */
  indexNumber(word: Word): number | undefined;
  /** `dir(w)`: a sorted list. */
  dir(word: Word): Word;
  /** Most frames, `sys.getrecursionlimit()`; takes effect at the next call. */
  recursionLimit: number;
  /** Call before recursing over nested objects (repr, ==, hash). False: RecursionError is pending. Pair with `leave`. */
  enter(): boolean;
  leave(): void;
}
