import { NULL, TRACE_VALID, tagSmall, untagSmall } from "@hotpy/memory";
import { createFixedObjects, type TraceTree } from "@hotpy/trace";
import { DEFAULT_LIMITS, record } from "@hotpy/tracer";
import { createToy, FIB, SUM, type Toy } from "@hotpy/tracer/testing";
import { describe, expect, it } from "vitest";
import {
  type Channel,
  createConstantTable,
  createInterpretingExecutor,
  createSupervisor,
  createWorkshop,
  type Reply,
  type Request,
  type Supervisor,
  type SupervisorEvent,
} from "./index.js";

/** In place of machine code: the tree as the other thread has it. */
interface Code {
  readonly tree: TraceTree;
}

interface Machine {
  readonly toy: Toy;
  readonly supervisor: Supervisor;
  readonly events: SupervisorEvent[];
  /** Whether the other thread has started. */
  isReady: boolean;
  /** Whether what has been made may be received. */
  isOpen: boolean;
  readonly requests: Request[];
}

/** A supervisor with a workshop that shares nothing with it. `refuse` says which traces cannot be compiled. */
function createMachine(refuse: (id: number) => boolean = () => false, startAfter = 0): Machine {
  const toy = createToy();
  const executor = createInterpretingExecutor(toy);
  const replies: Reply<Code>[] = [];
  let clock = 0;
  const work = createWorkshop<Code>({
    passes: [],
    now: () => clock++,
    createCompiler: () => ({
      compile(tree) {
        if (refuse(tree.root.id)) throw new Error("too large");
        return { tree: { root: tree.root, bridges: new Map(tree.bridges) } };
      },
      compileBridge: () => undefined,
    }),
  });
  const channel: Channel = {
    send(message) {
      machine.requests.push(message as Request);
      const reply = work(structuredClone(message) as Request);
      if (reply !== undefined) replies.push(structuredClone(reply));
    },
    isReady: () => machine.isReady,
    receive: () => (machine.isOpen ? replies.shift() : undefined),
  };
  const supervisor = createSupervisor(
    {
      ...toy,
      objects: createFixedObjects(toy.memory),
      executor,
      background: { start: () => channel, startAfter, load: (_, code) => executor.install((code as Code).tree) },
      constants: createConstantTable(toy.memory),
      record: (start, questions) => record({ ...toy, limits: DEFAULT_LIMITS, isLive: () => true, ...questions }, start),
      framesLeft: () => 100_000,
      identity: (object) => object,
      passes: [],
    },
    { loopThreshold: 7, functionThreshold: 5, exitThreshold: 3 },
  );
  toy.hooks = supervisor;
  const events: SupervisorEvent[] = [];
  supervisor.subscribe((event) => events.push(event));
  const machine: Machine = { toy, supervisor, events, isReady: true, isOpen: true, requests: [] };
  return machine;
}

const count = (events: readonly SupervisorEvent[], name: SupervisorEvent["event"]): number =>
  events.filter(({ event }) => event === name).length;

describe("traces that another thread makes", () => {
  it("run once they have been received; until then the interpreter goes on", () => {
    const machine = createMachine();
    const { toy, events } = machine;
    const sum = toy.define(1, 2, SUM);
    machine.isOpen = false;
    expect(untagSmall(toy.call(sum, tagSmall(1000)))).toBe(500500);
    expect(count(events, "record")).toBe(1);
    expect(count(events, "trace")).toBe(0);
    const before = toy.count;
    machine.isOpen = true;
    expect(untagSmall(toy.call(sum, tagSmall(1000)))).toBe(500500);
    expect(count(events, "trace")).toBeGreaterThan(0);
    expect(toy.count - before).toBeLessThan(before / 2);
  });

  it("grow bridges, which the other thread adds to its own copy of the tree", () => {
    const { toy, events, requests } = createMachine();
    const sum = toy.define(1, 2, SUM);
    for (let i = 0; i < 30; i++) expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    const bridges = requests.filter((each) => each.kind === "make" && each.trace.kind === "bridge");
    expect(bridges.length).toBeGreaterThan(0);
    expect(count(events, "trace")).toBe(count(events, "record"));
  });

  it("are made here until that thread has started, which then takes over what there is", () => {
    const machine = createMachine();
    const { toy, events, requests } = machine;
    const sum = toy.define(1, 2, SUM);
    machine.isReady = false;
    for (let i = 0; i < 4; i++) expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    expect(count(events, "trace")).toBeGreaterThan(0);
    expect(requests).toEqual([]);
    machine.isReady = true;
    for (let i = 0; i < 30; i++) expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    expect(requests[0].kind).toBe("keep");
    expect(requests.filter(({ kind }) => kind === "make").length).toBeGreaterThan(0);
    expect(count(events, "trace")).toBe(count(events, "record"));
    expect(count(events, "rejected")).toBe(0);
  });

  it("are made here, and no thread is started, while they are few", () => {
    const { toy, events, requests } = createMachine(undefined, 1);
    const sum = toy.define(1, 2, SUM);
    toy.call(sum, tagSmall(100));
    expect(count(events, "trace")).toBe(1);
    expect(requests).toEqual([]);
    for (let i = 0; i < 30; i++) expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    expect(requests.map(({ kind }) => kind).slice(0, 2)).toEqual(["keep", "make"]);
  });

  it("call themselves", () => {
    const { toy } = createMachine();
    const fib = toy.define(1, 1, FIB);
    for (let i = 0; i < 5; i++) expect(untagSmall(toy.call(fib, tagSmall(15)))).toBe(610);
  });

  it("are not installed if what they rely on has changed in the meantime", () => {
    const machine = createMachine();
    const { toy, supervisor, events } = machine;
    const sum = toy.define(1, 2, SUM);
    machine.isOpen = false;
    toy.call(sum, tagSmall(1000));
    supervisor.dropAll();
    machine.isOpen = true;
    toy.call(sum, tagSmall(50));
    expect(count(events, "trace")).toBe(0);
    // The place is tried again.
    for (let i = 0; i < 20; i++) expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    expect(count(events, "trace")).toBeGreaterThan(0);
  });

  it("are forgotten there once they are dead here, as their ids come again", () => {
    const { toy, supervisor, requests, events } = createMachine();
    const sum = toy.define(1, 2, SUM);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 30; i++) expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
      supervisor.dropAll();
      expect(supervisor.traceCount).toBe(0);
    }
    const roots = requests.flatMap((each) => (each.kind === "release" ? [each.root] : []));
    expect(new Set(roots).size).toBeLessThan(roots.length);
    for (const each of events)
      if (each.event === "trace") expect(toy.memory.i32[(TRACE_VALID >>> 2) + each.recorded.id]).toBe(0);
  });

  it("that cannot be compiled are rejected, and the place is tried less and less often", () => {
    const { toy, events } = createMachine(() => true);
    const check = toy.define(1, 1, [["local"], ["check"], ["return"]]);
    for (let i = 0; i < 2000; i++) expect(toy.call(check, tagSmall(4))).toBe(tagSmall(4));
    expect(toy.call(check, tagSmall(-4))).toBe(NULL);
    expect(count(events, "trace")).toBe(0);
    expect(count(events, "rejected")).toBe(5);
    expect(count(events, "blacklist")).toBe(1);
  });
});
