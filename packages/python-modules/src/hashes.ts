import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { lazyModule } from "./lazy-module.js";

/** A hash in the making, as `@noble/hashes` has them. */
interface Hasher {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): Hasher;
}

/** Offset of the index of the hasher among the heap's host values. */
const HOST = 8;
const HASH = defineFields("hash", { host: fixed("i32", HOST) });

interface Algorithm {
  readonly create: () => Hasher;
  /** Bytes. */
  readonly blockSize: number;
}

const MODULES: Readonly<Record<string, Readonly<Record<string, Algorithm>>>> = {
  _md5: { md5: { create: () => md5.create() as Hasher, blockSize: 64 } },
  _sha1: { sha1: { create: () => sha1.create() as Hasher, blockSize: 64 } },
  _sha256: {
    sha224: { create: () => sha224.create() as Hasher, blockSize: 64 },
    sha256: { create: () => sha256.create() as Hasher, blockSize: 64 },
  },
  _sha512: {
    sha384: { create: () => sha384.create() as Hasher, blockSize: 128 },
    sha512: { create: () => sha512.create() as Hasher, blockSize: 128 },
  },
};

/** The modules `_md5`, `_sha1`, `_sha256` and `_sha512`. */
export function defineHashes({ library }: Builtins): void {
  const { realm, argument } = library;
  const { bytes, none } = realm;
  const { i32 } = realm.memory;
  const hasherOf = (self: Word): Hasher => realm.heap.hosts.get(i32[(self + HOST) >>> 2]) as Hasher;

  /** Feeds the bytes of an argument. False: raised. */
  function feed(hasher: Hasher, data: Word): boolean {
    if (realm.strings.isString(realm.valueOf(data)))
      return realm.raise("TypeError", "Strings must be encoded before hashing") !== NULL;
    const found = realm.buffers.bytes(data);
    if (found === undefined) return realm.raise("TypeError", "object supporting the buffer API required") !== NULL;
    hasher.update(bytes.toArray(found.data, found.size));
    return true;
  }

  const makersOf = (module: string): NativeDefinition[] =>
    Object.entries(MODULES[module]).map(([name, { create, blockSize }]) => {
      const shape = realm.shapes.define(layoutOf(`${module}.${name}`, HASH), NULL);
      function wrap(hasher: Hasher): Word {
        const self = realm.object(shape);
        i32[(self + HOST) >>> 2] = realm.heap.hosts.add(hasher, self);
        return self;
      }
      const digest = (self: Word): Uint8Array => hasherOf(self).clone().digest();
      realm.defineType({
        name,
        module,
        shapes: [shape],
        getters: [
          { name: "name", get: () => realm.intern(name) },
          { name: "digest_size", get: (self) => realm.int(digest(self).length) },
          { name: "block_size", get: () => realm.int(blockSize) },
        ],
        methods: [
          {
            name: "update",
            parameters: "(self, obj, /)",
            run: (args: Address) => (feed(hasherOf(argument(args, 0)), argument(args, 1)) ? none : NULL),
          },
          { name: "digest", parameters: "(self, /)", run: (args) => bytes.fromArray(digest(argument(args, 0))) },
          {
            name: "hexdigest",
            parameters: "(self, /)",
            run: (args) =>
              realm.str([...digest(argument(args, 0))].map((byte) => byte.toString(16).padStart(2, "0")).join("")),
          },
          { name: "copy", parameters: "(self, /)", run: (args) => wrap(hasherOf(argument(args, 0)).clone()) },
        ],
      });
      return {
        name,
        parameters: "(string=b'', *, usedforsecurity=True)",
        run(args: Address): Word {
          const hasher = create();
          return argument(args, 0) === NULL || feed(hasher, argument(args, 0)) ? wrap(hasher) : NULL;
        },
      };
    });

  for (const module of Object.keys(MODULES))
    realm.defineModule(lazyModule(module, () => ({ functions: makersOf(module) })));
}
