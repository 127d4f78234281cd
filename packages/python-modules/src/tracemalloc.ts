import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

const MOST_FRAMES = 65535;

/**
 * Memory is that of the heap, garbage included that no collection has come to. Where each object was made is not known: allocation is a few
 * instructions of compiled code.
 */
const source = `
class Tracing:
    frames = 0
    start = peak = 0

def start(nframe):
    nframe = 1 if nframe is None else nframe
    if not 1 <= nframe <= ${MOST_FRAMES}:
        raise ValueError('the number of frames must be in range [1; ${MOST_FRAMES}]')
    if not Tracing.frames:
        Tracing.frames = nframe
        Tracing.start, Tracing.peak = used(), 0

def stop():
    Tracing.frames = 0

def is_tracing():
    return Tracing.frames > 0

def get_traceback_limit():
    return Tracing.frames or 1

def get_traced_memory():
    if not Tracing.frames:
        return 0, 0
    size = max(0, used() - Tracing.start)
    Tracing.peak = max(size, Tracing.peak)
    return size, Tracing.peak

def reset_peak():
    Tracing.peak = 0

def clear_traces():
    Tracing.start, Tracing.peak = used(), 0

def get_tracemalloc_memory():
    return 0

def _get_traces():
    if Tracing.frames:
        missing()
    return []

def _get_object_traceback(obj):
    if Tracing.frames:
        missing()
    return None
`;

/** The module `_tracemalloc`. */
export function defineTracemalloc(builtins: Builtins): void {
  const { realm } = builtins.library;
  const withoutArguments = ["stop", "is_tracing", "get_traceback_limit", "get_traced_memory", "reset_peak"];
  const traces = ["clear_traces", "get_tracemalloc_memory", "_get_traces"];
  defineSourceModule(builtins, {
    name: "_tracemalloc",
    source,
    natives: [
      { name: "used", parameters: "()", run: () => realm.int(realm.heap.usedBytes()) },
      {
        name: "missing",
        parameters: "()",
        run: () => realm.notImplemented("where objects were allocated (tracemalloc)"),
      },
    ],
    calls: [
      { name: "start", parameters: "(nframe=1, /)" },
      ...[...withoutArguments, ...traces].map((name) => ({ name, parameters: "()" })),
      { name: "_get_object_traceback", parameters: "(obj, /)" },
    ],
    doc: "Debug module to trace memory blocks allocated by Python.",
  });
}
