export * from "./abort-reason.js";
export * from "./limits.js";
export { type Outcome, record, type RecorderEnvironment, type RecordingStart } from "./recorder.js";
export type { IsLive } from "./shadow-frames.js";
