export { defineDatetime } from "./module.js";
