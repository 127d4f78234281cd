export { collectorConformance, type ConformanceCase, type ConformanceOptions } from "./cases.js";
