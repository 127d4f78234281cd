import { NULL, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";
import type { References } from "./references.js";
import type { ToPython } from "./to-python.js";
import type { PythonObject, PythonValue } from "./values.js";

/** What the members of Python's objects need. */
export interface ObjectParts {
  readonly references: References;
  readonly toPython: ToPython;
  readonly toJavaScript: (word: Word) => PythonValue;
  /** Runs Python: the value of the word that `body` returns, or what it raises. */
  enter(body: () => Word): PythonValue;
}

/** Makes the object of JavaScript that stands for a word's. Leaf. */
export function createPythonObjects(context: Context, parts: ObjectParts): (word: Word) => PythonObject {
  const { realm, handles } = context;
  const { references, toPython, enter } = parts;
  const wordOf = (object: PythonObject): Word => references.wordOf(object)!;

  /** `run` with the words of an object and of values, all fresh. NULL: a value cannot be converted. */
  function withWords(
    object: PythonObject,
    values: readonly unknown[],
    run: (self: Word, ...words: Word[]) => Word,
  ): Word {
    const mark = handles.mark();
    const kept: number[] = [];
    for (const value of values) {
      const word = toPython(value);
      if (word === NULL) break;
      kept.push(handles.push(word));
    }
    const isWhole = kept.length === values.length;
    const result = isWhole ? run(wordOf(object), ...kept.map(handles.get)) : NULL;
    handles.release(mark);
    return result;
  }

  const call = (object: PythonObject, args: readonly unknown[]): PythonValue =>
    enter(() => withWords(object, args, (self, ...words) => realm.call(self, ...words)));
  const none = (isDone: boolean): Word => (isDone ? realm.none : NULL);

  const members: Partial<PythonObject> & ThisType<PythonObject> = {
    callWith(positional: readonly unknown[], named: Readonly<Record<string, unknown>>) {
      return enter(() =>
        withWords(this, [[...positional], named], (self, args, keywords) => {
          const mark = handles.mark();
          const kept = [self, keywords].map(handles.push);
          const tuple = realm.call(realm.type("tuple"), args);
          const result = realm.callSpread(handles.get(kept[0]), tuple, handles.get(kept[1]));
          handles.release(mark);
          return result;
        }),
      );
    },
    get(name: string) {
      return enter(() => realm.getAttribute(wordOf(this), realm.intern(name)));
    },
    set(name: string, value: unknown) {
      enter(() => withWords(this, [value], (self, word) => none(realm.setAttribute(self, realm.intern(name), word))));
    },
    item(key: unknown) {
      return enter(() => withWords(this, [key], realm.getItem));
    },
    setItem(key: unknown, value: unknown) {
      enter(() => withWords(this, [key, value], (self, ...words) => none(realm.setItem(self, words[0], words[1]))));
    },
    deleteItem(key: unknown) {
      enter(() => withWords(this, [key], (self, word) => none(realm.deleteItem(self, word))));
    },
    has(key: unknown) {
      const found = enter(() =>
        withWords(this, [key], (self, word) => {
          const contains = realm.contains(self, word);
          return contains < 0 ? NULL : realm.bool(contains === 1);
        }),
      );
      return found as boolean;
    },
    get size() {
      return enter(() => {
        const length = realm.length(wordOf(this as PythonObject));
        return length < 0 ? NULL : realm.int(length);
      });
    },
    get type() {
      return realm.typeName(wordOf(this as PythonObject));
    },
    toJs() {
      return copy(this, new Map());
    },
    toString() {
      return enter(() => realm.toStr(wordOf(this))) as string;
    },
    *[Symbol.iterator]() {
      const iterator = enter(() => realm.iterate(wordOf(this))) as PythonObject;
      for (;;) {
        let isEnded = false;
        const item = enter(() => {
          const word = realm.next(wordOf(iterator));
          isEnded = word === NULL && realm.pending() === NULL;
          return isEnded ? realm.none : word;
        });
        if (isEnded) return;
        yield item;
      }
    },
  };
  const prototype = Object.setPrototypeOf(members, Function.prototype);

  const is = (object: PythonObject, ...types: readonly string[]): boolean =>
    types.some((type) => realm.isInstance(wordOf(object), realm.type(type)));

  /** @param copies by the address in Python, which does not change as nothing but conversion runs: what contains itself does so in the copy */
  function copy(value: unknown, copies: Map<unknown, unknown>): unknown {
    if (typeof value !== "function" || references.wordOf(value) === undefined) return value;
    const object = value as PythonObject;
    const id = enter(() => realm.int(context.heap.identity(wordOf(object))));
    if (copies.has(id)) return copies.get(id);
    if (is(object, "list", "tuple")) {
      const array: unknown[] = [];
      copies.set(id, array);
      for (const item of object) array.push(copy(item, copies));
      return array;
    }
    if (is(object, "set", "frozenset")) return new Set([...object].map((item) => copy(item, copies)));
    if (is(object, "bytearray")) return new Uint8Array([...object] as number[]);
    return is(object, "dict") ? copyDict(object, id, copies) : object;
  }

  function copyDict(object: PythonObject, id: unknown, copies: Map<unknown, unknown>): unknown {
    const keys = [...object];
    if (keys.every((key) => typeof key === "string")) {
      const plain: Record<string, unknown> = {};
      copies.set(id, plain);
      for (const key of keys) define(plain, key, copy(object.item(key), copies));
      return plain;
    }
    const map = new Map<unknown, unknown>();
    copies.set(id, map);
    for (const key of keys) map.set(copy(key, copies), copy(object.item(key), copies));
    return map;
  }

  /** A property of any name, `__proto__` too. */
  const define = (object: object, name: string, value: unknown): void =>
    void Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });

  return (word) => {
    const object = ((...args: readonly unknown[]) => call(object, args)) as unknown as PythonObject;
    // The own properties of functions would hide what these names mean for Python's object.
    for (const name of ["length", "name"]) Reflect.deleteProperty(object, name);
    Object.setPrototypeOf(object, prototype);
    references.keep(object, word);
    return object;
  };
}
