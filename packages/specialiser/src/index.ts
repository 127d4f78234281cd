export { specialiser } from "./specialise.js";
export { factsAtExit } from "./exit-facts.js";
