export * from "./layout.js";
export type { FrameStack } from "./frame-stack.js";
