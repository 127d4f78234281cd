export { leave, rebuild } from "./leave";
