import type { Comparison } from "@hotpy/python-objects";

/** In the order in which the types of the module have their methods. */
export const COMPARISONS: readonly Comparison[] = ["eq", "ne", "lt", "le", "gt", "ge"];
