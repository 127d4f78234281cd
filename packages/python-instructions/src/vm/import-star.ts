import { NULL, tagSmall, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";

/** Sets a name in a namespace. False: raised. */
export type PutName = (namespace: Word, name: Word, value: Word) => boolean;

/**
 * Copies to a namespace what `from module import *` gives: the names in `__all__`, or those that do not begin with an underscore. Takes
 * handles; false: raised. May collect.
 */
export function createImportStar(
  { realm, dicts, strings, exceptions, attributes, handles, name: intern }: Context,
  put: PutName,
): (module: number, target: number) => boolean {
  function copyListed(module: number, names: number, target: number): boolean {
    for (let index = 0; ; index++) {
      const name = realm.getItem(handles.get(names), tagSmall(index));
      if (name === NULL) {
        if (!exceptions.pendingIs("IndexError")) return false;
        exceptions.clearPending();
        return true;
      }
      if (!strings.isString(name)) return wrongName("Item", "__all__", module, name);
      const key = handles.push(name);
      const value = realm.getAttribute(handles.get(module), name);
      if (value === NULL || !put(handles.get(target), strings.intern(handles.get(key)), value)) return false;
    }
  }

  function copyPublic(dict: Word, module: number, target: number): boolean {
    const source = handles.push(dict);
    const names: number[] = [];
    for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1))
      names.push(handles.push(dicts.keyAt(dict, entry)));
    for (const name of names) {
      const key = handles.get(name);
      if (!strings.isString(key)) return wrongName("Key", "__dict__", module, key);
      if (strings.toJS(key).startsWith("_")) continue;
      const value = dicts.getInterned(handles.get(source), strings.intern(key));
      if (value !== NULL && !put(handles.get(target), key, value)) return false;
    }
    return true;
  }

  function wrongName(what: string, where: string, module: number, name: Word): false {
    const kind = realm.typeName(name);
    const own = realm.getAttribute(handles.get(module), intern("__name__"));
    if (own === NULL) return false;
    realm.raise("TypeError", `${what} in ${strings.toJS(own)}.${where} must be str, not ${kind}`);
    return false;
  }

  return (module, target) => {
    const listed = realm.findAttribute(handles.get(module), intern("__all__"));
    if (listed !== NULL) return copyListed(module, handles.push(listed), target);
    if (exceptions.pending() !== NULL) return false;
    const dict = attributes.instances.dictOf(handles.get(module));
    if (dict !== NULL) return copyPublic(dict, module, target);
    realm.raise("ImportError", "from-import-* object has no __dict__ and no __all__");
    return false;
  };
}
