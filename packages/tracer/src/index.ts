export * from "./abort-reason.js";
export * from "./limits.js";
export { type Outcome, record, type RecorderEnvironment, type RecordingStart, type Watch } from "./recorder.js";
