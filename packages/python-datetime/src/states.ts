import type { Word } from "@hotpy/memory";
import { SHAPE_BYTE_STRING } from "@hotpy/python-objects";
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

  const { u8 } = realm.memory;
  /** Writes a date's parts at a byte address, which is dead after a safepoint. */
  function putDate(date: Word, at: number): void {
    u8[at] = values.year(date) >>> 8;
    u8[at + 1] = values.year(date) & 255;
    u8[at + 2] = values.month(date);
    u8[at + 3] = values.day(date);
  }
  function putTime(time: Word, at: number): void {
    const fraction = values.microsecond(time);
    u8[at] = values.hour(time);
    u8[at + 1] = values.minute(time);
    u8[at + 2] = values.second(time);
    u8[at + 3] = fraction >>> 16;
    u8[at + 4] = (fraction >>> 8) & 255;
    u8[at + 5] = fraction & 255;
  }
  /** A new bytes object, filled by a function of the address of its data. */
  function state(size: number, fill: (at: number) => void): Word {
    const made = bytes.create(SHAPE_BYTE_STRING, size);
    fill(bytes.data(made) >>> 0);
    return made;
  }
  const isMarked = (time: Word, withFold: boolean): boolean => withFold && values.fold(time) !== 0;

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
    ofDate: (date) => state(FORMS.date.size, (at) => putDate(date, at)),
    ofTime: (time, withFold) =>
      state(FORMS.time.size, (at) => {
        putTime(time, at);
        if (isMarked(time, withFold)) u8[at] |= FOLD;
      }),
    ofDatetime: (datetime, withFold) =>
      state(FORMS.datetime.size, (at) => {
        putDate(datetime, at);
        putTime(datetime, at + FORMS.date.size);
        if (isMarked(datetime, withFold)) u8[at + 2] |= FOLD;
      }),
    hash: realm.hash,
  };
}
