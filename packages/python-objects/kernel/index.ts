export { dictHash, equalsPlain, hashPlain, lessPlain } from "./plain";
export { beginTupleHash, endTupleHash, extendTupleHash } from "./tuple-hash";
