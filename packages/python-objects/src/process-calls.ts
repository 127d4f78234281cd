/// Processes, pipes and what the system knows of a process, as POSIX has them; numbers are Linux's. All throw SystemFault.

import type { MapCalls } from "./memory-maps.js";
import type { SemaphoreCalls } from "./semaphores.js";

/** What a new process does with its descriptors before its program begins. */
export type FileAction =
  | {
      readonly kind: "open";
      readonly descriptor: number;
      readonly path: Uint8Array;
      readonly flags: number;
      readonly mode: number;
    }
  | { readonly kind: "close"; readonly descriptor: number }
  | { readonly kind: "copy"; readonly from: number; readonly descriptor: number };

/** How a process is to be started. */
export interface ProcessRequest {
  /** Paths of the program, absolute or from `directory`; the first that can be run is. */
  readonly programs: readonly Uint8Array[];
  readonly arguments: readonly Uint8Array[];
  /** Texts `NAME=value`. */
  readonly environment: readonly Uint8Array[];
  readonly directory: string;
  /** Descriptors that it has as its own standard input, output and error; undefined: ours. */
  readonly standard: readonly [number | undefined, number | undefined, number | undefined];
  /** Descriptors beyond these that it keeps; undefined: all that are inheritable. */
  readonly kept: readonly number[] | undefined;
  /** SIGPIPE and SIGXFSZ do again what they usually do. */
  readonly restoresSignals: boolean;
  readonly startsSession: boolean;
  /** Its group, 0: one of its own; undefined: ours. */
  readonly group: number | undefined;
  /** Permissions that its files do not get; undefined: ours. */
  readonly mask: number | undefined;
  /** In this order, after all else that is done with descriptors. */
  readonly actions?: readonly FileAction[];
  /** Signals that do again what they usually do. */
  readonly usualSignals?: readonly number[];
  /** Signals that are held back; undefined: those of ours. */
  readonly heldSignals?: readonly number[] | undefined;
}

/** What a process has used. Times are seconds; fields in the order of C's `struct rusage`. */
export interface Usage {
  readonly user: number;
  readonly system: number;
  /** The other fields: ru_maxrss … ru_nivcsw. */
  readonly counts: readonly number[];
}

/** A process that has ended, or stopped. */
export interface ProcessEnd {
  /** 0: none has. */
  readonly process: number;
  readonly status: number;
  readonly usage: Usage;
}

export interface ProcessCalls {
  /** The number of the process. */
  startProcess(request: ProcessRequest): number;
  /** Another program in the place of this one. Returns only by throwing. */
  replaceProcess(
    program: Uint8Array,
    given: readonly Uint8Array[],
    environment: readonly Uint8Array[],
    directory: string,
  ): void;
  /** Ends this process at once, without any of what is done at an end. */
  exit(status: number): void;
  /** As wait4: -1 is any child. Options with WNOHANG (1) do not wait. */
  waitProcess(process: number, options: number): ProcessEnd;
  /** A descriptor at which POLLIN comes when the process has ended; undefined: there is none. */
  processDescriptor(process: number): number | undefined;
  /** Of a process, or of a group if negative. */
  signalProcess(process: number, signal: number): void;
  /** Has the system do nothing when a signal comes, or what it does by itself. */
  setAction(signal: number, isIgnored: boolean): void;
  /** Two descriptors, to read from and to write to. */
  pipe(flags: number): [number, number];
  /** Makes `to` stand for what `from` stands for. */
  duplicateTo(from: number, to: number, isInheritable: boolean): void;
  isInheritable(descriptor: number): boolean;
  setInheritable(descriptor: number, isInheritable: boolean): void;
  isBlocking(descriptor: number): boolean;
  /** As fcntl, with a number for argument. */
  control(descriptor: number, command: number, argument: number | Uint8Array): number;
  /** As ioctl, with a number, or with a structure that is read and written. */
  controlDevice(descriptor: number, request: number, argument: number | Uint8Array): number;
  /** At most so many bytes from a place in a file. */
  readAt(descriptor: number, size: number, offset: number): Uint8Array;
  /** How many bytes were written at a place in a file. */
  writeAt(descriptor: number, bytes: Uint8Array, offset: number): number;
  /** Makes a pipe that has a name. */
  makePipe(path: string, mode: number): void;
  /** Processors on which a process (0: this one) may run. */
  processors(process: number): readonly number[];
  setProcessors(process: number, processors: readonly number[]): void;
  /** Semaphores that processes share. */
  semaphores(): SemaphoreCalls;
  /** Files in the place of linear memory. */
  maps(): MapCalls;
  /** As flock. */
  lock(descriptor: number, operation: number): void;
  /** As fcntl's F_SETLK with such a `struct flock`. */
  lockPart(descriptor: number, kind: number, start: number, length: number, whence: number): void;
  /** Sets the permissions that new files do not get; returns those before. */
  mask(mask: number): number;
  /** Calls that take numbers and give one: getpgid, setpgid, nice, … */
  number(name: NumberCall, ...args: readonly number[]): number;
  /** What this process (0), its children (-1) have used. */
  usage(who: number): Usage;
  /** Soft and hard limit; -1: none. */
  limits(resource: number): readonly [number, number];
  setLimits(resource: number, limits: readonly [number, number]): void;
  /** Averages of processes that run, over 1, 5 and 15 minutes. */
  loads(): readonly [number, number, number];
  /** Columns and rows of a terminal. */
  terminalSize(descriptor: number): readonly [number, number];
  /** Fields of C's `struct statvfs`, f_bsize … f_namemax with f_fsid before f_flag. */
  fileSystemStatus(path: string | number): readonly number[];
  /** As setitimer: seconds until the signal and between signals after it; those before. */
  setTimer(timer: number, seconds: number, interval: number): readonly [number, number];
  timer(timer: number): readonly [number, number];
}

/** Those calls of C that take and give nothing but numbers. */
export type NumberCall =
  | "getpgrp"
  | "getpgid"
  | "setpgid"
  | "getsid"
  | "setsid"
  | "nice"
  | "getpriority"
  | "setpriority"
  | "sched_yield"
  | "sysconf"
  | "fchmod"
  | "tcgetpgrp"
  | "tcsetpgrp";
