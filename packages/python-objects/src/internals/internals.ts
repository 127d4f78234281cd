import type { Address } from "@hotpy/memory";
import { SHAPE_TUPLE, TAIL_SIZE, TUPLE_ITEMS } from "@hotpy/object-model";
import type { Parts } from "../context.js";
import type { Realm } from "../realm/realm.js";
import { awaitingInternals } from "./awaiting.js";
import { groupInternals } from "./groups.js";
import { matchingInternals } from "./matching.js";

/**
 * The functions that compiled code calls and programs cannot name: a tuple that does not move, in the order of `names`. As natives they
 * are called and recorded as all others are.
 */
export function createInternals(parts: Parts, realm: Realm, names: readonly string[]): Address {
  const { memory, natives, objects } = parts;
  const definitions = [
    ...matchingInternals(parts, realm),
    ...awaitingInternals(parts),
    ...groupInternals(parts, realm),
  ];
  const tuple = objects.immortal(SHAPE_TUPLE, names.length);
  memory.i32[(tuple + TAIL_SIZE) >>> 2] = names.length;
  names.forEach((name, index) => {
    const definition = definitions.find((each) => each.name === name);
    if (definition === undefined) throw new Error(`there is no internal function ${name}`);
    memory.i32[(tuple + TUPLE_ITEMS + 4 * index) >>> 2] = natives.create(definition);
  });
  return tuple;
}
