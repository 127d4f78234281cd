import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { scrypt } from "@noble/hashes/scrypt.js";
import { sha224, sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { sha3_224, sha3_256, sha3_384, sha3_512 } from "@noble/hashes/sha3.js";
import { tailCallSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";

const HASHES = { md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512 };

/** Memory that `scrypt` may use where the program does not say it. */
const USUAL_MEMORY = 32 * 1024 * 1024;

const SOURCE = `
class UnsupportedDigestmodError(ValueError):
    __module__ = '_hashlib'

def new(name, string, usedforsecurity):
    import _hashlib
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    make = getattr(_hashlib, f'openssl_{name.lower()}', None)
    if make is None:
        raise ValueError(f'unsupported hash type {name}')
    return make() if string is None else make(string)

def hmac_new(key, msg, digestmod):
    content_of(key)
    raise UnsupportedDigestmodError(f'Unsupported digestmod {digestmod}')

def hmac_digest(key, msg, digest):
    content_of(key)
    raise UnsupportedDigestmodError(f'Unsupported digestmod {digest}')

def get_fips_mode():
    return 0

def at_least_one(number, name):
    if number < 1:
        raise ValueError(f'{name} must be greater than 0.')
    if number > 0x7fffffff:
        raise OverflowError(f'{name} is too great.')
    return number

def pbkdf2_hmac(hash_name, password, salt, iterations, dklen):
    name = hash_name.lower()
    sizes = hash_sizes()
    if name not in sizes:
        raise UnsupportedDigestmodError(f'unsupported hash type {hash_name}')
    at_least_one(iterations, 'iteration value')
    size = sizes[name] if dklen is None else at_least_one(dklen, 'key length')
    return derive_pbkdf2(name, password, salt, iterations, size)

def scrypt(password, salt, n, r, p, maxmem, dklen):
    if salt is None:
        raise TypeError('salt is required')
    for value, name in (n, 'n'), (r, 'r'), (p, 'p'):
        if not isinstance(value, int) or value < 0:
            raise TypeError(f'{name} is required and must be an unsigned int')
    if n < 2 or n & (n - 1):
        raise ValueError('n must be a power of 2.')
    if maxmem < 0 or maxmem > 0x7fffffff:
        raise ValueError(f'maxmem must be positive and smaller than {0x7fffffff}')
    if dklen < 1 or dklen > 0x7fffffff:
        raise ValueError(f'dklen must be greater than 0 and smaller than {0x7fffffff}')
    if r < 1 or p < 1 or 128 * r * (n + p + 2) > (maxmem or ${USUAL_MEMORY}):
        raise ValueError('Invalid parameter combination for n, r, p, maxmem.')
    return derive_scrypt(password, salt, n, r, p, dklen)

def hash_sizes():
    return {${Object.entries(HASHES)
      .map(([name, { outputLen }]) => `'${name}': ${outputLen}`)
      .join(", ")}}

def constructors():
    import _md5, _sha1, _sha256, _sha512, _sha3
    from _operator import _compare_digest
    found = {'compare_digest': _compare_digest}
    for module in _md5, _sha1, _sha256, _sha512, _sha3:
        for name in hash_sizes():
            if hasattr(module, name):
                found['openssl_' + name] = getattr(module, name)
    found['openssl_md_meth_names'] = frozenset(hash_sizes())
    return found
`;

/** The module `_hashlib`: functions that make keys of passwords, and what `hashlib` and `hmac` look for beside them. */
export function defineKeyDerivation(builtins: Builtins): void {
  const { realm, argument, numberArgument } = builtins.library;
  const { bytes, strings, dicts } = realm;

  /** A copy of the bytes of an argument; undefined: raised. */
  function bytesOf(args: number, index: number): Uint8Array | undefined {
    const found = realm.buffers.required(argument(args, index));
    return found === undefined ? undefined : bytes.toArray(found.data, found.size);
  }

  const surrogate = defineSourceModule(builtins, {
    name: "_hashlib",
    source: SOURCE,
    natives: [
      {
        name: "derive_pbkdf2",
        parameters: "(name, password, salt, iterations, size, /)",
        run(args) {
          const [password, salt] = [bytesOf(args, 1), bytesOf(args, 2)];
          if (password === undefined || salt === undefined) return NULL;
          const hash = HASHES[strings.toJS(argument(args, 0)) as keyof typeof HASHES];
          return bytes.fromArray(
            pbkdf2(hash, password, salt, { c: numberArgument(args, 3), dkLen: numberArgument(args, 4) }),
          );
        },
      },
      {
        name: "derive_scrypt",
        parameters: "(password, salt, n, r, p, size, /)",
        run(args) {
          const [password, salt] = [bytesOf(args, 0), bytesOf(args, 1)];
          if (password === undefined || salt === undefined) return NULL;
          const [n, r, p, size] = [2, 3, 4, 5].map((index) => numberArgument(args, index));
          return bytes.fromArray(scrypt(password, salt, { N: n, r, p, dkLen: size, maxmem: 2 ** 31 }));
        },
      },
    ],
    shows: ["UnsupportedDigestmodError"],
    calls: [
      { name: "new", parameters: "(name, string=b'', *, usedforsecurity=True)" },
      { name: "hmac_new", parameters: "(key, msg=b'', digestmod=None)" },
      { name: "hmac_digest", parameters: "(key, msg, digest)" },
      { name: "get_fips_mode", parameters: "()" },
      { name: "pbkdf2_hmac", parameters: "(hash_name, password, salt, iterations, dklen=None)" },
    ],
    functions: [
      {
        name: "scrypt",
        parameters: "(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)",
        frames: true,
        leaf: false,
        run(args) {
          const usual = [realm.none, realm.none, realm.none, realm.none, realm.none, realm.int(0), realm.int(64)];
          return tailCallSource(
            builtins.library,
            surrogate,
            "scrypt",
            usual.map((absent, index) => argument(args, index) || absent),
          );
        },
      },
    ],
    attributes() {
      const contents: Record<string, Word> = {};
      const dict = realm.call(surrogate("constructors"));
      if (dict === NULL) return contents;
      for (let at = dicts.nextEntry(dict, 0); at >= 0; at = dicts.nextEntry(dict, at + 1)) {
        contents[strings.toJS(dicts.keyAt(dict, at))] = dicts.valueAt(dict, at);
      }
      return contents;
    },
  });
}
