export type { ConformanceCase } from "@hotpy/object-model/testing";
export { type ConformanceOptions, collectorConformance } from "./cases.js";
