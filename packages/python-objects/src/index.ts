export * from "./natives.js";
export * from "./platform.js";
export type * from "./realm.js";
