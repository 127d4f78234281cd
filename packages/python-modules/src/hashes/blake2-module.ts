import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { lazyModule, type ModuleContents } from "../lazy-module.js";
import { numberAttributes } from "../number-attributes.js";
import { BLAKE2B, BLAKE2S, Blake2, type Blake2Form } from "./blake2.js";
import { createHashObjects, feed } from "./hasher.js";

const PARAMETERS =
  "(cls, data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, " +
  "node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)";
const NONE = new Uint8Array(0);

/** The module `_blake2`: types of hashes. */
export function defineBlake2(library: Library): void {
  library.realm.defineModule(lazyModule("_blake2", () => makeBlake2(library)));
}

function makeBlake2(library: Library): ModuleContents {
  const { realm, argument } = library;
  const { buffers, integers, bytes } = realm;

  function refuse(type: string, message: string): undefined {
    realm.raise(type, message);
    return undefined;
  }

  /** A copy of the bytes of an optional argument; undefined: raised. */
  function bytesOf(args: Address, index: number, name: string, most: number): Uint8Array | undefined {
    if (argument(args, index) === NULL) return NONE;
    const found = buffers.required(argument(args, index));
    if (found === undefined) return undefined;
    if (found.size > most) return refuse("ValueError", `maximum ${name} length is ${most} bytes`);
    return bytes.toArray(found.data, found.size);
  }

  /** An optional integer in a range; undefined: raised. May collect. */
  function within(
    args: Address,
    index: number,
    absent: number,
    least: number,
    most: number,
    message: string,
  ): number | undefined {
    if (argument(args, index) === NULL) return absent;
    const value = realm.indexNumber(argument(args, index));
    if (value === undefined || (value >= least && value <= most)) return value;
    return refuse("ValueError", message);
  }

  /** An optional integer of so many bits; undefined: raised. May collect. */
  function unsigned(args: Address, index: number, bits: number, name: string): bigint | undefined {
    if (argument(args, index) === NULL) return 0n;
    const word = realm.index(argument(args, index));
    if (word === NULL) return undefined;
    if (integers.sign(word) < 0) return refuse("ValueError", "value must be positive");
    const size = integers.bitLength(word);
    if (size > 64) return refuse("OverflowError", "int too big to convert");
    return size > bits ? refuse("OverflowError", `${name} is too large`) : integers.toBigInt(word);
  }

  function create(form: Blake2Form, args: Address): Blake2 | undefined {
    const { digestSize: most, saltSize } = form;
    const digestSize = within(args, 2, most, 1, most, `digest_size must be between 1 and ${most} bytes`);
    if (digestSize === undefined) return undefined;
    const salt = bytesOf(args, 4, "salt", saltSize);
    const person = salt && bytesOf(args, 5, "person", saltSize);
    const fanout = person && within(args, 6, 1, 0, 255, "fanout must be between 0 and 255");
    if (salt === undefined || person === undefined || fanout === undefined) return undefined;
    const depth = within(args, 7, 1, 1, 255, "depth must be between 1 and 255");
    const leafSize = depth === undefined ? undefined : unsigned(args, 8, 32, "leaf_size");
    const offset = leafSize === undefined ? undefined : unsigned(args, 9, 8 * form.nodeOffsetSize, "node_offset");
    if (depth === undefined || leafSize === undefined || offset === undefined) return undefined;
    const nodeDepth = within(args, 10, 0, 0, 255, "node_depth must be between 0 and 255");
    if (nodeDepth === undefined) return undefined;
    const innerSize = within(args, 11, 0, 0, most, `inner_size must be between 0 and is ${most}`);
    const lastNode = argument(args, 12) === NULL ? 0 : realm.truth(argument(args, 12));
    const key = innerSize === undefined || lastNode < 0 ? undefined : bytesOf(args, 3, "key", most);
    if (key === undefined || innerSize === undefined) return undefined;
    return new Blake2(form, {
      digestSize,
      key,
      salt,
      person,
      fanout,
      depth,
      leafSize: Number(leafSize),
      nodeOffset: offset,
      nodeDepth,
      innerSize,
      isLastNode: lastNode === 1,
    });
  }

  const forms = [BLAKE2B, BLAKE2S];
  const limits = (form: Blake2Form): Readonly<Record<string, number>> => ({
    SALT_SIZE: form.saltSize,
    PERSON_SIZE: form.saltSize,
    MAX_KEY_SIZE: form.digestSize,
    MAX_DIGEST_SIZE: form.digestSize,
  });
  const types = forms.map((form): [string, Word] => {
    const { name, blockSize } = form;
    const objects = createHashObjects(library, `_blake2.${name}`);
    const type = realm.defineType({
      name,
      module: "_blake2",
      shapes: [objects.shape],
      construct: {
        name,
        parameters: PARAMETERS,
        run(args) {
          const hasher = create(form, args);
          if (hasher === undefined) return NULL;
          const isFed = argument(args, 1) === NULL || feed(library, hasher, argument(args, 1));
          return isFed ? objects.wrap(hasher) : NULL;
        },
      },
      getters: [
        { name: "name", get: () => realm.intern(name) },
        { name: "digest_size", get: (self) => realm.int((objects.get(self) as Blake2).parameters.digestSize) },
        { name: "block_size", get: () => realm.int(blockSize) },
      ],
      methods: objects.methods,
      attributes: numberAttributes(realm, limits(form)),
    });
    return [name, type];
  });

  return {
    attributes: () => ({
      ...Object.fromEntries(types),
      ...Object.fromEntries(
        forms.flatMap((form) =>
          Object.entries(limits(form)).map(([key, value]) => [`${form.name.toUpperCase()}_${key}`, realm.int(value)]),
        ),
      ),
    }),
  };
}
