import { ABSENT, RAISED } from "@hotpy/dict";
import { POLL_INTERVAL, pollInterrupt } from "@hotpy/interpreter";
import { FALSE, isSmall, NONE, NULL, REQUEST_INTERRUPT, STATE_REQUEST, TRUE, type Word } from "@hotpy/memory";
import { SHAPE_DICT } from "@hotpy/object-model";
import { ENDS_FALSEHOOD, ENDS_TRUTH, ENDS_WITHOUT } from "../calls/endings.js";
import type { Protocols, UpToCalling } from "../context.js";
import { raiseInterrupt } from "../interrupts.js";
import { RESUME } from "../natives.js";
import { interruptsOf } from "../platform.js";

/** `o[k]` and `in`, as protocol operations. */
export interface Subscripts {
  get(container: Word, key: Word): Word;
  /** A word (to be dropped) on success. */
  set(container: Word, key: Word, value: Word): Word;
  delete(container: Word, key: Word): Word;
  /** `item in container`: TRUE or FALSE. */
  contains(container: Word, item: Word): Word;
  /** The continuation of methods whose result is dropped. */
  readonly afterSet: number;
  /** The continuations of `__contains__`: the truth of what it returns is the result, or its falsehood. */
  readonly afterContains: number;
  readonly afterNotContains: number;
}

/** Builtin types that are sequences or sets to CPython's abstract protocols, and cannot be changed. */
const SEQUENCES = new Set([
  "str",
  "bytes",
  "tuple",
  "range",
  "dict_keys",
  "dict_values",
  "dict_items",
  "set",
  "frozenset",
]);

