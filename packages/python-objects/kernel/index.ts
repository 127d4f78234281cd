export { bindArguments, namesOfDict, placeOfNames, spreadItems, spreadKeywords } from "./arguments";
export { appendToArray, extendArray, lengthOfArray, listOfArray, setArrayShape } from "./arrays";
export { assignAttribute, assignBySpread, callGetattr, callGetattrOr, callHasattr, callSetattr } from "./attributes";
export { bisectLeft, bisectRight, insortLeft, insortRight } from "./bisect";
export { changeCaseOfBytes } from "./bytes/case";
export { appendByte, deleteBytes, resizeBytes, reverseByteArray, setByte, storeBytes } from "./bytes/change";
export {
  asciiPrefix,
  decodeBytes,
  decodeBytesAs,
  decodeNarrow,
  decodeUtf8,
  encodeAs,
  encodeNarrow,
  encodeUtf8,
} from "./bytes/codecs";
export { bytesFromHex, bytesHex, bytesHexApart } from "./bytes/hexadecimal";
export { bytesFrom, newBytes } from "./bytes/layout";
export { concatBytes, joinBytes, padBytes, pickBytes, repeatBytes, replaceBytes } from "./bytes/make";
export {
  bytesCount,
  bytesEndsWith,
  bytesFind,
  bytesFindLast,
  bytesIndex,
  bytesIndexLast,
  bytesStartsWith,
  extendByteArray,
  intFromBytes,
  intToBytes,
} from "./bytes/methods";
export {
  bytesJoin,
  bytesReplace,
  bytesReplaceMost,
  bytesSplit,
  bytesSplitAt,
  bytesSplitAtMost,
  bytesSplitLines,
  bytesSplitRight,
  bytesSplitRightAt,
  bytesSplitRightAtMost,
} from "./bytes/parts";
export { countBytes, findBytes, findLastBytes, orderOfByteStrings, orderOfBytes, sameBytes } from "./bytes/search";
export {
  bytesCapitalize,
  bytesLower,
  bytesStrip,
  bytesStripLeft,
  bytesStripLeftOf,
  bytesStripOf,
  bytesStripRight,
  bytesStripRightOf,
  bytesSwapCase,
  bytesTitle,
  bytesTranslate,
  bytesUpper,
} from "./bytes/shapes";
export { splitBytes, splitLinesOfBytes, splitSpaceOfBytes } from "./bytes/split";
export {
  compareCarried,
  isInCarried,
  operateOnCarried,
  sequenceIn,
  setItemOfCarried,
} from "./carrier-operations";
export { declareCode, placeCode } from "./code";
export {
  firstChoice,
  nextCombination,
  nextCombinationAgain,
  nextPermutation,
  nextProduct,
} from "./combinatorics";
export { complexExp, complexOfParts, complexOfReal, conjugateOf } from "./complexes";
export {
  constructOf,
  constructPlain,
  firstFieldFor,
  newDict,
  newFloat,
  newInt,
  newList,
  newSet,
  newStr,
  newTuple,
  updateDictBy,
} from "./constructs";
export { countElements } from "./counting";
export { defaultDictIs, itemOrDefault } from "./default-dicts";
export {
  deleteFromDeque,
  dequeAppend,
  dequeAppendLeft,
  dequeClear,
  dequeCopy,
  dequeExtend,
  dequeExtendLeft,
  dequeItem,
  dequeLength,
  dequePop,
  dequePopLeft,
  dequeReverse,
  dequeRotate,
  dequeRotateOnce,
  dequeSetItem,
  findInDeque,
  hasNextOfDeque,
  insertInDeque,
  iterateDeque,
  iterateDequeBack,
  newDeque,
  nextOfDeque,
  repeatDeque,
} from "./deques";
export { drainInto, listToUnpack, listToUnpackWhole } from "./drain";
export {
  mathAcos,
  mathAsin,
  mathAtan,
  mathAtan2,
  mathCos,
  mathExp,
  mathLog,
  mathLog10,
  mathPow,
  mathSin,
  mathSqrt,
  mathTan,
} from "./elementary";
export { endPlain, prepareNew } from "./endings";
export { equalsPlain } from "./equality";
export {
  exceptionArguments,
  exceptionCause,
  exceptionContext,
  exceptionTraceback,
  initException,
  matchesException,
} from "./exceptions";
export {
  basesOfType,
  codeOfFunction,
  functionOfMethod,
  moduleOfFunction,
  nameOfFunction,
  nameOfType,
  orderOfType,
  qualnameOfFunction,
  selfOfMethod,
} from "./fields";
export { isClose, mathCeil, mathCopySign, mathFloor, mathFmod, mathIsClose, mathTrunc } from "./float-functions";
export { bestPlain, hasTruth, sumPlain } from "./fold";
export {
  callAll,
  callAny,
  callCallable,
  callCopyDict,
  callDivmod,
  callFspath,
  callHash,
  callIsSubclass,
  callIter,
  callLen,
  callMax,
  callMaxOf,
  callMin,
  callMinOf,
  callNext,
  callNextOr,
  callSorted,
  callSortedBy,
  callSum,
  copyAnyDict,
  dictGet,
  dictGetOr,
} from "./functions";
export { closeGenerator, newGenerator } from "./generators";
export { callAttributeGetter, callItemGetter } from "./getters";
export { assignGlobal, builtinsNameIs, globalOf } from "./globals";
export { discardStoresBy, enterHashedAccess, noteHashedAccess } from "./hashed-access";
export { heapPop, heapPush, heapPushPop, heapReplace } from "./heaps";
export { mathComb, mathFactorial, mathGcd, mathGcdOf, mathIsqrt, mathLcm, mathPerm } from "./integer-functions";
export { hasNextOfReversed, iteratePlain, nextOfReversed } from "./iterate";
export { listExtend } from "./list-extend";
export {
  itemsAt,
  listClear,
  listCopy,
  listInsert,
  listPop,
  listRemove,
  listReverse,
  listSort,
  listSortBy,
  listToTuple,
  sequenceCount,
  sequenceIndex,
  sequenceItem,
  sortByKeys,
} from "./list-methods";
export {
  assignLookedUp,
  attributeByText,
  findByText,
  findLookup,
  lookUpAttribute,
  lookUpMethod,
  methodByText,
  placeOfLookup,
  placeOfText,
} from "./lookups";
export { callCached, callCachedBy, keepResult, newKeyOf } from "./lru";
export { newFunction } from "./make-function";
export {
  foundParts,
  matchEnd,
  matchEndOf,
  matchEndPos,
  matchGroup,
  matchGroupOf,
  matchGroups,
  matchGroupsOr,
  matchItem,
  matchLastGroup,
  matchLastIndex,
  matchPattern,
  matchPos,
  matchSpan,
  matchSpanOf,
  matchStart,
  matchStartOf,
  matchString,
  newMatch,
  partOfMatch,
} from "./matches";
export { attributesOf, isMappingPattern, isSequencePattern, matchArgsAre, valuesOf } from "./matching";
export {
  dayOf,
  daysOf,
  hourOf,
  microsecondOf,
  microsecondsOf,
  minuteOf,
  monthOf,
  prepareMoments,
  secondOf,
  secondsOf,
  yearOf,
} from "./moments";
export { bindNative } from "./natives";
export { mathHypot, mathHypotOf } from "./norms";
export {
  callAbs,
  callPow,
  callPowModulo,
  denominatorOf,
  floatIsInteger,
  imaginaryPart,
  intBitCount,
  intBitLength,
  mathDegrees,
  mathFabs,
  mathIsFinite,
  mathIsInfinite,
  mathIsNan,
  mathRadians,
  realPart,
} from "./number-methods";
export {
  addPlain,
  equalPlain,
  greaterEqualPlain,
  greaterThanPlain,
  indexPlain,
  invertPlain,
  isOther,
  isSame,
  itemOfPlain,
  lessEqualPlain,
  lessThanPlain,
  multiplyPlain,
  negatePlain,
  notEqualPlain,
  notPlain,
  shiftLeftPlain,
  shiftRightPlain,
} from "./operator-functions";
export {
  addSequences,
  andPlain,
  comparePlain,
  dividePlain,
  floorDividePlain,
  multiplySequence,
  operatePlain,
  orPlain,
  powerPlain,
  remainderPlain,
  subtractPlain,
  xorPlain,
} from "./operators";
export { moveToLast } from "./ordered-dicts";
export {
  packFormat,
  packFormatOfTuple,
  packStruct,
  packStructOfTuple,
  unpackFormat,
  unpackFormatAt,
  unpackFormatFrom,
  unpackStruct,
  unpackStructAt,
  unpackStructFrom,
} from "./packing";
export { dictHash, hashPlain, lessPlain } from "./plain";
export {
  printArguments,
  printEnded,
  printPlainly,
  printSeparated,
  printTo,
  printValues,
  writeOutput,
} from "./printing";
export { drawBits, drawFloat, drawWord, seedRandom } from "./random";
export { countPlain, findPlain, firstDifference } from "./search";
export {
  addHashedToSet,
  addToDict,
  hashForDicts,
  joinHashes,
  joinThreeHashes,
  joinTwoHashes,
  metInDict,
  metInSet,
  popFromDict,
  seekInDict,
  seekInSet,
  setInDict,
  settleInDict,
  settleInSet,
  valueInDict,
} from "./seek";
export { frozenSetHash } from "./sets/hash";
export { hasNextOfSet, iterateSet, nextOfSet } from "./sets/iterate";
export {
  addToSet,
  discardFromSet,
  findInSet,
  insertIntoSet,
  nextInSet,
  popFromSet,
  removeFromSet,
  setContains,
  setFrom,
  slotAtStep,
} from "./sets/keys";
export {
  addDictKeys,
  addItems,
  addSetKeys,
  copySet,
  createSet,
  discardSetKeys,
  isDisjoint,
  isSubset,
  makeFrozenSetOf,
  makeSet,
  makeSetOf,
  selectKeys,
  setOfItems,
  storeSetKeys,
  swapSets,
  toggleSetKeys,
  updateSet,
  updateSetByAll,
  updateSetByArguments,
} from "./sets/many";
export {
  setClear,
  setCopy,
  setDifference,
  setDifferenceOfAll,
  setIntersect,
  setIntersection,
  setIntersectionOfAll,
  setIsDisjoint,
  setIsSubset,
  setIsSuperset,
  setSubtract,
  setSymmetricDifference,
  setUnion,
  setUnionOfAll,
  setUnite,
} from "./sets/methods";
export { clearSet, removeSlot, reserveSet, sweepSet } from "./sets/table";
export { sortPlain } from "./sort";
export { stepApart, stepOfGenerator } from "./steps";
export {
  strCapitalize,
  strCount,
  strEndsWith,
  strExpandTabs,
  strFind,
  strFindFrom,
  strFindLast,
  strFindWithin,
  strFold,
  strIndex,
  strIndexFrom,
  strJoin,
  strLeft,
  strLeftBy,
  strLower,
  strPartition,
  strPartitionLast,
  strRemovePrefix,
  strRemoveSuffix,
  strReplace,
  strReplaceSome,
  strRight,
  strRightBy,
  strSplit,
  strSplitBy,
  strSplitFromEnd,
  strSplitLines,
  strSplitSome,
  strStartsWith,
  strStartsWithFrom,
  strStrip,
  strStripEnd,
  strStripEndOf,
  strStripOf,
  strStripStart,
  strStripStartOf,
  strSwapCase,
  strTitle,
  strTranslate,
  strUpper,
  strZeroFill,
} from "./str-methods";
export {
  isAlnum,
  isAlpha,
  isAscii,
  isDecimal,
  isDigit,
  isIdentifier,
  isLowerCase,
  isNumeric,
  isPrintable,
  isSpace,
  isTitleCase,
  isUpperCase,
} from "./str-predicates";
export { containsPlain, deleteFromList, getSlice, itemAt, newSlice, setSlice } from "./subscripts";
export { formatArguments, formatBraces } from "./text/braces";
export { floatOfText, roundFloat, roundToWhole } from "./text/calls";
export { displayPlain } from "./text/display";
export { formatDigits, formatPlain } from "./text/format";
export { textOfNumber } from "./text/numbers";
export { percentDigits, percentPlain } from "./text/percent";
export { escapeString, quoteString } from "./text/quote";
export { callRepr } from "./text/repr";
export { beginSort, endSort, resumeSort } from "./timsort/index";
export { translateString } from "./translate";
export { truthWord } from "./truth";
export { beginTupleHash, endTupleHash, extendTupleHash } from "./tuple-hash";
export {
  tupleItem0,
  tupleItem1,
  tupleItem2,
  tupleItem3,
  tupleItem4,
  tupleItem5,
  tupleItem6,
  tupleItem7,
} from "./tuple-items";
export { instanceDict, newByPacked, newBySpread, typeOf } from "./types";
export { itemsOfDict, keysOfDict, valuesOfDict } from "./views";
export { chainFromIterable, wrapperOfOne, wrapperOfOneAndRest, wrapperOfRest, wrapperOfTwo } from "./wrappers";
