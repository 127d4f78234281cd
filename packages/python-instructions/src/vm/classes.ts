import { NONE, NULL, type Word } from "@hotpy/memory";
import {
  CELL_VALUE,
  FUNCTION_CODE,
  SHAPE_CELL,
  SHAPE_DICT,
  SHAPE_FUNCTION,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { type Context, createClass, metaclassOf, RESUME } from "@hotpy/python-objects";

/** `__build_class__(body, name, *bases, metaclass=None, **keywords)` as a native function. */
export function createBuildClass(context: Context): Word {
  const { memory, natives, types, objects, exceptions, continuations, calls, dicts, codes, realm } = context;
  const { i32 } = memory;
  const [classCellName, prepareName, getItemName] = ["__classcell__", "__prepare__", "__getitem__"].map(context.name);
  const [mroEntriesName, originalBasesName] = ["__mro_entries__", "__orig_bases__"].map(context.name);
  /** The body has put it into other mappings itself. */
  function putClassCell(namespace: Word, cell: Word): void {
    if (i32[namespace >>> 2] >>> 8 === SHAPE_DICT) dicts.set(namespace, classCellName, cell);
  }

  const itemOf = (tuple: Word, index: number): Word => i32[(tuple + TUPLE_ITEMS + 4 * index) >>> 2];

  const itemsOf = (tuple: Word): Word[] =>
    Array.from({ length: i32[(tuple + TAIL_SIZE) >>> 2] }, (_, index) => itemOf(tuple, index));

  /** The bases with what `__mro_entries__` of those that are no classes puts in their place; NULL: raised. May collect. */
  function resolveBases(tuple: Word): Word {
    const { handles } = context;
    const mark = handles.mark();
    const given = handles.push(tuple);
    const kept: number[] = [];
    let isChanged = false;
    for (let index = 0; index < i32[(handles.get(given) + TAIL_SIZE) >>> 2]; index++) {
      const base = itemOf(handles.get(given), index);
      const entries = types.isType(base) ? NULL : realm.findAttribute(base, mroEntriesName);
      if (entries === NULL && exceptions.pending() !== NULL) break;
      if (entries === NULL) {
        kept.push(handles.push(itemOf(handles.get(given), index)));
        continue;
      }
      isChanged = true;
      const found = realm.call(entries, handles.get(given));
      if (found === NULL) break;
      if ((found & 1) !== 0 || i32[found >>> 2] >>> 8 !== SHAPE_TUPLE) {
        exceptions.raise("TypeError", "__mro_entries__ must return a tuple");
        break;
      }
      for (const each of itemsOf(found)) kept.push(handles.push(each));
    }
    const words = kept.map(handles.get);
    const same = handles.get(given);
    handles.release(mark);
    if (exceptions.pending() !== NULL) return NULL;
    return isChanged ? objects.tuple(words) : same;
  }

  /** The class remembers the bases that its statement names. */
  function finishResolved(kept: readonly Word[]): Word {
    const { handles } = context;
    const mark = handles.mark();
    const [name, bases, namespace, rest] = kept.map(handles.push);
    const isSet = realm.setItem(handles.get(namespace), originalBasesName, itemOf(handles.get(rest), 3));
    const [meta, keywords] = [itemOf(handles.get(rest), 1), itemOf(handles.get(rest), 2)];
    const given = objects.tuple([handles.get(name), handles.get(bases), handles.get(namespace)]);
    handles.release(mark);
    return isSet ? calls.invokeSpread(meta, given, keywords === NONE ? NULL : keywords) : NULL;
  }

  /** `repr` of each; undefined: raised. May collect. */
  function showAll(words: readonly Word[]): string[] | undefined {
    const { handles, strings } = context;
    const mark = handles.mark();
    const texts: string[] = [];
    for (const each of words.map(handles.push)) {
      const text = realm.repr(handles.get(each));
      if (text === NULL) break;
      texts.push(strings.toJS(text));
    }
    handles.release(mark);
    return texts.length === words.length ? texts : undefined;
  }

  /** After a metaclass of the program's: the class that methods know as `__class__` is the one that it has made. */
  const checkCell = continuations.define(2, (made, state) => {
    if (made === NULL || !types.isType(made)) return made;
    const [cell, name] = [i32[state], i32[state + 1]];
    const known = i32[(cell + CELL_VALUE) >>> 2];
    if (known === made) return made;
    const shown = showAll([name, made, ...(known === NULL ? [] : [known])]);
    if (shown === undefined) return NULL;
    return known === NULL
      ? exceptions.raise(
          "RuntimeError",
          `__class__ not set defining ${shown[0]} as ${shown[1]}. Was __classcell__ propagated to type.__new__?`,
        )
      : exceptions.raise("TypeError", `__class__ set to ${shown[2]} defining ${shown[0]} as ${shown[1]}`);
  });

  /** The body has run in its namespace. Keeps name, bases, namespace, and a tuple of body function, metaclass, keywords or None, and the original bases or None. */
  const finish = continuations.define(4, (result, state) => {
    if (result === NULL) return NULL;
    const [name, bases, namespace, rest] = [i32[state], i32[state + 1], i32[state + 2], i32[state + 3]];
    const [body, meta, keywords, original] = itemsOf(rest);
    if (result !== NONE && i32[result >>> 2] >>> 8 === SHAPE_CELL) putClassCell(namespace, result);
    if (original !== NONE || meta !== types.type) {
      const hasCell = result !== NONE && i32[result >>> 2] >>> 8 === SHAPE_CELL;
      if (hasCell) continuations.push(checkCell, result, name);
      const made =
        original !== NONE
          ? finishResolved([name, bases, namespace, rest])
          : calls.invokeSpread(meta, objects.tuple([name, bases, namespace]), keywords === NONE ? NULL : keywords);
      return made === RESUME || !hasCell ? made : continuations.finish(made);
    }
    const { unit, isHidden } = codes.record(i32[(body + FUNCTION_CODE) >>> 2]);
    const made = createClass(context, {
      name,
      bases,
      namespace,
      meta,
      keywords: keywords === NONE ? NULL : keywords,
      slotsHint: unit.instanceSlotsHint,
    });
    // Exceptions of C's modules are classes like those of programs.
    if (isHidden && types.isType(made) && types.record(made).kind !== "exception")
      types.record(made).isWrittenInPython = true;
    return made;
  });

  /** The namespace that the metaclass gives; NULL: raised. May collect. */
  function prepare(meta: Word, name: Word, bases: Word, keywords: Word): Word {
    if (meta === types.type) return dicts.create();
    // What is called as a metaclass need be no class.
    const isType = types.isType(meta);
    if (isType && types.lookup(meta, prepareName) === types.lookup(types.type, prepareName)) return dicts.create();
    const shownMeta = isType ? types.nameOf(meta) : "<metaclass>";
    const { handles } = context;
    const mark = handles.mark();
    const kept = [name, bases, keywords].map(handles.push);
    const method = isType ? realm.getAttribute(meta, prepareName) : realm.findAttribute(meta, prepareName);
    const [keptName, keptBases, keptKeywords] = kept.map(handles.get);
    handles.release(mark);
    if (method === NULL) return isType || exceptions.pending() !== NULL ? NULL : dicts.create();
    const namespace = realm.callSpread(method, objects.tuple([keptName, keptBases]), keptKeywords);
    if (namespace !== NULL && types.lookup(types.typeOf(namespace), getItemName) === NULL)
      return exceptions.raise(
        "TypeError",
        `${shownMeta}.__prepare__() must return a mapping, not ${types.shownNameOf(types.typeOf(namespace))}`,
      );
    return namespace;
  }

  /** The namespace of the class whose name, bases, keywords and metaclass are `get` 1, 2, 4 and 6; NULL: raised. */
  function prepareFor(get: (index: number) => Word, setMeta: (meta: Word) => void): Word {
    const bases = itemsOf(get(2));
    const wanted = get(6) !== NULL ? get(6) : bases.length === 0 ? types.type : types.typeOf(bases[0]);
    const meta = types.isType(wanted) ? metaclassOf(context, wanted, bases) : wanted;
    if (meta === NULL) return NULL;
    setMeta(meta);
    return prepare(meta, get(1), get(2), get(4));
  }

  return natives.create({
    name: "__build_class__",
    parameters: "(func, name, /, *bases, metaclass=None, **kwds)",
    frames: true,
    run(args) {
      const given = (index: number): Word => i32[(args >>> 2) + index];
      if ((given(0) & 1) !== 0 || i32[given(0) >>> 2] >>> 8 !== SHAPE_FUNCTION)
        return exceptions.raise("TypeError", "__build_class__: func must be a function");
      // Python code moves everything but types, and its frame may overwrite the arguments.
      const { handles } = context;
      const mark = handles.mark();
      const isResolved = itemsOf(given(2)).every(types.isType);
      const metaclass = given(3);
      const kept = [given(0), given(1), given(2), NULL, given(4), NONE, metaclass].map(handles.push);
      const get = (index: number): Word => handles.get(kept[index]);
      if (!isResolved) {
        const bases = resolveBases(get(2));
        if (bases !== get(2)) handles.set(kept[5], get(2));
        handles.set(kept[2], bases);
      }
      const namespace = get(2) === NULL ? NULL : prepareFor(get, (meta) => handles.set(kept[3], meta));
      const [keptBody, keptName, keptBases, keptMeta, keptKeywords, keptOriginal] = kept.map(handles.get);
      handles.release(mark);
      if (namespace === NULL) return NULL;
      const rest = objects.tuple([
        keptBody,
        keptMeta,
        dicts.length(keptKeywords) === 0 ? NONE : keptKeywords,
        keptOriginal,
      ]);
      continuations.push(finish, keptName, keptBases, namespace, rest);
      const result = calls.invokeWith(keptBody, namespace);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
  });
}
