export { type ConformanceCase, type PassConformanceOptions, passConformance } from "./cases.js";
