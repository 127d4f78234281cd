import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { BufferBytes, NativeDefinition } from "@hotpy/python-objects";
import { createHostObjects, type HostObjects } from "../host-objects.js";

/** A hash in the making. `digest` ends it. */
export interface Hasher {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): Hasher;
  /** Makes `to`, of the same kind, a copy, or a new one; where there is this, it costs less than {@link clone}. */
  _cloneInto?(to?: Hasher): Hasher;
}

/** Objects that hold hashers of one kind. */
export interface HashObjects extends HostObjects<Hasher> {
  /** `update`, `digest`, `hexdigest` and `copy`. */
  readonly methods: readonly NativeDefinition[];
}

/** The bytes of an argument, where they lie in memory; undefined: raised. Leaf. */
export function bytesToHash(realm: Library["realm"], data: Word): BufferBytes | undefined {
  const value = realm.valueOf(data);
  if (realm.strings.isString(value)) {
    realm.raise("TypeError", "Strings must be encoded before hashing");
    return undefined;
  }
  if (realm.buffers.typeOf(value) === undefined) {
    realm.raise("TypeError", "object supporting the buffer API required");
    return undefined;
  }
  return realm.buffers.bytes(value);
}

/** Feeds the bytes of an argument. False: raised. Leaf. */
export function feed({ realm }: Library, hasher: Hasher, data: Word): boolean {
  const found = bytesToHash(realm, data);
  if (found === undefined) return false;
  const from = found.data >>> 0;
  hasher.update(realm.memory.u8.subarray(from, from + found.size));
  return true;
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function digitsOf(bytes: Uint8Array): string {
  let digits = "";
  for (let index = 0; index < bytes.length; index++) digits += DIGITS[bytes[index]];
  return digits;
}

/** @param takesLength of hashes of any length: the digest has the bytes that an argument says */
export function createHashObjects(library: Library, name: string, takesLength = false): HashObjects {
  const { realm, argument } = library;
  const objects = createHostObjects<Hasher>(library, name);
  const { wrap, get: hasherOf } = objects;

  /** The copy that is made to be ended, again and again. */
  let ending: Hasher | undefined;

  /** The digest of what is there so far; undefined: raised. */
  function digest(args: Address): Uint8Array | undefined {
    if (!takesLength) {
      const hasher = hasherOf(argument(args, 0));
      if (hasher._cloneInto === undefined) return hasher.clone().digest();
      ending = hasher._cloneInto(ending);
      return ending.digest();
    }
    const length = realm.index(argument(args, 1));
    if (length === NULL) return undefined;
    const size = realm.integers.toNumber(length);
    if (size < 0 || size >= MOST_BYTES) {
      realm.raise("ValueError", size < 0 ? "value must be positive" : "length is too large");
      return undefined;
    }
    return (hasherOf(argument(args, 0)).clone() as Hasher & { xof(size: number): Uint8Array }).xof(size);
  }
  const parameters = takesLength ? "(self, length, /)" : "(self, /)";

  return {
    ...objects,
    methods: [
      {
        name: "update",
        parameters: "(self, obj, /)",
        run: (args) => (feed(library, hasherOf(argument(args, 0)), argument(args, 1)) ? realm.none : NULL),
      },
      {
        name: "digest",
        parameters,
        run(args) {
          const made = digest(args);
          return made === undefined ? NULL : realm.bytes.fromArray(made);
        },
      },
      {
        name: "hexdigest",
        parameters,
        run(args) {
          const made = digest(args);
          return made === undefined ? NULL : realm.str(digitsOf(made));
        },
      },
      { name: "copy", parameters: "(self, /)", run: (args) => wrap(hasherOf(argument(args, 0)).clone()) },
    ],
  };
}

/** Digests of any length must be shorter. */
const MOST_BYTES = 2 ** 29;
