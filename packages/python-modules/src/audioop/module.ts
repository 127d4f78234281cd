import type { Address, Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { defineSourceModule } from "../source-module.js";
import { type Coded, decodeAdpcm, encodeAdpcm } from "./adpcm.js";
import { ALAW, ULAW } from "./companding.js";
import {
  average,
  bestFactor,
  bestFit,
  crossings,
  extremes,
  highestAbsolute,
  loudest,
  peakDistances,
  rootMeanSquare,
} from "./measures.js";
import { atRate } from "./rates.js";
import { added, biased, converted, multiplied, reversed, sampleAt, swapped, toMono, toStereo } from "./samples.js";
import { audioSource, MEASURED } from "./source.js";

const MEASURES: Readonly<Record<string, (bytes: Uint8Array, width: number) => number>> = {
  max: highestAbsolute,
  avg: average,
  rms: rootMeanSquare,
  avgpp: (bytes, width) => peakDistances(bytes, width).average,
  maxpp: (bytes, width) => peakDistances(bytes, width).highest,
  cross: crossings,
};

/** Functions of a fragment and these; each is called as in the source with `_of`. */
const PARAMETERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(MEASURED.map((name) => [name, "(fragment, width, /)"])),
  getsample: "(fragment, width, index, /)",
  findfit: "(fragment, reference, /)",
  findfactor: "(fragment, reference, /)",
  findmax: "(fragment, length, /)",
  mul: "(fragment, width, factor, /)",
  tomono: "(fragment, width, lfactor, rfactor, /)",
  tostereo: "(fragment, width, lfactor, rfactor, /)",
  add: "(fragment1, fragment2, width, /)",
  bias: "(fragment, width, bias, /)",
  reverse: "(fragment, width, /)",
  byteswap: "(fragment, width, /)",
  lin2lin: "(fragment, width, newwidth, /)",
  lin2ulaw: "(fragment, width, /)",
  ulaw2lin: "(fragment, width, /)",
  lin2alaw: "(fragment, width, /)",
  alaw2lin: "(fragment, width, /)",
  lin2adpcm: "(fragment, width, state, /)",
  adpcm2lin: "(fragment, width, state, /)",
  ratecv: "(fragment, width, nchannels, inrate, outrate, state, weightA=1, weightB=0, /)",
};

