import { CORE, type CoreName, type Kind } from "@hotpy/bytecode";
import { anyInstruction, type Instruction, NO_EXIT } from "../instruction.js";
import {
  type Anchor,
  type ExitNumber,
  type FrameState,
  type Input,
  type LoopParam,
  NO_VALUE,
  type Snapshot,
  type Trace,
  type TraceEnd,
  type ValueId,
} from "../trace.js";
import { parseImmediate } from "./immediates.js";

/**
 * Reads the text format that `printTrace` writes. Blank lines and what follows `;` are ignored. Instructions without
 * result get ids that no value has.
 * @throws SyntaxError with the line number.
 */
export function parseTrace(text: string): Trace {
  const sections = readSections(text);
  const snapshots = new Map<string, Snapshot>();
  for (const line of sections.get("snapshots")) at(line, () => readSnapshot(line.text, snapshots));

  let nextId = 1 + Math.max(-1, ...[...text.matchAll(/%(\d+)/g)].map(([, digits]) => Number(digits)));
  const exits: Snapshot[] = [];
  const exit = (name: string | undefined): ExitNumber => {
    const found = name === undefined ? undefined : snapshots.get(name);
    if (found === undefined) throw new SyntaxError(`there is no snapshot ${name}`);
    return exits.push(found) - 1;
  };

  function readInstruction(line: Line): Instruction {
    return at(line, () => {
      const { id, text: rest } = splitDefinition(line.text);
      const match = /^(\w+)((?:\s+%\d+)*)\s*(.*?)\s*(@\d+)?$/.exec(rest);
      if (match === null || !CORE.has(match[1])) throw new SyntaxError(`not an instruction: ${rest}`);
      const op = match[1] as CoreName;
      const args = [...match[2].matchAll(/%(\d+)/g)].map(([, digits]) => Number(digits));
      const immediate = parseImmediate(op, match[3]);
      return anyInstruction(id ?? nextId++, op, args, immediate, match[4] === undefined ? NO_EXIT : exit(match[4]));
    });
  }

  const header = at(sections.header, () => readHeader(sections.header.text));
  const inputs = sections.get("inputs").map((line) => at(line, () => readInput(line.text)));
  // In the order in which they stand in the trace, by which exits are numbered.
  const prologue = sections.get("prologue").map(readInstruction);
  const loop = readLoop(sections, exit, readInstruction);
  const end = at(sections.end, () => readEnd(sections.end.text, exit));
  const recipes = sections.get("deferred").map(readInstruction);
  return {
    ...header,
    inputs,
    prologue,
    ...(loop === undefined ? {} : { loop }),
    end,
    exits,
    idLimit: nextId,
    deferred: new Map(recipes.map((recipe) => [recipe.id, recipe])),
    constants: sections.constants,
  };
}

interface Line {
  readonly number: number;
  readonly text: string;
}

interface Sections {
  readonly header: Line;
  readonly end: Line;
  readonly constants: readonly number[];
  has(name: string): boolean;
  get(name: string): readonly Line[];
}

/** Adds the line number to what goes wrong in `read`. */
function at<T>(line: Line, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) throw new SyntaxError(`line ${line.number}: ${error.message}`);
    throw error;
  }
}

function readSections(text: string): Sections {
  const contents = new Map<string, Line[]>();
  let header: Line | undefined;
  let end: Line | undefined;
  let constants: readonly number[] = [];
  let current: Line[] | undefined;
  text.split("\n").forEach((raw, index) => {
    const line = { number: index + 1, text: raw.replace(/;.*/, "").trim() };
    if (line.text === "") return;
    const title = /^(inputs|prologue|loop|loop peeled|deferred|snapshots):$/.exec(line.text);
    if (header === undefined) header = line;
    else if (title !== null) contents.set(title[1], (current = []));
    else if (line.text.startsWith("end:")) end = line;
    else if (line.text.startsWith("constants:")) constants = line.text.slice(10).trim().split(/\s+/).map(Number);
    else if (current === undefined) throw new SyntaxError(`line ${line.number}: outside of any section`);
    else current.push(line);
  });
  if (header === undefined || end === undefined) throw new SyntaxError("a trace begins with `trace` and has an `end:`");
  return { header, end, constants, has: (name) => contents.has(name), get: (name) => contents.get(name) ?? [] };
}

