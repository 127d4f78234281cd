/// `super()`: the object that stands for it, and what is found by it. In a trace the object rarely needs to exist.

import type { CoreMachine } from "@hotpy/interpreter";
import { NULL, type Word } from "@hotpy/memory";
import { CELL, CODE_LOCALS, SHAPE_TYPE } from "@hotpy/object-model";
import { SUPER } from "@hotpy/python-objects";
import type { Language } from "./language.js";
import { typeOf } from "./types.js";

/** `super(after, self)`. */
export function newSuper<V>(m: CoreMachine<V>, language: Language, after: Word, self: V): V {
  const { types, attributes } = language;
  const type = typeToSearch(m, language, after, self);
  if (!types.isSubtype(type, after)) return m.decline("super() of another type");
  const fields = [SUPER.after, SUPER.object, SUPER.type].map(({ offset }) => offset / 4);
  return m.op("new", [m.word(after), self, m.word(type)], {
    shape: attributes.descriptors.superShape,
    words: 6,
    fields,
    raw: [],
  });
}

/** A class that is given in place of an instance, as in `__new__`, is searched itself. */
function typeToSearch<V>(m: CoreMachine<V>, language: Language, after: Word, self: V): Word {
  if (m.shapeOf(self) !== SHAPE_TYPE) return typeOf(m, language, self);
  const type = m.wordOf(self);
  return language.types.isSubtype(type, after) ? type : language.types.typeOf(type);
}

/** `super()` without arguments in the running function: of its class and its first argument. */
export function newImplicitSuper<V>(m: CoreMachine<V>, language: Language): V {
  const { memory, codes } = language;
  const { unit } = codes.record(m.code);
  const free = unit.freeNames.indexOf("__class__");
  // A first argument that closures share lies in a cell: left to the interpreter.
  if (free < 0 || unit.argumentCount === 0 || unit.cellNames.includes(unit.localNames[0]))
    return m.decline("such a super()");
  const slot = memory.i32[(m.code + CODE_LOCALS) >>> 2] - unit.freeNames.length + free;
  const after = m.wordOf(m.op("load_word", [m.local(slot)], CELL.value));
  const self = m.local(0);
  if (after === NULL || m.isNull(self)) return m.decline("an empty super()");
  return newSuper(m, language, after, self);
}

/** What a name means on a super object: found on a type behind the class, to be bound to `self`; undefined: to the class that is searched, not to an instance. */
export function findBySuper<V>(
  m: CoreMachine<V>,
  language: Language,
  object: V,
  name: Word,
): { readonly found: Word; readonly self: V | undefined } {
  const { types } = language;
  const type = m.wordOf(m.op("load_word", [object], SUPER.type));
  if (!types.isType(type)) return m.decline("super() of no object");
  const after = m.wordOf(m.op("load_word", [object], SUPER.after));
  const self = m.op("load_word", [object], SUPER.object);
  // The type's version changes with that of any of its bases.
  m.watch(type);
  const found = types.lookupAfter(type, after, name);
  if (found === NULL) return m.decline("nothing found by super");
  const isClass = m.shapeOf(self) === SHAPE_TYPE && m.isSame(self, type);
  return { found, self: isClass ? undefined : self };
}
