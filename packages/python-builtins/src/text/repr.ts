import type { Word } from "@hotpy/memory";
import { madeBy } from "@hotpy/object-model";
import type { Realm } from "@hotpy/python-objects";

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

/** The escape of a code point: \x, \u or \U. */
export function escapeCode(code: number): string {
  return code < 0x100 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

type Parts = Pick<Realm, "heap" | "pythonKernel">;

/** `repr` of a str. */
export const reprOfString = ({ heap, pythonKernel }: Parts, string: Word): Word =>
  madeBy(heap)(pythonKernel.quoteString(string, false));

/** `ascii` of a str. */
export const asciiOfString = ({ heap, pythonKernel }: Parts, string: Word): Word =>
  madeBy(heap)(pythonKernel.quoteString(string, true));

/** The text with everything outside ASCII escaped, as `ascii` shows it. */
export const asciiText = ({ heap, pythonKernel }: Parts, string: Word): Word =>
  madeBy(heap)(pythonKernel.escapeString(string));
