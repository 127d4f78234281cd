export { escapeAnalysis } from "./escape.js";
