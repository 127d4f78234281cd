import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { defineSourceModule } from "../source-module.js";
import { createLocks, TIMEOUT_MAX } from "./locks.js";
import { threadSource } from "./source.js";

/** Bytes of a thread's stack of frames: 1000 calls of functions with a hundred locals each. Of what a program asks for, at least this. */
const LEAST_STACK = 512 * 1024;
/** What CPython takes as a stack's size, in bytes. */
const LEAST_SIZE = 32768;
const MOST_SIZE = 2 ** 31;

const SIGINT = 2;
const LAST_SIGNAL = 64;

/** The module `_thread`. */
export function defineThread(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument } = library;
  const { threads, none, handles } = realm;
  const { i32 } = realm.memory;
  const locks = createLocks(library, () => surrogate);
  /** Of each thread: the lock that is given back at its end, and its `_local` objects, as a list of weak references; or NULL. */
  const sentinel = realm.root(NULL);
  const locals = realm.root(NULL);
  threads.separate(sentinel, NULL);
  threads.separate(locals, NULL);
  let stackSize = 0;

  realm.threadEnds.done = () => {
    if (i32[locals >>> 2] !== NULL) {
      const drop = surrogate("drop_values");
      if (realm.call(drop, i32[locals >>> 2], realm.int(threads.running.ident)) === NULL) realm.clearPending();
    }
    if (i32[sentinel >>> 2] !== NULL) locks.release(i32[sentinel >>> 2]);
  };
  realm.threadEnds.raised = (exception, fn) => realm.showIgnored(exception, fn, "in thread started by");
  threads.onIdle = () => {
    if (!builtins.streams.flush()) realm.clearPending();
  };

  function start(args: number): Word {
    const [fn, given, named] = [0, 1, 2].map((index) => argument(args, index));
    if (!realm.isCallable(fn)) return realm.raise("TypeError", "first arg must be callable");
    if (!realm.isInstance(given, realm.type("tuple"))) return realm.raise("TypeError", "2nd arg must be a tuple");
    if (named !== NULL && !realm.isInstance(named, realm.type("dict")))
      return realm.raise("TypeError", "optional 3rd arg must be a dictionary");
    for (let bytes = Math.max(stackSize, LEAST_STACK); bytes >= LEAST_STACK; bytes >>>= 1) {
      const thread = realm.startThread(fn, realm.valueOf(given), named === NULL ? NULL : realm.valueOf(named), bytes);
      if (thread !== undefined) return realm.int(thread.ident);
    }
    return realm.raise("RuntimeError", "can't start new thread");
  }

  function setStackSize(args: number): Word {
    const size = argument(args, 0) === NULL ? 0 : realm.indexNumber(argument(args, 0));
    if (size === undefined) return NULL;
    if (size < 0) return realm.raise("ValueError", "size must be 0 or a positive value");
    if (size !== 0 && (size < LEAST_SIZE || size > MOST_SIZE))
      return realm.raise("ValueError", `size not valid: ${size} bytes`);
    const before = stackSize;
    if (argument(args, 0) !== NULL) stackSize = size;
    return realm.int(before);
  }

  const ident = (name: string): NativeDefinition => ({
    name,
    parameters: "()",
    run: () => realm.int(threads.running.ident),
  });
  const starting = (name: string): NativeDefinition => ({
    name,
    parameters: "(function, args, kwargs=None, /)",
    leaf: false,
    run: start,
  });
  const allocating = (name: string): NativeDefinition => ({ name, parameters: "()", run: () => locks.create() });
  const exiting = (name: string): NativeDefinition => ({
    name,
    parameters: "()",
    run: () => realm.raise("SystemExit", ""),
  });

  const surrogate = defineSourceModule(builtins, {
    name: "_thread",
    source: threadSource,
    natives: [
      ...locks.natives,
      ident("get_ident"),
      {
        name: "locals_of_thread",
        parameters: "()",
        run() {
          if (i32[locals >>> 2] === NULL) i32[locals >>> 2] = realm.list([]);
          return i32[locals >>> 2];
        },
      },
      {
        name: "hides",
        parameters: "(cls, name, /)",
        run(args) {
          const found = realm.lookupOnType(argument(args, 0), realm.valueOf(argument(args, 1)));
          const setter = realm.intern("__set__");
          return realm.bool(found !== NULL && realm.lookupOnType(realm.typeOf(found), setter) !== NULL);
        },
      },
    ],
    shows: ["_local"],
    functions: [
      starting("start_new_thread"),
      starting("start_new"),
      allocating("allocate_lock"),
      allocating("allocate"),
      exiting("exit"),
      exiting("exit_thread"),
      ident("get_ident"),
      ident("get_native_id"),
      { name: "_count", parameters: "()", run: () => realm.int(threads.count - 1) },
      { name: "stack_size", parameters: "(size=0, /)", wording: "parse", run: setStackSize },
      {
        name: "_set_sentinel",
        parameters: "()",
        run() {
          const lock = locks.create();
          i32[sentinel >>> 2] = lock;
          return lock;
        },
      },
      {
        name: "interrupt_main",
        parameters: "(signum=2, /)",
        frames: true,
        leaf: false,
        run(args) {
          const signal = argument(args, 0) === NULL ? SIGINT : realm.indexNumber(argument(args, 0));
          if (signal === undefined) return NULL;
          if (signal < 1 || signal > LAST_SIGNAL) return realm.raise("ValueError", "signal number out of range");
          const isMain = threads.running === threads.main;
          if (!realm.interrupts.isHandled()) {
            // Nobody has given a handler: of all signals the interrupt alone means something to Python.
            if (signal !== SIGINT) return none;
            if (isMain) return realm.raise("KeyboardInterrupt", "");
          }
          realm.platform.signals?.note(signal);
          // The main thread takes it here and now, others at its next safepoint.
          if (isMain) return realm.interrupts.deliver() ? none : NULL;
          threads.interruptMain();
          return none;
        },
      },
    ],
    attributes: () => {
      const { lock, rlock } = locks.types();
      const kept = handles.mark();
      const values = {
        error: realm.type("RuntimeError"),
        TIMEOUT_MAX: realm.float(TIMEOUT_MAX),
        LockType: lock,
        RLock: rlock,
      };
      handles.release(kept);
      return values;
    },
  });
}
