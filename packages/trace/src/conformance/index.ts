export { passConformance, type ConformanceCase, type PassConformanceOptions } from "./cases.js";
