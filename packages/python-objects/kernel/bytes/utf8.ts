import { codeAt } from "@hotpy/object-model/kernel/strings/text";

/** Writes code points of a flat string in UTF-8, where there is room; the address behind them. */
export function writeUtf8(to: usize, holder: usize, width: i32, length: i32): usize {
  for (let i = 0; i < length; i++) {
    const code = codeAt(holder, width, i);
    if (code < 0x80) {
      store<u8>(to++, <u8>code);
      continue;
    }
    const rest = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    store<u8>(to++, <u8>((0xff00 >> (rest + 1)) | (code >> (6 * rest))));
    for (let j = rest - 1; j >= 0; j--) store<u8>(to++, <u8>(0x80 | ((code >> (6 * j)) & 0x3f)));
  }
  return to;
}
