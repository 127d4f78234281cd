import { type Address, NONE, type Word } from "@hotpy/memory";
import type { RootSlot, UpToValues } from "../context.js";
import { OWN_NAMES } from "../core-types/generic-alias.js";

/** Making objects. All leaf. */
export interface Making {
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
  /** A view of a dict that allows no changes. */
  mappingProxy(mapping: Word): Word;
  /** `origin[args]`, of a tuple of arguments; with a star, what it is unpacked as in the arguments of another. */
  genericAlias(origin: Word, args: Word, isStarred: boolean): Word;
  /** Attributes that generic aliases have themselves, and which are not looked up in the class. */
  readonly genericAliasNames: readonly string[];
  /** A fresh object of a shape without a tail: zero words after the header. */
  object(shape: number): Address;
  /** A word that TypeScript keeps for good: where it lies. */
  root(word: Word): RootSlot;
}

export function createMaking({ objects, strings, genericAliases, name }: UpToValues): Making {
  return {
    none: NONE,
    notImplementedWord: objects.notImplemented,
    ellipsis: objects.ellipsis,
    bool: objects.bool,
    int: objects.int,
    float: objects.float,
    str: strings.fromJS,
    intern: name,
    tuple: objects.tuple,
    list: objects.list,
    tupleFrom: objects.tupleFrom,
    listFrom: objects.listFrom,
    mappingProxy: objects.mappingProxy,
    genericAlias: (origin, args, isStarred) => genericAliases.make(genericAliases.aliasShape, origin, args, isStarred),
    genericAliasNames: OWN_NAMES,
    object: objects.object,
    root: objects.root,
  };
}
