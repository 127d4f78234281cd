import { STATE_KERNEL_CALLS } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  INSTANCE_VALUE,
  NATIVE_OWNER,
  SHAPE_INT64,
  SHAPE_RECORD_BYTES,
  SHAPE_TYPE_FIELD,
  SHAPE_VALUE_FIELD,
  UNDECIDED,
} from "@hotpy/object-model";
import {
  CHECKS_SELF,
  KEEPS_SELF,
  type LoopOperation,
  MOST_KERNEL_ARGUMENTS,
  SPREAD,
  TAKES_NAMES,
} from "@hotpy/python-objects";

/**
 * Replaces `self` of a builtin type's method by the value that it carries, in place, as calls of natives do: so what follows sees objects of exactly
 * that type.
 */
export const takeValue = `
  if (count > 0 && FIELD(callee, ${NATIVE_OWNER}) !== 0 && (u8[nativeOperations + index] & ${KEEPS_SELF}) === 0) {
    const self = i32[first];
    if (IS_OBJECT(self) && SHAPE(self) >= ${FIRST_DYNAMIC_SHAPE}) {
      // The layout, of an object that has it not itself.
      const layout = i32[(shapesStart + SHAPE(self) * ${SHAPE_RECORD_BYTES} + ${SHAPE_VALUE_FIELD}) >>> 2];
      if (layout !== 0 && (layout & 1) === 0) {
        const of = i32[(shapesStart + (layout >> 1) * ${SHAPE_RECORD_BYTES} + ${SHAPE_TYPE_FIELD}) >>> 2];
        if (of === FIELD(callee, ${NATIVE_OWNER})) i32[first] = FIELD(self, ${INSTANCE_VALUE});
      }
    }
  }`;

/** Long operations may be so many before interrupts are looked for. */
const CALLS_WITHOUT_LOOK = 64;

/**
 * Calls the function of a kernel that the native with index `index` names for `count` arguments at `first`, if it has one; where that does
 * not decide the native is called. A method's `self` must be of its type. From time to time the native is called in any case: there interrupts are looked
 * for.
 */
export const kernelCall = `
  if (count > 0) {
    const slot = (count < ${MOST_KERNEL_ARGUMENTS} ? count : ${MOST_KERNEL_ARGUMENTS}) - 1;
    const place = u16[(kernelCalls + index * ${2 * MOST_KERNEL_ARGUMENTS} + (slot << 1)) >>> 1];
    if (place !== 0 && ((place & ${TAKES_NAMES}) !== 0 || names === 0 && count <= ${MOST_KERNEL_ARGUMENTS})) {
      const x = i32[first], owner = FIELD(callee, ${NATIVE_OWNER});
      let isOwn = owner === 0 || (place & ${CHECKS_SELF}) !== 0 ? 1 : 0;
      if (isOwn === 0) {
        const shape = (x & 1) !== 0 ? ${SHAPE_INT64} : SHAPE(x);
        isOwn = i32[(shapesStart + shape * ${SHAPE_RECORD_BYTES} + ${SHAPE_TYPE_FIELD}) >>> 2] === owner ? 1 : 0;
      }
      const left = i32[${STATE_KERNEL_CALLS >>> 2}] - 1;
      if (left < 0) i32[${STATE_KERNEL_CALLS >>> 2}] = ${CALLS_WITHOUT_LOOK};
      else if (isOwn === 1) {
        i32[${STATE_KERNEL_CALLS >>> 2}] = left;
        let outcome = 0;
        if ((place & ${TAKES_NAMES}) !== 0) outcome = kernels.get(place & ${TAKES_NAMES - 1})(first << 2, count, names);
        else if (place >= ${SPREAD}) outcome = kernels.get(place & ${TAKES_NAMES - 1})(first << 2, count);
        else if (count === 1) outcome = kernels.get(place)(x);
        else if (count === 2) outcome = kernels.get(place)(x, i32[first + 1]);
        else if (count === 3) outcome = kernels.get(place)(x, i32[first + 1], i32[first + 2]);
        else outcome = kernels.get(place)(x, i32[first + 1], i32[first + 2], i32[first + 3]);
        if (outcome !== 0 && outcome !== ${UNDECIDED}) {
          sp = cut;
          PUSH(outcome);
          ip = after;
          GOTO
        }
      }
    }
  }`;

/** The operations as a switch over their positions, counted from 1. */
export const operationSwitch = (operations: readonly LoopOperation[]): string => `
  plain: {
    const y = i32[first + 1], x = i32[first];
    switch (operation) {
      ${operations.map(({ text }, i) => `case ${i + 1}: {${text}\nbreak plain;\n}`).join("\n")}
      default: break plain;
    }
  }`;
