export * from "./dicts.js";
