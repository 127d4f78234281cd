import type { Address, Word } from "@hotpy/memory";
import type { Patterns } from "../natives.js";

/** How instances of a type are laid out. */
export type InstanceKind =
  /** Attributes by shape: instances of classes, of `object`'s heirs. */
  | "instance"
  /** As `instance`, with the hidden attributes of exceptions first. */
  | "exception"
  /** A layout of its own (int, list, …); no attributes on instances. */
  | "builtin";

/** What TypeScript knows of a type beside its object. */
export interface TypeRecord {
  readonly address: Address;
  name: string;
  qualname: string;
  module: string;
  /** The base that decides the layout, `__base__`; NULL for `object`. */
  base: Address;
  mro: readonly Address[];
  readonly subclasses: Address[];
  readonly kind: InstanceKind;
  /** Builtin type whose objects instances carry as their value, for a class that refines one (`class C(list)`); else NULL. */
  readonly valueType: Address;
  /** The base, or the type itself, that decides how instances are laid out: bases agree on it, or one refines the other. */
  readonly solid: Address;
  /** The nearest base, or the type itself, that is solid or has `__slots__` with names: classes whose bases disagree on it cannot be. */
  readonly layoutBase: Address;
  /** Names in its own `__slots__`. */
  readonly slotNames: readonly string[];
  /** Instances can have attributes of any name. */
  readonly hasDict: boolean;
  /** Whether a class statement may name this builtin type as a base. */
  isBase: boolean;
  /** Whether weak references may refer to instances: those of a builtin type, and of classes that refine it. Other classes have `__weakref__`. */
  isWeaklyReferable: boolean;
  /** Makes the value of a fresh instance whose `__init__` is to fill it, see TypeDefinition. */
  empty?: (() => Word) | undefined;
  /** See TypeDefinition; classes inherit it. */
  refinedWithDict: boolean;
  /** Made by a class statement: its attributes can change. */
  readonly isClass: boolean;
  /** Made by a class statement of a builtin that is written in Python: a class of C's in CPython, so messages name its module. */
  isWrittenInPython?: boolean;
  /** What `__abstractmethods__` names, sorted: where it is anything, no instances can be made. */
  abstractMethods: readonly string[];
  /** It has, or has had, a `__del__`, own or inherited: each instance is registered with the heap. */
  hasFinaliser: boolean;
  /** Native called by calling the type, own or inherited; NULL: none. */
  construct: Word;
  /** Native iteration, see TypeDefinition. */
  next?: ((iterator: Word) => Word) | undefined;
  iterate?: ((self: Word) => Word) | undefined;
  /** The type's own short cut for `in`, see TypeDefinition. */
  contains?: ((self: Word, item: Word) => Word | undefined) | undefined;
  /** How `match` sees instances, see TypeDefinition: its own, not inherited. */
  patterns: Patterns;
  /** Words of instances: bytes to allocate for the kinds `instance` and `exception`. */
  readonly instanceBytes: number;
}
