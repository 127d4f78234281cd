export type { ChaosOptions } from "./chaos.js";
export { type ConstantScope, type ConstantTable, createConstantTable } from "./constant-table.js";
export * from "./events.js";
export * from "./executor.js";
export * from "./options.js";
export {
  createSupervisor,
  type RecordingQuestions,
  type Supervisor,
  type SupervisorEnvironment,
} from "./supervisor.js";
export { TraceTable } from "./trace-table.js";
