export { allocate } from "./heap";
export { compareStrings, equalStrings } from "./strings/compare";
export { hashString } from "./strings/hash";
