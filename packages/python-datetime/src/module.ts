import type { Builtins, Library } from "@hotpy/python-builtins";
import { lazyModule, type ModuleContents, numberAttributes } from "@hotpy/python-modules";
import { MAX_YEAR, MIN_YEAR } from "./calendar.js";
import { createCapsule } from "./capsule.js";
import { defineDate } from "./date.js";
import { defineDatetime as defineDatetimeType } from "./datetime.js";
import { createDatetimeArithmetic } from "./datetime-arithmetic.js";
import { createKit } from "./kit.js";
import { createStates } from "./states.js";
import { defineTime } from "./time.js";
import { defineTimedelta } from "./timedelta.js";
import { defineZones } from "./zones.js";

/** Makes the module `_datetime` importable, of which the library's `datetime` consists where it is there. */
export function defineDatetime({ library }: Builtins): void {
  library.realm.defineModule(lazyModule("_datetime", () => makeDatetime(library)));
}

function makeDatetime(library: Library): ModuleContents {
  const { realm } = library;
  const kit = createKit(library);
  const states = createStates(kit);
  const arithmetic = createDatetimeArithmetic(kit, states);
  defineTimedelta(library, kit.values, kit.deltas);
  defineDate(kit);
  defineZones(kit, arithmetic.later);
  defineTime(kit);
  defineDatetimeType(kit, arithmetic, states);
  return {
    attributes: () => ({
      ...kit.values.types,
      UTC: kit.offsets.utc(),
      datetime_CAPI: createCapsule(library, "datetime.datetime_CAPI"),
      ...numberAttributes(realm, { MINYEAR: MIN_YEAR, MAXYEAR: MAX_YEAR }),
    }),
    doc: "Fast implementation of the datetime type.",
  };
}
