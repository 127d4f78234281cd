export { BuildError } from "./errors.js";
export { withLock } from "./lock.js";
