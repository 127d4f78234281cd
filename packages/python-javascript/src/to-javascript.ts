import { FALSE, isSmall, NONE, TRUE, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";
import type { JavaScriptObjects } from "./javascript-objects.js";
import type { PythonObject, PythonValue } from "./values.js";

/** What makes the parts of a conversion. */
export interface OutwardParts {
  javaScriptObjects(): JavaScriptObjects;
  objectFor(word: Word): PythonObject;
  /** A promise of a coroutine's result. */
  run(coroutine: PythonObject): Promise<PythonValue>;
}

/** The value of a word in JavaScript. Leaf. */
export function createToJavaScript(context: Context, parts: OutwardParts): (word: Word) => PythonValue {
  const { realm, integers, floats, strings, bytes } = context;
  const int = realm.type("int");
  return (word) => {
    if (word === NONE) return null;
    if (word === TRUE || word === FALSE) return word === TRUE;
    if (isSmall(word) || realm.typeOf(word) === int) {
      const value = integers.toExactNumber(word);
      return Number.isNaN(value) ? integers.toBigInt(word) : value;
    }
    if (floats.isFloat(word)) return floats.value(word);
    if (strings.isString(word)) return strings.toJS(word);
    if (bytes.isBytes(word)) return bytes.toArray(bytes.data(word), bytes.size(word));
    const objects = parts.javaScriptObjects();
    if (objects.isWrapped(word)) return objects.unwrap(word);
    const object = parts.objectFor(word);
    return realm.typeOf(word) === realm.type("coroutine") ? parts.run(object) : object;
  };
}
