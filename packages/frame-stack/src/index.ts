export { createFrameStack, type FrameStack } from "./frame-stack.js";
export * from "./layout.js";
