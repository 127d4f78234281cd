import { readdirSync, readFileSync } from "node:fs";

/** A call and what CPython makes of it. */
export interface TableCall {
  /** An expression; the call names its value `r`. */
  readonly receiver: string | undefined;
  readonly call: string;
  /** `repr` of the result, or the exception; and `; r = …` if the call has changed the receiver. */
  readonly outcome: string;
}

const ARROW = "  -> ";

/** Tables of calls in a folder, by name; `packages/python-builtins/test/calls/bless.py` says how they are written. */
export function readCallTables(folder: URL): Map<string, TableCall[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return new Map(files.map((file) => [file.slice(0, -4), readTable(readFileSync(new URL(file, folder), "utf8"))]));
}

function readTable(text: string): TableCall[] {
  const calls: TableCall[] = [];
  let receiver: string | undefined;
  for (const line of text.split("\n")) {
    if (line === "") receiver = undefined;
    else if (line.startsWith("r = ")) receiver = line.slice(4);
    else if (!line.startsWith("#")) {
      const arrow = line.indexOf(ARROW);
      calls.push({ receiver, call: line.slice(0, arrow).trimEnd(), outcome: line.slice(arrow + ARROW.length) });
    }
  }
  return calls;
}
