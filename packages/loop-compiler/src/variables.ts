/**
 * Type of a value. `u32` is what `>>>` returns: the same word as an i32, but another number when it becomes a double. An i64 is
 * a BigInt in JavaScript.
 */
export type Type = "i32" | "u32" | "i64" | "f64";

/** A variable of the compiled function: WebAssembly's locals have one type, so one name may stand for several of them. */
export interface Variable {
  readonly name: string;
  readonly type: "i32" | "i64" | "f64";
}

/**
 * The variables of one function, each seen in its block. All declarations of a name with the same type share one local, in whatever
 * block they stand: a large switch does not need more locals than there are names.
 */
export class Variables {
  private readonly scopes = [new Map<string, Variable>()];
  private readonly byName = new Map<string, Variable[]>();

  constructor(readonly parameters: readonly string[]) {
    for (const name of parameters) this.declare(name, "i32");
  }

  /** Runs `write` in a scope of its own. */
  block(write: () => void): void {
    this.scopes.push(new Map());
    write();
    this.scopes.pop();
  }

  declare(name: string, type: Type): Variable {
    const wanted = type === "u32" ? "i32" : type;
    const known = this.byName.get(name) ?? [];
    let variable = known.find((each) => each.type === wanted);
    if (variable === undefined) {
      variable = { name: wanted === "i32" ? name : `${name}.${wanted}`, type: wanted };
      this.byName.set(name, [...known, variable]);
    }
    this.scopes.at(-1)?.set(name, variable);
    return variable;
  }

  /** The variable that a name stands for, of the innermost block around that declares it; undefined if there is none. */
  find(name: string): Variable | undefined {
    for (const scope of [...this.scopes].reverse()) {
      const variable = scope.get(name);
      if (variable !== undefined) return variable;
    }
    return undefined;
  }

  /** Those that are not parameters. */
  get locals(): Variable[] {
    return [...this.byName.values()].flat().filter(({ name }) => !this.parameters.includes(name));
  }
}
