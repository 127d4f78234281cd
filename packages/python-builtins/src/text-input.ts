import { NULL } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";
import type { StreamSettings } from "./stream-settings.js";

/** The way of `errors` in which the platform has bytes that are no text. */
const ESCAPE = "surrogateescape";

/** The text of standard input. Undefined: raised. May collect. */
export interface TextInput {
  /** A line with its newline, at most so many characters of it; "" at the end. */
  readLine(most?: number): string | undefined;
  /** So many characters, fewer at the end; without a number all that there are. */
  read(count?: number): string | undefined;
}

/** @param plainLine a line as the platform reads it */
export function createTextInput(
  realm: Realm,
  settings: StreamSettings,
  plainLine: () => string | undefined,
): TextInput {
  const { bytes } = realm;
  /** What has been read and not taken. */
  let rest = "";

  /** More text, at least to the end of a line; "" at the end. */
  function more(): string | undefined {
    let text: string | undefined;
    if (settings.hasBuffer(0) || settings.isSet(0)) {
      // The binary stream may have read ahead.
      const buffer = settings.buffer(0);
      const line = buffer === NULL ? NULL : realm.callMethod(buffer, realm.intern("readline"));
      text = line === NULL || !bytes.isBytes(line) ? undefined : settings.decode(line);
    } else {
      text = plainLine();
      if (text !== undefined && settings.of(0).errors !== ESCAPE && /\p{Surrogate}/u.test(text)) text = refused(text);
    }
    return text;
  }

  /** What a line is with bytes that are no text, where these may not pass as they are. */
  function refused(line: string): string | undefined {
    const data = realm.callMethod(realm.str(line), realm.intern("encode"), realm.intern("utf-8"), realm.intern(ESCAPE));
    return data === NULL ? undefined : settings.decode(data);
  }

  /** The first `count` characters of what has been read. */
  function take(count: number): string {
    // Characters beyond 16 bits take two places.
    const end = /[\ud800-\udbff]/.test(rest) ? Array.from(rest).slice(0, count).join("").length : count;
    const text = rest.slice(0, end);
    rest = rest.slice(end);
    return text;
  }

  return {
    readLine(most) {
      while (!rest.includes("\n")) {
        const text = more();
        if (text === undefined) return undefined;
        if (text === "") break;
        rest = rest === "" ? text : rest + text;
      }
      const end = rest.indexOf("\n") + 1 || rest.length;
      if (most !== undefined && most < end) return take(most);
      const line = rest.slice(0, end);
      rest = rest.slice(end);
      return line;
    },
    read(count) {
      const parts = [rest];
      let length = rest.length;
      while (count === undefined || length < 2 * count) {
        const text = more();
        if (text === undefined) return undefined;
        if (text === "") break;
        parts.push(text);
        length += text.length;
        if (count !== undefined && length >= count && !/[\ud800-\udbff]/.test(text)) break;
      }
      rest = parts.join("");
      if (count !== undefined) return take(count);
      const all = rest;
      rest = "";
      return all;
    },
  };
}
