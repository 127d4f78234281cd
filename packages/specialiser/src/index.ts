export { factsAtExit } from "./exit-facts.js";
export { specialiser } from "./specialise.js";
