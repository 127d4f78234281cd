import { type Address, isSmall, NONE, NULL, type Word } from "@hotpy/memory";
import { SHAPE_TUPLE } from "@hotpy/object-model";
import type { Parts } from "../context.js";
import { EXCEPTION_CAUSE, EXCEPTION_CONTEXT, EXCEPTION_TRACEBACK } from "../exceptions/layout.js";
import type { NativeDefinition } from "../natives.js";
import type { Realm } from "../realm/realm.js";

const source = `
def wrapped(exception, make):
    return make("", (exception,)), None

def parted(group, type):
    parts = group.split(type)
    if not isinstance(parts, tuple):
        raise TypeError(f'{typeName(group)}.split must return a tuple, not {typeName(parts)}')
    if len(parts) < 2:
        raise TypeError(f'{typeName(group)}.split must return a 2-tuple, got tuple of size {len(parts)}')
    return parts[:2]

def unhandled(original, raised, make):
    """What is raised at the end of a try statement with except*: 'raised' are the exceptions of clauses, and the rest."""
    if not raised:
        return None
    if not isGroup(original):
        # It was wrapped for the one clause that matched: there is one exception at most.
        return raised[0]
    others, leaves = [], set()
    def collect(each):
        if isGroup(each):
            for inner in each.exceptions:
                collect(inner)
        else:
            leaves.add(id(each))
    for each in raised:
        if each is None:
            continue
        if isReraised(each, original):
            collect(each)
        else:
            others.append(each)
    if leaves:
        def is_leaf(each):
            return not isGroup(each) and id(each) in leaves
        reraised = original.split(is_leaf)[0]
        if not others:
            return reraised
        others.append(reraised)
    return make("", others) if others else None
`;

/** The functions that `except*` is made of. */
export function groupInternals(parts: Parts, realm: Realm): readonly NativeDefinition[] {
  const { memory, types, exceptions, objects, shapes, attributes, name: intern } = parts;
  const { i32 } = memory;
  const argument = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const notesName = intern("__notes__");
  const groupType = types.named("BaseExceptionGroup");
  const isGroup = (word: Word): boolean => types.isSubtype(types.typeOf(word), groupType);

  /** What `except*` names: the types, or undefined: it must not name that, and this has been raised. */
  function typesIn(given: Word): readonly Word[] | undefined {
    const value = shapes.valueOf(given);
    const isTuple = !isSmall(value) && i32[value >>> 2] >>> 8 === SHAPE_TUPLE;
    const all = isTuple ? objects.itemsOf(value) : [given];
    if (!all.every((type) => types.isType(type) && types.record(type).kind === "exception")) {
      exceptions.raise("TypeError", "catching classes that do not inherit from BaseException is not allowed");
      return undefined;
    }
    if (all.some((type) => types.isSubtype(type, groupType))) {
      exceptions.raise("TypeError", "catching ExceptionGroup with except* is not allowed. Use except instead.");
      return undefined;
    }
    return all;
  }

  /** Whether a clause has raised its part of the exception again: CPython compares these. */
  function isReraised(each: Word, original: Word): boolean {
    const isEqual = (offset: number): boolean => i32[(each + offset) >>> 2] === i32[(original + offset) >>> 2];
    return (
      isGroup(each) &&
      [EXCEPTION_TRACEBACK, EXCEPTION_CAUSE, EXCEPTION_CONTEXT].every(isEqual) &&
      attributes.instances.get(each, notesName) === attributes.instances.get(original, notesName)
    );
  }

  const natives: readonly NativeDefinition[] = [
    {
      name: "typeName",
      parameters: "(value, /)",
      run: (args) => realm.str(types.nameOf(types.typeOf(argument(args, 0)))),
    },
    { name: "isGroup", parameters: "(value, /)", run: (args) => objects.bool(isGroup(argument(args, 0))) },
    {
      name: "isReraised",
      parameters: "(each, original, /)",
      run: (args) => objects.bool(isReraised(argument(args, 0), argument(args, 1))),
    },
  ];
  const surrogate = realm.defineSurrogates(source, natives);

  return [
    {
      // (the part that matches or None, what is left of the exception or None)
      name: "match_group",
      parameters: "(exception, type, /)",
      frames: true,
      run(args) {
        const [exception, type] = [argument(args, 0), argument(args, 1)];
        const wanted = typesIn(type);
        if (wanted === undefined) return NULL;
        if (exception === NONE) return objects.tuple([NONE, NONE]);
        if (wanted.some((each) => types.isSubtype(types.typeOf(exception), each))) {
          if (isGroup(exception)) return objects.tuple([exception, NONE]);
          return realm.tailCall(surrogate("wrapped"), exception, groupType);
        }
        if (!isGroup(exception)) return objects.tuple([NONE, exception]);
        return realm.tailCall(surrogate("parted"), exception, type);
      },
    },
    {
      // What is to be raised at the end, or None.
      name: "unhandled_of",
      parameters: "(exception, raised, /)",
      frames: true,
      run: (args) => realm.tailCall(surrogate("unhandled"), argument(args, 0), argument(args, 1), groupType),
    },
  ];
}