/** The module `audioop`. */
export function defineAudioop(builtins: Builtins): void {
  const { realm, argument, numberArgument, lists } = builtins.library;
  const { bytes, integers, floats, strings } = realm;
  const bytesAt = (args: Address, index: number): Uint8Array =>
    bytes.toArray(bytes.data(argument(args, index)), bytes.size(argument(args, index)));
  /** Samples of two bytes. */
  const samplesAt = (args: Address, index: number): Int16Array => new Int16Array(bytesAt(args, index).slice().buffer);
  const numberAt = (args: Address, index: number): number => integers.toNumber(argument(args, index));
  const floatAt = (args: Address, index: number): number => floats.value(argument(args, index));

  const making = (name: string, parameters: string, make: (args: Address) => Uint8Array): NativeDefinition => ({
    name,
    parameters: `(${parameters}, /)`,
    run: (args) => bytes.fromArray(make(args)),
  });
  const coding = (name: string, code: typeof encodeAdpcm): NativeDefinition => ({
    name,
    parameters: "(fragment, width, value, step, /)",
    run(args) {
      const { bytes: made, state }: Coded = code(bytesAt(args, 0), numberAt(args, 1), {
        value: numberAt(args, 2),
        step: numberAt(args, 3),
      });
      return realm.tuple([bytes.fromArray(made), realm.tuple([realm.int(state.value), realm.int(state.step)])]);
    },
  });

  function changeRate(args: Address): Word {
    const channelCount = numberAt(args, 2);
    const numbers = lists.itemsOf(argument(args, 8)).map(integers.toNumber);
    const state =
      argument(args, 7) === realm.none
        ? undefined
        : {
            distance: numberAt(args, 7),
            channels: Array.from(
              { length: channelCount },
              (_, index) => [numbers[2 * index], numbers[2 * index + 1]] as const,
            ),
          };
    const made = atRate(
      bytesAt(args, 0),
      {
        width: numberAt(args, 1),
        from: numberAt(args, 3),
        to: numberAt(args, 4),
        weights: [numberAt(args, 5), numberAt(args, 6)],
      },
      state,
      channelCount,
    );
    return realm.tuple([
      bytes.fromArray(made.bytes),
      realm.int(made.state.distance),
      realm.tuple(made.state.channels.flat().map(realm.int)),
    ]);
  }

  defineSourceModule(builtins, {
    name: "audioop",
    source: audioSource,
    natives: [
      {
        name: "measure",
        parameters: "(name, fragment, width, /)",
        run(args) {
          const [data, width] = [bytesAt(args, 1), numberAt(args, 2)];
          const measure = MEASURES[strings.toJS(argument(args, 0))];
          if (measure !== undefined) return realm.int(measure(data, width));
          return realm.tuple(extremes(data, width).map(realm.int));
        },
      },
      {
        name: "sample",
        parameters: "(fragment, width, place, /)",
        run: (args) => realm.int(sampleAt(bytesAt(args, 0), numberAt(args, 1), numberArgument(args, 2))),
      },
      {
        name: "find_fit",
        parameters: "(fragment, reference, /)",
        run(args) {
          const { place, factor } = bestFit(samplesAt(args, 0), samplesAt(args, 1));
          return realm.tuple([realm.int(place), realm.float(factor)]);
        },
      },
      {
        name: "find_factor",
        parameters: "(fragment, reference, /)",
        run: (args) => realm.float(bestFactor(samplesAt(args, 0), samplesAt(args, 1))),
      },
      {
        name: "find_loudest",
        parameters: "(fragment, length, /)",
        run: (args) => realm.int(loudest(samplesAt(args, 0), numberAt(args, 1))),
      },
      making("multiply", "fragment, width, factor", (args) =>
        multiplied(bytesAt(args, 0), numberAt(args, 1), floatAt(args, 2)),
      ),
      making("make_mono", "fragment, width, left, right", (args) =>
        toMono(bytesAt(args, 0), numberAt(args, 1), floatAt(args, 2), floatAt(args, 3)),
      ),
      making("make_stereo", "fragment, width, left, right", (args) =>
        toStereo(bytesAt(args, 0), numberAt(args, 1), floatAt(args, 2), floatAt(args, 3)),
      ),
      making("add_samples", "fragment, other, width", (args) =>
        added(bytesAt(args, 0), bytesAt(args, 1), numberAt(args, 2)),
      ),
      making("add_bias", "fragment, width, bias", (args) =>
        biased(bytesAt(args, 0), numberAt(args, 1), numberAt(args, 2)),
      ),
      making("reverse_samples", "fragment, width", (args) => reversed(bytesAt(args, 0), numberAt(args, 1))),
      making("swap_bytes", "fragment, width", (args) => swapped(bytesAt(args, 0), numberAt(args, 1))),
      making("convert", "fragment, width, newwidth", (args) =>
        converted(bytesAt(args, 0), numberAt(args, 1), numberAt(args, 2)),
      ),
      making("to_ulaw", "fragment, width", (args) => ULAW.encode(bytesAt(args, 0), numberAt(args, 1))),
      making("to_alaw", "fragment, width", (args) => ALAW.encode(bytesAt(args, 0), numberAt(args, 1))),
      making("from_ulaw", "fragment, width", (args) => ULAW.decode(bytesAt(args, 0), numberAt(args, 1))),
      making("from_alaw", "fragment, width", (args) => ALAW.decode(bytesAt(args, 0), numberAt(args, 1))),
      coding("to_adpcm", encodeAdpcm),
      coding("from_adpcm", decodeAdpcm),
      {
        name: "change_rate",
        parameters: "(fragment, width, nchannels, inrate, outrate, weight, before, distance, numbers, /)",
        run: changeRate,
      },
    ],
    shows: ["error"],
    calls: Object.entries(PARAMETERS).map(([name, parameters]) => ({ name, calls: `${name}_of`, parameters })),
  });
}
