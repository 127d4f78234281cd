export { decodeBase64, decodeGroups, encodeBase64, lineOfBase64 } from "./binary/base64";
export { encodeHex, hexlify, unhexlify } from "./binary/hexadecimal";
export { digestOfHash, feedHash, hexDigestOfHash, updateHash } from "./hashes/digests";
export { useHashTables } from "./hashes/layout";
export { lowerAscii, lowerUnicode, upperAscii, upperUnicode } from "./sre/characters";
export {
  findAllMatches,
  matchAtStart,
  matchWhole,
  searchFor,
  splitByPattern,
  splitByPatternAtMost,
} from "./sre/operations";
export { addRest, nextMatch, nextMatchAndPart, prepareScanning, scanForMatches } from "./sre/scanning";
export { matchPattern } from "./sre/search";
export { prepareMatching } from "./sre/subject";
export {
  substituteAll,
  substituteAndCount,
  substituteAtMost,
  substituteAtMostAndCount,
} from "./sre/substitution";
