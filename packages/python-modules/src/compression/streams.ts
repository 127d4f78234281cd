import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { CompressionStream, NativeDefinition } from "@hotpy/python-objects";

/** Streams by number, as the classes of these modules hold them. */
export interface Streams {
  /** The number of a stream; a negative one where the library has refused, minus one minus its code. */
  keep(made: CompressionStream | number): Word;
  /** `step(number, data, action, most)`, a tuple of what was made, how much was taken and the code; `close(number)` and `check_of(number)`. */
  readonly natives: readonly NativeDefinition[];
}

export function createCompressionStreams({ realm, argument, numberArgument }: Library): Streams {
  const { bytes, buffers, none } = realm;
  const streams = new Map<number, CompressionStream>();
  let last = 0;
  const streamAt = (args: number): CompressionStream | undefined => streams.get(numberArgument(args, 0));
  return {
    keep(made) {
      if (typeof made === "number") return realm.int(-1 - Math.abs(made));
      streams.set(++last, made);
      return realm.int(last);
    },
    natives: [
      {
        name: "step",
        parameters: "(number, data, action, most, /)",
        leaf: false,
        run(args) {
          const found = buffers.required(argument(args, 1));
          if (found === undefined) return NULL;
          const given = bytes.toArray(found.data, found.size);
          const most = numberArgument(args, 3);
          const stream = streamAt(args);
          if (stream === undefined) return realm.raise("ValueError", "the stream has been closed");
          const { output, taken, code } = stream.step(
            given,
            numberArgument(args, 2),
            most < 0 ? Number.POSITIVE_INFINITY : most,
          );
          return realm.tuple([bytes.fromArray(output), realm.int(taken), realm.int(code)]);
        },
      },
      {
        name: "close",
        parameters: "(number, /)",
        run(args) {
          streamAt(args)?.close();
          streams.delete(numberArgument(args, 0));
          return none;
        },
      },
      {
        name: "check_of",
        parameters: "(number, /)",
        run(args) {
          const check = streamAt(args)?.check();
          return check === undefined ? none : realm.int(check);
        },
      },
    ],
  };
}
