export * from "./layout.js";
export { createFrameStack, type FrameStack } from "./frame-stack.js";
