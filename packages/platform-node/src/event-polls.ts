import type { ClockCalls, EventPollCalls } from "@hotpy/python-objects";
import type { CLibrary } from "./c-library.js";

/** The C structure is packed on Intel's processors alone. */
const EVENT_BYTES = process.arch === "x64" ? 12 : 16;
const DATA = EVENT_BYTES - 8;

export function createEventPollCalls(library: CLibrary): EventPollCalls {
  const { checked } = library;
  const c = library.functions({
    epoll_create1: "int epoll_create1(int flags)",
    epoll_ctl: "int epoll_ctl(int set, int operation, int fd, const uint8_t *event)",
    epoll_wait: "int epoll_wait(int set, uint8_t *events, int most, int timeout)",
  });
  return {
    create: (flags) => checked(c.epoll_create1(flags)),
    control(set, operation, descriptor, events) {
      const event = new DataView(new ArrayBuffer(EVENT_BYTES));
      event.setUint32(0, events, true);
      event.setInt32(DATA, descriptor, true);
      checked(c.epoll_ctl(set, operation, descriptor, new Uint8Array(event.buffer)));
    },
    come(set, most) {
      const table = new DataView(new ArrayBuffer(most * EVENT_BYTES));
      const count = checked(c.epoll_wait(set, new Uint8Array(table.buffer), most, 0));
      return Array.from({ length: count }, (_, i) => [
        table.getInt32(i * EVENT_BYTES + DATA, true),
        table.getUint32(i * EVENT_BYTES, true),
      ]);
    },
  };
}

export function createClockCalls(library: CLibrary): ClockCalls {
  const { checked } = library;
  const c = library.functions({
    clock_gettime: "int clock_gettime(int clock, uint8_t *time)",
    clock_getres: "int clock_getres(int clock, uint8_t *time)",
    clock_settime: "int clock_settime(int clock, const uint8_t *time)",
  });
  /** C's `struct timespec`: seconds and nanoseconds. */
  function read(call: (clock: number, time: Uint8Array) => number, clock: number): bigint {
    const time = new BigInt64Array(2);
    checked(call(clock, new Uint8Array(time.buffer)));
    return time[0] * 1_000_000_000n + time[1];
  }
  return {
    time: (clock) => read(c.clock_gettime, clock),
    resolution: (clock) => read(c.clock_getres, clock),
    setTime(clock, nanoseconds) {
      const rest = ((nanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
      const time = BigInt64Array.of((nanoseconds - rest) / 1_000_000_000n, rest);
      checked(c.clock_settime(clock, new Uint8Array(time.buffer)));
    },
  };
}
