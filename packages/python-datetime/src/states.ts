import type { Word } from "@hotpy/memory";
import type { Kit } from "./kit.js";

/** What is pickled of dates and times, a byte for each part, the microseconds three and the year two. */
export interface States {
  /** The bytes of an argument that is a state; undefined: it is none, null: raised. */
  read(word: Word, kind: StateKind): Uint8Array | undefined | null;
  /** The bytes object of an object's parts. Of a time and a datetime the fold may be in the first bit of `hour` or `month`. */
  ofDate(date: Word): Word;
  ofTime(time: Word, withFold: boolean): Word;
  ofDatetime(datetime: Word, withFold: boolean): Word;
  hash(state: Word): Word;
}

type StateKind = "date" | "time" | "datetime";

interface Form {
  readonly size: number;
  /** The byte that tells a state from other things, and below what it is then without its first bit. */
  readonly at: number;
  readonly isRight: (byte: number) => boolean;
}

const isMonth = (byte: number): boolean => byte >= 1 && byte <= 12;
const FORMS: Readonly<Record<StateKind, Form>> = {
  date: { size: 4, at: 2, isRight: isMonth },
  time: { size: 6, at: 0, isRight: (byte) => (byte & 127) < 24 },
  datetime: { size: 10, at: 2, isRight: (byte) => isMonth(byte & 127) },
};
const FOLD = 128;

export function createStates({ library, values }: Pick<Kit, "library" | "values">): States {
  const { realm } = library;
  const { bytes, strings } = realm;

  /** What Python 2 has pickled comes as text. */
  function fromText(text: Word, { size, at, isRight }: Form, kind: StateKind): Uint8Array | undefined | null {
    if (strings.length(text) !== size) return undefined;
    const flat = strings.flat(text);
    if (!isRight(strings.codeAt(flat, at))) return undefined;
    const codes = Array.from({ length: size }, (_, index) => strings.codeAt(flat, index));
    if (codes.every((code) => code < 256)) return Uint8Array.from(codes);
    realm.raise(
      "ValueError",
      `Failed to encode latin1 string when unpickling a ${kind} object. pickle.load(data, encoding='latin1') is assumed.`,
    );
    return null;
  }

  function timeParts(time: Word): number[] {
    const fraction = values.microsecond(time);
    const parts = [values.hour(time), values.minute(time), values.second(time)];
    return [...parts, fraction >>> 16, (fraction >>> 8) & 255, fraction & 255];
  }
  const dateParts = (date: Word): number[] => [
    values.year(date) >>> 8,
    values.year(date) & 255,
    values.month(date),
    values.day(date),
  ];
  const state = (parts: readonly number[]): Word => bytes.fromArray(Uint8Array.from(parts));

  return {
    read(word, kind) {
      const form = FORMS[kind];
      if ((word & 1) !== 0) return undefined;
      const value = realm.valueOf(word);
      if (strings.isString(value)) return fromText(value, form, kind);
      if (!bytes.isBytes(value) || bytes.size(value) !== form.size) return undefined;
      const array = bytes.toArray(bytes.data(value), form.size);
      return form.isRight(array[form.at]) ? array : undefined;
    },
    ofDate: (date) => state(dateParts(date)),
    ofTime(time, withFold) {
      const parts = timeParts(time);
      if (withFold && values.fold(time) !== 0) parts[0] |= FOLD;
      return state(parts);
    },
    ofDatetime(datetime, withFold) {
      const parts = [...dateParts(datetime), ...timeParts(datetime)];
      if (withFold && values.fold(datetime) !== 0) parts[2] |= FOLD;
      return state(parts);
    },
    hash: realm.hash,
  };
}
