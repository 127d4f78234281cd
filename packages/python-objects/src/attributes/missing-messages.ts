import { type Address, NULL, type Word } from "@hotpy/memory";
import { TYPE_VERSION } from "@hotpy/object-model";
import type { UpToCalling } from "../context.js";

/** A power of two. */
const KEPT = 64;

/**
 * What an AttributeError says of an instance of a type that lacks an attribute. Programs ask for the same again and again, so that what has been made
 * is kept, by the type's version and the interned name.
 */
export function createMissingMessages({
  memory,
  types,
  strings,
  objects,
}: UpToCalling): (type: Address, name: Word) => Word {
  const { i32 } = memory;
  const versions = new Int32Array(KEPT);
  const names = new Int32Array(KEPT);
  const roots = new Int32Array(KEPT);
  return (type, name) => {
    const version = i32[(type + TYPE_VERSION) >>> 2];
    const at = ((name >>> 3) ^ (version * 61)) & (KEPT - 1);
    if (versions[at] === version && names[at] === name) return i32[roots[at] >>> 2];
    const message = strings.fromJS(`'${types.shownNameOf(type)}' object has no attribute '${strings.toJS(name)}'`);
    if (roots[at] === NULL) roots[at] = objects.root(message);
    else i32[roots[at] >>> 2] = message;
    versions[at] = version;
    names[at] = name;
    return message;
  };
}
