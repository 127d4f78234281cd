import type { LeafHelper } from "@hotpy/bytecode";
import type { KnownValue } from "./facts.js";
import type { FixedObjects } from "./fixed-objects.js";
import type { Trace } from "./trace.js";

/** What a pass may ask about the VM; nothing here changes while it runs. */
export interface PassContext {
  readonly objects: FixedObjects;
  readonly helpers: ReadonlyMap<string, LeafHelper>;
  /** For bridges: what is known of the live values of the exit that it grows from, by their position. */
  readonly inherited?: readonly KnownValue[] | undefined;
  /** Chaos testing: exits are taken although their guards hold, so that an exit does not tell that its guard has failed. */
  readonly forcedExits?: boolean;
  log?(event: string, detail?: unknown): void;
}

/** One optimisation: trace in, trace out. Leaving any pass out changes speed, never output. */
export interface Pass {
  readonly name: string;
  /** One sentence for `-X help`. */
  readonly description: string;
  /** Names of passes that must have run before, if they are in the pipeline at all. */
  readonly requires: readonly string[];
  run(trace: Trace, context: PassContext): Trace;
}
