import { expect, it } from "vitest";
import { PythonSyntaxError, parse } from "../src/index.js";
import { dump } from "./dump.js";
import { type ErrorRow, hasOracle, oracleErrors, oracleTrees } from "./oracle.js";
import { INVALID_PROGRAMS } from "./programs/invalid.js";
import { VALID_PROGRAMS } from "./programs/valid.js";

/** How many programs to try; with more than the default, rare known differences show up. */
const COUNT = Number(process.env.EDITS ?? 1500);
const SEED = Number(process.env.SEED ?? 1);

const PROGRAMS = [...VALID_PROGRAMS, ...Object.values(INVALID_PROGRAMS).flat()];
const PIECE = /\s+|\w+|"""|'''|->|:=|\*\*|\/\/|[^\w\s]/gu;
const INSERTIONS = [
  ..."()[]{},:;=+-*/.@!$?~<\\'\"".split(""),
  ..."== := ** // ... -> <> != += f'{a}' f'{ b'c' 's' \"\"\" 0x 1_ 07 1e x 1 *a **k a=1 é 𝒜".split(" "),
  ..."if else for in lambda not and or is None True yield await async def class return".split(" "),
  ..."import from as with try except finally while match case _ print exec del global".split(" "),
  "x for x in y",
  "\n",
  "\n  ",
  "\n\t",
  "    ",
  "#c",
];

/** Programs made by cutting, inserting and swapping words and signs of others. */
function editedPrograms(count: number): string[] {
  let state = SEED;
  const random = (limit: number): number => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const programs: string[] = [];
  while (programs.length < count) {
    const pieces = PROGRAMS[random(PROGRAMS.length)].match(PIECE) ?? [];
    if (pieces.length > 300) continue;
    for (let edits = 1 + random(3); edits > 0; edits--) {
      const at = random(pieces.length + 1);
      const insertion = INSERTIONS[random(INSERTIONS.length)];
      const kind = random(3);
      if (kind === 0) pieces.splice(at, 1);
      else if (kind === 1) pieces.splice(at, 0, insertion);
      else pieces.splice(at, 1, insertion);
    }
    // Newlines other than \n are for the tables: CPython counts a last \r\n as two lines.
    const program = pieces.join("");
    if (!/[\r\0]|\\N/.test(program)) programs.push(program);
  }
  return programs;
}

function outcome(program: string): ErrorRow | string {
  try {
    return dump(parse(program, "test.py"), program);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const { type, message, lineno, offset, end_lineno, end_offset, text } = error;
    return [type, message, lineno, offset, end_lineno, end_offset, text];
  }
}

it.runIf(hasOracle)(
  `${COUNT} edited programs mean the same as in CPython (SEED=${SEED})`,
  () => {
    const programs = editedPrograms(COUNT);
    const errors = oracleErrors(programs);
    const trees = oracleTrees(programs);
    const differing = programs
      .map((program, i) => ({ program, ours: outcome(program), cpython: errors[i] ?? trees[i] }))
      .filter(({ ours, cpython }) => JSON.stringify(ours) !== JSON.stringify(cpython));
    expect(differing).toEqual([]);
  },
  300_000,
);
