import { NONE } from "@hotpy/memory";
import { NATIVE_OWNER, SHAPE_GENERATOR, SHAPE_RECORD_BYTES, SHAPE_TYPE_FIELD } from "@hotpy/object-model";
import { COROUTINE_BODY } from "../layouts.js";
import type { LoopOperation } from "../natives.js";

/// What the loop does itself in place of calls of methods that resume a suspended frame. StopIteration is raised in the frame that calls.

export const ADVANCE_GENERATOR: LoopOperation = {
  name: "advance_generator",
  text: `
  if (count === 1 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_GENERATOR}) {
    RESUME_CALLED(x, ${NONE})
  }`,
};

export const SEND_TO_GENERATOR: LoopOperation = {
  name: "send_to_generator",
  text: `
  if (count === 2 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_GENERATOR}) {
    RESUME_CALLED(x, y)
  }`,
};

export const SEND_TO_COROUTINE: LoopOperation = {
  name: "send_to_coroutine",
  text: `
  if (count === 2 && IS_OBJECT(x) && i32[(shapesStart + SHAPE(x) * ${SHAPE_RECORD_BYTES} + ${SHAPE_TYPE_FIELD}) >>> 2] === FIELD(callee, ${NATIVE_OWNER})) {
    const body = FIELD(x, ${COROUTINE_BODY});
    RESUME_CALLED(body, y)
  }`,
};
