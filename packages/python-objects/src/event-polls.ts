/** Waiting for many descriptors, as Linux's epoll does it; numbers are Linux's. All throw SystemFault. None waits. */
export interface EventPollCalls {
  /** The descriptor of a new set. */
  create(flags: number): number;
  /** Adds (1), removes (2) or changes (3) what is waited for of a descriptor. */
  control(set: number, operation: number, descriptor: number, events: number): void;
  /** What has come, of at most so many descriptors. */
  come(set: number, most: number): readonly (readonly [descriptor: number, events: number])[];
}

/** The system's clocks, by Linux's numbers. All throw SystemFault. */
export interface ClockCalls {
  /** Nanoseconds. */
  time(clock: number): bigint;
  resolution(clock: number): bigint;
  setTime(clock: number, nanoseconds: bigint): void;
}
