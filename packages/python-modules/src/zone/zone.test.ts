import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { parsePosixZone } from "./posix-zone.js";
import { parseZoneFile } from "./zone-file.js";

/** What C makes of times in a zone, and the file that describes it, if there is one. */
interface Expected {
  readonly file: number[] | undefined;
  readonly periods: readonly (readonly [seconds: number, offset: number, isSummer: number, name: string])[];
}

const program = `
import os, time
results = []
for zone in data:
    path = '/usr/share/zoneinfo/' + zone
    file = list(open(path, 'rb').read()) if os.path.isfile(path) else None
    os.environ['TZ'] = zone
    time.tzset()
    periods = []
    for seconds in [*range(-3000000000, 5000000000, 9765432), 1711846799, 1711846800, 1729990799, 1729990800]:
        shown = time.localtime(seconds)
        periods.append((seconds, shown.tm_gmtoff, shown.tm_isdst, shown.tm_zone))
    results.append({'file': file, 'periods': periods})
print(json.dumps(results))
`;

const ZONES = [
  "EST+05EDT,M3.2.0,M11.1.0",
  "EST5EDT4,M3.2.0,M11.1.0",
  "<+0330>-3:30",
  "CET-1CEST,M3.5.0,M10.5.0/3",
  "NZST-12NZDT,M9.5.0,M4.1.0/3",
  "AAA3BBB,J60/0,J300/25",
  "AAA3BBB2,59,300/-1",
  "IST-2IDT,M3.4.4/26,M10.5.0",
  "UTC",
  "Europe/Berlin",
  "Europe/Dublin",
  "America/New_York",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Pacific/Apia",
];
const expected = oracle<Expected[]>(program, ZONES);

test.each(ZONES.map((zone, index) => [zone, expected[index]] as const))(
  "%s is as C has it",
  (text, { file, periods }) => {
    const zone = file === undefined || file === null ? parsePosixZone(text) : parseZoneFile(Uint8Array.from(file));
    // Without the database a name is no zone.
    if (zone === undefined) return expect(text).toMatch(/\/|^UTC$/);
    const found = periods.map(([seconds]) => {
      const { offset, isSummer, name } = zone.at(seconds);
      return [seconds, offset, isSummer ? 1 : 0, name];
    });
    expect(found).toEqual(periods);
  },
);

test("what is no zone is none", () => {
  for (const text of ["", "E5", "EST", "EST5EDT,M3", "EST5EDT,M3.2.0", "EST5EDT,x,y"])
    expect(parsePosixZone(text)).toBe(undefined);
  expect(parseZoneFile(new Uint8Array(3))).toBe(undefined);
  expect(parseZoneFile(new Uint8Array(300))).toBe(undefined);
});
