import { NULL, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";

/** What becomes of exceptions that nobody catches. */
export interface Uncaught {
  /** Shows one by what the program has made `sys.excepthook`, and leaves it as `sys.last_value`. */
  show(exception: Word): void;
  /** The exit status of a program that one has ended; shown is what CPython shows. */
  endWith(exception: Word): number;
}

/** @param tell writes text for the user */
export function createUncaught(context: Context, tell: (text: string) => void): Uncaught {
  const { realm, handles, exceptions } = context;

  /** For debuggers. */
  function leaveInSys(exception: Word): void {
    const mark = handles.mark();
    const [kept, sys] = [handles.push(exception), handles.push(realm.loadedModule("sys"))];
    if (handles.get(sys) !== NULL) {
      const values = {
        last_type: () => realm.typeOf(handles.get(kept)),
        last_value: () => handles.get(kept),
        last_traceback: () => realm.getAttribute(handles.get(kept), context.name("__traceback__")),
      };
      for (const [name, read] of Object.entries(values)) {
        // Reading may move the module.
        const value = read();
        if (!realm.setAttribute(handles.get(sys), context.name(name), value)) exceptions.clearPending();
      }
    }
    handles.release(mark);
  }

  /** Those that audit hear of it, and may keep it from being shown: false. */
  function isToBeShown(hook: number, kept: number): boolean {
    const { audit } = realm.observers;
    if (audit === undefined) return true;
    const traceback = realm.getAttribute(handles.get(kept), context.name("__traceback__"));
    const value = handles.get(kept);
    if (audit("sys.excepthook", handles.get(hook) || realm.none, realm.typeOf(value), value, traceback)) return true;
    const isRefused = exceptions.pendingIs("RuntimeError");
    exceptions.clearPending();
    return !isRefused;
  }

  /** By what the program has made `sys.excepthook`. */
  function show(given: Word): void {
    const mark = handles.mark();
    const kept = handles.push(given);
    leaveInSys(given);
    const sys = realm.loadedModule("sys");
    const hook = handles.push(sys === NULL ? NULL : realm.findAttribute(sys, context.name("excepthook")));
    if (!isToBeShown(hook, kept)) {
      handles.release(mark);
      return;
    }
    if (handles.get(hook) === NULL) context.execution().exceptionShown(handles.get(kept));
    else {
      const traceback = handles.push(realm.getAttribute(handles.get(kept), context.name("__traceback__")));
      const value = handles.get(kept);
      if (realm.call(handles.get(hook), realm.typeOf(value), value, handles.get(traceback)) === NULL) {
        const raised = handles.push(exceptions.pending());
        exceptions.clearPending();
        tell("Error in sys.excepthook:\n");
        context.execution().exceptionShown(handles.get(raised));
        tell("\nOriginal exception was:\n");
        context.execution().exceptionShown(handles.get(kept));
      }
    }
    handles.release(mark);
  }

  /** An exception has reached the end of the program. */
  function endWith(exception: Word): number {
    exceptions.clearPending();
    if (realm.isInstance(exception, realm.type("SystemExit"))) {
      const code = realm.valueOf(realm.getAttribute(exception, context.name("code")));
      if (code === realm.none) return 0;
      if (realm.integers.isInteger(code)) {
        const value = realm.integers.toBigInt(code);
        return BigInt.asIntN(64, value) === value ? Number(BigInt.asUintN(8, value)) : 255;
      }
      const message = realm.toStr(code);
      if (message === NULL) exceptions.clearPending();
      tell(`${message === NULL ? "" : realm.strings.toJS(message)}\n`);
      return 1;
    }
    const isInterrupt = realm.isInstance(exception, realm.type("KeyboardInterrupt"));
    show(exception);
    return isInterrupt ? 130 : 1;
  }

  return { show, endWith };
}
