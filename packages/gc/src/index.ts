export * from "./collector.js";
export type { Heap, HeapOptions } from "./heap.js";
export type { HostTable } from "./hosts.js";
