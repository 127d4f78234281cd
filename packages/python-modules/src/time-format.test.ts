import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { formatTime } from "./time-format.js";

const TIMES = [
  [2024, 2, 29, 12, 30, 15, 3, 60, 0],
  [1, 1, 1, 0, 0, 0, 0, 1, 0],
  [9999, 12, 31, 23, 59, 59, 4, 365, 0],
  [2021, 1, 3, 13, 2, 3, 6, 3, 0],
  [2020, 12, 31, 1, 2, 3, 3, 366, 0],
  [-5, 1, 1, 0, 0, 0, 0, 1, 0],
];
const LETTERS = "aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyYzZ%";
const FORMATS = [
  ...["", "-", "_", "0", "^", "#", "5", "-7", "_7", "07", "E", "O"].map((flags) =>
    // What C makes of an offset in a wide field makes no sense.
    [...LETTERS.replace(/\d/.test(flags) ? "z" : "", "")].map((letter) => `<%${flags}${letter}>`).join(""),
  ),
  "",
  "%",
  "100%",
  "%Q %E",
  "é%dü%",
  "%1023d",
  "%1024d",
  "%99999999999d",
];

const program = `
import os, time
os.environ['TZ'] = 'UTC0'
time.tzset()
print(json.dumps([[time.strftime(text, tuple(each)) for each in data[0]] for text in data[1]]))
`;
const expected = oracle<string[][]>(program, [TIMES, FORMATS]);

test.each(FORMATS.map((text, index) => [text, expected[index]] as const))(
  "%s is formatted as C does",
  (text, results) => {
    const found = TIMES.map(([year, month, day, hour, minute, second, weekday, yearDay]) =>
      formatTime(
        text,
        { year, month, day, hour, minute, second, weekday, yearDay },
        { zone: () => "UTC", offset: () => 0, seconds: () => 0 },
      ),
    );
    expect(found).toEqual(results);
  },
);
