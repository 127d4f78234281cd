import type { Word } from "@hotpy/memory";
import type { Making } from "@hotpy/python-objects";

/** The numbers that `math` and `cmath` have. */
export const constants = (realm: Making): Readonly<Record<string, Word>> => ({
  e: realm.float(Math.E),
  pi: realm.float(Math.PI),
  tau: realm.float(2 * Math.PI),
  inf: realm.float(Infinity),
  nan: realm.float(Number.NaN),
});
