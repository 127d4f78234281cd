import type { Address, Word } from "@hotpy/memory";
import type { Field } from "@hotpy/object-model";
import type { NativeEffects } from "./native-effects.js";
import type { NativeExpansion } from "./native-expansions.js";

/**
 * Result of a native that has pushed a frame, or otherwise changed the frames, instead of giving a value: the loop goes
 * on from STATE_FRAME. Only natives with `frames: true` may return it. No word has this value.
 */
export const RESUME: Word = 2;

/**
 * What the interpreter loop does itself, for the commonest operands, in place of calls of natives that name it. Whoever generates the loop is given
 * all of them; in a loop without it the natives are called.
 */
export interface LoopOperation {
  readonly name: string;
  /**
   * A text for `@hotpy/loop-compiler`, which works on `count` arguments at word index `first`; it may read `x`, the first, and `y`, the second if
   * there is one. `FINISH(word)` ends with a result, which goes to word index `cut`, and goes on at `after`. Where it does not go on by itself
   * the native is called.
   */
  readonly text: string;
  /** It may go on in a tail that calls what lies on the stack below the arguments: of a native with its object filled in that is not there. */
  readonly callsByStack?: true;
}

/**
 * A function written in TypeScript. There is one type of builtin function for plain functions, methods, and slots.
 *
 * `parameters` is a Python parameter list, e.g. "(iterable, /, start=0)", "(self, *args, key=None)", "(obj, /)". The caller
 * binds arguments to it and raises TypeError as CPython does. `run` gets one word per parameter, in order of the list,
 * at `args` (byte address on the VM stack, so they are roots): NULL for an optional parameter that was not given
 * (defaults in the list are documentation), a tuple for `*args`, a dict for `**kwargs`. `count` is the number of words.
 * It returns a word, or NULL with the exception pending (`return realm.raise(…)`).
 *
 * A native that may run Python code (a sort key, `__eq__`) crosses safepoints: it re-reads its arguments from `args`
 * and keeps other references in `realm.handles`.
 *
 * What else a definition says makes calls fast, and is never needed for them to be right. Traces call a native as a leaf: no
 * Python code may run then, no safepoint is reached, and the running frame is not in memory. If the native would call Python code all
 * the same (an argument has a method `__eq__`), the realm refuses and the interpreter does the whole call again. So a native that may
 * run Python code after it has changed anything asks `realm.isInTrace()` before, or says `leaf: false`; as does one that looks at the
 * running frame. What it takes out of iterators of builtin types among its arguments is put back.
 */
