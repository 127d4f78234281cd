/// The text format of traces, for logs, tests and people. `parseTrace` reads it back.
///
///     trace 3 loop at code#4096+24
///     inputs:
///       %0: word = slot 0
///     prologue:
///       guard_int %0 @0
///     loop:
///       %1: word = param %0 %4
///       head @0
///       %2: i64 = unbox_int %1
///       %3: i64 = i64_add %2 %2 @1
///       %4: word = box_int %3
///     end: loop
///     deferred:
///       %5: word = box_int %3
///     snapshots:
///       @0 resume [code#4096+24 %0 _]
///       @1 raise [code#4096+24 f=%7 g=%8 %0] [code#8192+0 f=%9]
///
/// `@1` is a snapshot; instructions that exit to the same state name the same one. Exits are not written: they are numbered
/// in the order in which they stand there.

import type { Kind } from "@hotpy/bytecode";
import { snapshotOf } from "../exits.js";
import { type Instruction, NO_EXIT } from "../instruction.js";
import { type Helpers, kindsOf } from "../kinds.js";
import { type ExitNumber, type FrameState, NO_VALUE, type Snapshot, type Trace, type ValueId } from "../trace.js";
import { type LayoutOf, printImmediate } from "./immediates.js";

export type { LayoutOf } from "./immediates.js";

/** Options of {@link printTrace}. */
export interface PrintOptions {
  /** Gives ids out anew in order of definition, so that the texts of equal traces are equal. */
  readonly renumber?: boolean;
  /** Names the fields of new objects. */
  readonly layoutOf?: LayoutOf;
}

/** The trace as text. `helpers` tell the kinds of results of leaf helpers. */
export function printTrace(trace: Trace, helpers: Helpers, options: PrintOptions = {}): string {
  const layoutOf = options.layoutOf ?? (() => undefined);
  const kinds = kindsOf(trace, helpers);
  const names = namer(trace, kinds, options.renumber === true);
  const value = (id: ValueId): string => (id === NO_VALUE ? "_" : `%${names(id)}`);
  const snapshots = new Map<Snapshot, number>();
  const exitName = (exit: ExitNumber): string => {
    const snapshot = snapshotOf(trace, exit);
    if (!snapshots.has(snapshot)) snapshots.set(snapshot, snapshots.size);
    return `@${snapshots.get(snapshot)}`;
  };
  const definition = (id: ValueId, kind: Kind, text: string): string => `  ${value(id)}: ${kind} = ${text}`;

  function instruction({ id, op, args, immediate, exit }: Instruction): string {
    const text = [
      op,
      ...Array.from(args, value),
      ...(immediate === undefined ? [] : [printImmediate(op, immediate, layoutOf)]),
      ...(exit === NO_EXIT ? [] : [exitName(exit)]),
    ].join(" ");
    const kind = kinds[id];
    return kind === undefined ? `  ${text}` : definition(id, kind, text);
  }

  function frame({ code, ip, function: callee, generator, slots }: FrameState): string {
    return `[${[
      `code#${code}+${ip}`,
      ...(callee === NO_VALUE ? [] : [`f=${value(callee)}`]),
      ...(generator === NO_VALUE ? [] : [`g=${value(generator)}`]),
      ...slots.map(value),
    ].join(" ")}]`;
  }

  function printSnapshot(snapshot: Snapshot, number: number): string {
    const { action, retry } = snapshot;
    return `  @${number} ${action} ${retry === undefined ? "" : `retry=${retry} `}${snapshot.frames.map(frame).join(" ")}`;
  }

  const { end, loop, parent } = trace;
  const lines = [
    `trace ${trace.id} ${trace.kind} at code#${trace.anchor.code}+${trace.anchor.ip}` +
      (parent === undefined ? "" : ` from ${parent.trace}.${parent.exit}`),
  ];
  const section = (title: string, content: readonly string[]): void => {
    if (content.length > 0) lines.push(title, ...content);
  };
  if (trace.constants.length > 0) lines.push(`constants: ${trace.constants.join(" ")}`);
  section(
    "inputs:",
    trace.inputs.map(({ id, kind, source }) =>
      definition(
        id,
        kind,
        source === "function" ? "function" : `${trace.kind === "bridge" ? "live" : "slot"} ${source}`,
      ),
    ),
  );
  section("prologue:", trace.prologue.map(instruction));
  if (loop !== undefined) {
    section(loop.peeled ? "loop peeled:" : "loop:", [
      ...loop.params.map(({ id, kind, entry, back }) => definition(id, kind, `param ${value(entry)} ${value(back)}`)),
      `  head ${exitName(loop.head)}`,
      ...loop.body.map(instruction),
    ]);
  }
  switch (end.kind) {
    case "loop":
      lines.push("end: loop");
      break;
    case "return":
      lines.push(`end: return ${value(end.value)}`);
      break;
    case "link":
      lines.push(`end: link ${end.target} ${exitName(end.exit)}`);
      break;
    case "leave":
      lines.push(`end: leave ${exitName(end.exit)}`);
      break;
  }
  section("deferred:", [...trace.deferred.values()].map(instruction));
  section(
    "snapshots:",
    [...snapshots].map(([snapshot, number]) => printSnapshot(snapshot, number)),
  );
  return `${lines.join("\n")}\n`;
}

/** How ids are written: as they are, or numbered in order of definition. */
function namer(trace: Trace, kinds: readonly (Kind | undefined)[], renumber: boolean): (id: ValueId) => number {
  if (!renumber) return (id) => id;
  const numbers = new Map<ValueId, number>();
  const number = (id: ValueId): number => {
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return numbers.get(id) as number;
  };
  for (const { id } of trace.inputs) number(id);
  for (const { id } of trace.prologue) if (kinds[id] !== undefined) number(id);
  for (const { id } of trace.loop?.params ?? []) number(id);
  for (const { id } of trace.loop?.body ?? []) if (kinds[id] !== undefined) number(id);
  for (const id of trace.deferred.keys()) number(id);
  return number;
}
