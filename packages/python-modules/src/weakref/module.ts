import { NULL, type Word } from "@hotpy/memory";
import { SHAPE_FUNCTION, SHAPE_GENERATOR, SHAPE_METHOD, SHAPE_MODULE, SHAPE_TYPE } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import { type NativeDefinition, WEAK_CALLBACK } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { weakrefSource } from "./source.js";

/** Builtin shapes whose objects may be referred to weakly. */
const REFERABLE = [SHAPE_FUNCTION, SHAPE_GENERATOR, SHAPE_METHOD, SHAPE_MODULE, SHAPE_TYPE];

/** The module `_weakref`. */
export function defineWeakref(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const { i32 } = realm.memory;
  const { weakReferences } = realm;

  function isReferable(object: Word): boolean {
    if ((object & 1) !== 0) return false;
    if (REFERABLE.includes(i32[object >>> 2] >>> 8)) return true;
    const type = realm.typeOf(object);
    return realm.isWeaklyReferable(type) || realm.lookupOnType(type, realm.intern("__weakref__")) !== NULL;
  }

  function create(args: number): Word {
    const target = argument(args, 1);
    if (!isReferable(target))
      return realm.raise("TypeError", `cannot create weak reference to '${realm.typeName(target)}' object`);
    return realm.int(weakReferences.create(argument(args, 0), target, argument(args, 2) === realm.bool(true)));
  }

  const natives: readonly NativeDefinition[] = [
    { name: "weak_create", parameters: "(owner, target, is_told, /)", leaf: false, run: create },
    {
      name: "weak_target",
      parameters: "(reference, /)",
      run: (args) => weakReferences.target(realm.integers.toNumber(argument(args, 0))) || realm.none,
    },
    {
      name: "weak_owners",
      parameters: "(target, /)",
      run: (args) => realm.tuple(isReferable(argument(args, 0)) ? weakReferences.owners(argument(args, 0)) : []),
    },
  ];
  const surrogate = defineSourceModule(builtins, {
    name: "_weakref",
    source: weakrefSource,
    natives,
    shows: ["ReferenceType", "ref=ReferenceType", "ProxyType", "CallableProxyType"],
    final: ["ProxyType", "CallableProxyType"],
    calls: [
      { name: "getweakrefcount", parameters: "(object, /)" },
      { name: "getweakrefs", parameters: "(object, /)" },
      { name: "_remove_dead_weakref", parameters: "(dct, key, /)" },
    ],
    functions: [
      {
        name: "proxy",
        parameters: "(object, callback=None, /)",
        frames: true,
        leaf: false,
        run(args) {
          const given = [argument(args, 0), argument(args, 1) || realm.none];
          return tailCallSource(builtins.library, surrogate, "make_proxy", given);
        },
      },
    ],
    attributes() {
      for (const [type, callback] of [
        ["ReferenceType", "call_back"],
        ["ProxyType", "call_back_proxy"],
      ]) {
        const cls = surrogate(type);
        // Stays: types do not move.
        realm.setAttribute(cls, realm.intern(WEAK_CALLBACK), surrogate(callback));
      }
      return {};
    },
  });
}
