import type { Word } from "@hotpy/memory";
import type { Making } from "@hotpy/python-objects";

/** Integers as attributes of a module or a type. */
export const numberAttributes = (
  { int }: Pick<Making, "int">,
  numbers: Readonly<Record<string, number | bigint>>,
): Record<string, Word> => Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, int(value)]));
