import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { lazyModule } from "../lazy-module.js";
import { createHashObjects, feed, type Hasher } from "./hasher.js";

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

/** The modules `_md5`, `_sha1`, `_sha256` and `_sha512`: functions that make hashes. */
export function defineOldHashes(library: Library): void {
  const { realm, argument } = library;
  for (const [module, algorithms] of Object.entries(MODULES)) {
    const make = (): { functions: Parameters<typeof realm.native>[0][] } => ({
      functions: Object.entries(algorithms).map(([name, { create, blockSize }]) => {
        const objects = createHashObjects(library, `${module}.${name}`);
        realm.defineType({
          name,
          module,
          shapes: [objects.shape],
          getters: [
            { name: "name", get: () => realm.intern(name) },
            { name: "digest_size", get: (self) => realm.int(objects.get(self).clone().digest().length) },
            { name: "block_size", get: () => realm.int(blockSize) },
          ],
          methods: objects.methods,
        });
        return {
          name,
          parameters: "(string=b'', *, usedforsecurity=True)",
          run(args: Address): Word {
            const hasher = create();
            return argument(args, 0) === NULL || feed(library, hasher, argument(args, 0)) ? objects.wrap(hasher) : NULL;
          },
        };
      }),
    });
    realm.defineModule(lazyModule(module, make));
  }
}
