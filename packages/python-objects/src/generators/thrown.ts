import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { SHAPE_TUPLE } from "@hotpy/object-model";
import type { Context } from "../context.js";

/**
 * The exception that the arguments of `throw` name, from the second on: an instance, or a type with a value. NULL: raised.
 * May collect.
 */
export function thrownBy(context: Context, args: Address): Word {
  const { memory, types, exceptions } = context;
  const { i32 } = memory;
  const arg = (index: number): Word => i32[(args >>> 2) + index];
  const given = arg(1);
  const traceback = arg(3);
  const isTraceback = (traceback & 1) === 0 && i32[traceback >>> 2] >>> 8 === exceptions.tracebackShape;
  if (traceback !== NULL && traceback !== NONE && !isTraceback)
    return exceptions.raise("TypeError", "throw() third argument must be a traceback object");
  if ((given & 1) === 0 && exceptions.isException(given)) {
    if (arg(2) !== NULL && arg(2) !== NONE)
      return exceptions.raise("TypeError", "instance exception may not have a separate value");
    return given;
  }
  if (types.isType(given) && types.record(given).kind === "exception") {
    const value = arg(2);
    if (value === NULL || value === NONE) return checked(context, given, context.realm.call(given));
    if (exceptions.isException(value) && types.isSubtype(types.typeOf(value), given)) return value;
    // A tuple is taken for the arguments.
    const isTuple = (value & 1) === 0 && i32[value >>> 2] >>> 8 === SHAPE_TUPLE;
    const { realm } = context;
    return checked(context, given, isTuple ? realm.callSpread(given, value, NULL) : realm.call(given, value));
  }
  return exceptions.raise(
    "TypeError",
    `exceptions must be classes or instances deriving from BaseException, not ${types.shownNameOf(types.typeOf(given))}`,
  );
}

/** What the call of an exception type has made: it may be anything. */
function checked({ types, exceptions }: Context, type: Word, made: Word): Word {
  if (made === NULL || ((made & 1) === 0 && exceptions.isException(made))) return made;
  return exceptions.raise(
    "TypeError",
    `calling ${types.textOf(type)} should have returned an instance of BaseException, not ${types.shownNameOf(types.typeOf(made))}`,
  );
}
