import { type Address, NULL, STATE_HANDLED, STATE_PENDING, TRUE, type Word } from "@hotpy/memory";
import { layoutOf } from "@hotpy/object-model";
import type { Storage, Values } from "../context.js";
import {
  EXCEPTION_ARGS,
  EXCEPTION_CAUSE,
  EXCEPTION_CONTEXT,
  EXCEPTION_MEMBERS,
  EXCEPTION_SUPPRESS,
  TRACEBACK,
} from "./layout.js";
import { createMembers } from "./members.js";
import { createMessages } from "./messages.js";

/** Raising. All leaf. */
export interface Exceptions {
  readonly tracebackShape: number;
  /** A fresh exception of a type, with the tuple `args` as its arguments. */
  create(type: Address, args: Word): Word;
  /** Whether `__new__` keeps the arguments: OSError's leaves them to the `__init__` of a class that has one. */
  keepsArguments(type: Address): boolean;
  raise(type: string, message: string): typeof NULL;
  raiseWith(type: string, ...args: readonly Word[]): typeof NULL;
  /** Raises a builtin exception whose cause and context is the pending one, which it replaces. */
  raiseFromPending(type: string, message: string): typeof NULL;
  /** As `raise`, with attributes beside the arguments (`NameError.name`). The message may be a string of Python's. */
  raiseWithAttributes(type: string, message: string | Word, attributes: Readonly<Record<string, Word>>): typeof NULL;
  /** An attribute that a builtin exception has beside its arguments, NULL if it has not been set. `name` is interned. */
  member(exception: Word, name: Word): Word;
  setMember(exception: Word, name: Word, value: Word): void;
  /** Raises an exception object; its context becomes the exception being handled. */
  raiseObject(exception: Word): typeof NULL;
  isException(word: Word): boolean;
  pending(): Word;
  clearPending(): void;
  pendingIs(type: string): boolean;
}

export function createExceptions(context: Storage & Pick<Values, "objects" | "types">): Exceptions {
  const { memory, heap, objects, types, shapes, dicts, name: intern } = context;
  const { i32 } = memory;
  const messageOf = createMessages(context);
  const tracebackShape = shapes.define(layoutOf("traceback", TRACEBACK), NULL);
  const [initName, newName] = ["__init__", "__new__"].map(intern);

  const field = (object: Address, offset: number): Word => i32[(object + offset) >>> 2];

  function isException(word: Word): boolean {
    return (word & 1) === 0 && types.recordOf(word).kind === "exception";
  }

  function create(type: Address, args: Word): Word {
    const exception = types.instantiate(type);
    i32[(exception + EXCEPTION_ARGS) >>> 2] = args;
    return exception;
  }

  function keepsArguments(type: Address): boolean {
    if (!types.record(type).isClass) return true;
    const osError = types.named("OSError");
    if (!types.isSubtype(type, osError)) return true;
    const isInherited = (name: Word): boolean => types.lookup(type, name) === types.lookup(osError, name);
    return isInherited(initName) || !isInherited(newName);
  }

  function member(exception: Word, name: Word): Word {
    const members = field(exception, EXCEPTION_MEMBERS);
    return members === NULL ? NULL : dicts.getInterned(members, name);
  }

  function setMember(exception: Word, name: Word, value: Word): void {
    if (field(exception, EXCEPTION_MEMBERS) === NULL) heap.storeWord(exception, EXCEPTION_MEMBERS, dicts.create());
    dicts.set(field(exception, EXCEPTION_MEMBERS), name, value);
  }

  /** Sets the context, and cuts a cycle that this would make. */
  function setContext(exception: Word): void {
    const handled = i32[STATE_HANDLED >>> 2];
    if (handled === NULL || handled === exception) return;
    // The second goes at half the speed, so that the first meets it where a program has made a cycle of its own.
    for (let each = handled, slow = handled, steps = 1; each !== NULL; steps++) {
      const next = field(each, EXCEPTION_CONTEXT);
      if (next === exception) {
        i32[(each + EXCEPTION_CONTEXT) >>> 2] = NULL;
        break;
      }
      each = next;
      if (each === slow) break;
      if (steps % 2 === 0) slow = field(slow, EXCEPTION_CONTEXT);
    }
    heap.storeWord(exception, EXCEPTION_CONTEXT, handled);
  }

  function raiseObject(exception: Word): typeof NULL {
    setContext(exception);
    i32[STATE_PENDING >>> 2] = exception;
    return NULL;
  }

  const membersOf = createMembers(context);

  return {
    tracebackShape,
    create,
    keepsArguments,
    raise: (type, message) =>
      raiseObject(create(types.named(type), message === "" ? objects.emptyTuple : objects.tuple([messageOf(message)]))),
    raiseWith: (type, ...args) => raiseObject(create(types.named(type), objects.tuple(args))),
    raiseFromPending(type, message) {
      const cause = i32[STATE_PENDING >>> 2];
      const exception = create(types.named(type), objects.tuple([messageOf(message)]));
      i32[(exception + EXCEPTION_CAUSE) >>> 2] = cause;
      i32[(exception + EXCEPTION_CONTEXT) >>> 2] = cause;
      i32[(exception + EXCEPTION_SUPPRESS) >>> 2] = TRUE;
      i32[STATE_PENDING >>> 2] = exception;
      return NULL;
    },
    raiseWithAttributes(type, message, attributes) {
      const word = typeof message === "string" ? messageOf(message) : message;
      const exception = create(types.named(type), objects.tuple([word]));
      i32[(exception + EXCEPTION_MEMBERS) >>> 2] = membersOf(type, attributes);
      return raiseObject(exception);
    },
    member,
    setMember,
    raiseObject,
    isException,
    pending: () => i32[STATE_PENDING >>> 2],
    clearPending() {
      i32[STATE_PENDING >>> 2] = NULL;
    },
    pendingIs: (type) => {
      const exception = i32[STATE_PENDING >>> 2];
      return exception !== NULL && types.isSubtype(types.typeOf(exception), types.named(type));
    },
  };
}
