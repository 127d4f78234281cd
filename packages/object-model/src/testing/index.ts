export type { ConformanceCase } from "./conformance-case.js";
export { createRandom, type Random } from "./random.js";
export { createTestHeap } from "./test-heap.js";
