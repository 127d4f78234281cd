/// `raise` and `try` within what is recorded.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { type Address, FALSE, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import { FIRST_DYNAMIC_SHAPE, GENERATOR, SHAPE_TUPLE, SHAPE_TYPE, TUPLE, wordAt } from "@hotpy/object-model";
import { EXCEPTION } from "@hotpy/python-objects";
import { HANDLED, loadHandled } from "./handled.js";
import type { Language } from "./language.js";
import { createRaising } from "./raising.js";
import { instanceTypeOf } from "./types.js";

/** Classes that an `except` clause names; in tuples of more than these the interpreter looks. */
const MOST_CLASSES = 16;

export function exceptionExpansions(language: Language): Record<string, Expansion> {
  const { types, name } = language;
  const raising = createRaising(language);

  /** The class of an exception, pinned by its shape; NULL: it is none. */
  function classOf<V>(m: CoreMachine<V>, value: V): Address {
    const shape = m.shapeOf(value);
    if (shape < FIRST_DYNAMIC_SHAPE) return NULL;
    const type = instanceTypeOf(m, language, shape);
    return types.record(type).kind === "exception" ? type : NULL;
  }

  const usualInit = types.lookup(types.named("BaseException"), name("__init__"));

  /** A class that is raised without a call, of which nothing but the exception itself has to be made. */
  function raisedClass<V>(m: CoreMachine<V>, value: V): Address {
    const type: Word = m.wordOf(value);
    if (!types.isType(type) || !raising.isPlain(type)) return m.decline("a class that is raised");
    if (!types.record(type).isClass) return type;
    if (types.lookup(type, name("__init__")) !== usualInit) return m.decline("a class with an __init__ that is raised");
    m.watch(type);
    return type;
  }

  /** The effect of `from`. */
  function setCause<V>(m: CoreMachine<V>, exception: V, cause: V): void {
    m.op("store_word", [exception, cause], EXCEPTION.cause);
    m.op("store_word", [exception, m.word(TRUE)], EXCEPTION.suppress);
  }

  /** The cause that `from` gives, NULL for None; undefined: there is no `from`. Asks. */
  function causeOf<V>(m: CoreMachine<V>, given: V | undefined): V | undefined {
    if (given === undefined) return undefined;
    if (m.isSame(given, NONE)) return m.word(NULL);
    return classOf(m, given) === NULL ? m.decline("a cause of another kind") : given;
  }

  /** The classes of an `except` clause, pinned. */
  function classesIn<V>(m: CoreMachine<V>, given: V): readonly Address[] {
    const shape = m.shapeOf(given);
    if (shape === SHAPE_TYPE) return [m.wordOf(given)];
    const size = shape === SHAPE_TUPLE ? m.numberOf(m.op("load_i32", [given], TUPLE.size)) : MOST_CLASSES + 1;
    if (size > MOST_CLASSES) return m.decline("such a clause of except");
    return Array.from({ length: size }, (_, index) => {
      const each = m.op("load_word", [given], wordAt(TUPLE.items, index));
      return m.shapeOf(each) === SHAPE_TYPE ? m.wordOf(each) : m.decline("such a clause of except");
    });
  }

  const storeHandled = <V>(m: CoreMachine<V>, exception: V): V =>
    m.op("store_word", [m.word(NULL), exception], HANDLED);

  function pushHandler<V>(m: CoreMachine<V>, handled: V): void {
    const exception = m.pop();
    m.push(m.isNull(handled) ? m.word(NONE) : handled);
    storeHandled(m, exception);
    m.push(exception);
  }

  return {
    raise(m, count) {
      if (count === 0) {
        const handled = loadHandled(m);
        return m.isNull(handled) ? m.decline("nothing to raise again") : raising.reraise(m, handled);
      }
      const given = count === 2 ? m.pop() : undefined;
      const value = m.pop();
      const cause = causeOf(m, given);
      if (m.shapeOf(value) === SHAPE_TYPE)
        return raising.raiseNew(m, raisedClass(m, value), [], (exception) => {
          if (cause !== undefined) setCause(m, exception, cause);
        });
      if (classOf(m, value) === NULL) return m.decline("what is no exception");
      raising.raise(m, value, () => {
        if (cause !== undefined) setCause(m, value, cause);
      });
    },
    load_assertion_error: (m) => m.push(m.word(types.named("AssertionError"))),
    reraise: (m) => raising.reraise(m, m.pop()),

    push_handler: (m) => pushHandler(m, loadHandled(m)),
    push_handler_generator(m) {
      const handled = loadHandled(m);
      if (!m.isNull(handled)) return m.decline("a generator whose resumer handles an exception");
      pushHandler(m, handled);
    },
    pop_handler(m) {
      const old = m.pop();
      storeHandled(m, m.isSame(old, NONE) ? m.word(NULL) : old);
    },
    pop_handler_generator(m) {
      const old = m.pop();
      const generator = m.generator();
      if (!m.isSame(old, NONE)) return m.decline("a generator that handles exceptions in exceptions");
      storeHandled(m, m.isNull(generator) ? m.word(NULL) : m.op("load_word", [generator], GENERATOR.handled));
    },

    match_exception(m) {
      const wanted = classesIn(m, m.pop());
      const raised = classOf(m, m.peek(0));
      if (raised === NULL || wanted.some((type) => types.record(type).kind !== "exception"))
        return m.decline("a class that is no class of exceptions");
      m.push(m.word(wanted.some((type) => types.isSubtype(raised, type)) ? TRUE : FALSE));
    },
  };
}
