import type { Builtins } from "@hotpy/python-builtins";
import { multibyteEncoding } from "./encodings.js";

/** Which module has which codec, as CPython divides them. */
export const MULTIBYTE_MODULES: Readonly<Record<string, readonly string[]>> = {
  _codecs_cn: ["gb2312", "gbk", "gb18030", "hz"],
  _codecs_iso2022: ["iso2022_jp", "iso2022_jp_1", "iso2022_jp_ext", "iso2022_kr"],
  _codecs_jp: ["shift_jis", "cp932", "euc_jp"],
  _codecs_kr: ["euc_kr", "cp949", "johab"],
  _codecs_tw: ["big5", "cp950"],
};

/** Encodings of East Asia; each is made when it is first asked for. */
export function addMultibyteCodecs({ codecs }: Builtins): void {
  for (const name of Object.values(MULTIBYTE_MODULES).flat()) codecs.add(name, () => multibyteEncoding(name));
}
