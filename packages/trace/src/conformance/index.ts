export type { ConformanceCase } from "@hotpy/object-model/testing";
export { type PassConformanceOptions, passConformance } from "./cases.js";
