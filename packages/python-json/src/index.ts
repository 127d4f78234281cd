export * from "./faults.js";
export { defineJson } from "./module.js";
