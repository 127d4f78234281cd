import { NONE, NULL, type Word } from "@hotpy/memory";
import { FUNCTION_CODE, SHAPE_CELL, SHAPE_FUNCTION, TAIL_SIZE } from "@hotpy/object-model";
import { type Context, createClass, RESUME } from "@hotpy/python-objects";

/** `__build_class__(body, name, *bases, metaclass=None, **keywords)` as a native function. */
export function createBuildClass(context: Context): Word {
  const { memory, natives, types, exceptions, continuations, calls, dicts, codes, realm, name: intern } = context;
  const { i32 } = memory;

  /** The body has run in its namespace: keeps name, bases, namespace, body function. */
  const finish = continuations.define(4, (result, state) => {
    if (result === NULL) return NULL;
    const [name, bases, namespace, body] = [i32[state], i32[state + 1], i32[state + 2], i32[state + 3]];
    if (result !== NONE && i32[result >>> 2] >>> 8 === SHAPE_CELL)
      dicts.set(namespace, intern("__classcell__"), result);
    const hint = codes.record(i32[(body + FUNCTION_CODE) >>> 2]).unit.instanceSlotsHint;
    return createClass(context, name, bases, namespace, types.type, hint);
  });

  return natives.create({
    name: "__build_class__",
    parameters: "(func, name, /, *bases, metaclass=None, **kwds)",
    frames: true,
    run(args) {
      const [body, name, bases, metaclass, keywords] = [0, 1, 2, 3, 4].map((i) => i32[(args >>> 2) + i]);
      if ((body & 1) !== 0 || i32[body >>> 2] >>> 8 !== SHAPE_FUNCTION)
        return exceptions.raise("TypeError", "__build_class__: func must be a function");
      if (metaclass !== NULL && metaclass !== types.type) realm.notImplemented("metaclasses");
      if (dicts.length(keywords) > 0) realm.notImplemented("keyword arguments of classes");
      for (let i = 0; i < i32[(bases + TAIL_SIZE) >>> 2]; i++) {
        const base = i32[(bases >>> 2) + 2 + i];
        if (!types.isType(base)) realm.notImplemented("bases that are not classes");
      }
      const namespace = dicts.create();
      continuations.push(finish, name, bases, namespace, body);
      const result = calls.invokeWith(body, namespace);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
  });
}
