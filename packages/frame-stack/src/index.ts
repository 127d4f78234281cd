export { createFrameStack, depthStep, type FrameStack, initialiseFrameStack } from "./frame-stack.js";
export * from "./layout.js";
export { createStacks, type Stack, type Stacks } from "./stacks.js";
