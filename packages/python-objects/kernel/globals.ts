import { findKey, getOr, keysOf, mayBeWatched, setEntry } from "@hotpy/dict/kernel/dicts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { KEYS_VERSION, MODULE_DICT, NONE, SHAPE_DICT, SHAPE_MODULE } from "./generated/constants";

/// Globals where what an instruction knows of the dict's keys holds no longer. Each is looked up here, so that keys that come and go (`except E as e` in the
/// body of a module) do not make every instruction learn anew each time; now and then one learns, and where the keys have a version again, all do.

/** Misses until an instruction may learn. */
const PATIENCE: i32 = 64;
let misses: i32 = 0;

/** The name `__builtins__`. */
let builtinsName: usize = 0;

export function builtinsNameIs(name: usize): void {
  builtinsName = name;
}

/** Whether an instruction is to learn where the name lies in the present table of keys. */
function learns(globals: usize): bool {
  if (load<i32>(keysOf(globals), KEYS_VERSION) !== 0) return true;
  misses = misses + 1;
  return misses % PATIENCE === 0;
}

/** Whether the builtins of these globals are the usual ones. */
function hasBuiltins(globals: usize, builtins: usize): bool {
  const own = getOr(globals, builtinsName, 0);
  if (own === 0 || own === builtins) return true;
  if (own === UNDECIDED || isSmall(own) || shapeOf(own) === SHAPE_DICT) return false;
  return shapeOf(own) === SHAPE_MODULE && load<usize>(own, MODULE_DICT) === builtins;
}

/** The global or builtin of this name; UNDECIDED: the instruction is to learn, there is none, or the builtins are others. */
export function globalOf(globals: usize, name: usize, builtins: usize): usize {
  if (learns(globals)) return UNDECIDED;
  const value = getOr(globals, name, 0);
  if (value !== 0) return value;
  return hasBuiltins(globals, builtins) ? getOr(builtins, name, UNDECIDED) : UNDECIDED;
}

/** Assigns a global that is there and on which no trace relies: NONE. */
export function assignGlobal(globals: usize, name: usize, value: usize): usize {
  if (mayBeWatched(globals, name) || learns(globals)) return UNDECIDED;
  const entry = findKey(globals, name);
  if (entry < 0) return UNDECIDED;
  setEntry(globals, entry, name, value);
  return NONE;
}
