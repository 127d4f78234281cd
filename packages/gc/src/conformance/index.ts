export { type ConformanceCase, type ConformanceOptions, collectorConformance } from "./cases.js";
