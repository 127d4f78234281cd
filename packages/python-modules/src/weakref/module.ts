import { createWeakReferences } from "@hotpy/gc";
import type { Word } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  SHAPE_FUNCTION,
  SHAPE_GENERATOR,
  SHAPE_METHOD,
  SHAPE_MODULE,
  SHAPE_TYPE,
} from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import { type NativeDefinition, WEAK_CALLBACK } from "@hotpy/python-objects";
import { defineSourceModule } from "../source-module.js";
import { tailCallSource } from "../tail-call.js";
import { weakrefSource } from "./source.js";

/** Builtin shapes whose objects may be referred to weakly. */
const REFERABLE = [SHAPE_FUNCTION, SHAPE_GENERATOR, SHAPE_METHOD, SHAPE_MODULE, SHAPE_TYPE];
const REFERABLE_TYPES = ["set", "frozenset"];

/** The module `_weakref`. */
export function defineWeakref(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const { i32 } = realm.memory;
  let references: ReturnType<typeof createWeakReferences> | undefined;
  const table = (): ReturnType<typeof createWeakReferences> => (references ??= createWeakReferences(realm.heap));

  function isReferable(object: Word): boolean {
    if ((object & 1) !== 0) return false;
    const shape = i32[object >>> 2] >>> 8;
    if (REFERABLE.includes(shape)) return true;
    const type = realm.typeOf(object);
    if (realm.isWeaklyReferable(type) || REFERABLE_TYPES.some((name) => type === realm.type(name))) return true;
    return shape >= FIRST_DYNAMIC_SHAPE && realm.isClass(type);
  }

  function create(args: number): Word {
    const target = argument(args, 1);
    if (!isReferable(target))
      return realm.raise("TypeError", `cannot create weak reference to '${realm.typeName(target)}' object`);
    return realm.int(table().create(argument(args, 0), target, argument(args, 2) === realm.bool(true)));
  }

  const natives: readonly NativeDefinition[] = [
    { name: "weak_create", parameters: "(owner, target, is_told, /)", leaf: false, run: create },
    {
      name: "weak_target",
      parameters: "(reference, /)",
      run: (args) => table().target(realm.integers.toNumber(argument(args, 0))) || realm.none,
    },
    {
      name: "weak_owners",
      parameters: "(target, /)",
      run: (args) => realm.tuple(isReferable(argument(args, 0)) ? table().owners(argument(args, 0)) : []),
    },
  ];
  const surrogate = defineSourceModule(builtins, {
    name: "_weakref",
    source: weakrefSource,
    natives,
    shows: ["ReferenceType", "ref=ReferenceType", "ProxyType", "CallableProxyType"],
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
      const callback = surrogate("call_back");
      realm.setAttribute(surrogate("ReferenceType"), realm.intern(WEAK_CALLBACK), callback);
      const proxyCallback = surrogate("call_back_proxy");
      realm.setAttribute(surrogate("ProxyType"), realm.intern(WEAK_CALLBACK), proxyCallback);
      return {};
    },
  });
}
