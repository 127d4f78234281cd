export type { ConformanceCase } from "./conformance-case.js";
export { createRandom, type Random } from "./random.js";
export { sampleDoubles } from "./sample-doubles.js";
export { createTestHeap } from "./test-heap.js";