export interface NativeDefinition {
  readonly name: string;
  readonly parameters: string;
  /**
   * How CPython words a wrong number of arguments here: as `PyArg_ParseTuple` or as `PyArg_UnpackTuple` does ("unpack()": with parentheses
   * behind the name), as its parser of optional groups ("groups"), as for functions in Python ("function"), or as `PyArg_ParseTupleAndKeywords` where it is
   * not told a name ("anonymous"). Default: by the parameters.
   */
  readonly wording?: "parse" | "unpack" | "unpack()" | "groups" | "function" | "anonymous";
  /** The function to which CPython hands named arguments on, and whose they are in messages: `sort` for `sorted`. */
  readonly namesFor?: string;
  /** What messages about its arguments call it, if not by its name: `range.__new__(range)` lacks an argument of `range`. */
  readonly calledBy?: string;
  /** Of `__new__`: whether its first argument, or NULL, is a proper class; false: raised. Asked before arguments are counted. */
  readonly acceptsClass?: (cls: Word) => boolean;
  /** Of `__init__`: named arguments are for the `__new__` that a class has of its own, as all `__new__` leave them to its `__init__`. */
  readonly leavesNames?: true;
  readonly run: (args: Address, count: number) => Word;
  /** May return {@link RESUME}. The caller's operand stack is cut below the arguments before `run`: it must read them first. */
  readonly frames?: true;
  /**
   * What the native gets of an instance of a class that refines a builtin type (`class C(list)`). A method of that type gets
   * as `self` the value that the instance carries, an object of exactly the type, unless this is "self". Other arguments
   * come as they are; with "values" they too are replaced by what they carry, where that is a number as `self` is, or a text as `self` is.
   */
  readonly receives?: "self" | "values";
  /** Never called from a trace: it looks at frames, reaches safepoints, or may run Python code after its first effect. */
  readonly leaf?: false;
  /**
   * What it may do to memory, with the promise that it raises, if it does, before its first effect. Left out: anything; it may also
   * change what traces rely on (classes, modules), and raise at any time.
   */
  readonly effects?: NativeEffects;
  /** Its meaning in core instructions for some operands. */
  readonly expand?: NativeExpansion;
  /** How the interpreter loop does it in place for the commonest operands. */
  readonly loop?: LoopOperation;
  /** Of a call of a type: what a kernel makes for the commonest arguments, MAKES_LIST and others. The loop asks it first. */
  readonly makes?: number;
  /**
   * By number of arguments (`self` among them), 1 to 4: the function of a kernel, the WebAssembly function itself, that traces and the loop
   * call. Where it returns UNDECIDED or 0 it has done nothing, and `run` is called. A method gets a `self` of exactly its type, but for that all
   * arguments may be anything. Of a native with `*args` or `**kwargs` it gets the words that `run` gets, and the loop does not call it.
   */
  readonly kernel?: Readonly<Record<number, CallableFunction>>;
  /** What has a kernel and declares no effects: its kernel changes nothing, so that it may be called ahead, and again. */
  readonly kernelReads?: true;
  /**
   * Of a native with `*args` or `**kwargs`: the function of a kernel that the loop calls, with the address of the arguments and their number (`self` among
   * them), where they are 1 to 4 without names. As `kernel` for the rest.
   */
  readonly spread?: CallableFunction;
  /**
   * The function of `spread` gets as third operand the tuple of the names that the last arguments have, or 0, and any number of arguments. Where it does
   * not decide, it has done nothing but read and allocate.
   */
  readonly takesNames?: true;
  /** The function of `spread` looks at the type of `self`: it is called for instances of classes that refine the native's type, too. */
  readonly checksSelf?: boolean;
  /**
   * With one argument whose class has this method, written in Python, the native does no more than to call it under this continuation. The loop and
   * traces do that themselves.
   */
  readonly asks?: { readonly method: string; readonly after: number };
  /** The native resumes the generator that is its first argument: traces go on in that one's frame. */
  readonly resumes?: ResumedGenerator;
  /** The native makes an iterator around a generator: how traces make it without calling it. */
  readonly wraps?: GeneratorWrapper;
  /** What the native calls in its place where the iterable is a generator or an object around one: traces inline that. */
  readonly forGenerators?: SurrogateCall;
  /** What the native calls in its place where it is given a function as its key: traces inline that. */
  readonly forKeys?: KeyedCall;
  /** What the native calls in its place where an object has this method, written in Python: traces inline that. */
  readonly forObjects?: ObjectCall;
  readonly doc?: string;
}

/** What a native resumes, and what for. */
export interface ResumedGenerator {
  /** The first argument is an object of the coroutine type, which has the generator in it. */
  readonly isCoroutine?: true;
  /** The second argument is sent; else None, and a call with a second argument is something else. */
  readonly sends?: true;
}

/** An iterator object of four words around a generator of a surrogate. */
export interface GeneratorWrapper {
  readonly shape: number;
  /** The field that holds the generator. */
  readonly inner: Field<"word">;
  readonly over: SurrogateCall;
}

/** The surrogate for so many arguments (the class of a type that is called not counted), and what it is given; undefined: none of these. Leaf. */
export type SurrogateCall = (
  count: number,
) => { readonly surrogate: Word; readonly given: readonly SurrogateArgument[] } | undefined;

/** Indices are those of the native's parameters; that of `*args` stands for the only argument that it has. */
export interface KeyedCall {
  readonly key: number;
  /** @param isGiven whether there is an argument for a parameter. Leaf. */
  call(isGiven: (index: number) => boolean): ReturnType<SurrogateCall>;
}

/** The surrogate for so many arguments, which gets them as they are; undefined: none. Leaf. */
export interface ObjectCall {
  readonly method: "__hash__" | "__eq__" | "__lt__";
  /** Only where the first argument is a list: functions, unlike methods, may be given anything. */
  readonly inList?: true;
  /** The object is not the second argument but the first item of that list. */
  readonly isItem?: true;
  /** The object is not the second argument but an item of the first, a tuple. */
  readonly inTuple?: true;
  surrogate(count: number): Word | undefined;
}

export type SurrogateArgument =
  /** `iter()` of the argument at an index; the argument, which must be an integer, or a function, method or type, or may be anything. */
  | { readonly kind: "iterator" | "integer" | "callable" | "anything"; readonly index: number }
  /** True or False, which it is where it is not given. */
  | { readonly kind: "flag"; readonly index: number }
  | { readonly kind: "constant"; readonly word: Word };

