export { lowerAscii, lowerUnicode, upperAscii, upperUnicode } from "./sre/characters";
export { matchPattern } from "./sre/search";
