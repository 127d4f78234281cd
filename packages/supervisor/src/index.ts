export * from "./options.js";
export * from "./events.js";
export * from "./executor.js";
export { createConstantTable, type ConstantScope, type ConstantTable } from "./constant-table.js";
export type { ChaosOptions } from "./chaos.js";
export { TraceTable } from "./trace-table.js";
export { createSupervisor, type RecordingQuestions, type Supervisor, type SupervisorEnvironment } from "./supervisor.js";
