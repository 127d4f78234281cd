/// Files of the time zone database (RFC 8536).

import { parsePosixZone, type TimeZone, type ZonePeriod } from "./posix-zone.js";

const HEADER_BYTES = 44;
const MAGIC = 0x545a6966;
/** The numbers in a header, from here on: of UT and standard indicators, leap seconds, changes, periods, characters of names. */
const COUNTS = 20;

interface Header {
  readonly indicators: number;
  readonly leaps: number;
  readonly changes: number;
  readonly periods: number;
  readonly characters: number;
}

function headerAt(view: DataView, at: number): Header {
  const count = (index: number): number => view.getUint32(at + COUNTS + index * 4);
  return {
    indicators: count(0) + count(1),
    leaps: count(2),
    changes: count(3),
    periods: count(4),
    characters: count(5),
  };
}

/** Bytes behind a header, where times take so many. */
const bodyBytes = ({ indicators, leaps, changes, periods, characters }: Header, bytesOfTime: number): number =>
  changes * (bytesOfTime + 1) + periods * 6 + characters + leaps * (bytesOfTime + 4) + indicators;

/** The zone in a file; undefined: it is none. */
export function parseZoneFile(file: Uint8Array): TimeZone | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < HEADER_BYTES || view.getUint32(0) !== MAGIC) return undefined;
  const isLong = file[4] >= 0x32;
  const headerStart = isLong ? HEADER_BYTES + bodyBytes(headerAt(view, 0), 4) : 0;
  const bytesOfTime = isLong ? 8 : 4;
  const header = headerAt(view, headerStart);
  const { changes, periods: count, characters } = header;
  const start = headerStart + HEADER_BYTES;
  const kinds = start + changes * bytesOfTime;
  const records = kinds + changes;
  const names = records + count * 6;
  if (count === 0 || names + characters > file.length) return undefined;

  const times = Array.from({ length: changes }, (_, i) =>
    isLong ? Number(view.getBigInt64(start + i * 8)) : view.getInt32(start + i * 4),
  );
  const text = (from: number, to: number): string => String.fromCharCode(...file.subarray(from, to));
  const periods: ZonePeriod[] = Array.from({ length: count }, (_, i) => {
    const at = records + i * 6;
    const name = names + file[at + 5];
    return { offset: view.getInt32(at), isSummer: file[at + 4] !== 0, name: text(name, file.indexOf(0, name)) };
  });
  const first = periods.find(({ isSummer }) => !isSummer) ?? periods[0];
  const end = start + bodyBytes(header, bytesOfTime);
  // What holds after the last change stands between two newlines.
  const later = isLong ? parsePosixZone(text(end + 1, file.length).trimEnd()) : undefined;

  return {
    at(seconds) {
      if (changes === 0 || seconds < times[0]) return changes === 0 && later !== undefined ? later.at(seconds) : first;
      if (later !== undefined && seconds >= times[changes - 1]) return later.at(seconds);
      let [low, high] = [0, changes];
      while (low + 1 < high) {
        const middle = (low + high) >> 1;
        if (times[middle] <= seconds) low = middle;
        else high = middle;
      }
      return periods[file[kinds + low]];
    },
  };
}
