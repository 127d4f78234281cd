import { FRAME_CODE, FRAME_FUNCTION, FRAME_SLOTS } from "@hotpy/frame-stack";
import { NULL, STATE_FRAME, STATE_WATCHES, type Word } from "@hotpy/memory";
import { ARRAY_ITEMS, CELL_VALUE, DICT_KEYS, FUNCTION_GLOBALS, KEYS_SHARED, SHAPE_DICT } from "@hotpy/object-model";
import type { Context } from "@hotpy/python-objects";
import { createImportStar } from "./import-star.js";
import type { Quickening } from "./quickening.js";

/** Names that are not local, and errors about unbound ones. */
export interface GlobalOperations {
  loadGlobal(name: Word, ip: number): Word;
  storeGlobal(name: Word, value: Word, ip: number): Word;
  deleteGlobal(name: Word): Word;
  loadName(name: Word, namespace: Word): Word;
  storeName(name: Word, namespace: Word, value: Word): Word;
  deleteName(name: Word, namespace: Word): Word;
  loadClassCell(slot: number, namespace: Word): Word;
  unboundLocal(slot: number): Word;
  unboundCell(slot: number): Word;
  setupAnnotations(namespace: Word): Word;
  /** Into the namespace, NULL: the globals. */
  importStar(module: Word, namespace: Word): Word;
}

const DONE: Word = 1;

