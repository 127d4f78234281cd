import type { PythonVm } from "../vm/python-vm.js";

/* Generated from the instruction definitions. Do not edit. */

/** The members of `vm`, but what the loop imports of them hands over to `failed` what is thrown in it. */
export function shieldVm(vm: PythonVm, failed: (error: unknown) => number): PythonVm {
  const { badInstruction, binary, bindExit, buildMap, buildSet, callEnter, callExit, callNative, compare, contains, continueWith, createGenerator, delegate, deleteAttribute, deleteGlobal, deleteItem, deleteName, dictGet, dictMerge, dictSet, dictUpdate, endAsyncLoop, endGenerator, extendByAny, formatValue, getItem, importFrom, importName, importStar, invoke, invokeSpread, iterate, listFrom, loadAttribute, loadClassCell, loadGlobal, loadMethod, loadName, loopIsHot, makeFunction, mapAdd, matchException, next, noMemory, not, printExpression, raise, refill, remember, reraise, resumeWith, retireFrame, safepoint, sendTo, setAdd, setItem, setUpdate, setupAnnotations, spreadArguments, stopIteration, storeAttribute, storeGlobal, storeName, truth, truthNow, tupleFrom, unary, unboundCell, unboundLocal, unpackAroundStar, unpackSequence, unwind } = vm;
  return {
    ...vm,
    badInstruction(a, b) {
      try {
        return badInstruction(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    binary(a, b, c, d) {
      try {
        return binary(a, b, c, d);
      } catch (error) {
        return failed(error);
      }
    },
    bindExit(a, b) {
      try {
        return bindExit(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    buildMap(a, b) {
      try {
        return buildMap(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    buildSet(a, b) {
      try {
        return buildSet(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    callEnter(a, b) {
      try {
        return callEnter(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    callExit(a, b) {
      try {
        return callExit(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    callNative(a, b, c, d) {
      try {
        return callNative(a, b, c, d);
      } catch (error) {
        return failed(error);
      }
    },
    compare(a, b, c) {
      try {
        return compare(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    contains(a, b, c) {
      try {
        return contains(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    continueWith(a) {
      try {
        return continueWith(a);
      } catch (error) {
        return failed(error);
      }
    },
    createGenerator() {
      try {
        return createGenerator();
      } catch (error) {
        return failed(error);
      }
    },
    delegate(a) {
      try {
        return delegate(a);
      } catch (error) {
        return failed(error);
      }
    },
    deleteAttribute(a, b) {
      try {
        return deleteAttribute(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    deleteGlobal(a) {
      try {
        return deleteGlobal(a);
      } catch (error) {
        return failed(error);
      }
    },
    deleteItem(a, b) {
      try {
        return deleteItem(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    deleteName(a, b) {
      try {
        return deleteName(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    dictGet(a, b) {
      try {
        return dictGet(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    dictMerge(a, b) {
      try {
        return dictMerge(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    dictSet(a, b, c) {
      try {
        return dictSet(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    dictUpdate(a, b) {
      try {
        return dictUpdate(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    endAsyncLoop(a) {
      try {
        return endAsyncLoop(a);
      } catch (error) {
        return failed(error);
      }
    },
    endGenerator(a) {
      try {
        return endGenerator(a);
      } catch (error) {
        return failed(error);
      }
    },
    extendByAny(a, b) {
      try {
        return extendByAny(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    formatValue(a, b) {
      try {
        return formatValue(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    getItem(a, b) {
      try {
        return getItem(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    importFrom(a, b) {
      try {
        return importFrom(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    importName(a, b, c) {
      try {
        return importName(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    importStar(a, b) {
      try {
        return importStar(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    invoke(a, b, c, d) {
      try {
        return invoke(a, b, c, d);
      } catch (error) {
        return failed(error);
      }
    },
    invokeSpread(a, b, c) {
      try {
        return invokeSpread(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    iterate(a) {
      try {
        return iterate(a);
      } catch (error) {
        return failed(error);
      }
    },
    listFrom(a, b) {
      try {
        return listFrom(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    loadAttribute(a, b, c) {
      try {
        return loadAttribute(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    loadClassCell(a, b) {
      try {
        return loadClassCell(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    loadGlobal(a, b) {
      try {
        return loadGlobal(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    loadMethod(a, b, c) {
      try {
        return loadMethod(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    loadName(a, b) {
      try {
        return loadName(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    loopIsHot(a) {
      try {
        return loopIsHot(a);
      } catch (error) {
        return failed(error);
      }
    },
    makeFunction(a, b, c) {
      try {
        return makeFunction(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    mapAdd(a, b) {
      try {
        return mapAdd(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    matchException(a, b) {
      try {
        return matchException(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    next(a, b) {
      try {
        return next(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    noMemory() {
      try {
        return noMemory();
      } catch (error) {
        return failed(error);
      }
    },
    not(a) {
      try {
        return not(a);
      } catch (error) {
        return failed(error);
      }
    },
    printExpression(a) {
      try {
        return printExpression(a);
      } catch (error) {
        return failed(error);
      }
    },
    raise(a, b) {
      try {
        return raise(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    refill(a) {
      try {
        return refill(a);
      } catch (error) {
        return failed(error);
      }
    },
    remember(a) {
      try {
        return remember(a);
      } catch (error) {
        return failed(error);
      }
    },
    reraise(a, b) {
      try {
        return reraise(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    resumeWith(a) {
      try {
        return resumeWith(a);
      } catch (error) {
        return failed(error);
      }
    },
    retireFrame() {
      try {
        return retireFrame();
      } catch (error) {
        return failed(error);
      }
    },
    safepoint() {
      try {
        return safepoint();
      } catch (error) {
        return failed(error);
      }
    },
    sendTo(a, b, c) {
      try {
        return sendTo(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    setAdd(a, b) {
      try {
        return setAdd(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    setItem(a, b, c) {
      try {
        return setItem(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    setUpdate(a, b) {
      try {
        return setUpdate(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    setupAnnotations(a) {
      try {
        return setupAnnotations(a);
      } catch (error) {
        return failed(error);
      }
    },
    spreadArguments(a, b) {
      try {
        return spreadArguments(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    stopIteration(a) {
      try {
        return stopIteration(a);
      } catch (error) {
        return failed(error);
      }
    },
    storeAttribute(a, b, c, d) {
      try {
        return storeAttribute(a, b, c, d);
      } catch (error) {
        return failed(error);
      }
    },
    storeGlobal(a, b, c) {
      try {
        return storeGlobal(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    storeName(a, b, c) {
      try {
        return storeName(a, b, c);
      } catch (error) {
        return failed(error);
      }
    },
    truth(a) {
      try {
        return truth(a);
      } catch (error) {
        return failed(error);
      }
    },
    truthNow(a) {
      try {
        return truthNow(a);
      } catch (error) {
        return failed(error);
      }
    },
    tupleFrom(a, b) {
      try {
        return tupleFrom(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    unary(a, b) {
      try {
        return unary(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    unboundCell(a) {
      try {
        return unboundCell(a);
      } catch (error) {
        return failed(error);
      }
    },
    unboundLocal(a) {
      try {
        return unboundLocal(a);
      } catch (error) {
        return failed(error);
      }
    },
    unpackAroundStar(a, b) {
      try {
        return unpackAroundStar(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    unpackSequence(a, b) {
      try {
        return unpackSequence(a, b);
      } catch (error) {
        return failed(error);
      }
    },
    unwind() {
      try {
        return unwind();
      } catch (error) {
        return failed(error);
      }
    },
  };
}
