import type { Address, Word } from "@hotpy/memory";
import { defineFields, layoutOf, mutable } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition, Surrogate, TypeDefinition } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";

/** `lock` and `RLock`; raw: the ident of the thread that holds it, or 0; how many times; the key of those that wait for it, or 0: nobody has yet. */
const LOCK_OWNER = 8;
const LOCK_COUNT = 12;
const LOCK_KEY = 16;
const LOCK = defineFields("lock", {
  owner: mutable("i32", LOCK_OWNER),
  count: mutable("i32", LOCK_COUNT),
  key: mutable("i32", LOCK_KEY),
});

/** Seconds: the longest wait that C's type takes. */
export const TIMEOUT_MAX = 9223372036;

/** CPython's times count nanoseconds in 64 bits. */
const MOST_SECONDS = 2 ** 63 / 1e9;

export interface Locks {
  /** The types, made when first asked for. */
  types(): { readonly lock: Word; readonly rlock: Word };
  /** A fresh lock that nobody holds. Leaf. */
  create(): Word;
  /** Gives a lock back, whoever holds it. Leaf. */
  release(lock: Word): void;
  /** What the source needs. */
  readonly natives: readonly NativeDefinition[];
}

/** @param surrogate finds functions of the module's source */
export function createLocks(library: Library, surrogate: () => Surrogate): Locks {
  const { realm, argument } = library;
  const { threads, none } = realm;
  const { i32 } = realm.memory;
  const field = (lock: Word, offset: number): number => i32[(lock + offset) >>> 2];
  const setField = (lock: Word, offset: number, value: number): void => void (i32[(lock + offset) >>> 2] = value);
  let made:
    | { readonly lock: Word; readonly rlock: Word; readonly shape: number; readonly recursive: number }
    | undefined;

  const isRecursive = (lock: Word): boolean => i32[lock >>> 2] >>> 8 === made?.recursive;
  const ident = (): number => threads.running.ident;

  function take(lock: Word): boolean {
    const owner = field(lock, LOCK_OWNER);
    if (owner !== 0 && !(owner === ident() && isRecursive(lock))) return false;
    setField(lock, LOCK_OWNER, ident());
    setField(lock, LOCK_COUNT, field(lock, LOCK_COUNT) + 1);
    return true;
  }

  function release(lock: Word): void {
    setField(lock, LOCK_OWNER, 0);
    setField(lock, LOCK_COUNT, 0);
    if (field(lock, LOCK_KEY) !== 0) threads.wake(field(lock, LOCK_KEY));
  }

  /** Seconds that an argument allows, infinite for -1; undefined: raised. */
  function timeoutOf(blocking: Word, timeoutGiven: () => Word): number | undefined {
    const flag = blocking === 0 ? 1 : realm.indexNumber(blocking);
    if (flag === undefined) return undefined;
    if (flag !== (flag | 0)) return void realm.raise("OverflowError", "Python int too large to convert to C int");
    const isBlocking = flag === 0 ? 0 : 1;
    let seconds = -1;
    const timeout = timeoutGiven();
    if (timeout !== 0) {
      const value = realm.valueOf(timeout);
      if (realm.floats.isFloat(value)) seconds = realm.floats.value(value);
      else {
        const index = realm.index(timeout);
        if (index === 0) return undefined;
        seconds = realm.integers.toNumber(index);
      }
    }
    const fail = (type: string, text: string): undefined => void realm.raise(type, text);
    if (Number.isNaN(seconds)) return fail("ValueError", "Invalid value NaN (not a number)");
    if (isBlocking === 0) {
      if (seconds !== -1) return fail("ValueError", "can't specify a timeout for a non-blocking call");
      return 0;
    }
    if (seconds < 0 && seconds !== -1) return fail("ValueError", "timeout value must be positive");
    if (Math.abs(seconds) >= MOST_SECONDS)
      return fail("OverflowError", "timestamp too large to convert to C _PyTime_t");
    if (seconds > TIMEOUT_MAX) return fail("OverflowError", "timeout value is too large");
    return seconds === -1 ? Number.POSITIVE_INFINITY : seconds;
  }

  function acquire(args: Address): Word {
    // The numbers may be found by Python code, which overwrites what `args` holds.
    return library.withHandles(() => {
      const kept = realm.handles.push(argument(args, 0));
      const last = realm.handles.push(argument(args, 2));
      const timeout = timeoutOf(argument(args, 1), () => realm.handles.get(last));
      return timeout === undefined ? 0 : acquireWithin(realm.handles.get(kept), timeout);
    });
  }

  function acquireWithin(lock: Word, timeout: number): Word {
    if (take(lock)) return realm.bool(true);
    if (timeout === 0) return realm.bool(false);
    if (realm.isInTrace()) return realm.retryByInterpreter();
    const deadline = threads.now() + timeout * 1000;
    return tailCallSource(library, surrogate(), "acquire_slowly", [lock, realm.float(deadline)]);
  }

  function acquireForever(args: Address): Word {
    const lock = argument(args, 0);
    if (take(lock)) return realm.bool(true);
    if (realm.isInTrace()) return realm.retryByInterpreter();
    return tailCallSource(library, surrogate(), "acquire_slowly", [lock, realm.float(Number.POSITIVE_INFINITY)]);
  }

  function releaseOnce(args: Address): Word {
    const lock = argument(args, 0);
    if (!isRecursive(lock)) {
      if (field(lock, LOCK_OWNER) === 0) return realm.raise("RuntimeError", "release unlocked lock");
    } else if (field(lock, LOCK_OWNER) !== ident())
      return realm.raise("RuntimeError", "cannot release un-acquired lock");
    if (field(lock, LOCK_COUNT) > 1) setField(lock, LOCK_COUNT, field(lock, LOCK_COUNT) - 1);
    else release(lock);
    return none;
  }

  const hexadecimal = (lock: Word): string => `0x${realm.heap.identity(lock).toString(16)}`;

  const common: readonly NativeDefinition[] = [
    { name: "acquire", parameters: "(self, /, blocking=True, timeout=-1)", frames: true, run: acquire },
    { name: "__enter__", parameters: "(self, /)", frames: true, run: acquireForever },
    { name: "release", parameters: "(self, /)", run: releaseOnce },
    { name: "__exit__", parameters: "(self, /, *args)", run: releaseOnce },
    {
      name: "_at_fork_reinit",
      parameters: "(self, /)",
      run(args) {
        release(argument(args, 0));
        return none;
      },
    },
  ];

  function plain(shape: number): TypeDefinition {
    const locked = (name: string): NativeDefinition => ({
      name,
      parameters: "(self, /)",
      run: (args) => realm.bool(field(argument(args, 0), LOCK_OWNER) !== 0),
    });
    return {
      name: "lock",
      module: "_thread",
      shapes: [shape],
      isWeaklyReferable: true,
      methods: [
        ...common,
        ...common
          .slice(0, 3)
          .flatMap((each) =>
            each.name === "acquire" || each.name === "release" ? [{ ...each, name: `${each.name}_lock` }] : [],
          ),
        locked("locked"),
        locked("locked_lock"),
        {
          name: "__repr__",
          parameters: "(self, /)",
          run(args) {
            const lock = argument(args, 0);
            const state = field(lock, LOCK_OWNER) === 0 ? "unlocked" : "locked";
            return realm.str(`<${state} _thread.lock object at ${hexadecimal(lock)}>`);
          },
        },
      ],
    };
  }

  function recursive(shape: number): TypeDefinition {
    return {
      name: "RLock",
      module: "_thread",
      shapes: [shape],
      isWeaklyReferable: true,
      isBase: true,
      construct: { name: "RLock", parameters: "(type, /, *args, **kwargs)", run: () => realm.object(shape) },
      methods: [
        ...common,
        {
          name: "_is_owned",
          parameters: "(self, /)",
          run: (args) => realm.bool(field(argument(args, 0), LOCK_OWNER) === ident()),
        },
        {
          name: "_release_save",
          parameters: "(self, /)",
          run(args) {
            const lock = argument(args, 0);
            if (field(lock, LOCK_COUNT) === 0) return realm.raise("RuntimeError", "cannot release un-acquired lock");
            const state = [field(lock, LOCK_COUNT), field(lock, LOCK_OWNER)].map(realm.int);
            release(lock);
            return realm.tuple(state);
          },
        },
        {
          name: "_acquire_restore",
          parameters: "(self, state, /)",
          wording: "parse",
          frames: true,
          leaf: false,
          run(args) {
            return tailCallSource(library, surrogate(), "restore_slowly", [argument(args, 0), argument(args, 1)]);
          },
        },
        {
          name: "__repr__",
          parameters: "(self, /)",
          receives: "self",
          run(args) {
            const self = argument(args, 0);
            const lock = realm.valueOf(self);
            const [owner, count] = [field(lock, LOCK_OWNER), field(lock, LOCK_COUNT)];
            const state = count === 0 ? "unlocked" : "locked";
            const name = realm.typeName(self);
            return realm.str(`<${state} ${name} object owner=${owner} count=${count} at ${hexadecimal(self)}>`);
          },
        },
      ],
    };
  }

  function types(): NonNullable<typeof made> {
    if (made !== undefined) return made;
    const [shape, other] = ["lock", "rlock"].map((name) => realm.shapes.define(layoutOf(name, LOCK), 0));
    const [lock, rlock] = [realm.defineType(plain(shape)), realm.defineType(recursive(other))];
    made = { lock, rlock, shape, recursive: other };
    return made;
  }

  return {
    types,
    create: () => realm.object(types().shape),
    release,
    natives: [
      { name: "take", parameters: "(lock, /)", run: (args) => realm.bool(take(argument(args, 0))) },
      {
        name: "wait",
        parameters: "(lock, deadline, /)",
        leaf: false,
        run(args) {
          const lock = argument(args, 0);
          const deadline = realm.floats.value(argument(args, 1));
          // Another thread may have given it back since it was looked at.
          if (field(lock, LOCK_OWNER) === 0) return realm.bool(true);
          if (threads.now() >= deadline) return realm.bool(false);
          if (field(lock, LOCK_KEY) === 0) setField(lock, LOCK_KEY, threads.newKey());
          threads.wait(field(lock, LOCK_KEY), deadline);
          return realm.bool(true);
        },
      },
      {
        name: "set_count",
        parameters: "(lock, count, /)",
        run(args) {
          setField(argument(args, 0), LOCK_COUNT, realm.integers.toNumber(argument(args, 1)));
          return none;
        },
      },
    ],
  };
}
