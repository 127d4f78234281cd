import { createHeap, generational } from "@hotpy/gc";
import { reserveMemory } from "@hotpy/memory";
import { createShapeTable, SHAPE_BOOL, SHAPE_INT64 } from "@hotpy/object-model";
import { type Context, createContext, type Execution, type LoaderInstructions, PYTHON_LAYOUTS } from "../src/index.js";
import { instructionsNamed, NO_EXECUTION, SILENT_PLATFORM } from "../src/testing/index.js";

/** Instructions that the object layer itself knows of; no loop runs them here. */
const instructions: LoaderInstructions = instructionsNamed(
  "continue_with",
  "finish_init",
  "leave_loop",
  "send",
  "jump",
  "jump_back",
  "return",
);

/** Python's objects without a loop, builtins or compiler: natives can be called, Python functions cannot. */
export function createTestContext(execution: (context: Context) => Execution = () => NO_EXECUTION): Context {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const context = createContext({
    memory,
    heap: createHeap(memory, generational),
    shapes: createShapeTable(memory, PYTHON_LAYOUTS),
    instructions,
    platform: SILENT_PLATFORM,
    compile: () => {
      throw new Error("there is no compiler here");
    },
    execution,
  });
  const { realm } = context;
  const int = realm.defineType({ name: "int", shapes: [SHAPE_INT64] });
  realm.defineType({ name: "bool", base: int, shapes: [SHAPE_BOOL] });
  return context;
}

/** Text of the pending exception, which is cleared: "Type: message". */
export function pendingText({ realm, exceptions, types }: Context): string {
  const exception = exceptions.pending();
  exceptions.clearPending();
  return `${types.nameOf(types.typeOf(exception))}: ${realm.strings.toJS(realm.toStr(exception))}`;
}
