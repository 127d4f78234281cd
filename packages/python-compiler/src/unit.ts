import {
  Assembler,
  CODE_ASYNC_GENERATOR,
  CODE_COROUTINE,
  CODE_GENERATOR,
  CODE_SIMPLE,
  CODE_VARARGS,
  CODE_VARKEYWORDS,
  type CodeUnit,
  type Constant,
  ConstantPool,
  type Label,
  MAX_ARGUMENT,
  MIN_ARGUMENT,
} from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { type Block, blocksOf, isHandler, MOST_BLOCKS } from "./blocks.js";
import type { CompilationContext } from "./context.js";
import type { Place } from "./errors.js";
import { mangle } from "./mangle.js";
import { FREE_IN_CLASS, type Scope, sortNames } from "./scope.js";

/** The local that holds the namespace of a class body or module. */
const NAMESPACE = ".namespace";

/** Counts of parameters as a code unit has them. */
export interface ParameterCounts {
  readonly positional: number;
  readonly positionalOnly: number;
  readonly keywordOnly: number;
  readonly varargs: boolean;
  readonly varkeywords: boolean;
}

const NO_PARAMETERS: ParameterCounts = {
  positional: 0,
  positionalOnly: 0,
  keywordOnly: 0,
  varargs: false,
  varkeywords: false,
};

/** A code unit under construction: its instructions, constants, names and slots. */
export class Unit {
  readonly assembler: Assembler;
  readonly blocks: Block[] = [];
  readonly qualname: string;
  /** Names that are not global lie in a mapping, which is the only argument: of a class, or of a module with a namespace. */
  readonly hasNamespace: boolean;
  private readonly constants = new ConstantPool();
  private readonly names = new Map<string, number>();
  private readonly localNames: readonly string[];
  private readonly cellNames: readonly string[];
  private readonly freeNames: readonly string[];
  private readonly slots = new Map<string, number>();
  private readonly cellSlots = new Map<string, number>();
  private handlers = 0;
  private lastPlace: Place | null = null;

  constructor(
    readonly context: CompilationContext,
    readonly parent: Unit | null,
    readonly scope: Scope,
    readonly name: string,
    /** Innermost class, for private names. */
    readonly className: string | null,
    private readonly firstLine: number,
    private readonly parameters: ParameterCounts = NO_PARAMETERS,
  ) {
    this.assembler = new Assembler(context.instructionSet);
    this.qualname = qualifiedName(parent, name);
    this.hasNamespace = scope.kind === "class" || (scope.kind === "module" && context.hasNamespace);
    this.localNames = this.hasNamespace ? [NAMESPACE] : localNamesOf(scope);
    this.cellNames = scope.needsClassCell ? ["__class__"] : scope.kind === "function" ? scope.namesIn("cell") : [];
    this.freeNames = freeNamesOf(scope);
    this.localNames.forEach((name, slot) => this.slots.set(name, slot));
    [...this.cellNames, ...this.freeNames].forEach((name, index) =>
      this.cellSlots.set(name, this.localNames.length + index),
    );
    this.prologue();
  }

  // ---- instructions

  /** Emits an instruction with the source position of `place`; null for that of the only one before it, if any. */
  emit(name: string, place: Place | null, argument = 0): void {
    this.moveTo(place);
    this.assembler.emit(name, argument);
  }

  /** Emits a jump. */
  jump(name: string, target: Label, place: Place | null): void {
    this.moveTo(place);
    this.assembler.jump(name, target);
  }

  /** Emits an instruction whose operand is a name. */
  emitName(instruction: string, name: string, place: Place | null): void {
    this.emit(instruction, place, this.nameIndex(mangle(this.className, name)));
  }

  loadConstant(constant: Constant, place: Place | null): void {
    if (constant.kind === "int" && constant.value >= MIN_ARGUMENT && constant.value <= MAX_ARGUMENT) {
      this.emit("load_small", place, Number(constant.value));
    } else {
      this.emit("load_const", place, this.constants.index(constant));
    }
  }

  loadNone(place: Place | null): void {
    this.loadConstant({ kind: "none" }, place);
  }

  loadText(value: string, place: Place | null): void {
    this.loadConstant({ kind: "str", value }, place);
  }

  /** Makes the constant the next one, the first of a function being its docstring. */
  reserveConstant(constant: Constant): void {
    this.constants.index(constant);
  }

  place(label: Label): void {
    this.assembler.place(label);
  }

  private moveTo(place: Place | null): void {
    if (place === this.lastPlace) return;
    this.lastPlace = place;
    this.assembler.position =
      place === null
        ? null
        : {
            line: place.lineno,
            endLine: place.end_lineno,
            column: place.col_offset,
            endColumn: place.end_col_offset,
          };
  }

  // ---- children of the node being compiled

  expression(node: ast.ExprNode): void {
    this.context.visitor.expression(this, node);
  }

