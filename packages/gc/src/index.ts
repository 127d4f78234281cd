export * from "./collector.js";
export type { Finalisers } from "./finalisers.js";
export { generational } from "./generational.js";
export { createHeap, type Heap, type HeapOptions } from "./heap.js";
export type { HostTable } from "./hosts.js";
export { objectBytes } from "./layout.js";
export { createReferents, type VisitReferents } from "./referents.js";
export { semispace } from "./semispace.js";
export { HeapFault } from "./verify.js";
