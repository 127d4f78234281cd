/// Escape analysis: boxes and objects are not made where the program makes them, but where something outside the trace
/// needs them, if ever: a store into an object that others see, a call, a return, an exit. Exits make them from recipes.
///
/// After HotPy's deferred object creation (Shannon 2011), PyPy's virtuals and virtual states (optimizeopt/virtualize.py,
/// virtualstate.py) and LuaJIT's allocation sinking (lj_opt_sink.c).

import { type Pass, type PassContext, removeDeadCode, type Trace, type TraceEnd } from "@hotpy/trace";
import { Analysis } from "./analysis.js";
import { analyseLoop } from "./loop.js";
import { sink } from "./sink.js";

export const escapeAnalysis: Pass = {
  name: "escape-analysis",
  description: "Boxes and objects are made only where something outside the trace needs them, or by exits",
  requires: [],
  run: analyse,
};

function analyse(trace: Trace, { helpers }: PassContext): Trace {
  let nextId = trace.idLimit;
  const analysis = new Analysis(trace, () => nextId++);
  analysis.walk(trace.prologue);
  const parts =
    trace.loop === undefined
      ? {
          prologue: analysis.out,
          end: endOf(trace.end, analysis),
          exits: analysis.exits,
          deferred: analysis.deferred,
        }
      : analyseLoop(trace, trace.loop, analysis);
  const analysed: Trace = { ...trace, ...parts, idLimit: nextId };
  return removeDeadCode(sink(removeDeadCode(analysed, helpers)), helpers);
}

function endOf(end: TraceEnd, analysis: Analysis): TraceEnd {
  switch (end.kind) {
    case "loop":
      return end;
    case "return": {
      const value = analysis.resolve(end.value);
      analysis.force(value);
      return { ...end, value };
    }
    case "link":
      // The other trace takes its inputs from these values as they are.
      analysis.forceExit(end.exit);
      analysis.noteExit(end.exit);
      return end;
    case "leave":
      analysis.noteExit(end.exit);
      return end;
  }
}
