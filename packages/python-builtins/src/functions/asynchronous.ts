import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "../library.js";

/** aiter and anext. */
export function defineAsynchronousFunctions({ realm, surrogate, argument }: Library): void {
  const [iterName, nextName] = ["__aiter__", "__anext__"].map(realm.intern);
  const methodOf = (word: Word, name: Word): Word => realm.lookupOnType(realm.typeOf(word), name);

  const checked = realm.native({
    name: "checked_async_iterator",
    parameters: "(iterator, /)",
    run(args) {
      const iterator = argument(args, 0);
      return methodOf(iterator, nextName) !== NULL
        ? iterator
        : realm.raise("TypeError", `aiter() returned not an async iterator of type '${realm.typeName(iterator)}'`);
    },
  });

  function aiter(args: Address): Word {
    const iterable = argument(args, 0);
    const method = methodOf(iterable, iterName);
    return method === NULL
      ? realm.raise("TypeError", `'${realm.typeName(iterable)}' object is not an async iterable`)
      : realm.tailCall(surrogate("aiter_of"), iterable, method, checked);
  }

  function anext(args: Address): Word {
    const [iterator, otherwise] = [argument(args, 0), argument(args, 1)];
    const method = methodOf(iterator, nextName);
    if (method === NULL)
      return realm.raise("TypeError", `'${realm.typeName(iterator)}' object is not an async iterator`);
    return otherwise === NULL
      ? realm.tailCallFound(method, iterator)
      : realm.tailCall(surrogate("anext_of"), iterator, method, otherwise, surrogate("anext_or"));
  }

  realm.defineBuiltin({ name: "aiter", parameters: "(async_iterable, /)", frames: true, run: aiter });
  realm.defineBuiltin({ name: "anext", parameters: "(aiterator, default=None, /)", frames: true, run: anext });
}
