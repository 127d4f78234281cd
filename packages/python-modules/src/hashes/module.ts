import type { Builtins } from "@hotpy/python-builtins";
import { defineBlake2 } from "./blake2-module.js";
import { defineKeyDerivation } from "./key-derivation.js";
import { defineOldHashes } from "./legacy.js";
import { defineSha3 } from "./sha3.js";

/** The modules below `hashlib`. */
export function defineHashes(builtins: Builtins): void {
  const { library } = builtins;
  defineOldHashes(library);
  defineSha3(library);
  defineBlake2(library);
  defineKeyDerivation(builtins);
}