  expressions(nodes: readonly ast.ExprNode[]): void {
    for (const node of nodes) this.context.visitor.expression(this, node);
  }

  statements(nodes: readonly ast.StmtNode[]): void {
    for (const node of nodes) this.context.visitor.statement(this, node);
  }

  /** A construct that belongs to a statement begins; whoever calls takes it off the {@link blocks} where it ends. */
  enterBlock(block: Block, node: Place): void {
    const count = this.blocks.reduce((sum, each) => sum + blocksOf(each), blocksOf(block));
    if (count > MOST_BLOCKS) this.fail(node, "too many statically nested blocks");
    this.blocks.push(block);
  }

  /** Whether the code that follows runs while an exception is handled that has been caught in this code. */
  get isInHandler(): boolean {
    return this.handlers > 0 || this.blocks.some(isHandler);
  }

  /** What belongs to a handler, outside of the bodies that are among the {@link blocks}. */
  inHandler(compile: () => void): void {
    this.handlers++;
    compile();
    this.handlers--;
  }

  fail(place: Place, message: string): never {
    this.context.fail(place, message);
  }

  // ---- names and slots

  nameIndex(name: string): number {
    let index = this.names.get(name);
    if (index === undefined) this.names.set(name, (index = this.names.size));
    return index;
  }

  /** The frame slot of a local variable or parameter (mangled name). */
  localSlot(name: string): number {
    const slot = this.slots.get(name);
    if (slot === undefined) throw new Error(`${this.qualname} has no local ${name}`);
    return slot;
  }

  /** The frame slot of a cell, its own or a free one (mangled name). */
  cellSlot(name: string): number {
    const slot = this.cellSlots.get(name);
    if (slot === undefined) throw new Error(`${this.qualname} has no cell ${name}`);
    return slot;
  }

  /** Cells for own captured variables, the closure's cells, then the generator. */
  private prologue(): void {
    for (const name of this.cellNames) {
      const slot = this.cellSlot(name);
      this.emit("make_cell", null, slot);
      if (!this.scope.parameters.includes(name)) continue;
      this.emit("load_local", null, this.localSlot(name));
      this.emit("store_cell", null, slot);
    }
    if (this.freeNames.length > 0) this.emit("copy_free", null, this.freeNames.length);
    const { firstLine } = this;
    const start = { lineno: firstLine, end_lineno: firstLine, col_offset: -1, end_col_offset: -1 };
    if (this.scope.isGenerator || this.scope.isCoroutine) this.emit("make_generator", start);
  }

  /** @throws RangeError if the code is too long for its jumps. */
  finish(): CodeUnit {
    const { parameters, scope } = this;
    return {
      name: this.name,
      qualname: this.qualname,
      filename: this.context.filename,
      firstLine: this.firstLine,
      argumentCount: this.hasNamespace ? 1 : parameters.positional,
      positionalOnlyCount: parameters.positionalOnly,
      keywordOnlyCount: parameters.keywordOnly,
      flags: this.flags(),
      localNames: this.localNames,
      cellNames: this.cellNames,
      freeNames: this.freeNames,
      ...this.assembler.assemble(),
      constants: this.constants.constants,
      names: [...this.names.keys()],
      instanceSlotsHint: scope.instanceAttributes.size,
    };
  }

  private kindOfGenerator(): number {
    const { isGenerator, isCoroutine } = this.scope;
    if (!isCoroutine) return isGenerator ? CODE_GENERATOR : 0;
    return CODE_GENERATOR | (isGenerator ? CODE_ASYNC_GENERATOR : CODE_COROUTINE);
  }

  private flags(): number {
    const { varargs, varkeywords, keywordOnly } = this.parameters;
    const isSimple = this.cellNames.length + this.freeNames.length + keywordOnly === 0 && !varargs && !varkeywords;
    return (
      (varargs ? CODE_VARARGS : 0) |
      (varkeywords ? CODE_VARKEYWORDS : 0) |
      this.kindOfGenerator() |
      (isSimple ? CODE_SIMPLE : 0) |
      this.context.flags
    );
  }
}

function localNamesOf(scope: Scope): string[] {
  if (scope.kind === "module") return [];
  const locals = [...scope.parameters];
  for (const [name, variable] of scope.variables) {
    if (variable === "local" && !locals.includes(name)) locals.push(name);
  }
  return locals;
}

/** Free variables; in a class also those bound in it which its functions take from outside of it. */
function freeNamesOf(scope: Scope): string[] {
  const free = new Set(scope.namesIn("free"));
  for (const [name, bits] of scope.names) if (bits & FREE_IN_CLASS) free.add(name);
  return sortNames([...free]);
}

function qualifiedName(parent: Unit | null, name: string): string {
  if (parent === null || parent.scope.kind === "module") return name;
  if (parent.scope.variables.get(mangle(parent.className, name)) === "explicit global") return name;
  return parent.scope.kind === "function" ? `${parent.qualname}.<locals>.${name}` : `${parent.qualname}.${name}`;
}