export function createGlobalOperations(context: Context, quickening: Quickening): GlobalOperations {
  const { memory, handles, dicts, modules, exceptions, strings, codes, realm, name: intern } = context;
  const { i32 } = memory;
  const loadModule = quickening.opcode("load_global_module");
  const storeModule = quickening.opcode("store_global_module");
  const loadBuiltin = quickening.opcode("load_global_builtin");

  context.pythonKernel.builtinsNameIs(intern("__builtins__"));

  const globals = (): Word => i32[(i32[(i32[STATE_FRAME >>> 2] + FRAME_FUNCTION) >>> 2] + FUNCTION_GLOBALS) >>> 2];
  const builtins = (): Word => i32[modules.builtins >>> 2];
  const missing = (name: Word): Word =>
    exceptions.raiseWithAttributes("NameError", `name '${strings.toJS(name)}' is not defined`, { name });

  function lookup(name: Word): Word {
    const value = dicts.getInterned(globals(), name);
    return value !== NULL ? value : dicts.getInterned(modules.builtinsOf(globals()), name);
  }

  const isDict = (word: Word): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === SHAPE_DICT;

  /** What a namespace has for a name; NULL: nothing, or raised. What is no dict is asked as `namespace[name]`. */
  function inNamespace(namespace: Word, name: Word): Word {
    if (isDict(namespace)) return dicts.getInterned(namespace, name);
    const value = realm.getItem(namespace, name);
    if (value === NULL && exceptions.pendingIs("KeyError")) exceptions.clearPending();
    return value;
  }

  const put = (namespace: Word, name: Word, value: Word): boolean =>
    isDict(namespace) ? dicts.set(namespace, name, value) : realm.setItem(namespace, name, value);

  /** Name of a slot of the running function, and whether it is a cell that it shares with an outer function. */
  function slotName(slot: number): { name: Word; isFree: boolean } {
    const { unit, localNames } = codes.record(i32[(i32[STATE_FRAME >>> 2] + FRAME_CODE) >>> 2]);
    return { name: localNames[slot], isFree: slot >= unit.localNames.length + unit.cellNames.length };
  }

  function unboundLocal(slot: number): Word {
    const { name } = slotName(slot);
    return exceptions.raiseWithAttributes(
      "UnboundLocalError",
      `cannot access local variable '${strings.toJS(name)}' where it is not associated with a value`,
      {},
    );
  }

  function unboundCell(slot: number): Word {
    const { name, isFree } = slotName(slot);
    if (!isFree) return unboundLocal(slot);
    return exceptions.raiseWithAttributes(
      "NameError",
      `cannot access free variable '${strings.toJS(name)}' where it is not associated with a value in enclosing scope`,
      { name },
    );
  }

  /**
   * A name of a namespace has just been assigned, so no trace relies on it any more, and none does until something new is watched. A version of keys
   * that several dicts share says nothing of which dict it is: then the answer is what that number never is.
   */
  function quietUntil(dict: Word): number {
    return i32[(i32[(dict + DICT_KEYS) >>> 2] + KEYS_SHARED) >>> 2] === 0 ? i32[STATE_WATCHES >>> 2] : -1;
  }

  const copyPublicNames = createImportStar(context, put);

  return {
    loadGlobal(name, ip) {
      const dict = globals();
      const entry = dicts.slotOf(dict, name);
      if (entry >= 0) {
        quickening.write(ip, loadModule, dicts.keysVersion(dict), ARRAY_ITEMS + entry * 4);
        return dicts.valueAt(dict, entry);
      }
      const own = modules.builtinsOf(dict);
      if (own !== builtins()) return dicts.getInterned(own, name) || missing(name);
      const inBuiltins = dicts.slotOf(builtins(), name);
      if (inBuiltins < 0) return missing(name);
      quickening.write(
        ip,
        loadBuiltin,
        dicts.keysVersion(dict),
        ARRAY_ITEMS + inBuiltins * 4,
        dicts.keysVersion(builtins()),
      );
      return dicts.valueAt(builtins(), inBuiltins);
    },
    storeGlobal(name, value, ip) {
      const dict = globals();
      if (!dicts.set(dict, name, value)) return NULL;
      quickening.write(
        ip,
        storeModule,
        dicts.keysVersion(dict),
        ARRAY_ITEMS + dicts.slotOf(dict, name) * 4,
        quietUntil(dict),
      );
      return DONE;
    },
    deleteGlobal: (name) => (dicts.delete(globals(), name) === NULL ? missing(name) : DONE),
    loadName(name, namespace) {
      const value = inNamespace(namespace, name);
      if (value !== NULL || exceptions.pending() !== NULL) return value;
      const outer = lookup(name);
      return outer === NULL ? missing(name) : outer;
    },
    storeName: (name, namespace, value) => (put(namespace, name, value) ? DONE : NULL),
    deleteName(name, namespace) {
      if (isDict(namespace)) return dicts.delete(namespace, name) === NULL ? missing(name) : DONE;
      if (realm.deleteItem(namespace, name)) return DONE;
      exceptions.clearPending();
      return missing(name);
    },
    loadClassCell(slot, namespace) {
      const frame = i32[STATE_FRAME >>> 2];
      const value = inNamespace(namespace, slotName(slot).name);
      if (value !== NULL || exceptions.pending() !== NULL) return value;
      // What Python code has run may have moved the cell.
      const shared = i32[(i32[(frame + FRAME_SLOTS + 4 * slot) >>> 2] + CELL_VALUE) >>> 2];
      return shared === NULL ? unboundCell(slot) : shared;
    },
    unboundLocal,
    unboundCell,
    setupAnnotations(namespace) {
      const target = namespace === NULL ? globals() : namespace;
      const name = intern("__annotations__");
      if (isDict(target)) {
        const annotations = dicts.create();
        return annotations === NULL ? NULL : dicts.getOrInsert(target, name, annotations);
      }
      const mark = handles.mark();
      const kept = handles.push(target);
      const known = inNamespace(target, name);
      const isDone =
        known !== NULL || (exceptions.pending() === NULL && realm.setItem(handles.get(kept), name, dicts.create()));
      handles.release(mark);
      return isDone ? DONE : NULL;
    },
    importStar(module, namespace) {
      const mark = handles.mark();
      const target = handles.push(namespace === NULL ? globals() : namespace);
      const isDone = copyPublicNames(handles.push(module), target);
      handles.release(mark);
      return isDone ? DONE : NULL;
    },
  };
}
