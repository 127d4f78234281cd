import type { Memory } from "@hotpy/memory";
import type { Allocator } from "../allocator.js";
import type { ObjectKernel } from "../kernel.js";
import { createStringAppend, type StringAppend } from "./append.js";
import { createStringBuilding, type StringBuilding } from "./build.js";
import { createStringCase, type StringCase } from "./case.js";
import { createStringComparison, type StringComparison } from "./compare.js";
import { createStringHash, type StringHash } from "./hash.js";
import { createHostStrings, type HostStrings } from "./host.js";
import { createInternTable, type InternTable } from "./intern.js";
import { createStringSearch, type StringSearch } from "./search.js";
import { createText, type Text } from "./text.js";

/**
 * All operations on strings. None collects. Arguments called `string` may be views unless a function says "flat";
 * indices and lengths count code points.
 */
export interface Strings
  extends Text,
    StringHash,
    StringComparison,
    HostStrings,
    InternTable,
    StringBuilding,
    StringAppend,
    StringSearch,
    StringCase {}

/** Options of {@link createStrings}. */
export interface StringOptions {
  /** Seed of string hashes, an int32. Default 0. */
  readonly hashSeed?: number;
}

export function createStrings(
  memory: Memory,
  allocator: Allocator,
  kernel: ObjectKernel,
  options: StringOptions = {},
): Strings {
  const text = createText(memory, allocator);
  const hashes = createStringHash(memory, kernel, text, options.hashSeed ?? 0);
  const comparison = createStringComparison(memory, text);
  const host = createHostStrings(memory, text);
  const building = createStringBuilding(memory, text);
  return {
    ...text,
    ...hashes,
    ...comparison,
    ...host,
    ...building,
    ...createInternTable(memory, text, hashes, comparison, host),
    ...createStringAppend(memory, allocator, text, building.concat),
    ...createStringSearch(memory, text),
    ...createStringCase(memory, text, host),
  };
}
