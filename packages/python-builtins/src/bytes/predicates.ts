import { CASE_CAPITALIZE, CASE_LOWER, CASE_SWAP, CASE_TITLE, CASE_UPPER } from "@hotpy/object-model";
import { type NativeDefinition, READS_BUFFERS } from "@hotpy/python-objects";
import type { BytesKit } from "./kit.js";

type Test = (byte: number) => boolean;

const isUpper: Test = (byte) => byte >= 65 && byte <= 90;
const isLower: Test = (byte) => byte >= 97 && byte <= 122;
const isDigit: Test = (byte) => byte >= 48 && byte <= 57;
const isAlpha: Test = (byte) => isUpper(byte) || isLower(byte);
export const isSpaceByte: Test = (byte) => byte === 32 || (byte >= 9 && byte <= 13);

/** Methods about the characters of ASCII that bytes are: what they are, and their case. */
export function characterMethods({ library: { realm }, shape, self, made }: BytesKit): NativeDefinition[] {
  const { pythonKernel } = realm;
  const { u8 } = realm.memory;

  const predicate = (name: string, test: (bytes: Uint8Array) => boolean): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    effects: READS_BUFFERS,
    run(args) {
      const { data, size } = self(args);
      return realm.bool(test(u8.subarray(data >>> 0, (data >>> 0) + size)));
    },
  });
  /** All bytes are such, and there are some. */
  const all = (name: string, test: Test): NativeDefinition =>
    predicate(name, (bytes) => bytes.length > 0 && bytes.every(test));
  /** Letters are all of one case, and there are some. */
  const cased = (name: string, isRight: Test, isWrong: Test): NativeDefinition =>
    predicate(name, (bytes) => bytes.some(isRight) && !bytes.some(isWrong));

  function isTitle(bytes: Uint8Array): boolean {
    let found = false;
    let inWord = false;
    for (const byte of bytes) {
      if (isUpper(byte) ? inWord : isLower(byte) && !inWord) return false;
      inWord = isAlpha(byte);
      found ||= inWord;
    }
    return found;
  }

  const changer = (name: string, how: number, kernel: CallableFunction): NativeDefinition => ({
    name,
    kernel: { 1: kernel },
    parameters: "(self, /)",
    effects: READS_BUFFERS,
    run(args) {
      const { data, size } = self(args);
      return made(pythonKernel.changeCaseOfBytes(shape, data, size, how));
    },
  });

  return [
    all("isalpha", isAlpha),
    all("isalnum", (byte) => isAlpha(byte) || isDigit(byte)),
    all("isdigit", isDigit),
    all("isspace", isSpaceByte),
    predicate("isascii", (bytes) => bytes.every((byte) => byte < 128)),
    cased("isupper", isUpper, isLower),
    cased("islower", isLower, isUpper),
    predicate("istitle", isTitle),
    changer("upper", CASE_UPPER, pythonKernel.bytesUpper),
    changer("lower", CASE_LOWER, pythonKernel.bytesLower),
    changer("swapcase", CASE_SWAP, pythonKernel.bytesSwapCase),
    changer("title", CASE_TITLE, pythonKernel.bytesTitle),
    changer("capitalize", CASE_CAPITALIZE, pythonKernel.bytesCapitalize),
  ];
}
