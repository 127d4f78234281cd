import { NULL, type Word } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  METHOD_FUNCTION,
  METHOD_SELF,
  NATIVE_INDEX,
  NATIVE_OWNER,
  NATIVE_SELF,
  SHAPE_METHOD,
  SHAPE_TYPE,
  TYPE_CALL_OPERATION,
  UNDECIDED,
} from "@hotpy/object-model";
import type { UpToCalling } from "../context.js";
import type { NativeDefinition } from "../natives.js";

/** Calls with one argument by a kernel: the result; UNDECIDED or NULL: nothing is done, and nothing pending. Leaf. */
export type CallByKernel = (argument: Word) => Word;

const readsAlone = ({ effects, kernelReads }: NativeDefinition): boolean =>
  kernelReads === true || effects?.writes.length === 0;

/** How a kernel makes calls of a native, of a builtin type, of a native's method or of an object whose type has `__call__`, with one argument, if it changes nothing by that; else undefined. */
export function callsByKernel(parts: UpToCalling): (callee: Word) => CallByKernel | undefined {
  const { memory, natives, shapes, types, pythonKernel } = parts;
  const callName = parts.name("__call__");
  const { i32 } = memory;

  const selfOf = (native: Word): Word => i32[(native + NATIVE_SELF) >>> 2];

  function kernelOf(native: Word, count: number): CallableFunction | undefined {
    if (!natives.isFunction(native)) return undefined;
    const { definition } = natives.record(native);
    return readsAlone(definition) && !/\*\w/.test(definition.parameters) ? definition.kernel?.[count] : undefined;
  }
  const ownerOf = (native: Word): Word => i32[(native + NATIVE_OWNER) >>> 2];

  return (callee) => {
    if ((callee & 1) !== 0) return undefined;
    const shape = i32[callee >>> 2] >>> 8;
    if (shape === SHAPE_TYPE) {
      const isMade = i32[(callee + TYPE_CALL_OPERATION) >>> 2] !== 0;
      return isMade ? (argument) => pythonKernel.constructOf(callee, argument) : undefined;
    }
    if (shape === SHAPE_METHOD) {
      const method = i32[(callee + METHOD_FUNCTION) >>> 2];
      const self = i32[(callee + METHOD_SELF) >>> 2];
      const run = kernelOf(method, 2);
      if (run === undefined || types.typeOf(self) !== ownerOf(method)) return undefined;
      return (argument) => run(self, argument);
    }
    if (shape >= FIRST_DYNAMIC_SHAPE) {
      const method = types.lookup(types.typeOf(callee), callName);
      const called = method === NULL ? undefined : kernelOf(method, 2);
      if (called === undefined || types.typeOf(callee) !== ownerOf(method)) return undefined;
      return (argument) => called(callee, argument);
    }
    if (!natives.isFunction(callee)) return undefined;
    const owner = ownerOf(callee);
    if (selfOf(callee) !== NULL) {
      const index = i32[(callee + NATIVE_INDEX) >>> 2];
      const self = natives.takesValue(index, 0) ? shapes.valueOf(selfOf(callee)) : selfOf(callee);
      const bound = types.typeOf(self) === owner ? kernelOf(callee, 2) : undefined;
      return bound === undefined ? undefined : (argument) => bound(self, argument);
    }
    const run = kernelOf(callee, 1);
    if (run === undefined) return undefined;
    if (owner === NULL) return run as CallByKernel;
    return (argument) => (types.typeOf(argument) === owner ? run(argument) : UNDECIDED);
  };
}
