export { defineZlib } from "./module.js";
