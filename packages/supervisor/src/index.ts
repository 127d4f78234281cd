export type { ChaosOptions } from "./chaos.js";
export { type ConstantScope, type ConstantTable, createConstantTable } from "./constant-table.js";
export type { RecordingQuestions, SupervisorEnvironment } from "./environment.js";
export * from "./events.js";
export * from "./executor.js";
export * from "./options.js";
export type { PaceOptions } from "./pace.js";
export { type Measure, Phases } from "./phases.js";
export { createSupervisor, type Supervisor } from "./supervisor.js";
