/// Sockets, pipes and processes, as POSIX has them. Descriptors are those of {@link FileSystem}; addresses are C's `sockaddr`, as bytes; signals, families, options
/// and the like are Linux's numbers. All throw SystemFault. None waits: what would have to says EAGAIN or EINPROGRESS.

/** What to run as a process. */
export interface ProcessStart {
  /** Paths to try, one after the other. */
  readonly executables: readonly string[];
  readonly args: readonly string[];
  /** "NAME=value"; undefined: those of this process. */
  readonly environment: readonly string[] | undefined;
  /** Undefined: that of this process. */
  readonly directory: string | undefined;
  /** What the process has as 0, 1 and 2; undefined: what this one has. */
  readonly standard: readonly (number | undefined)[];
  /** Descriptors that it has besides, under the same numbers. */
  readonly passed: readonly number[];
  readonly newSession: boolean;
  /** The process group to join, 0: one of its own, -1: that of this process. */
  readonly group: number;
  /** The signals that this process ignores for its own sake do in the new one what they usually do. */
  readonly restoresSignals: boolean;
}

/** What {@link SystemCalls.poll} is asked of a descriptor, and what it says. */
export interface Polled {
  readonly descriptor: number;
  /** POLLIN and others. */
  readonly events: number;
  /** What has come, 0: nothing. */
  result: number;
}

export interface SystemCalls {
  readonly processId: number;
  /** The ends to read and to write. */
  pipe(): [number, number];
  socket(family: number, type: number, protocol: number): number;
  socketPair(family: number, type: number, protocol: number): [number, number];
  bind(socket: number, address: Uint8Array): void;
  connect(socket: number, address: Uint8Array): void;
  listen(socket: number, backlog: number): void;
  accept(socket: number): { readonly descriptor: number; readonly address: Uint8Array };
  /** Fills the array, or a part of it. */
  receive(socket: number, bytes: Uint8Array, flags: number): { readonly count: number; readonly address: Uint8Array };
  /** How many bytes were taken. */
  send(socket: number, bytes: Uint8Array, flags: number, address?: Uint8Array): number;
  shutdown(socket: number, how: number): void;
  localAddress(socket: number): Uint8Array;
  peerAddress(socket: number): Uint8Array;
  /** At most `size` bytes. */
  option(socket: number, level: number, name: number, size: number): Uint8Array;
  setOption(socket: number, level: number, name: number, value: Uint8Array): void;
  duplicate(descriptor: number): number;
  setBlocking(descriptor: number, blocks: boolean): void;
  isBlocking(descriptor: number): boolean;
  /** Waits at most so many milliseconds; how many descriptors have a result. */
  poll(polled: readonly Polled[], milliseconds: number): number;
  /** The number of the process. @throws SystemFault also where the program cannot be run */
  spawn(start: ProcessStart): number;
  /** Whether a child (-1: any) has ended; the number 0: not yet. */
  waitFor(process: number): { readonly process: number; readonly status: number };
  kill(process: number, signal: number): void;
  /** Sets ITIMER_REAL or another to go off in so many microseconds (0: never) and then again and again; what was left of it before. */
  setTimer(timer: number, value: number, interval: number): { readonly value: number; readonly interval: number };
  hostName(): string;
  /** Addresses of a host by name; what stands for its number and service. Waits for the network. @throws SystemFault with getaddrinfo's negative number */
  addresses(
    host: string | undefined,
    service: string | undefined,
    hints: { readonly family: number; readonly type: number; readonly protocol: number; readonly flags: number },
  ): readonly {
    readonly family: number;
    readonly type: number;
    readonly protocol: number;
    readonly name: string;
    readonly address: Uint8Array;
  }[];
}
