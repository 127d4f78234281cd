import { type Address, NULL, type Word } from "@hotpy/memory";
import { layoutOf } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { GETTER, GETTER_KEYS } from "@hotpy/python-objects";

/** `operator.itemgetter` and `operator.attrgetter`, whose calls a kernel makes where no code of a program runs. */
export function defineGetters(library: Library): Readonly<Record<string, Address>> {
  const { realm, lists, argument, withHandles } = library;
  const { handles, strings, pythonKernel: kernel } = realm;
  const { i32 } = realm.memory;
  const keysOf = (getter: Word): Word => i32[(getter + GETTER_KEYS) >>> 2];

  /** What `read` gives for each key in turn, of more than one a tuple. */
  function gather(args: Address, read: (object: Word, key: Word) => Word): Word {
    const key = (at: number): Word => lists.item(keysOf(argument(args, 0)), at);
    const count = lists.length(keysOf(argument(args, 0)));
    if (count === 1) return read(argument(args, 1), key(0));
    return withHandles(() => {
      const found: number[] = [];
      for (let at = 0; at < count; at++) {
        const value = read(argument(args, 1), key(at));
        if (value === NULL) return NULL;
        found.push(handles.push(value));
      }
      return realm.tuple(found.map(handles.get));
    });
  }

  function define(
    name: string,
    keyFor: (given: Word) => Word,
    shownFor: (key: Word) => Word,
    read: (object: Word, key: Word) => Word,
    compiled: CallableFunction,
  ): Address {
    const shape = realm.shapes.define(layoutOf(name, GETTER), NULL);
    const type: Address = realm.defineType({
      name,
      module: "operator",
      shapes: [shape],
      construct: {
        name,
        parameters: "(cls, /, *args, **kwargs)",
        run(args) {
          if (realm.length(argument(args, 2)) > 0)
            return realm.raise("TypeError", `${name}() takes no keyword arguments`);
          const given = argument(args, 1);
          const count = lists.length(given);
          if (count === 0) return realm.raise("TypeError", `${name} expected 1 argument, got 0`);
          const keys: Word[] = [];
          for (let at = 0; at < count; at++) {
            const key = keyFor(lists.item(given, at));
            if (key === NULL) return NULL;
            keys.push(key);
          }
          const tuple = realm.tuple(keys);
          const getter = realm.object(shape);
          i32[(getter + GETTER_KEYS) >>> 2] = tuple;
          return getter;
        },
      },
      methods: [
        {
          name: "__call__",
          parameters: "(self, object, /)",
          wording: "unpack",
          calledBy: name,
          kernel: { 2: compiled },
          kernelReads: true,
          run: (args) => gather(args, read),
        },
        {
          name: "__repr__",
          parameters: "(self, /)",
          run(args) {
            const keys = lists.itemsOf(keysOf(argument(args, 0))).map(shownFor);
            const shown = realm.repr(realm.tuple(keys));
            if (shown === NULL) return NULL;
            const text = strings.toJS(shown);
            return realm.str(
              `${realm.typeName(argument(args, 0))}${keys.length === 1 ? text.replace(/,\)$/, ")") : text}`,
            );
          },
        },
        {
          name: "__reduce__",
          parameters: "(self, /)",
          run(args) {
            const keys = lists.itemsOf(keysOf(argument(args, 0))).map(shownFor);
            return realm.tuple([type, realm.tuple(keys)]);
          },
        },
      ],
    });
    return type;
  }

  /** A name, interned; one with dots as the tuple of its parts. */
  function nameFor(given: Word): Word {
    const name = realm.valueOf(given);
    if (!strings.isString(name)) return realm.raise("TypeError", "attribute name must be a string");
    const parts = strings.toJS(name).split(".");
    return parts.length === 1 ? strings.intern(name) : realm.tuple(parts.map(realm.intern));
  }
  const dotted = (key: Word): Word =>
    lists.isTuple(key) ? realm.str(lists.itemsOf(key).map(strings.toJS).join(".")) : key;

  function attribute(object: Word, name: Word): Word {
    // Interned names do not move.
    const names = lists.isTuple(name) ? lists.itemsOf(name) : [name];
    let value = object;
    for (const each of names) {
      realm.noteAttribute(value, each);
      value = realm.getAttribute(value, each);
      if (value === NULL) return NULL;
    }
    return value;
  }

  const same = (key: Word): Word => key;
  return {
    itemgetter: define("itemgetter", same, same, realm.getItem, kernel.callItemGetter),
    attrgetter: define("attrgetter", nameFor, dotted, attribute, kernel.callAttributeGetter),
  };
}
