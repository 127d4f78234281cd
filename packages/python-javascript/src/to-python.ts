import { NONE, NULL, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";
import type { JavaScriptObjects } from "./javascript-objects.js";
import type { References } from "./references.js";
import { PythonError } from "./values.js";

/** The word of a value of JavaScript; NULL: raised. May collect. */
export type ToPython = (value: unknown) => Word;

/** Deeper than this, arrays and objects are taken to contain themselves. */
const MAX_DEPTH = 1000;

export function createToPython(context: Context, references: References, wrap: () => JavaScriptObjects): ToPython {
  const { realm, objects, dicts, bytes, handles } = context;

  /** A list of the items, converted. */
  function list(items: Iterable<unknown>, depth: number): Word {
    const mark = handles.mark();
    const result = handles.push(objects.list([]));
    for (const item of items) {
      const word = convert(item, depth + 1);
      if (word === NULL) handles.set(result, NULL);
      if (handles.get(result) === NULL) break;
      objects.append(handles.get(result), word);
    }
    const made = handles.get(result);
    handles.release(mark);
    return made;
  }

  function dict(entries: Iterable<readonly [unknown, unknown]>, depth: number): Word {
    const mark = handles.mark();
    const result = handles.push(dicts.create());
    for (const [key, value] of entries) {
      const keyHandle = handles.push(convert(key, depth + 1));
      const word = handles.get(keyHandle) === NULL ? NULL : convert(value, depth + 1);
      // Keys of Python's classes may run Python code.
      if (word === NULL || !realm.setItem(handles.get(result), handles.get(keyHandle), word)) {
        handles.set(result, NULL);
        break;
      }
      handles.release(keyHandle);
    }
    const made = handles.get(result);
    handles.release(mark);
    return made;
  }

  function convert(value: unknown, depth: number): Word {
    if (depth > MAX_DEPTH) return realm.raise("ValueError", "a JavaScript value that contains itself, or is too deep");
    switch (typeof value) {
      case "undefined":
        return NONE;
      case "boolean":
        return realm.bool(value);
      case "number":
        return Number.isSafeInteger(value) && !Object.is(value, -0) ? realm.int(value) : realm.float(value);
      case "bigint":
        return realm.int(value);
      case "string":
        return realm.str(value);
      case "object":
      case "function":
        return value === null ? NONE : ofObject(value, depth);
      default:
        return wrap().wrap(value);
    }
  }

  function ofObject(value: object, depth: number): Word {
    const own = references.wordOf(value instanceof PythonError ? value.exception : value);
    if (own !== undefined) return own;
    if (value instanceof Uint8Array) return bytes.fromArray(value);
    if (Array.isArray(value)) return list(value, depth);
    if (value instanceof Map) return dict(value, depth);
    if (value instanceof Set) {
      const items = list(value, depth);
      return items === NULL ? NULL : realm.call(realm.type("set"), items);
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return dict(Object.entries(value), depth);
    return wrap().wrap(value);
  }

  return (value) => convert(value, 0);
}
