import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from "@noble/hashes/sha3.js";
import { lazyModule, type ModuleContents } from "../lazy-module.js";
import { createHashObjects, feed, type Hasher } from "./hasher.js";

interface Algorithm {
  readonly name: string;
  readonly create: () => Hasher;
  /** Bytes; 0: any number. */
  readonly digestSize: number;
  /** Bytes that go into the state with each permutation. */
  readonly rate: number;
}

const ALGORITHMS: readonly Algorithm[] = [
  { name: "sha3_224", create: () => sha3_224.create() as Hasher, digestSize: 28, rate: 144 },
  { name: "sha3_256", create: () => sha3_256.create() as Hasher, digestSize: 32, rate: 136 },
  { name: "sha3_384", create: () => sha3_384.create() as Hasher, digestSize: 48, rate: 104 },
  { name: "sha3_512", create: () => sha3_512.create() as Hasher, digestSize: 64, rate: 72 },
  { name: "shake_128", create: () => shake128.create() as Hasher, digestSize: 0, rate: 168 },
  { name: "shake_256", create: () => shake256.create() as Hasher, digestSize: 0, rate: 136 },
];
/** Bytes of the state. */
const STATE = 200;
const SUFFIX = 0x06;
const SHAKE_SUFFIX = 0x1f;

/** The module `_sha3`: types of hashes. */
export function defineSha3(library: Library): void {
  library.realm.defineModule(lazyModule("_sha3", () => makeSha3(library)));
}

function makeSha3(library: Library): ModuleContents {
  const { realm, argument } = library;
  const types = ALGORITHMS.map(({ name, create, digestSize, rate }): [string, Word] => {
    const objects = createHashObjects(library, `_sha3.${name}`, digestSize === 0);
    const suffix = digestSize === 0 ? SHAKE_SUFFIX : SUFFIX;
    const type = realm.defineType({
      name,
      module: "_sha3",
      shapes: [objects.shape],
      construct: {
        name,
        parameters: "(cls, data=b'', /, *, usedforsecurity=True)",
        run(args) {
          const hasher = create();
          const isFed = argument(args, 1) === NULL || feed(library, hasher, argument(args, 1));
          return isFed ? objects.wrap(hasher) : NULL;
        },
      },
      getters: [
        { name: "name", get: () => realm.intern(name) },
        { name: "digest_size", get: () => realm.int(digestSize) },
        { name: "block_size", get: () => realm.int(rate) },
        { name: "_rate_bits", get: () => realm.int(8 * rate) },
        { name: "_capacity_bits", get: () => realm.int(8 * (STATE - rate)) },
        { name: "_suffix", get: () => realm.bytes.fromArray(Uint8Array.of(suffix)) },
      ],
      methods: objects.methods,
    });
    return [name, type];
  });
  return {
    attributes: () => ({ ...Object.fromEntries(types), implementation: realm.str("noble") }),
  };
}
