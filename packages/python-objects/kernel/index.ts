export { dictHash, equalsPlain, hashPlain, lessPlain } from "./plain";
export { countPlain, findPlain, firstDifference } from "./search";
export { sortPlain } from "./sort";
export { beginSort, endSort, resumeSort } from "./timsort/index";
export { beginTupleHash, endTupleHash, extendTupleHash } from "./tuple-hash";
