import type { Codec } from "@hotpy/python-builtins";
import { multibyteCodec } from "./codec.js";
import { hz } from "./hz.js";
import { iso2022 } from "./iso2022.js";

/** An encoding of East Asia. It and its tables are loaded when the first is asked for. */
export function multibyteEncoding(name: string): Codec {
  if (name === "hz") return hz();
  return name.startsWith("iso2022") ? iso2022(name) : multibyteCodec(name);
}
