import { type Collector, generational } from "@hotpy/gc";
import { HeapExhausted } from "@hotpy/memory";
import { SILENT_PLATFORM } from "@hotpy/python-objects/testing";
import { describe, expect, it } from "vitest";
import {
  createPython,
  createTracing,
  installModules,
  type Python,
  type TracingOptions,
  wasmBackend,
} from "../src/index.js";

/// Memory comes to its end at each place where more is taken, in the loop, in natives, in recordings and in traces. What the program has done
/// up to there must stand, and be neither lost nor done twice.

/** What is computed of `i` in a loop, allocating: by the loop, kernels, natives, surrogates, generators, traces. */
const BODIES: Record<string, string> = {
  tuples: "(i, (i, i))",
  floats: "[i * 1.5, i + 0.25, -i / 3]",
  lists: "[i] * 3 + [x + 1 for x in (i, i + 1)]",
  dicts: "{i: [i], 'a': {'b': i}}",
  sets: "sorted({i, i + 1, 7})",
  objects: "(Node(i).value, Node([i]).value)",
  strings: "f'{i}-{i + 1}' + str(i) + 'abc'[1:] * 2",
  integers: "(i << 40, i ** 30, i * 10**12 + 1)",
  generators: "list(pair(i)) + [x for x in pair(i)]",
  functions: "(lambda a, b=i: (a, b))(*[i])",
  natives: "(sorted([i, -i, 3]), list(zip('ab', [i, i])), max([i], [2]))",
  globals: "keep(i)",
};

const PROGRAM = `
class Node:
    def __init__(self, value): self.value = value
def pair(i):
    yield i
    yield [i]
kept = 0
def keep(i):
    global kept
    kept = [i]
    return kept
def work(count):
    items = []
    into = {}
    i = done = 0
    arm()
    try:
        while i < count:
            i += 1
            items.append(BODY)
            into[i] = i * 0.5
            done = i
    except MemoryError as error:
        assert i - 1 <= done <= i and i - 1 <= len(items) <= i and i - 1 <= len(into) <= i, (i, done, len(items), len(into))
        assert error.__traceback__.tb_lineno in (20, 21, 22, 23, 24)
    else:
        assert done == len(items) == len(into) == count
    disarm()
    for i, item in enumerate(items, 1):
        assert item == BODY, (i, item)
    assert list(into.items()) == [(i, i * 0.5) for i in range(1, len(into) + 1)]
work(COUNT)
work(COUNT)
print('done')
`;

/** Enough iterations for several chunks of memory, and for traces. */
const COUNT = 800;

interface World {
  readonly python: Python;
  /** Runs a program in which the n-th request for more memory fails, and all that follow until there has been a collection. Whether there were so many. */
  fail(program: string, n: number): { hasFailed: boolean; written: string };
}

function createWorld(tracing: TracingOptions | undefined): World {
  let written = "";
  let countdown = 0;
  let requests = 0;
  let isFull = false;
  let hasFailed = false;
  const collector: Collector = {
    ...generational,
    attach(services) {
      const attached = generational.attach(services);
      return {
        ...attached,
        allocateSlow(bytes, isUrgent) {
          if (!isUrgent && countdown > 0 && --countdown === 0) isFull = hasFailed = true;
          if (isFull && !isUrgent) throw new HeapExhausted(bytes);
          return attached.allocateSlow(bytes, isUrgent);
        },
        collect(kind) {
          isFull = false;
          return attached.collect(kind);
        },
      };
    },
  };
  const python = createPython({
    platform: {
      ...SILENT_PLATFORM,
      write: (_, bytes) => {
        written += new TextDecoder().decode(bytes);
      },
    },
    collector,
    heap: { nurseryBytes: 32 * 1024 },
    modules: (_, builtins) => installModules(builtins, { argv: [""], executable: "test" }),
    ...(tracing === undefined
      ? {}
      : {
          tracing: (context, step) =>
            createTracing(context, step, { ...tracing, thresholds: { loopThreshold: 20, functionThreshold: 20 } }),
        }),
  });
  const { realm } = python.context;
  const define = (name: string, run: () => void): void =>
    realm.defineBuiltin({
      name,
      parameters: "()",
      run() {
        run();
        return realm.none;
      },
    });
  define("arm", () => {
    countdown = requests;
  });
  define("disarm", () => {
    countdown = 0;
    isFull = false;
  });
  return {
    python,
    fail(program, n) {
      written = "";
      requests = n;
      hasFailed = false;
      python.run(program, "<test>");
      countdown = 0;
      return { hasFailed, written };
    },
  };
}

const MODES: Record<string, TracingOptions | undefined> = {
  "jit=off": undefined,
  "jit=trace": { backend: undefined, verify: true },
  "jit=wasm": { backend: wasmBackend, verify: true },
};

for (const [mode, tracing] of Object.entries(MODES)) {
  describe(`memory ends at each place where more is taken: ${mode}`, () => {
    let world: World | undefined;
    for (const [name, body] of Object.entries(BODIES)) {
      it(name, () => {
        world ??= createWorld(tracing);
        const program = PROGRAM.replaceAll("BODY", body).replaceAll("COUNT", String(COUNT));
        let failures = 0;
        for (let n = 1; ; n++) {
          const { hasFailed, written } = world.fail(program, n);
          expect({ n, written }).toEqual({ n, written: "done\n" });
          if (!hasFailed) break;
          failures++;
        }
        expect(failures).toBeGreaterThan(0);
      });
    }
  });
}
