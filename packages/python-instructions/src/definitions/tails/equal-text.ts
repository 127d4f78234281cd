import { STR_DATA, TAIL_SIZE } from "@hotpy/object-model";

/** Whether two strings of SHAPE_STR1 that are not one object have the same text, to `isSame`. What is behind a text is zero. */
export const equalText = (a: string, b: string): string => `
  if (FIELD(${a}, ${TAIL_SIZE}) === FIELD(${b}, ${TAIL_SIZE})) {
    const words = (${STR_DATA} + FIELD(${a}, ${TAIL_SIZE}) + 3) >> 2;
    let i = ${STR_DATA >>> 2};
    while (i < words && i32[(${a} >>> 2) + i] === i32[(${b} >>> 2) + i]) i++;
    isSame = i === words ? 1 : 0;
  }`;
