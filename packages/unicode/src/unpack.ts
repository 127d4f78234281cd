import { inflateSync } from "fflate";

/** Bytes that a script has packed: raw deflate, in base64. */
export function unpackBytes(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return inflateSync(bytes);
}

/** The text that scripts/make-data.py has packed, as UTF-8. */
export const unpack = (base64: string): string => new TextDecoder().decode(unpackBytes(base64));
