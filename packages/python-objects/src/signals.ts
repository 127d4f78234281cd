/** What a process does when a signal comes: what the system does by itself, nothing, or it is noted for the program. */
export type Disposition = "default" | "ignored" | "noted";

/** Signals that other processes, the system and timers send. Numbers are Linux's. */
export interface Signals {
  /** False: the signal cannot be handled here. */
  dispose(signal: number, disposition: Disposition): boolean;
  /** Notes a signal as if it had come: the platform tells of an interrupt. */
  note(signal: number): void;
  /** Those that have been noted since the last time, each once. */
  take(): readonly number[];
  /** Waits, for a tenth of a second at most, until a signal that this process has sent itself is noted; not for one that is not. */
  expect(signal: number): void;
  /** Waits until what has come to this process so far is noted. */
  settle(): void;
}
