import { NULL, type Word } from "@hotpy/memory";
import { TYPE_DICT } from "@hotpy/object-model";
import { createNotedAttributes } from "../attributes/noted-attributes.js";
import type { UpToProtocols } from "../context.js";

/** Attributes. May collect. */
export interface AttributeAccess {
  getAttribute(object: Word, name: Word): Word;
  /** As getAttribute, but NULL with nothing pending if there is none (AttributeError). */
  findAttribute(object: Word, name: Word): Word;
  /** False: raised. */
  setAttribute(object: Word, name: Word, value: Word): boolean;
  deleteAttribute(object: Word, name: Word): boolean;
  /** Where an attribute lies in objects of this shape is noted, for functions of the kernel that get and set it by name. Leaf. */
  noteAttribute(object: Word, name: Word): void;
  /** `dir(w)`: a sorted list. */
  dir(word: Word): Word;
}

export function createAttributeAccess(parts: UpToProtocols): AttributeAccess {
  const { memory, strings, dicts, objects, types, exceptions, modules, attributes } = parts;
  const { i32 } = memory;
  const { complete } = parts.reentry;

  function dir(word: Word): Word {
    const names = new Set<Word>();
    const addDict = (dict: Word): void => {
      for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1))
        names.add(dicts.keyAt(dict, entry));
    };
    const own = attributes.instances.dictOf(word);
    if (own !== NULL) addDict(own);
    else if (attributes.instances.hasOwn(word)) for (const each of attributes.instances.names(word)) names.add(each);
    const type = types.isType(word) ? word : types.typeOf(word);
    const isModule = modules.isModule(word);
    if (!isModule) for (const each of types.record(type).mro) addDict(i32[(each + TYPE_DICT) >>> 2]);
    return objects.list([...names].filter((each) => !strings.toJS(each).startsWith("<")).sort(strings.compare));
  }

  return {
    getAttribute: (object, name) => complete(attributes.get, object, strings.intern(name), 0),
    findAttribute(object, name) {
      // An exception that nobody sees is not made. Modules may have a `__getattr__` of their own.
      const isModule = modules.isModule(object);
      const get = !isModule && attributes.isPlain(types.typeOf(object)) ? attributes.find : attributes.get;
      const value = complete(get, object, strings.intern(name), 0);
      if (value === NULL && exceptions.pendingIs("AttributeError")) exceptions.clearPending();
      return value;
    },
    setAttribute: (object, name, value) => complete(attributes.set, object, strings.intern(name), value) !== NULL,
    noteAttribute: createNotedAttributes(parts, attributes),
    deleteAttribute: (object, name) => complete(attributes.set, object, strings.intern(name), NULL) !== NULL,
    dir,
  };
}
