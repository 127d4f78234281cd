import { ABSENT, UNDECIDED } from "@hotpy/dict";
import { type Address, NULL, type Word } from "@hotpy/memory";
import { SHAPE_DICT, SHAPE_DICT_KEY_ITERATOR } from "@hotpy/object-model";
import { MAKES_DICT, type NativeDefinition, READS_CONTENTS, WRITES_DICTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { defineComparisons } from "../sequences/compare.js";
import { createDisplay } from "../sequences/display.js";
import { GET } from "./in-loop.js";
import { createDictUpdate } from "./update.js";

/** dict. */
export function defineDictType(library: Library): void {
  const { realm, iterators, hashedKeys, surrogate, argument } = library;
  const { dicts, handles, none, pythonKernel } = realm;
  const display = createDisplay(library);
  const updates = createDictUpdate(library);

  const self = (args: Address): Word => argument(args, 0);
  const isDict = (word: Word): boolean => (word & 1) === 0 && realm.memory.i32[word >>> 2] >>> 8 === SHAPE_DICT;

  /** `d[key]`. Its arguments lie above the frame's stack pointer: `__hash__` and `__eq__` in Python may overwrite them. */
  function getItem(args: Address): Word {
    if (realm.typeOf(self(args)) === dictType && hashedKeys.isFor(argument(args, 1)))
      return hashedKeys.call("dict_item", self(args), argument(args, 1));
    return library.withHandles(() => {
      const owner = handles.push(self(args));
      const key = handles.push(argument(args, 1));
      const value = dicts.get(realm.valueOf(handles.get(owner)), handles.get(key));
      if (value !== NULL || realm.pending() !== NULL) return value;
      // Only subclasses are asked for `__missing__`.
      const found =
        realm.typeOf(handles.get(owner)) === dictType
          ? undefined
          : realm.tailCallSpecial(handles.get(owner), missingName, handles.get(key));
      return found ?? realm.raiseWith("KeyError", handles.get(key));
    });
  }

  /** `d.get(key, default)`. Its arguments lie as those of `getItem`. */
  function get(args: Address): Word {
    const [dict, key, otherwise] = [self(args), argument(args, 1), defaultOr(args, none)];
    if (hashedKeys.isFor(key)) return hashedKeys.call("dict_get", dict, key, otherwise);
    return library.withHandles(() => {
      const kept = handles.push(otherwise);
      const value = dicts.get(dict, key);
      return value !== NULL || realm.pending() !== NULL ? value : handles.get(kept);
    });
  }

  function setItem(args: Address): Word {
    const [dict, key, value] = [self(args), argument(args, 1), argument(args, 2)];
    if (hashedKeys.isFor(key)) return hashedKeys.call("dict_set", dict, key, value);
    return dicts.set(dict, key, value) ? none : NULL;
  }

  function setDefault(args: Address): Word {
    const [dict, key, value] = [self(args), argument(args, 1), defaultOr(args, none)];
    return hashedKeys.isFor(key)
      ? hashedKeys.call("dict_setdefault", dict, key, value)
      : dicts.getOrInsert(dict, key, value);
  }

  const keyError = (args: Address): Word => realm.raiseWith("KeyError", argument(args, 1));
  const defaultOr = (args: Address, otherwise: Word): Word =>
    argument(args, 2) === NULL ? otherwise : argument(args, 2);

  function contains(args: Address): Word {
    if (hashedKeys.isFor(argument(args, 1))) return hashedKeys.call("dict_has", self(args), argument(args, 1));
    const entry = dicts.find(self(args), argument(args, 1));
    if (entry >= 0) return realm.bool(true);
    return entry === ABSENT ? realm.bool(false) : NULL;
  }

  function remove(args: Address): Word {
    const value = dicts.delete(self(args), argument(args, 1));
    return value !== NULL || realm.pending() !== NULL ? value : keyError(args);
  }

  function pop(args: Address): Word {
    // An empty dict looks at no key, not even whether it has a hash.
    if (dicts.length(self(args)) === 0) return argument(args, 2) === NULL ? keyError(args) : argument(args, 2);
    const [dict, key, otherwise] = [self(args), argument(args, 1), argument(args, 2)];
    if (hashedKeys.isFor(key))
      return otherwise === NULL
        ? hashedKeys.call("dict_pop", dict, key)
        : hashedKeys.call("dict_pop_or", dict, key, otherwise);
    return library.withHandles(() => {
      const [kept, sought] = [handles.push(otherwise), handles.push(key)];
      const value = dicts.delete(dict, key);
      if (value !== NULL || realm.pending() !== NULL) return value;
      return otherwise === NULL ? realm.raiseWith("KeyError", handles.get(sought)) : handles.get(kept);
    });
  }

  function popItem(args: Address): Word {
    const dict = self(args);
    const entry = dicts.previousEntry(dict, dicts.entryEnd(dict));
    if (entry === ABSENT) return realm.raiseWith("KeyError", realm.str("popitem(): dictionary is empty"));
    const item = realm.tuple([dicts.keyAt(dict, entry), dicts.valueAt(dict, entry)]);
    dicts.deleteEntry(dict, entry);
    return item;
  }

  function repr(args: Address): Word {
    return display.show(self(args), "{...}", (kept, add) => {
      const text = (word: Word): boolean => {
        const shown = realm.repr(word);
        if (shown !== NULL) add(shown);
        return shown !== NULL;
      };
      add(realm.intern("{"));
      let isFirst = true;
      for (
        let entry = dicts.nextEntry(handles.get(kept), 0);
        entry !== ABSENT;
        entry = dicts.nextEntry(handles.get(kept), entry + 1)
      ) {
        if (!isFirst) add(realm.intern(", "));
        isFirst = false;
        const value = handles.push(dicts.valueAt(handles.get(kept), entry));
        if (!text(dicts.keyAt(handles.get(kept), entry))) return false;
        add(realm.intern(": "));
        if (!text(handles.get(value))) return false;
      }
      add(realm.intern("}"));
      return true;
    });
  }

  /** Same keys with equal values; NULL: raised. */
  function equal(a: Word, b: Word): Word {
    const known = dicts.kernel.equalDicts(a, b);
    if (known !== UNDECIDED) return realm.bool(known === 1);
    if (!realm.enter(" in comparison")) return NULL;
    const result = library.withHandles(() => {
      const left = handles.push(a);
      const right = handles.push(b);
      for (
        let entry = dicts.nextEntry(handles.get(left), 0);
        entry !== ABSENT;
        entry = dicts.nextEntry(handles.get(left), entry + 1)
      ) {
        const value = handles.push(dicts.valueAt(handles.get(left), entry));
        const other = dicts.getHashed(
          handles.get(right),
          dicts.keyAt(handles.get(left), entry),
          dicts.hashAt(handles.get(left), entry),
        );
        if (other === NULL) return realm.pending() !== NULL ? NULL : realm.bool(false);
        const same = realm.equals(handles.get(value), other);
        if (same <= 0) return same < 0 ? NULL : realm.bool(false);
        handles.release(value);
      }
      return realm.bool(true);
    });
    realm.leave();
    return result;
  }

  /** `dict(mapping or iterable, **keywords)`: finishing in a surrogate if Python code runs. */
  function construct(args: Address): Word {
    const source = argument(args, 1);
    const keywords = argument(args, 2);
    if (source !== NULL && isDict(source) && dicts.length(keywords) === 0) return dicts.copy(source);
    // They have been bound to a dict of their own.
    if (source === NULL) return keywords;
    const made = dicts.create();
    return updates.update(made, source, keywords, made);
  }

  const fromKeys: NativeDefinition = {
    name: "fromkeys",
    parameters: "(cls, iterable, value=None, /)",
    frames: true,
    run: (args) =>
      self(args) === dictType
        ? realm.tailCall(surrogate("dict_from_keys"), argument(args, 1), defaultOr(args, none))
        : realm.tailCall(surrogate("class_from_keys"), self(args), argument(args, 1), defaultOr(args, none)),
  };

  /** An operator, of objects that are or carry dicts. */
  const uniting = (name: string, unite: (args: Address) => Word): NativeDefinition => ({
    name,
    parameters: "(self, value, /)",
    receives: "self",
    frames: true,
    run: (args) => (isDict(realm.valueOf(argument(args, 1))) ? unite(args) : realm.notImplementedWord),
  });

  const missingName = realm.intern("__missing__");
  const dictType = realm.defineType({
    name: "dict",
    patterns: { collection: "mapping", isItself: true },
    isGeneric: true,
    shapes: [SHAPE_DICT],
    isBase: true,
    empty: () => dicts.create(),
    construct: {
      name: "dict",
      parameters: "(cls, mapping_or_iterable=(), /, **kwargs)",
      frames: true,
      makes: MAKES_DICT,
      effects: READS_CONTENTS,
      expand: (m, args, tools) => (args.length === 1 ? tools.newDict(m) : undefined),
      run: construct,
      forGenerators: () => ({ surrogate: surrogate("dict_of"), given: [{ kind: "iterator", index: 0 }] }),
    },
    methods: [
      {
        name: "__len__",
        parameters: "(self, /)",
        effects: READS_CONTENTS,
        run: (args) => realm.int(dicts.length(self(args))),
      },
      {
        name: "__init__",
        parameters: "(self, mapping_or_iterable=(), /, **kwargs)",
        frames: true,
        run: (args) => updates.update(self(args), argument(args, 1), argument(args, 2), none),
      },
      {
        name: "__getitem__",
        parameters: "(self, key, /)",
        receives: "self",
        frames: true,
        forObjects: hashedKeys.forTraces({ 2: "dict_item" }),
        run: getItem,
      },
      {
        name: "__setitem__",
        parameters: "(self, key, value, /)",
        frames: true,
        forObjects: hashedKeys.forTraces({ 3: "dict_set" }),
        run: setItem,
      },
      {
        name: "__delitem__",
        parameters: "(self, key, /)",
        effects: WRITES_DICTS,
        kernel: { 2: dicts.kernel.deleteKey },
        run: (args) => (remove(args) === NULL ? NULL : none),
      },
      {
        name: "__contains__",
        parameters: "(self, key, /)",
        frames: true,
        forObjects: hashedKeys.forTraces({ 2: "dict_has" }),
        run: contains,
      },
      { name: "__repr__", parameters: "(self, /)", run: repr },
      {
        name: "get",
        parameters: "(self, key, default=None, /)",
        frames: true,
        effects: READS_CONTENTS,
        loop: GET,
        kernel: { 2: realm.pythonKernel.dictGet, 3: realm.pythonKernel.dictGetOr },
        forObjects: hashedKeys.forTraces({ 2: "dict_get_none", 3: "dict_get" }),
        expand(m, [dict, key, otherwise, ...rest], tools) {
          if (dict === undefined || key === undefined || rest.length > 0 || m.shapeOf(dict) !== SHAPE_DICT)
            return undefined;
          return tools.dictGet(m, dict, key) ?? otherwise ?? m.word(none);
        },
        run: get,
      },
      {
        name: "setdefault",
        parameters: "(self, key, default=None, /)",
        effects: WRITES_DICTS,
        frames: true,
        kernel: { 2: dicts.kernel.getOrInsertNone, 3: dicts.kernel.getOrInsert },
        forObjects: hashedKeys.forTraces({ 2: "dict_setdefault_none", 3: "dict_setdefault" }),
        run: setDefault,
      },
      {
        name: "pop",
        parameters: "(self, key, default=<unrepresentable>, /)",
        effects: WRITES_DICTS,
        frames: true,
        kernel: { 2: dicts.kernel.popKey, 3: dicts.kernel.popOr },
        forObjects: hashedKeys.forTraces({ 2: "dict_pop", 3: "dict_pop_or" }),
        run: pop,
      },
      {
        name: "popitem",
        parameters: "(self, /)",
        effects: WRITES_DICTS,
        kernel: { 1: dicts.kernel.popItem },
        run: popItem,
      },
      {
        name: "clear",
        parameters: "(self, /)",
        effects: WRITES_DICTS,
        kernel: { 1: dicts.kernel.clearAll },
        run(args) {
          dicts.clear(self(args));
          return none;
        },
      },
      {
        name: "copy",
        parameters: "(self, /)",
        receives: "self",
        frames: true,
        effects: READS_CONTENTS,
        kernel: { 1: pythonKernel.copyAnyDict },
        spread: pythonKernel.callCopyDict,
        checksSelf: true,
        run: (args) => updates.copy(self(args)),
      },
      {
        name: "update",
        parameters: "(self, mapping_or_iterable=(), /, **kwargs)",
        frames: true,
        spread: realm.pythonKernel.updateDictBy,
        run: (args) => updates.update(self(args), argument(args, 1), argument(args, 2), none),
      },
      {
        name: "__ior__",
        parameters: "(self, value, /)",
        kernel: { 2: dicts.kernel.uniteInto },
        receives: "self",
        frames: true,
        run: (args) => updates.update(realm.valueOf(self(args)), argument(args, 1), NULL, self(args)),
      },
      uniting("__or__", (args) => updates.unite(self(args), argument(args, 1))),
      uniting("__ror__", (args) => updates.unite(argument(args, 1), self(args))),
      { name: "__reversed__", parameters: "(self, /)", run: (args) => library.dictViews.reversedKeys(self(args)) },
      {
        name: "keys",
        parameters: "(self, /)",
        effects: READS_CONTENTS,
        kernel: { 1: pythonKernel.keysOfDict },
        run: (args) => library.dictViews.keys(self(args)),
      },
      {
        name: "values",
        parameters: "(self, /)",
        effects: READS_CONTENTS,
        kernel: { 1: pythonKernel.valuesOfDict },
        run: (args) => library.dictViews.values(self(args)),
      },
      {
        name: "items",
        parameters: "(self, /)",
        effects: READS_CONTENTS,
        kernel: { 1: pythonKernel.itemsOfDict },
        run: (args) => library.dictViews.items(self(args)),
      },
    ],
    classMethods: [fromKeys],
    iterate: (self) => iterators.overDict(SHAPE_DICT_KEY_ITERATOR, self),
    unhashable: true,
  });
  defineComparisons(
    realm,
    dictType,
    (comparison, a, b) => {
      const same = equal(a, b);
      return same === NULL || comparison === "eq" ? same : realm.bool(same !== realm.bool(true));
    },
    ["eq", "ne"],
  );
  realm.defineOperator("or", dictType, dictType, (a, b) => {
    return library.withHandles(() => {
      const right = handles.push(b);
      const result = handles.push(dicts.copy(a));
      return updates.merge(result, right) ? handles.get(result) : NULL;
    });
  });
}
