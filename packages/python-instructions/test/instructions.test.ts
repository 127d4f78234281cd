import { readFileSync } from "node:fs";
import {
  Assembler,
  type CodeUnit,
  createMeanings,
  EXIT,
  instructionsByOpcode,
  Label,
  type LeafHelper,
} from "@hotpy/bytecode";
import { createHeap, generational } from "@hotpy/gc";
import { createExpandingLoop, createIdleHooks, expansionTable } from "@hotpy/interpreter";
import { NULL, reserveMemory, type Word } from "@hotpy/memory";
import { createShapeTable } from "@hotpy/object-model";
import { installBuiltins } from "@hotpy/python-builtins";
import { type Context, createContext, createFunction, PYTHON_LAYOUTS } from "@hotpy/python-objects";
import { NO_EXECUTION, SILENT_PLATFORM } from "@hotpy/python-objects/testing";
import { describe, expect, it } from "vitest";
import {
  createExpansions,
  createLoop,
  createPythonVm,
  createStep,
  instructionSet,
  LOOP_OPERATIONS,
} from "../src/index.js";
import { readLiterals } from "./literals.js";

/// Instructions on operands of all types, in the loop and by their expansions, make what CPython makes of the same operation.
/// A section of the table begins with instructions: a letter loads an operand, `=a` stores it, `name:n` is an instruction with an
/// argument, `?` ends with 1 or 0 by the truth of what is on the stack, `iterate` makes a list of the items of the operand.

const LETTERS = "abc";

function assemble(text: string): Pick<CodeUnit, "code" | "stackSize" | "handlers" | "positions"> {
  const assembler = new Assembler(instructionSet);
  for (const token of text.split(" ")) {
    const [name, argument] = token.split(":");
    const isStore = name.startsWith("=");
    const local = LETTERS.indexOf(isStore ? name.slice(1) : name);
    if (local >= 0) assembler.emit(isStore ? "store_local" : "load_local", local);
    else if (name === "?") branch(assembler);
    else if (name === "iterate") iterate(assembler);
    else assembler.emit(name, Number(argument ?? 0));
  }
  assembler.emit("return");
  return assembler.assemble();
}

function branch(assembler: Assembler): void {
  const otherwise = new Label();
  assembler.jump("jump_if_false", otherwise);
  assembler.emit("load_small", 1);
  assembler.emit("return");
  assembler.place(otherwise);
  assembler.emit("load_small", 0);
}

function iterate(assembler: Assembler): void {
  const [again, end] = [new Label(), new Label()];
  assembler.emit("store_local", 0);
  assembler.emit("build_list", 0);
  assembler.emit("load_local", 0);
  assembler.emit("get_iter");
  assembler.place(again);
  assembler.jump("for_iter", end);
  assembler.emit("list_append", 2);
  assembler.jump("jump_back", again);
  assembler.place(end);
}

/** The loop, and the loop that runs expansions. */
const LOOPS: Readonly<Record<string, (context: Context, fast: () => number, step: () => number) => () => number>> = {
  "the loop": (_, fast) => fast,
  expansions(context, _, step) {
    const helpers = new Map<string, LeafHelper>();
    const { memory, heap, unwinding } = context;
    const { allocate, barrier } = heap;
    const helper = (name: string): LeafHelper => helpers.get(name) as LeafHelper;
    const meanings = createMeanings(memory, { allocate, barrier, helper, isValid: () => true, callCode: () => EXIT });
    const expansions = expansionTable(instructionsByOpcode(instructionSet), createExpansions({ ...context, helpers }));
    return createExpandingLoop({
      memory,
      meanings,
      expansions,
      barrier,
      poll: () => {},
      step,
      unwind: unwinding.unwind,
    });
  },
};

function createTestPython(loop: (typeof LOOPS)[string]): Context {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const context = createContext({
    memory,
    heap: createHeap(memory, generational),
    shapes: createShapeTable(memory, PYTHON_LAYOUTS),
    platform: SILENT_PLATFORM,
    instructions: instructionSet,
    loopOperations: LOOP_OPERATIONS,
    compile: () => {
      throw new Error("there is no compiler here");
    },
    execution(context) {
      const vm = createPythonVm(context, instructionSet);
      return {
        ...NO_EXECUTION,
        hooks: createIdleHooks(memory),
        loop: loop(context, createLoop(vm), createStep(vm)),
        typeHides: vm.typeHides,
      };
    },
  });
  installBuiltins(context.realm);
  return context;
}

interface Section {
  readonly title: string;
  readonly instructions: string;
  readonly rows: readonly { readonly operands: string; readonly outcome: string }[];
}

function readSections(text: string): Section[] {
  return text.split("\n\n").flatMap((part) => {
    const [title, ...rows] = part.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    if (title === undefined) return [];
    const parsed = rows.map((row) => {
      const arrow = row.indexOf("  -> ");
      return { operands: row.slice(0, arrow).trimEnd(), outcome: row.slice(arrow + 5) };
    });
    return [{ title, instructions: title.split("|")[0].trim(), rows: parsed }];
  });
}

const SECTIONS = readSections(readFileSync(new URL("tables/operators.txt", import.meta.url), "utf8"));

describe.each(Object.entries(LOOPS))("in %s", (_, loop) => {
  const context = createTestPython(loop);
  const { realm, codes, handles } = context;
  const globals = realm.call(realm.type("dict"));

  function define(instructions: string, count: number): Word {
    const unit: CodeUnit = {
      ...assemble(instructions),
      name: "f",
      qualname: "f",
      filename: "table",
      firstLine: 1,
      argumentCount: count,
      positionalOnlyCount: 0,
      keywordOnlyCount: 0,
      flags: 0,
      localNames: [...LETTERS],
      cellNames: [],
      freeNames: [],
      constants: [],
      names: [],
      instanceSlotsHint: 0,
    };
    return createFunction(context, codes.load(unit), globals);
  }

  function outcome(instructions: string, operands: string): string {
    const args = readLiterals(realm, operands);
    const mark = handles.mark();
    const result = realm.call(define(instructions, args.length), ...args);
    handles.release(mark);
    const text = (word: Word): string => realm.strings.toJS(word);
    if (result !== NULL) return text(realm.repr(result));
    const exception = realm.pending();
    realm.clearPending();
    return `${realm.typeName(exception)}: ${text(realm.toStr(exception))}`;
  }

  it.each(SECTIONS)("$title", ({ instructions, rows }) => {
    expect(rows.map(({ operands }) => `${operands} -> ${outcome(instructions, operands)}`)).toEqual(
      rows.map((row) => `${row.operands} -> ${row.outcome}`),
    );
  });
});
