import { itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { INSTANCE_VALUE, UNDECIDED } from "./generated/constants";

/// Items of the tuple that an object carries, a function for each position: fields of named tuples. UNDECIDED: the tuple is shorter.

function itemAt(object: usize, position: i32): usize {
  const tuple = load<usize>(object, INSTANCE_VALUE);
  return lengthOf(tuple) > position ? load<usize>(itemsOf(tuple) + (position << 2)) : UNDECIDED;
}

export function tupleItem0(object: usize): usize {
  return itemAt(object, 0);
}
export function tupleItem1(object: usize): usize {
  return itemAt(object, 1);
}
export function tupleItem2(object: usize): usize {
  return itemAt(object, 2);
}
export function tupleItem3(object: usize): usize {
  return itemAt(object, 3);
}
export function tupleItem4(object: usize): usize {
  return itemAt(object, 4);
}
export function tupleItem5(object: usize): usize {
  return itemAt(object, 5);
}
export function tupleItem6(object: usize): usize {
  return itemAt(object, 6);
}
export function tupleItem7(object: usize): usize {
  return itemAt(object, 7);
}
