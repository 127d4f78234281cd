/// The start of a bridge: the state at its parent's exit, in terms of the bridge's own values.

import type { Kind } from "@hotpy/bytecode";
import { anyField } from "@hotpy/object-model";
import type { TraceBuilder } from "./builder.js";
import { type Exit, mapSnapshot, neededRecipes } from "./exits.js";
import { NO_EXIT, type ObjectImmediate } from "./instruction.js";
import type { Snapshot, Trace, ValueId } from "./trace.js";

/** What a recorder of bridges starts from. */
export interface BridgeStart {
  /** The snapshot of the exit with the bridge's values. */
  readonly snapshot: Snapshot;
  /** The bridge's name of a value of the parent. */
  readonly valueOf: (parentValue: ValueId) => ValueId;
}

/**
 * Declares the live values of `exit` as inputs of the bridge that is being built, and copies the deferred recipes of
 * its snapshot as ordinary instructions; the bridge's own passes defer them again. Values keep the order of `exit.live`.
 */
export function startBridge(builder: TraceBuilder, parent: Trace, exit: Exit): BridgeStart {
  const names = new Map<ValueId, ValueId>();
  const valueOf = (id: ValueId): ValueId => {
    const name = names.get(id);
    if (name === undefined) throw new Error(`%${id} is not known at exit ${exit.number} of trace ${parent.id}`);
    return name;
  };
  exit.live.forEach((id, index) => names.set(id, builder.input(exit.kinds[index] as Kind, index)));
  for (const [id, { op, args, immediate }] of neededRecipes(parent.deferred, [exit.snapshot])) {
    const mapped = (args as readonly ValueId[]).map(valueOf);
    names.set(id, op === "new" ? create(builder, mapped, immediate) : builder.emitAny(op, mapped, immediate, NO_EXIT));
    if (op === "const_object") builder.constant(immediate);
  }
  return { snapshot: mapSnapshot(exit.snapshot, valueOf), valueOf };
}

/** A new object as executed instructions: raw fields that are not constant are stored after it is made. */
function create(builder: TraceBuilder, args: readonly ValueId[], { late = [], ...layout }: ObjectImmediate): ValueId {
  const object = builder.emit("new", args.slice(0, layout.fields.length), layout);
  late.forEach((word, position) => {
    builder.emit("store_i32", [object, args[layout.fields.length + position]], anyField("i32", 4 * word));
  });
  return object;
}
