import { inflateSync } from "fflate";

/** The text that scripts/make-data.py has packed: raw deflate of UTF-8, in base64. */
export function unpack(base64: string): string {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return new TextDecoder().decode(inflateSync(bytes));
}
