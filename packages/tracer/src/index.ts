export * from "./abort-reason.js";
export * from "./limits.js";
export { type Outcome, type RecorderEnvironment, type RecordingStart, record } from "./recorder.js";
export type { IsLive } from "./shadow-frames.js";
