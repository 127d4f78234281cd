import { FRAME_CODE, FRAME_FUNCTION } from "@hotpy/frame-stack";
import { NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { ARRAY_ITEMS, CELL_VALUE, FUNCTION_GLOBALS } from "@hotpy/object-model";
import type { Context } from "@hotpy/python-objects";
import type { Quickening } from "./quickening.js";

/** Names that are not local, and errors about unbound ones. */
export interface GlobalOperations {
  loadGlobal(name: Word, ip: number): Word;
  storeGlobal(name: Word, value: Word, ip: number): Word;
  deleteGlobal(name: Word): Word;
  loadName(name: Word, namespace: Word): Word;
  storeName(name: Word, namespace: Word, value: Word): Word;
  deleteName(name: Word, namespace: Word): Word;
  loadClassCell(slot: number, namespace: Word, cell: Word): Word;
  unboundLocal(slot: number): Word;
  unboundCell(slot: number): Word;
  setupAnnotations(namespace: Word): Word;
  importStar(module: Word): Word;
}

const DONE: Word = 1;

export function createGlobalOperations(context: Context, quickening: Quickening): GlobalOperations {
  const { memory, dicts, modules, exceptions, strings, codes, name: intern } = context;
  const { i32 } = memory;
  const loadModule = quickening.opcode("load_global_module");
  const storeModule = quickening.opcode("store_global_module");
  const loadBuiltin = quickening.opcode("load_global_builtin");

  const globals = (): Word => i32[(i32[(i32[STATE_FRAME >>> 2] + FRAME_FUNCTION) >>> 2] + FUNCTION_GLOBALS) >>> 2];
  const builtins = (): Word => i32[modules.builtins >>> 2];
  const missing = (name: Word): Word =>
    exceptions.raiseWithAttributes("NameError", `name '${strings.toJS(name)}' is not defined`, { name });

  function lookup(name: Word): Word {
    const value = dicts.getInterned(globals(), name);
    return value !== NULL ? value : dicts.getInterned(builtins(), name);
  }

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

  return {
    loadGlobal(name, ip) {
      const dict = globals();
      const entry = dicts.slotOf(dict, name);
      if (entry >= 0) {
        quickening.write(ip, loadModule, dicts.keysVersion(dict), ARRAY_ITEMS + entry * 4);
        return dicts.valueAt(dict, entry);
      }
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
      quickening.write(ip, storeModule, dicts.keysVersion(dict), ARRAY_ITEMS + dicts.slotOf(dict, name) * 4);
      return DONE;
    },
    deleteGlobal: (name) => (dicts.delete(globals(), name) === NULL ? missing(name) : DONE),
    loadName(name, namespace) {
      const value = dicts.getInterned(namespace, name);
      if (value !== NULL) return value;
      const outer = lookup(name);
      return outer === NULL ? missing(name) : outer;
    },
    storeName: (name, namespace, value) => (dicts.set(namespace, name, value) ? DONE : NULL),
    deleteName: (name, namespace) => (dicts.delete(namespace, name) === NULL ? missing(name) : DONE),
    loadClassCell(slot, namespace, cell) {
      const value = dicts.getInterned(namespace, slotName(slot).name);
      if (value !== NULL) return value;
      const shared = i32[(cell + CELL_VALUE) >>> 2];
      return shared === NULL ? unboundCell(slot) : shared;
    },
    unboundLocal,
    unboundCell,
    setupAnnotations(namespace) {
      const annotations = dicts.create();
      if (annotations === NULL) return NULL;
      return dicts.getOrInsert(namespace === NULL ? globals() : namespace, intern("__annotations__"), annotations);
    },
    importStar(module) {
      const dict = context.attributes.instances.dictOf(module);
      if (dicts.getInterned(dict, intern("__all__")) !== NULL)
        context.realm.notImplemented("import * from a module with __all__");
      for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1)) {
        const key = dicts.keyAt(dict, entry);
        if (!strings.toJS(key).startsWith("_")) dicts.set(globals(), key, dicts.valueAt(dict, entry));
      }
      return DONE;
    },
  };
}
