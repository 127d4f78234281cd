export { loopPeeling } from "./peel.js";
