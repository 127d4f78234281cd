import { NULL, type Word } from "@hotpy/memory";
import { type Builtins, toDouble } from "@hotpy/python-builtins";
import { type NativeDefinition, OUTSIDE } from "@hotpy/python-objects";
import { CALENDAR_SOURCE, calendarNatives, zoneAttributes } from "./calendar-time.js";
import { numberAttributes } from "./number-attributes.js";
import { tailCallSource } from "./source-call.js";
import { defineSourceModule } from "./source-module.js";
import { timeTextNatives } from "./time-texts.js";
import { createWaiting } from "./waiting.js";
import { localTimeOf } from "./zone/local-time.js";

/** CPython's clocks count nanoseconds in 64 bits. */
const MOST_SECONDS = 2 ** 63 / 1e9;

/** Fields of a struct_time, with those that are no items. */
const STRUCT_ITEMS = 11;

/** What is known of clocks, and how a thread sleeps beside which there are others. */
const CLOCK_SOURCE = `
class Clocks:
    monotonic = perf_counter = 'MONOTONIC'
    process_time = 'PROCESS_CPUTIME_ID'
    thread_time = 'THREAD_CPUTIME_ID'
    time = 'REALTIME'

def get_clock_info(name):
    if not isinstance(name, str):
        raise TypeError(f'get_clock_info() argument 1 must be str, not {type(name).__name__}')
    clock = None if name[:1] == '_' else getattr(Clocks, name, None)
    if clock is None:
        raise ValueError('unknown clock')
    info = type(__import__('sys').implementation)()
    info.implementation = f'clock_gettime(CLOCK_{clock})'
    info.monotonic = name != 'time'
    info.adjustable = name == 'time'
    info.resolution = 1e-09
    return info

def clock_gettime(clock):
    return clock_time(c_int(clock)) / 1e9

def clock_gettime_ns(clock):
    return clock_time(c_int(clock))

def clock_getres(clock):
    return clock_resolution(c_int(clock)) / 1e9

def clock_settime(clock, seconds):
    from math import floor
    set_clock(clock, floor(seconds * 1e9) if isinstance(seconds, float) else seconds * 10**9)

def clock_settime_ns(clock, nanoseconds):
    set_clock(clock, nanoseconds)

def sleep_until(deadline):
    while pause(deadline):
        pass
`;

/** Linux's numbers of its clocks. */
const CLOCKS: Readonly<Record<string, number>> = {
  CLOCK_REALTIME: 0,
  CLOCK_MONOTONIC: 1,
  CLOCK_PROCESS_CPUTIME_ID: 2,
  CLOCK_THREAD_CPUTIME_ID: 3,
  CLOCK_MONOTONIC_RAW: 4,
  CLOCK_BOOTTIME: 7,
  CLOCK_TAI: 11,
};

