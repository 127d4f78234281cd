/// How exceptions are raised that are caught within what is recorded: the way to the handler is known then, as the frames are.

import { FRAME_CODE, FRAME_IP, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import type { CoreMachine } from "@hotpy/interpreter";
import { type Address, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { ARRAY_ITEMS, CODE_FLAGS, CODE_LOCALS, FUNCTION, SHAPE_ARRAY, TYPE_ROOT_SHAPE } from "@hotpy/object-model";
import {
  CODE_HIDDEN,
  EXCEPTION,
  FRAME_OBJECT,
  FRAME_OBJECT_BYTES,
  TRACEBACK,
  TRACEBACK_BYTES,
} from "@hotpy/python-objects";
import { newTuple } from "./builders.js";
import { loadHandled } from "./handled.js";
import type { Language } from "./language.js";

/** The way of an exception from the running frame to where it is handled. */
interface WayOut {
  /** The saved ip of each frame that it passes, the handler's the last; as an instruction that raises would have saved it. */
  readonly ips: readonly Address[];
  /** Where execution goes on, and how many operands are left there below the exception. */
  readonly target: Address;
  readonly operands: number;
}

export interface Raising {
  /** An exception with these arguments, of a class for which {@link isPlain} holds. */
  create<V>(m: CoreMachine<V>, type: Address, args: readonly V[]): V;
  /** Whether a class is one of exceptions that are made in the usual way, but for their `__init__`. */
  isPlain(type: Address): boolean;
  /*
   * These decline where no frame that is recorded handles the exception. `finish` has effects, which come after all questions.
   */
  /** Raises an exception as `raise` does. */
  raise<V>(m: CoreMachine<V>, exception: V, finish?: () => void): void;
  /** Raises a fresh exception of a builtin class. */
  raiseNew<V>(m: CoreMachine<V>, type: Address, args: readonly V[], finish?: (exception: V) => void): void;
  /** Raises a fresh exception of a builtin class in the caller of the running frame, which `leave` ends. */
  raiseInCaller<V>(m: CoreMachine<V>, type: Address, args: readonly V[], leave: () => void): void;
  /** Raises an exception that has been raised before here: it has its context, and this frame its entry of the traceback. */
  reraise<V>(m: CoreMachine<V>, exception: V): void;
}

/** What is raised by something that has no effects, which is done once more; NULL: nothing is. */
export function raisedBy(
  { exceptions }: Language,
  run: (first: Word, second: number) => Word,
): (first: Word, second: number) => Word {
  return (first, second) => {
    const isRaised = run(first, second) === NULL;
    const exception = exceptions.pending();
    exceptions.clearPending();
    return isRaised ? exception : NULL;
  };
}

export function createRaising(language: Language): Raising {
  const { memory, codes, continuations, exceptions, types, calls, frameObjects, name } = language;
  const { i32 } = memory;
  const field = (object: Address, offset: number): Word => i32[(object + offset) >>> 2];
  const initAddress = continuations.addressOf(calls.finishInit);
  const baseNew = types.lookup(types.named("BaseException"), name("__new__"));

  /** @param below frames that end before */
  function wayOut<V>(m: CoreMachine<V>, below = 0): WayOut {
    const ips: Address[] = [];
    let frame = field(STATE_FRAME, 0);
    let ip = m.next;
    for (let popped = 0; ; popped++) {
      const code = field(frame, FRAME_CODE);
      if (popped >= below) {
        ips.push(ip);
        const range = codes.handlerAt(code, ip);
        if (range !== undefined) return { ips, target: codes.startOf(code) + range.target * 4, operands: range.depth };
      }
      const isGenerator = popped >= below && frameObjects.generatorOf(frame) !== NULL;
      if (popped + 1 >= m.depth || isGenerator) return m.decline("an exception that leaves what is recorded");
      frame = field(frame, FRAME_PREVIOUS);
      ip = field(frame, FRAME_IP);
      if (!continuations.isContinuation(ip)) continue;
      if (ip !== initAddress) return m.decline("an exception that comes to a continuation");
      ip = continuations.realIp(frame);
    }
  }

  /** The exception that becomes the context of another one, undefined: none; asks. */
  function contextFor<V>(m: CoreMachine<V>, exception: V | undefined): V | undefined {
    const handled = loadHandled(m);
    if (m.isNull(handled)) return undefined;
    if (exception !== undefined && m.truth(m.op("word_eq", [exception, handled]))) return undefined;
    // A longer chain might contain it.
    if (exception !== undefined && !m.isNull(m.op("load_word", [handled], EXCEPTION.context)))
      return m.decline("an exception with a chain of contexts");
    return handled;
  }

  /** @param frame the frame object of a frame that has ended, undefined: it goes on */
  function addTraceback<V>(m: CoreMachine<V>, exception: V, ip: Address, frame: V | undefined): void {
    if ((field(m.code, CODE_FLAGS) & CODE_HIDDEN) !== 0) return;
    const globals = m.op("load_word", [m.currentFunction()], FUNCTION.globals);
    const next = m.op("load_word", [exception], EXCEPTION.traceback);
    const { next: nextField, code, globals: globalsField, frame: frameField, ip: ipField, address } = TRACEBACK;
    const entry = m.op("new", [next, m.word(m.code), globals, ...(frame === undefined ? [] : [frame])], {
      shape: exceptions.tracebackShape,
      words: TRACEBACK_BYTES / 4,
      fields: [nextField, code, globalsField, ...(frame === undefined ? [] : [frameField])].map(
        ({ offset }) => offset / 4,
      ),
      raw: [[1, 0], [ipField.offset / 4, ip], ...(m.address === 0 ? [] : [[address.offset / 4, m.address] as const])],
    });
    m.op("store_word", [exception, entry], EXCEPTION.traceback);
  }

  /** The frame object of the running frame, which the exception ends: with the values of its variables. */
  function endedFrame<V>(m: CoreMachine<V>, ip: Address): V {
    const count = field(m.code, CODE_LOCALS);
    const kept = m.op(
      "new",
      Array.from({ length: count }, (_, index) => m.local(index)),
      {
        shape: SHAPE_ARRAY,
        words: (ARRAY_ITEMS / 4 + count + 1) & ~1,
        fields: Array.from({ length: count }, (_, index) => ARRAY_ITEMS / 4 + index),
        raw: [[1, count]],
      },
    );
    const globals = m.op("load_word", [m.currentFunction()], FUNCTION.globals);
    const { code, globals: globalsField, slots, ip: ipField } = FRAME_OBJECT;
    return m.op("new", [m.word(m.code), globals, kept], {
      shape: frameObjects.shape,
      words: FRAME_OBJECT_BYTES / 4,
      fields: [code, globalsField, slots].map(({ offset }) => offset / 4),
      raw: [
        [1, 0],
        [ipField.offset / 4, ip],
      ],
    });
  }

  /** The frame object of a frame that raises again, for the entry that it has; asks. */
  function noteFrame<V>(m: CoreMachine<V>, exception: V, frame: V): void {
    const entry = m.op("load_word", [exception], EXCEPTION.traceback);
    if (m.isNull(entry) || !m.isSame(m.op("load_word", [entry], TRACEBACK.code), m.code)) return;
    if (m.isNull(m.op("load_word", [entry], TRACEBACK.frame))) m.op("store_word", [entry, frame], TRACEBACK.frame);
  }

  /** Goes the way; the frame that raises again has its entry of the traceback already. */
  function follow<V>(m: CoreMachine<V>, { ips, target, operands }: WayOut, exception: V, isAgain = false): void {
    let inner: V | undefined;
    ips.forEach((ip, index) => {
      const isEnded = index < ips.length - 1;
      const isHidden = (field(m.code, CODE_FLAGS) & CODE_HIDDEN) !== 0;
      const frame = isEnded && !isHidden && m.address === 0 ? endedFrame(m, ip) : undefined;
      if (inner !== undefined && frame !== undefined) m.op("store_word", [inner, frame], FRAME_OBJECT.back);
      inner = frame ?? inner;
      if (index > 0 || !isAgain) addTraceback(m, exception, ip, frame);
      else if (frame !== undefined) noteFrame(m, exception, frame);
      if (!isEnded) return;
      if (m.address !== 0) frameObjects.end(m.address, ip, field(m.wordOf(exception), EXCEPTION.traceback.offset));
      m.return();
    });
    m.cut(operands);
    m.push(exception);
    m.goTo(target);
  }

  function create<V>(m: CoreMachine<V>, type: Address, args: readonly V[]): V {
    return m.op("new", [newTuple(m, language, args)], {
      shape: field(type, TYPE_ROOT_SHAPE),
      words: types.record(type).instanceBytes / 4,
      fields: [EXCEPTION.args.offset / 4],
      raw: [],
    });
  }

  function setContext<V>(m: CoreMachine<V>, exception: V, context: V | undefined): void {
    if (context !== undefined) m.op("store_word", [exception, context], EXCEPTION.context);
  }

  /** @param effects what comes before the exception is made, and ends the running frame; and what comes after */
  function raiseFresh<V>(
    m: CoreMachine<V>,
    type: Address,
    args: readonly V[],
    { leave, finish }: { readonly leave?: () => void; readonly finish?: ((exception: V) => void) | undefined },
  ): void {
    const context = contextFor(m, undefined);
    const way = wayOut(m, leave === undefined ? 0 : 1);
    leave?.();
    const exception = create(m, type, args);
    finish?.(exception);
    setContext(m, exception, context);
    follow(m, way, exception);
  }

  return {
    create,
    isPlain(type) {
      const { kind, hasFinaliser, abstractMethods } = types.record(type);
      return (
        kind === "exception" &&
        !hasFinaliser &&
        abstractMethods.length === 0 &&
        types.typeOf(type) === types.type &&
        types.lookup(type, name("__new__")) === baseNew &&
        !types.isSubtype(type, types.named("OSError"))
      );
    },
    raise(m, exception, finish) {
      const context = contextFor(m, exception);
      const way = wayOut(m);
      finish?.();
      setContext(m, exception, context);
      follow(m, way, exception);
    },
    raiseNew: (m, type, args, finish) => raiseFresh(m, type, args, { finish }),
    raiseInCaller: (m, type, args, leave) => raiseFresh(m, type, args, { leave }),
    reraise: (m, exception) => follow(m, wayOut(m), exception, true),
  };
}
