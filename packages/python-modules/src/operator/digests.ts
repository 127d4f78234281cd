import type { Word } from "@hotpy/memory";
import type { Machine, Raising, Typing } from "@hotpy/python-objects";

/**
 * Whether two strings of ASCII characters or two bytes-like objects are equal, found out in a time that does not depend on where they
 * differ; undefined: raised. Leaf.
 */
export function comparesDigests(realm: Machine & Raising & Typing, a: Word, b: Word): boolean | undefined {
  const { strings, buffers, bytes } = realm;
  const [left, right] = [realm.valueOf(a), realm.valueOf(b)];
  let contents: (Uint8Array | string)[];
  if (strings.isString(left) && strings.isString(right)) {
    contents = [strings.toJS(left), strings.toJS(right)];
    if (contents.some((text) => /[^\0-\x7f]/.test(text as string))) {
      realm.raise("TypeError", "comparing strings with non-ASCII characters is not supported");
      return undefined;
    }
    contents = contents.map((text) => new TextEncoder().encode(text as string));
  } else {
    if (buffers.typeOf(left) === undefined && buffers.typeOf(right) === undefined) {
      const types = `'${realm.typeName(a)}' and '${realm.typeName(b)}'`;
      realm.raise("TypeError", `unsupported operand types(s) or combination of types: ${types}`);
      return undefined;
    }
    contents = [];
    for (const value of [left, right]) {
      const found = buffers.required(value);
      if (found === undefined) return undefined;
      contents.push(bytes.toArray(found.data, found.size));
    }
  }
  const [first, second] = contents as [Uint8Array, Uint8Array];
  let difference = first.length ^ second.length;
  for (let i = 0; i < second.length; i++) difference |= second[i] ^ (first[i] ?? 0);
  return difference === 0;
}
