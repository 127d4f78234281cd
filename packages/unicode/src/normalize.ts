export type Form = "NFC" | "NFD" | "NFKC" | "NFKD";

const ASCII = /^[\0-\x7f]*$/;

/**
 * A normal form of a text in a version of Unicode that is not newer than the host's. What is assigned keeps its normal forms in all later
 * versions; what is not assigned yet combines with nothing, so the text between such characters is the host's.
 *
 * @param isAssigned of code points, in the version that is meant
 */
export function normalizePieces(text: string, form: Form, isAssigned: (code: number) => boolean): string {
  if (ASCII.test(text)) return text;
  let result = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    const size = code > 0xffff ? 2 : 1;
    if (!isAssigned(code)) {
      result += text.slice(start, i).normalize(form) + text.slice(i, i + size);
      start = i + size;
    }
    i += size - 1;
  }
  return start === 0 ? text.normalize(form) : result + text.slice(start).normalize(form);
}
