import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { SHAPE_DICT_ITEMS_VIEW, SHAPE_DICT_KEYS_VIEW, SHAPE_DICT_VALUES_VIEW, VIEW_DICT } from "./generated/constants";

/// The views that methods of dicts give. 0: no memory.

function viewOf(dict: usize, shape: i32): usize {
  const view = allocate(16);
  if (view === 0) return 0;
  store<i32>(view, headerOf(shape));
  store<i32>(view, 0, 4);
  store<usize>(view, dict, VIEW_DICT);
  store<i32>(view, 0, VIEW_DICT + 4);
  return view;
}

export function keysOfDict(dict: usize): usize {
  return viewOf(dict, SHAPE_DICT_KEYS_VIEW);
}
export function valuesOfDict(dict: usize): usize {
  return viewOf(dict, SHAPE_DICT_VALUES_VIEW);
}
export function itemsOfDict(dict: usize): usize {
  return viewOf(dict, SHAPE_DICT_ITEMS_VIEW);
}
