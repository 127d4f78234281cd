import { isSmall, NULL, type Word } from "@hotpy/memory";
import { SHAPE_DICT, SHAPE_METHOD, shapeIdOf, TYPE_DICT } from "@hotpy/object-model";
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
  const { memory, handles, shapes, strings, dicts, objects, types, exceptions, modules, attributes } = parts;
  const { instances } = attributes;
  const { i32 } = memory;
  const { complete } = parts.reentry;

  function dir(word: Word): Word {
    const names = new Set<Word>();
    const addDict = (dict: Word): void => {
      for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1))
        names.add(dicts.keyAt(dict, entry));
    };
    const mark = handles.mark();
    const kept = handles.push(word);
    const dict = said(word, "__dict__");
    const isModule = modules.isModule(handles.get(kept));
    if (dict !== undefined && dict !== NULL && !isDict(dict) && isModule) {
      const name = instances.get(handles.get(kept), parts.name("__name__"));
      exceptions.raise("TypeError", `${name === NULL ? "?" : strings.toJS(name)}.__dict__ is not a dictionary`);
    } else if (dict !== undefined && dict !== NULL && isDict(dict)) addDict(shapes.valueOf(dict));
    else if (dict === undefined) {
      const own = instances.dictOf(handles.get(kept));
      if (own !== NULL) addDict(own);
      else if (instances.hasOwn(handles.get(kept)))
        for (const each of instances.names(handles.get(kept))) names.add(each);
    }
    const keptNames = [...names].map((each) => handles.push(each));
    const cls = isModule || exceptions.pending() !== NULL ? undefined : said(handles.get(kept), "__class__");
    names.clear();
    for (const each of keptNames) names.add(handles.get(each));
    const self = handles.get(kept);
    handles.release(mark);
    if (exceptions.pending() !== NULL) return NULL;
    const type = types.isType(self) ? self : cls === undefined || !types.isType(cls) ? types.typeOf(self) : cls;
    if (!isModule) for (const each of types.record(type).mro) addDict(i32[(each + TYPE_DICT) >>> 2]);
    return objects.list(
      [...names].filter((each) => !strings.isString(each) || !strings.toJS(each).startsWith("<")).sort(strings.compare),
    );
  }

  const isDict = (word: Word): boolean => !isSmall(word) && shapeIdOf(memory, shapes.valueOf(word)) === SHAPE_DICT;

  /** An attribute that says of an object what it is made of, where code of the program answers; undefined: the object itself tells. */
  function said(object: Word, name: string): Word | undefined {
    if (types.isType(object)) return undefined;
    const key = parts.name(name);
    const isBoundMethod = !isSmall(object) && shapeIdOf(memory, object) === SHAPE_METHOD && name === "__dict__";
    const found = types.lookup(types.typeOf(object), key);
    const isOrdinary = found === NULL || attributes.descriptors.isGetter(found);
    if (isOrdinary && !isBoundMethod && attributes.isPlain(types.typeOf(object))) return undefined;
    return access.findAttribute(object, key);
  }

  const access: AttributeAccess = {
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
  return access;
}
