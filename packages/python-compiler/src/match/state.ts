import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import type { Unit } from "../unit.js";
import { storeVariable } from "../variables.js";

/**
 * Where the compilation of one case's pattern stands. Names are bound only when the whole pattern has matched: until then the captured values
 * wait on the stack, below what the patterns still need. CPython's `pattern_context` (compile.c) does the same.
 */
export class PatternState {
  /** Names whose values wait on the stack, the first one on top of the others. */
  captured: string[] = [];
  /** Operands that are kept above the captured values while subpatterns are matched. */
  kept = 0;
  /** Where a pattern that has failed goes: by the number of operands that must be dropped. */
  private failures: Label[] = [];

  /**
   * The pattern that was looked at last: where CPython says that what follows it stands, so that errors and tracebacks do.
   */
  place: ast.PatternNode;

  constructor(
    private readonly unit: Unit,
    pattern: ast.PatternNode,
    /** Whether a pattern that always matches may stand here. */
    public allowsIrrefutable: boolean,
  ) {
    this.place = pattern;
  }

  /** A jump to where the case has failed; `jump_if_false` takes its condition first. */
  failBy(instruction: "jump" | "jump_if_false"): void {
    this.unit.jump(instruction, this.failure(this.kept + this.captured.length), this.place);
  }

  /** Where a failure goes that leaves so many operands to be dropped. */
  failure(operands: number): Label {
    while (this.failures.length <= operands) this.failures.push(new Label());
    return this.failures[operands];
  }

  /** The place where failures arrive; each falls into the one that drops an operand less. */
  placeFailures(): void {
    for (let operands = this.failures.length - 1; operands > 0; operands--) {
      this.unit.place(this.failures[operands]);
      this.unit.emit("pop", this.place);
    }
    if (this.failures.length > 0) this.unit.place(this.failures[0]);
    this.failures = [];
  }

  /** Takes the value on top for a name (null: `_`, which takes nothing). */
  capture(name: string | null): void {
    if (name === null) return this.unit.emit("pop", this.place);
    this.rotate(this.kept + this.captured.length + 1);
    this.addName(name);
  }

  /** The name of a value that lies where it belongs. */
  addName(name: string): void {
    if (this.captured.includes(name)) this.unit.fail(this.place, `multiple assignments to name '${name}' in pattern`);
    this.captured.push(name);
  }

  /** Moves the top below the `count` - 1 others. */
  rotate(count: number): void {
    if (count > 1) this.unit.emit("rotate", this.place, count);
  }

  /** The pattern has matched: binds its names. */
  bind(): void {
    for (const name of this.captured) storeVariable(this.unit, name, this.place);
  }
}