export function createSubscripts(
  context: UpToCalling & Pick<Protocols, "attributes" | "conversions" | "iteration">,
): Subscripts {
  const {
    memory,
    handles,
    integers,
    types,
    dicts,
    exceptions,
    natives,
    calls,
    continuations,
    attributes,
    conversions,
    iteration,
    name: intern,
  } = context;
  const { i32 } = memory;
  const { complete } = context.reentry;
  const interrupted = interruptsOf(context.platform);
  const names = {
    get: intern("__getitem__"),
    set: intern("__setitem__"),
    delete: intern("__delitem__"),
    contains: intern("__contains__"),
    classGet: intern("__class_getitem__"),
    iter: intern("__iter__"),
    index: intern("__index__"),
  };
  const typeName = (word: Word): string => types.shownNameOf(types.typeOf(word));

  const lacks = (type: string, what: string): Word => exceptions.raise("TypeError", `'${type}' object ${what}`);
  const missing = (container: Word, what: string): Word => lacks(typeName(container), what);

  /** CPython treats the container as a sequence: it looks at the index before it finds that items cannot be changed. */
  function isSequenceIndex(container: Word, key: Word): boolean {
    const type = types.typeOf(container);
    if (!types.record(type).isClass && !SEQUENCES.has(types.nameOf(type))) return false;
    return types.lookup(types.typeOf(key), names.index) !== NULL;
  }

  /** Whether an object with `__index__` is an index of 64 bits. False: raised. May collect. */
  function fitsIndex(key: Word): boolean {
    const type = types.typeOf(key);
    const index = isSmall(key) ? key : complete(conversions.index, key, 0, 0);
    if (index === NULL) return false;
    if (BigInt.asIntN(64, integers.toBigInt(index)) === integers.toBigInt(index)) return true;
    exceptions.raise("IndexError", `cannot fit '${types.shownNameOf(type)}' into an index-sized integer`);
    return false;
  }

  const toBool = continuations.define(0, (result) => (result === NULL ? NULL : conversions.truth(result)), ENDS_TRUTH);
  const discard = continuations.define(0, (result) => (result === NULL ? NULL : RESUME), ENDS_WITHOUT);
  const toOpposite = continuations.define(
    0,
    (result) => {
      const truth = result === NULL ? NULL : complete(conversions.truth, result, 0, 0);
      return truth === NULL ? NULL : truth === TRUE ? FALSE : TRUE;
    },
    ENDS_FALSEHOOD,
  );

  let untilPoll = POLL_INTERVAL;

  /** An iterator without end may run no code that would be interrupted. True: return NULL. */
  function isInterrupted(): boolean {
    untilPoll = POLL_INTERVAL;
    pollInterrupt(memory, interrupted);
    if ((i32[STATE_REQUEST >>> 2] & REQUEST_INTERRUPT) === 0) return false;
    if (context.reentry.isAllowed()) {
      raiseInterrupt(context);
    } else {
      // The interpreter begins the search again, and ends it at once.
      untilPoll = 0;
      context.reentry.refuse();
    }
    return true;
  }

  function containsByIteration(container: Word, item: Word): Word {
    const mark = handles.mark();
    const kept = handles.push(item);
    const outer = handles.push(container);
    const iterator = handles.push(complete(iteration.iterate, container, 0, 0));
    let found = handles.get(iterator) === NULL ? NULL : FALSE;
    if (found === NULL && exceptions.pendingIs("TypeError")) {
      exceptions.clearPending();
      exceptions.raise("TypeError", `argument of type '${typeName(handles.get(outer))}' is not iterable`);
    }
    while (found === FALSE) {
      if (--untilPoll <= 0 && isInterrupted()) {
        found = NULL;
        break;
      }
      const next = complete(iteration.next, handles.get(iterator), 0, 0);
      if (next === NULL) {
        if (exceptions.pendingIs("StopIteration")) exceptions.clearPending();
        else if (exceptions.pending() !== NULL) found = NULL;
        break;
      }
      const equal = conversions.equals(next, handles.get(kept));
      if (equal !== 0) found = equal === 1 ? TRUE : NULL;
    }
    handles.release(mark);
    return found;
  }

  return {
    get(container, key) {
      const found = types.lookup(types.typeOf(container), names.get);
      if (found !== NULL && found !== NONE) return calls.invokeBound(found, container, key);
      if (types.isType(container)) {
        const own = types.lookup(container, names.classGet);
        if (own !== NULL) return calls.invokeWith(attributes.get(container, names.classGet), key);
        return exceptions.raise("TypeError", `type '${types.nameOf(container)}' is not subscriptable`);
      }
      return missing(container, "is not subscriptable");
    },
    set(container, key, value) {
      const found = types.lookup(types.typeOf(container), names.set);
      if (found === NULL || found === NONE) {
        const name = typeName(container);
        if (isSequenceIndex(container, key) && !fitsIndex(key)) return NULL;
        return lacks(name, "does not support item assignment");
      }
      return calls.invokeBound(found, container, key, value);
    },
    delete(container, key) {
      const found = types.lookup(types.typeOf(container), names.delete);
      if (found === NULL || found === NONE) {
        if (!isSequenceIndex(container, key)) return missing(container, "does not support item deletion");
        const name = typeName(container);
        return fitsIndex(key) ? lacks(name, "doesn't support item deletion") : NULL;
      }
      return calls.invokeBound(found, container, key);
    },
    contains(container, item) {
      if ((container & 1) === 0 && i32[container >>> 2] >>> 8 === SHAPE_DICT) {
        const entry = dicts.find(container, item);
        return entry === RAISED ? NULL : entry === ABSENT ? FALSE : TRUE;
      }
      const type = types.typeOf(container);
      const known = types.record(type).contains?.(container, item);
      if (known !== undefined) {
        // It may have taken long: the back-edge of the loop that it stands in looks at requests only.
        pollInterrupt(memory, interrupted);
        return known;
      }
      const found = types.lookup(type, names.contains);
      if (found === NONE) return missing(container, "is not a container");
      if (found === NULL) return containsByIteration(container, item);
      if (natives.isImmediate(found)) {
        const word = calls.invokeBound(found, container, item);
        return word === TRUE || word === FALSE || word === NULL ? word : conversions.truth(word);
      }
      continuations.push(toBool);
      const result = calls.invokeBound(found, container, item);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
    afterSet: discard,
    afterContains: toBool,
    afterNotContains: toOpposite,
  };
}
