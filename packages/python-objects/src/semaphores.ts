/** Semaphores that processes share, by name. All throw SystemFault. */
export interface SemaphoreCalls {
  /** A new one of this value; without a value the one that is there. Returns where it is. */
  open(name: string, value?: number): bigint;
  unlink(name: string): void;
  close(semaphore: bigint): void;
  /** Takes one off, and waits for that at most so many milliseconds. False: there was none. */
  take(semaphore: bigint, milliseconds: number): boolean;
  post(semaphore: bigint): void;
  value(semaphore: bigint): number;
}
