import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf, madeBy } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import { modulesKernel } from "../kernel.js";
import { lazyModule, type ModuleContents } from "../lazy-module.js";
import { bytesToHash } from "./hasher.js";
import {
  HASH_BYTES,
  HASH_CONTEXT,
  HASH_KIND,
  HASH_MD5,
  HASH_SHA1,
  HASH_SHA256,
  HASH_SHA512,
  HASH_SIZE,
  HASH_STATE,
} from "./layout.js";
import { firstStates, makeHashTables } from "./tables.js";

interface Algorithm {
  readonly kind: number;
  /** Bytes of the digest, and of a block. */
  readonly digestSize: number;
  readonly blockSize: number;
  /** The state before the first block. */
  readonly first: () => Uint8Array;
}

/** Words of 32 bits. */
const words = (values: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);
const MD5_STATE = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
const SHA1_STATE = [...MD5_STATE, 0xc3d2e1f0];
const [FIRST_HALF, SECOND_HALF] = [0, 8];
const high = (from: number): Uint8Array =>
  words(
    firstStates()
      .slice(from, from + 8)
      .map((state) => Number(state >> 32n)),
  );
const low = (from: number): Uint8Array =>
  words(
    firstStates()
      .slice(from, from + 8)
      .map((state) => Number(state & 0xffffffffn)),
  );
const whole = (from: number): Uint8Array =>
  new Uint8Array(BigUint64Array.from(firstStates().slice(from, from + 8)).buffer);

const MODULES: Readonly<Record<string, Readonly<Record<string, Algorithm>>>> = {
  _md5: { md5: { kind: HASH_MD5, digestSize: 16, blockSize: 64, first: () => words(MD5_STATE) } },
  _sha1: { sha1: { kind: HASH_SHA1, digestSize: 20, blockSize: 64, first: () => words(SHA1_STATE) } },
  _sha256: {
    sha224: { kind: HASH_SHA256, digestSize: 28, blockSize: 64, first: () => low(SECOND_HALF) },
    sha256: { kind: HASH_SHA256, digestSize: 32, blockSize: 64, first: () => high(FIRST_HALF) },
  },
  _sha512: {
    sha384: { kind: HASH_SHA512, digestSize: 48, blockSize: 128, first: () => whole(SECOND_HALF) },
    sha512: { kind: HASH_SHA512, digestSize: 64, blockSize: 128, first: () => whole(FIRST_HALF) },
  },
};

const HASH = defineFields("hash", { context: fixed("word", HASH_CONTEXT, SHAPE_BYTE_STRING) });

/** The modules `_md5`, `_sha1`, `_sha256` and `_sha512`: functions that make hashes. */
export function defineOldHashes(library: Library): void {
  let kernel: ReturnType<typeof modulesKernel>["kernel"] | undefined;
  const withTables = (): ReturnType<typeof modulesKernel>["kernel"] => {
    if (kernel === undefined) {
      kernel = modulesKernel(library.realm).kernel;
      kernel.useHashTables(makeHashTables(library.realm));
    }
    return kernel;
  };
  for (const [module, algorithms] of Object.entries(MODULES)) {
    const make = (): ModuleContents => ({
      functions: Object.entries(algorithms).map(([name, algorithm]) =>
        defineHash(library, withTables(), module, name, algorithm),
      ),
    });
    library.realm.defineModule(lazyModule(module, make));
  }
}

/** The type of hashes of an algorithm. Returns the function that makes them. */
function defineHash(
  { realm, argument }: Library,
  kernel: ReturnType<typeof modulesKernel>["kernel"],
  module: string,
  name: string,
  { kind, digestSize, blockSize, first }: Algorithm,
): NonNullable<ModuleContents["functions"]>[number] {
  const { bytes } = realm;
  const made = madeBy(realm.heap);
  const { i32, u8 } = realm.memory;
  const shape = realm.shapes.define(layoutOf(`${module}.${name}`, HASH), NULL);
  const contextOf = (self: Word): Address => bytes.data(i32[(self + HASH_CONTEXT) >>> 2]);
  const start = new Uint8Array(HASH_BYTES);
  new DataView(start.buffer).setInt32(HASH_KIND, kind, true);
  new DataView(start.buffer).setInt32(HASH_SIZE, digestSize, true);
  start.set(first(), HASH_STATE);

  /** A hash with a copy of a state. Allocating moves nothing. */
  function create(state: Uint8Array): Word {
    const context = bytes.fromArray(state);
    const self = realm.object(shape);
    i32[(self + HASH_CONTEXT) >>> 2] = context;
    return self;
  }

  /** Feeds an argument. False: raised. Leaf. */
  function feed(self: Word, data: Word): boolean {
    const found = bytesToHash(realm, data);
    if (found !== undefined) kernel.feedHash(contextOf(self), found.data, found.size);
    return found !== undefined;
  }

  realm.defineType({
    name,
    module,
    shapes: [shape],
    getters: [
      { name: "name", get: () => realm.intern(name) },
      { name: "digest_size", get: () => realm.int(digestSize) },
      { name: "block_size", get: () => realm.int(blockSize) },
    ],
    methods: [
      {
        name: "update",
        parameters: "(self, obj, /)",
        kernel: { 2: kernel.updateHash },
        run: (args) => (feed(argument(args, 0), argument(args, 1)) ? realm.none : NULL),
      },
      {
        name: "digest",
        parameters: "(self, /)",
        kernel: { 1: kernel.digestOfHash },
        run: (args) => made(kernel.digestOfHash(argument(args, 0))),
      },
      {
        name: "hexdigest",
        parameters: "(self, /)",
        kernel: { 1: kernel.hexDigestOfHash },
        run: (args) => made(kernel.hexDigestOfHash(argument(args, 0))),
      },
      {
        name: "copy",
        parameters: "(self, /)",
        run(args) {
          const from = contextOf(argument(args, 0)) >>> 0;
          return create(u8.slice(from, from + HASH_BYTES));
        },
      },
    ],
  });
  return {
    name,
    parameters: "(string=b'', *, usedforsecurity=True)",
    run(args) {
      const hash = create(start);
      return argument(args, 0) === NULL || feed(hash, argument(args, 0)) ? hash : NULL;
    },
  };
}
