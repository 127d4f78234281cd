import { findKey, valueAt } from "@hotpy/dict/kernel/dicts";
import { internNarrow } from "@hotpy/object-model/kernel/strings/intern";

/** The value in a dict of the name whose characters lie at an address; 0: there is none, or Python code must look, or there is no memory. */
export function namedIn(dict: usize, from: usize, size: i32): usize {
  const name = internNarrow(from, size);
  const entry = name === 0 ? -1 : findKey(dict, name);
  return entry < 0 ? 0 : valueAt(dict, entry);
}
