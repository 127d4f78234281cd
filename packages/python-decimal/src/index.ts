export { defineDecimal } from "./module.js";
