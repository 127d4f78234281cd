export { allocate } from "./heap";
export { hashString } from "./strings/hash";
