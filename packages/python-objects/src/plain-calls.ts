/** Functions of C that take numbers and memory, and give a number. */
export interface PlainCalls {
  /**
   * Calls one by its name. Text is memory that ends with a zero byte; null is a pointer to nothing; what C writes is in the arrays afterwards.
   * @throws SystemFault where the result is negative and there is an error, or where there is no such function
   */
  call(name: string, given: readonly (number | Uint8Array | null)[]): number;
  /** A password as the system keeps it. @throws SystemFault */
  crypt(password: Uint8Array, salt: Uint8Array): string;
  /** From now on the system's log is told under this name. */
  openLog(name: Uint8Array, options: number, facility: number): void;
  /** Tells the system's log. Memory as in {@link call}. */
  log(priority: number, message: Uint8Array): void;
}
