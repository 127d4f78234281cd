import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { SearchSettings } from "./import/install.js";
import { sipHash13 } from "./sip-hash.js";

/** The module `_imp`, on which the standard library's `importlib` works. */
export function defineImp({ library }: Builtins, search: SearchSettings): void {
  const { realm, argument } = library;
  const { strings, imports } = realm;
  const text = (word: Word): string => strings.toJS(realm.valueOf(word));
  const nothing = (name: string, parameters = "()"): { name: string; parameters: string; run: () => Word } => ({
    name,
    parameters,
    run: () => realm.none,
  });

  /** How often the lock of imports has been taken: modules have locks of their own, so nothing waits for it. */
  let locks = 0;

  realm.defineModule({
    name: "_imp",
    functions: [
      search.runMain,
      {
        name: "acquire_lock",
        parameters: "()",
        run() {
          locks++;
          return realm.none;
        },
      },
      {
        name: "release_lock",
        parameters: "()",
        run() {
          if (locks === 0) return realm.raise("RuntimeError", "not holding the import lock");
          locks--;
          return realm.none;
        },
      },
      { name: "lock_held", parameters: "()", run: () => realm.bool(locks > 0) },
      {
        name: "source_hash",
        parameters: "(key, source)",
        run(args) {
          const key = realm.integers.toBigInt(realm.valueOf(argument(args, 0)));
          const found = realm.buffers.required(argument(args, 1));
          if (found === undefined) return NULL;
          const source = realm.bytes.toArray(found.data, found.size);
          const hash = BigUint64Array.of(sipHash13(source, BigInt.asUintN(64, key), 0n));
          return realm.bytes.fromArray(new Uint8Array(hash.buffer));
        },
      },
      {
        name: "is_builtin",
        parameters: "(name, /)",
        run(args) {
          const given = argument(args, 0);
          if (!strings.isString(realm.valueOf(given)))
            return realm.raise("TypeError", `is_builtin() argument must be str, not ${realm.typeName(given)}`);
          return realm.int(imports.isNative(text(given)) ? 1 : 0);
        },
      },
      { name: "is_frozen", parameters: "(name, /)", run: () => realm.bool(false) },
      { name: "is_frozen_package", parameters: "(name, /)", run: () => realm.bool(false) },
      nothing("find_frozen", "(name, /, *, withdata=False)"),
      nothing("init_frozen", "(name, /)"),
      { name: "_frozen_module_names", parameters: "()", run: () => realm.list([]) },
      {
        name: "get_frozen_object",
        parameters: "(name, data=None, /)",
        run(args) {
          const message = realm.str(`No such frozen object named ${text(argument(args, 0))}`);
          const error = realm.call(realm.type("ImportError"), message);
          if (error === NULL) return NULL;
          const mark = realm.handles.mark();
          const kept = realm.handles.push(error);
          const isSet = realm.setAttribute(error, realm.intern("name"), argument(args, 0));
          const named = realm.handles.get(kept);
          realm.handles.release(mark);
          return isSet ? realm.raiseObject(named) : NULL;
        },
      },
      {
        name: "create_builtin",
        parameters: "(spec, /)",
        leaf: false,
        run(args) {
          const name = realm.getAttribute(argument(args, 0), realm.intern("name"));
          return name === NULL ? NULL : imports.createNative(text(name));
        },
      },
      { name: "exec_builtin", parameters: "(mod, /)", run: () => realm.int(0) },
      { name: "extension_suffixes", parameters: "()", run: () => realm.list([]) },
      // There are no frozen modules that could be left out.
      nothing("_override_frozen_modules_for_tests", "(override, /)"),
      nothing("_fix_co_filename", "(code, path, /)"),
    ],
    attributes: () => ({ check_hash_based_pycs: realm.intern("default") }),
  });
}
