import type { Memory } from "@hotpy/memory";
import type { Allocator } from "../allocator.js";
import type { ObjectKernel } from "../kernel.js";
import { createStringBuilding, type StringBuilding } from "./build.js";
import { createStringCase, type StringCase } from "./case.js";
import { createStringHash, type StringHash } from "./hash.js";
import { createHostStrings, type HostStrings } from "./host.js";
import { createInternTable, type InternTable } from "./intern.js";
import { createStringSearch, type StringSearch } from "./search.js";
import { createStringSplitting, type StringSplitting } from "./split.js";
import { createText, type Text } from "./text.js";

/**
 * All operations on strings. None collects. Arguments called `string` may be views unless a function says "flat";
 * indices and lengths count code points.
 */
export interface Strings
  extends Text,
    StringHash,
    HostStrings,
    InternTable,
    StringBuilding,
    StringSplitting,
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
  const search = createStringSearch(kernel, text.length);
  const host = createHostStrings(memory, text);
  return {
    ...text,
    ...hashes,
    ...search,
    ...host,
    ...createStringBuilding(allocator, kernel, text),
    ...createStringSplitting(allocator, kernel, text.flat),
    ...createInternTable(memory, allocator, kernel, text, host),
    ...createStringCase(allocator, kernel, text, host),
  };
}
