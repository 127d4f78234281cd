import { NONE, NULL, type Word } from "@hotpy/memory";
import { FUNCTION_CODE, SHAPE_CELL, SHAPE_DICT, SHAPE_FUNCTION, TAIL_SIZE, TUPLE_ITEMS } from "@hotpy/object-model";
import { type Context, createClass, metaclassOf, RESUME } from "@hotpy/python-objects";

/** `__build_class__(body, name, *bases, metaclass=None, **keywords)` as a native function. */
export function createBuildClass(context: Context): Word {
  const { memory, natives, types, objects, exceptions, continuations, calls, dicts, codes, realm } = context;
  const { i32 } = memory;
  const [classCellName, prepareName, getItemName] = ["__classcell__", "__prepare__", "__getitem__"].map(context.name);
  /** The body has put it into other mappings itself. */
  function putClassCell(namespace: Word, cell: Word): void {
    if (i32[namespace >>> 2] >>> 8 === SHAPE_DICT) dicts.set(namespace, classCellName, cell);
  }

  const itemOf = (tuple: Word, index: number): Word => i32[(tuple + TUPLE_ITEMS + 4 * index) >>> 2];

  /** The body has run in its namespace. Keeps name, bases, namespace, and a tuple of body function, metaclass and keywords or None. */
  const finish = continuations.define(4, (result, state) => {
    if (result === NULL) return NULL;
    const [name, bases, namespace, rest] = [i32[state], i32[state + 1], i32[state + 2], i32[state + 3]];
    const [body, meta, keywords] = [itemOf(rest, 0), itemOf(rest, 1), itemOf(rest, 2)];
    if (result !== NONE && i32[result >>> 2] >>> 8 === SHAPE_CELL) putClassCell(namespace, result);
    if (meta !== types.type)
      return calls.invokeSpread(meta, objects.tuple([name, bases, namespace]), keywords === NONE ? NULL : keywords);
    const slotsHint = codes.record(i32[(body + FUNCTION_CODE) >>> 2]).unit.instanceSlotsHint;
    return createClass(context, {
      name,
      bases,
      namespace,
      meta,
      keywords: keywords === NONE ? NULL : keywords,
      slotsHint,
    });
  });

  /** The namespace that the metaclass gives; NULL: raised. May collect. */
  function prepare(meta: Word, name: Word, bases: Word, keywords: Word): Word {
    if (meta === types.type || !types.isType(meta)) return dicts.create();
    if (types.lookup(meta, prepareName) === types.lookup(types.type, prepareName)) return dicts.create();
    const method = realm.getAttribute(meta, prepareName);
    if (method === NULL) return NULL;
    const namespace = realm.callSpread(method, objects.tuple([name, bases]), keywords);
    if (namespace !== NULL && types.lookup(types.typeOf(namespace), getItemName) === NULL)
      return exceptions.raise(
        "TypeError",
        `${types.nameOf(meta)}.__prepare__() must return a mapping, not ${types.nameOf(types.typeOf(namespace))}`,
      );
    return namespace;
  }

  return natives.create({
    name: "__build_class__",
    parameters: "(func, name, /, *bases, metaclass=None, **kwds)",
    frames: true,
    run(args) {
      const given = (index: number): Word => i32[(args >>> 2) + index];
      if ((given(0) & 1) !== 0 || i32[given(0) >>> 2] >>> 8 !== SHAPE_FUNCTION)
        return exceptions.raise("TypeError", "__build_class__: func must be a function");
      const bases = Array.from({ length: i32[(given(2) + TAIL_SIZE) >>> 2] }, (_, index) => itemOf(given(2), index));
      if (!bases.every(types.isType)) realm.notImplemented("bases that are not classes");
      const wanted = given(3) === NULL ? types.type : given(3);
      const meta = types.isType(wanted) ? metaclassOf(context, wanted, bases) : wanted;
      if (meta === NULL) return NULL;
      const { handles } = context;
      const mark = handles.mark();
      // A namespace may be made by Python code, which moves everything but types; the arguments may be overwritten by its frame.
      const [body, name, baseTuple, metaclass, keywords] = [given(0), given(1), given(2), meta, given(4)].map(
        handles.push,
      );
      const namespace = prepare(meta, given(1), given(2), given(4));
      const [keptBody, keptName, keptBases, keptMeta, keptKeywords] = [body, name, baseTuple, metaclass, keywords].map(
        handles.get,
      );
      handles.release(mark);
      if (namespace === NULL) return NULL;
      const rest = objects.tuple([keptBody, keptMeta, dicts.length(keptKeywords) === 0 ? NONE : keptKeywords]);
      continuations.push(finish, keptName, keptBases, namespace, rest);
      const result = calls.invokeWith(keptBody, namespace);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
  });
}
