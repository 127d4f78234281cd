/// Sockets, as POSIX has them. Descriptors are those of {@link FileSystem}; addresses are C's `sockaddr`, as bytes; families, options
/// and the like are Linux's numbers. All throw SystemFault. None waits: what would have to says EAGAIN or EINPROGRESS.

import type { ClockCalls, EventPollCalls } from "./event-polls.js";
import type { NameCalls } from "./name-calls.js";
import type { PlainCalls } from "./plain-calls.js";
import type { ProcessCalls } from "./process-calls.js";

/** What {@link SystemCalls.poll} is asked of a descriptor, and what it says. */
export interface Polled {
  readonly descriptor: number;
  /** POLLIN and others. */
  readonly events: number;
  /** What has come, 0: nothing. */
  result: number;
}

export interface SystemCalls extends ProcessCalls {
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
  /** Waits at most so many milliseconds; how many descriptors have a result. */
  poll(polled: readonly Polled[], milliseconds: number): number;
  eventPolls(): EventPollCalls;
  clocks(): ClockCalls;
  names(): NameCalls;
  plain(): PlainCalls;
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
