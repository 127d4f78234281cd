import { type Address, NULL, type Word } from "@hotpy/memory";
import { type BufferBytes, type NativeDefinition, READS_BUFFERS } from "@hotpy/python-objects";
import { limitArgument } from "../text/arguments.js";
import { type BytesKit, partOrByte } from "./kit.js";
import { createScratch } from "./scratch.js";

type Search = (text: Address, start: number, end: number, part: Address, size: number) => number;

/** Methods that look for parts: find, count, replace, startswith and their kin. */
export function searchMethods(kit: BytesKit): NativeDefinition[] {
  const { library, shape, self, required, part, made } = kit;
  const { realm, slices, lists, argument } = library;
  const { pythonKernel, buffers } = realm;
  const scratch = createScratch(realm);

  /** Where a search in the bounds of arguments 2 and 3 finds argument 1; undefined: raised. */
  function searchIn(args: Address, search: Search, none: number): number | undefined {
    const bounds = slices.bounds(argument(args, 2), argument(args, 3), () => self(args).size);
    if (bounds === undefined) return undefined;
    const wanted = partOrByte(kit, args, 1);
    if (wanted === undefined) return undefined;
    const { data, size } = self(args);
    const end = Math.min(bounds[1], size);
    if (bounds[0] > end) return none;
    const { data: from, size: length } = typeof wanted === "number" ? scratch(wanted) : wanted;
    return search(data, bounds[0], end, from, length);
  }

  const finder = (name: string, search: Search, mustFind: boolean, kernel?: CallableFunction): NativeDefinition => ({
    name,
    parameters: "(self, sub, start=None, end=None, /)",
    wording: "parse",
    effects: READS_BUFFERS,
    run(args) {
      const found = searchIn(args, search, name === "count" ? 0 : -1);
      if (found === undefined) return NULL;
      return found < 0 && mustFind ? realm.raise("ValueError", "subsection not found") : realm.int(found);
    },
    ...(kernel === undefined ? {} : { kernel: { 2: kernel } }),
  });

  /** startswith and endswith: `at` returns where a part would have to stand. */
  function affix(
    name: string,
    kernel: CallableFunction,
    at: (start: number, end: number, size: number) => number,
  ): NativeDefinition {
    const matches = (args: Address, wanted: BufferBytes, start: number, end: number): boolean => {
      const { data, size } = self(args);
      const last = Math.min(end, size);
      return (
        last - start >= wanted.size &&
        pythonKernel.sameBytes(data + at(start, last, wanted.size), wanted.data, wanted.size)
      );
    };
    return {
      name,
      parameters: "(self, affix, start=None, end=None, /)",
      kernel: { 2: kernel },
      wording: "parse",
      effects: READS_BUFFERS,
      run(args) {
        const bounds = slices.bounds(argument(args, 2), argument(args, 3), () => self(args).size);
        if (bounds === undefined) return NULL;
        const given = realm.valueOf(argument(args, 1));
        if (!lists.isTuple(given)) {
          const wanted = buffers.bytes(given);
          if (wanted !== undefined) return realm.bool(matches(args, wanted, bounds[0], bounds[1]));
          if (realm.pending() !== NULL && !realm.pendingIs("TypeError")) return NULL;
          realm.clearPending();
          const message = `${name} first arg must be bytes or a tuple of bytes, not ${realm.typeName(given)}`;
          return realm.raise("TypeError", message);
        }
        for (let i = 0; i < lists.length(given); i++) {
          const wanted = buffers.required(lists.item(given, i));
          if (wanted === undefined) return NULL;
          if (matches(args, wanted, bounds[0], bounds[1])) return realm.bool(true);
        }
        return realm.bool(false);
      },
    };
  }

  function replace(args: Address): Word {
    // What they are is looked at before the limit, which may run Python code; where they lie, behind it.
    if (required(args, 1) === undefined || required(args, 2) === undefined) return NULL;
    const limit = limitArgument(realm, argument(args, 3));
    if (limit === undefined) return NULL;
    const [old, by] = [required(args, 1), required(args, 2)];
    if (old === undefined || by === undefined) return NULL;
    const { data, size } = self(args);
    if (limit === 0 || pythonKernel.countBytes(data, 0, size, old.data, old.size) === 0) return part(args, 0, size);
    return made(pythonKernel.replaceBytes(shape, data, size, old.data, old.size, by.data, by.size, limit));
  }

  const remover = (name: string, isSuffix: boolean): NativeDefinition => ({
    name,
    parameters: "(self, affix, /)",
    effects: READS_BUFFERS,
    run(args) {
      const wanted = required(args, 1);
      if (wanted === undefined) return NULL;
      const { data, size } = self(args);
      const at = isSuffix ? size - wanted.size : 0;
      if (wanted.size === 0 || wanted.size > size || !pythonKernel.sameBytes(data + at, wanted.data, wanted.size))
        return part(args, 0, size);
      return isSuffix ? part(args, 0, at) : part(args, wanted.size, size);
    },
  });

  function contains(args: Address): Word {
    const given = argument(args, 1);
    const { data, size } = self(args);
    if (
      buffers.typeOf(given) === undefined &&
      realm.lookupOnType(realm.typeOf(given), realm.intern("__index__")) !== NULL
    ) {
      const byte = partOrByte(kit, args, 1);
      if (typeof byte !== "number") return NULL;
      const now = self(args);
      return realm.bool(realm.memory.u8.subarray(now.data >>> 0, (now.data >>> 0) + now.size).includes(byte));
    }
    const wanted = required(args, 1);
    if (wanted === undefined) return NULL;
    return realm.bool(pythonKernel.findBytes(data, 0, size, wanted.data, wanted.size) >= 0);
  }

  return [
    finder("find", pythonKernel.findBytes, false, pythonKernel.bytesFind),
    finder("rfind", pythonKernel.findLastBytes, false, pythonKernel.bytesFindLast),
    finder("index", pythonKernel.findBytes, true, pythonKernel.bytesIndex),
    finder("rindex", pythonKernel.findLastBytes, true, pythonKernel.bytesIndexLast),
    finder("count", pythonKernel.countBytes, false, pythonKernel.bytesCount),
    affix("startswith", pythonKernel.bytesStartsWith, (start) => start),
    affix("endswith", pythonKernel.bytesEndsWith, (_, end, size) => end - size),
    {
      name: "replace",
      parameters: "(self, old, new, count=-1, /)",
      kernel: { 3: pythonKernel.bytesReplace, 4: pythonKernel.bytesReplaceMost },
      effects: READS_BUFFERS,
      run: replace,
    },
    remover("removeprefix", false),
    remover("removesuffix", true),
    { name: "__contains__", parameters: "(self, key, /)", effects: READS_BUFFERS, run: contains },
  ];
}