/** The module `time`: clocks, sleep and dates. */
export function defineTime(builtins: Builtins): void {
  const { library, streams } = builtins;
  const { realm, argument } = library;
  const { platform, threads } = realm;

  const seconds = (name: string, read: () => number): NativeDefinition => ({
    name,
    parameters: "()",
    effects: OUTSIDE,
    run: () => realm.float(read()),
  });
  const nanoseconds = (name: string, read: () => bigint): NativeDefinition => ({
    name,
    parameters: "()",
    effects: OUTSIDE,
    run: () => realm.int(read()),
  });
  const toSeconds = (value: bigint): number => Number(value) / 1e9;
  const wallNanoseconds = (): bigint => BigInt(Math.round(platform.time() * 1e6)) * 1000n;

  function sleep(args: number): Word {
    const given = argument(args, 0);
    const index = realm.floats.isFloat(given) ? given : realm.index(given);
    const duration = index === NULL ? undefined : toDouble(realm, index);
    if (duration === undefined) return NULL;
    if (Number.isNaN(duration)) return realm.raise("ValueError", "Invalid value NaN (not a number)");
    if (Math.abs(duration) >= MOST_SECONDS)
      return realm.raise("OverflowError", "timestamp too large to convert to C _PyTime_t");
    if (duration < 0) return realm.raise("ValueError", "sleep length must be non-negative");
    if (!streams.flush()) realm.clearPending();
    if (threads.count > 1) {
      // The first look lets others run, also where there is no time to sleep.
      threads.yield();
      const deadline = realm.float(threads.now() + duration * 1000);
      return tailCallSource(library, surrogate, "sleep_until", [deadline]);
    }
    const end = platform.monotonic() + BigInt(Math.ceil(duration * 1e9));
    for (let left = duration * 1000; left > 0; left = Number(end - platform.monotonic()) / 1e6) {
      if (platform.sleep(left)) break;
      if (!realm.takeInterrupt()) return NULL;
    }
    return realm.none;
  }

  function resetZone(): Word {
    localTime.reset();
    const module = realm.loadedModule("time");
    for (const name of ["timezone", "altzone", "daylight", "tzname"]) {
      // Made anew each time, as setting one may move the others.
      const value = zoneAttributes(library)[name];
      if (module !== NULL && !realm.setAttribute(realm.loadedModule("time"), realm.intern(name), value)) return NULL;
    }
    return realm.none;
  }

  const optional = "(seconds=None, /)";
  const localTime = localTimeOf(realm);
  const texts = timeTextNatives(library, localTime);
  const { calling } = createWaiting(library);
  const integer = (args: number, index: number): bigint =>
    realm.integers.toBigInt(realm.valueOf(argument(args, index)));
  const clock = (args: number): number => Number(integer(args, 0));
  const surrogate = defineSourceModule(builtins, {
    name: "time",
    source: `${CALENDAR_SOURCE}${CLOCK_SOURCE}`,
    natives: [
      ...calendarNatives(library),
      ...texts,
      calling("clock_time", "(clock, /)", (system, args) => realm.int(system.clocks().time(clock(args)))),
      calling("clock_resolution", "(clock, /)", (system, args) => realm.int(system.clocks().resolution(clock(args)))),
      calling("set_clock", "(clock, nanoseconds, /)", (system, args) => {
        system.clocks().setTime(clock(args), integer(args, 1));
        return realm.none;
      }),
      {
        name: "pause",
        parameters: "(deadline, /)",
        leaf: false,
        run(args) {
          const deadline = realm.floats.value(argument(args, 0));
          if (threads.now() >= deadline) return realm.bool(false);
          threads.wait(0, deadline);
          return realm.bool(true);
        },
      },
    ],
    shows: ["struct_time"],
    final: ["struct_time"],
    attributes: () => ({
      ...zoneAttributes(library),
      ...numberAttributes(realm, CLOCKS),
      _STRUCT_TM_ITEMS: realm.int(STRUCT_ITEMS),
    }),
    calls: [
      { name: "gmtime", parameters: optional, wording: "parse" },
      { name: "localtime", parameters: optional, wording: "parse" },
      { name: "ctime", parameters: optional, wording: "parse" },
      { name: "mktime", parameters: "(tuple, /)" },
      ...["clock_gettime", "clock_gettime_ns", "clock_getres"].map((name) => ({
        name,
        parameters: "(clk_id, /)",
        wording: "parse" as const,
      })),
      { name: "clock_settime", parameters: "(clk_id, time, /)", wording: "parse" },
      { name: "clock_settime_ns", parameters: "(clk_id, time, /)", wording: "parse" },
      { name: "get_clock_info", parameters: "(name, /)", wording: "parse" },
      { name: "strptime", parameters: "(string, format=None, /)" },
    ],
    functions: [
      seconds("time", platform.time),
      nanoseconds("time_ns", wallNanoseconds),
      seconds("monotonic", () => toSeconds(platform.monotonic())),
      nanoseconds("monotonic_ns", () => platform.monotonic()),
      seconds("perf_counter", () => toSeconds(platform.monotonic())),
      nanoseconds("perf_counter_ns", () => platform.monotonic()),
      seconds("process_time", () => toSeconds(platform.processTime())),
      nanoseconds("process_time_ns", () => platform.processTime()),
      seconds("thread_time", () => toSeconds(platform.processTime())),
      nanoseconds("thread_time_ns", () => platform.processTime()),
      ...texts,
      { name: "tzset", parameters: "()", run: resetZone },
      { name: "sleep", parameters: "(secs, /)", frames: true, leaf: false, run: sleep },
    ],
  });
}