function readHeader(text: string): Pick<Trace, "id" | "kind" | "anchor" | "parent"> {
  const match = /^trace (\d+) (loop|function|bridge) at (\S+)(?: from (\d+)\.(\d+))?$/.exec(text);
  if (match === null) throw new SyntaxError("expected `trace <id> loop|function|bridge at code#<address>+<ip>`");
  return {
    id: Number(match[1]),
    kind: match[2] as Trace["kind"],
    anchor: readPlace(match[3]),
    ...(match[4] === undefined ? {} : { parent: { trace: Number(match[4]), exit: Number(match[5]) } }),
  };
}

function readPlace(text: string): Anchor {
  const match = /^code#(-?\d+)\+(\d+)$/.exec(text);
  if (match === null) throw new SyntaxError(`expected code#<address>+<ip>, not ${text}`);
  return { code: Number(match[1]), ip: Number(match[2]) };
}

function readValue(text: string): ValueId {
  if (text === "_") return NO_VALUE;
  const match = /^%(\d+)$/.exec(text);
  if (match === null) throw new SyntaxError(`expected a value, not ${text}`);
  return Number(match[1]);
}

function splitDefinition(text: string): { id?: ValueId; kind?: Kind; text: string } {
  const match = /^%(\d+):\s*(word|i32|i64|f64)\s*=\s*(.*)$/.exec(text);
  return match === null ? { text } : { id: Number(match[1]), kind: match[2] as Kind, text: match[3] };
}

function readInput(line: string): Input {
  const { id, kind, text } = splitDefinition(line);
  const match = /^(?:function|(?:slot|live) (\d+))$/.exec(text);
  if (id === undefined || kind === undefined || match === null) throw new SyntaxError(`not an input: ${line}`);
  return { id, kind, source: match[1] === undefined ? "function" : Number(match[1]) };
}

function readLoop(
  sections: Sections,
  exit: (name: string | undefined) => ExitNumber,
  instruction: (line: Line) => Instruction,
): Trace["loop"] {
  const peeled = sections.has("loop peeled");
  if (!peeled && !sections.has("loop")) return undefined;
  const lines = sections.get(peeled ? "loop peeled" : "loop");
  const params: LoopParam[] = [];
  const body: Instruction[] = [];
  let head: ExitNumber | undefined;
  for (const line of lines) {
    const param = /^%(\d+):\s*(word|i32|i64|f64)\s*=\s*param (\S+) (\S+)$/.exec(line.text);
    if (param !== null) {
      at(line, () =>
        params.push({
          id: Number(param[1]),
          kind: param[2] as Kind,
          entry: readValue(param[3]),
          back: readValue(param[4]),
        }),
      );
    } else if (line.text.startsWith("head ")) {
      head = at(line, () => exit(line.text.slice(5).trim()));
    } else body.push(instruction(line));
  }
  if (head === undefined) throw new SyntaxError("the loop has no `head`");
  return { params, body, head, ...(peeled ? { peeled: true as const } : {}) };
}

function readEnd(line: string, exit: (name: string | undefined) => ExitNumber): TraceEnd {
  const [kind, first, second] = line.slice(4).trim().split(/\s+/);
  switch (kind) {
    case "loop":
      return { kind };
    case "return":
      return { kind, value: readValue(first) };
    case "link":
      return { kind, target: Number(first), exit: exit(second) };
    case "leave":
      return { kind, exit: exit(first) };
    default:
      throw new SyntaxError(`no such end: ${kind}`);
  }
}

function readSnapshot(line: string, snapshots: Map<string, Snapshot>): void {
  const match = /^(@\d+) (resume|raise)( retry=\d+)?((?:\s*\[[^\]]*\])*)$/.exec(line);
  if (match === null) throw new SyntaxError(`not a snapshot: ${line}`);
  snapshots.set(match[1], {
    action: match[2] as Snapshot["action"],
    ...(match[3] === undefined ? {} : { retry: Number(match[3].slice(" retry=".length)) }),
    frames: [...match[4].matchAll(/\[([^\]]*)\]/g)].map(([, content]) => readFrame(content)),
  });
}

function readFrame(content: string): FrameState {
  const [place, ...rest] = content.trim().split(/\s+/);
  let callee = NO_VALUE;
  let generator = NO_VALUE;
  const slots: ValueId[] = [];
  for (const item of rest) {
    if (item.startsWith("f=")) callee = readValue(item.slice(2));
    else if (item.startsWith("g=")) generator = readValue(item.slice(2));
    else slots.push(readValue(item));
  }
  return { ...readPlace(place), function: callee, slots, generator };
}