/** An attribute computed by TypeScript (`f.__name__`, `x.real`). */
export interface GetterDefinition {
  readonly name: string;
  readonly get: (self: Word) => Word;
  /** Gets the object itself, not the value that an instance of a class that refines a builtin type carries. */
  readonly receives?: "self";
  /** It is a field of CPython's struct: its descriptor is a member_descriptor, which words the error of a read-only one so. */
  readonly isField?: true;
  /** The function of a kernel that gives it, or UNDECIDED; the loop calls that with `self`. */
  readonly kernel?: CallableFunction;
  /** `__doc__`, where it is not that of the type's attribute in CPython's texts. */
  readonly doc?: string;
  /** `value` is NULL for deletion. Returns false with the exception pending. Absent: read-only. */
  readonly set?: (self: Word, value: Word) => boolean;
}

/** A builtin type. Methods have `self` as first parameter; special methods ("__len__", "__repr__") stand among them. */
export interface TypeDefinition {
  readonly name: string;
  /** Default "builtins". */
  readonly module?: string;
  /** There is another type of this name, which is the one that is found by it. */
  readonly isNamesake?: true;
  /** Default `object`. */
  readonly base?: Address;
  /** Shapes whose objects are instances, e.g. the three of str. Give ids of `object-model` or of `realm.shapes.define`. */
  readonly shapes: readonly number[];
  readonly methods?: readonly NativeDefinition[];
  /** First parameter is the class. */
  readonly classMethods?: readonly NativeDefinition[];
  readonly staticMethods?: readonly NativeDefinition[];
  readonly getters?: readonly GetterDefinition[];
  /** Objects keep attributes of their own in a dict, which lies at this offset once there are any. */
  readonly attributesAt?: number;
  /** Objects become methods as functions do: got from an instance whose class has one, it is bound to that. */
  readonly bindsLikeFunctions?: true;
  /** Weak references may refer to instances. */
  readonly isWeaklyReferable?: true;
  /** Classes may refine the type. Their instances carry an object of it; see `receives` in NativeDefinition. */
  readonly isBase?: true;
  /**
   * For types whose objects `__init__` fills: an object with nothing in it. `__new__` gives it and leaves its arguments to
   * `__init__`, which must be among the methods.
   */
  readonly empty?: () => Word;
  /**
   * All that an object of the type holds is a dict of attributes, at the place where instances have it. So do instances of classes
   * that refine the type: they carry no object of it, and `__class__` can be set from one to the other. `empty` is given, too.
   */
  readonly refinedWithDict?: true;
  /** Calling the type: first parameter is the class. Absent: "cannot create 'x' instances". */
  readonly construct?: NativeDefinition;
  /** The type can be subscripted: `list[int]`. */
  readonly isGeneric?: true;
  /** Other class attributes. */
  readonly attributes?: Readonly<Record<string, Word>>;
  /** Native `next` for `for` loops: the next item, or NULL (nothing pending when exhausted). `__next__` and `__iter__` are made from it. */
  readonly next?: (iterator: Word) => Word;
  /** Native `iter(x)`. `__iter__` is made from it. */
  readonly iterate?: (self: Word) => Word;
  /** `item in x` if no Python code need run, else undefined: then `__contains__` is called. Leaf. */
  readonly contains?: (self: Word, item: Word) => Word | undefined;
  /** What the patterns of `match` take objects of the type for, and of classes that refine it. */
  readonly patterns?: Patterns;
  /** Instances cannot be hashed (`__hash__ = None`). */
  readonly unhashable?: true;
  readonly doc?: string;
}

/** How `match` sees objects of a type. */
export interface Patterns {
  /** A pattern `[…]` or `{…}` may match them. */
  readonly collection?: "sequence" | "mapping";
  /** The one positional subpattern of the type stands for the object itself: `int(x)`. */
  readonly isItself?: true;
}

/** A builtin module, made on first import. */
export interface ModuleDefinition {
  readonly name: string;
  readonly functions?: readonly NativeDefinition[];
  /** Further contents, made on first import. */
  readonly attributes?: () => Readonly<Record<string, Word>>;
  /** Whether what it needs of the system is there; asked when it is imported. */
  readonly isThere?: () => boolean;
  readonly doc?: string | undefined;
}
