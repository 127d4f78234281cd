import type {
  BlockStatement,
  ForStatement,
  Statement,
  SwitchStatement,
  VariableDeclaration,
  WhileStatement,
} from "acorn";
import type { Environment } from "./environment.js";
import { Expressions } from "./expressions.js";

/** Whether execution can go on behind a statement. */
type FallsThrough = boolean;

/** Compiles the statements of one function to WebAssembly's text form. */
export class Statements {
  readonly lines: string[] = [];
  private readonly expressions: Expressions;
  private anonymous = 0;
  /** Names of the loops around, which `continue` may mean. */
  private readonly loops: string[] = [];

  constructor(private readonly environment: Environment) {
    this.expressions = new Expressions(environment);
  }

  /** What stands behind a statement that never ends is left out. */
  all(statements: readonly Statement[]): FallsThrough {
    return statements.every((statement) => this.statement(statement));
  }

  statement(node: Statement, label?: string): FallsThrough {
    switch (node.type) {
      case "EmptyStatement":
        return true;
      case "BlockStatement":
        return this.block(node);
      case "VariableDeclaration":
        this.declaration(node);
        return true;
      case "ExpressionStatement":
        this.lines.push(this.expressions.effect(node.expression));
        return true;
      case "IfStatement": {
        this.lines.push(`${this.expressions.integer(node.test)} if`);
        const then = this.statement(node.consequent);
        let otherwise = true;
        if (node.alternate) {
          this.lines.push("else");
          otherwise = this.statement(node.alternate);
        }
        this.lines.push("end");
        return then || otherwise;
      }
      case "LabeledStatement": {
        const name = node.label.name;
        if (node.body.type === "ForStatement" || node.body.type === "WhileStatement")
          return this.statement(node.body, name);
        this.lines.push(`block $${name}_end`);
        const before = this.lines.length;
        const falls = this.statement(node.body);
        this.lines.push("end");
        return falls || this.lines.slice(before).some((line) => line === `br $${name}_end`);
      }
      case "ForStatement":
      case "WhileStatement":
        return this.loop(node, label ?? `loop${++this.anonymous}`);
      case "BreakStatement":
        this.lines.push(`br $${node.label?.name ?? this.loops.at(-1)}_end`);
        return false;
      case "ContinueStatement":
        this.lines.push(`br $${node.label?.name ?? this.loops.at(-1)}`);
        return false;
      case "ReturnStatement":
        if (!node.argument) return this.environment.refuse(node, "return without a value");
        this.lines.push(`${this.expressions.integer(node.argument)} return`);
        return false;
      case "SwitchStatement":
        return this.switch(node);
    }
    return this.environment.refuse(node, "this statement");
  }

  private block(node: BlockStatement): FallsThrough {
    let falls = true;
    this.environment.variables.block(() => {
      falls = this.all(node.body);
    });
    return falls;
  }

  private declaration(node: VariableDeclaration): void {
    if (node.kind === "var") return this.environment.refuse(node, "var");
    for (const { id, init } of node.declarations) {
      if (id.type !== "Identifier" || !init)
        return this.environment.refuse(node, "a declaration of something else than a number");
      const { type } = this.expressions.value(init);
      const variable = this.environment.variables.declare(id.name, type);
      this.lines.push(`${this.expressions.forVariable(variable, init)} local.set $${variable.name}`);
    }
  }

  private loop(node: ForStatement | WhileStatement, name: string): FallsThrough {
    const before = this.lines.length;
    this.environment.variables.block(() => {
      if (node.type === "ForStatement" && node.init) {
        if (node.init.type === "VariableDeclaration") this.declaration(node.init);
        else this.lines.push(this.expressions.effect(node.init));
      }
      this.lines.push(`block $${name}_end`, `loop $${name}`);
      if (node.test) this.lines.push(`${this.expressions.integer(node.test)} i32.eqz br_if $${name}_end`);
      this.loops.push(name);
      const falls = this.statement(node.body);
      this.loops.pop();
      if (node.type === "ForStatement" && node.update) {
        if (this.lines.slice(before).some((line) => line === `br $${name}`))
          this.environment.refuse(node, "continue in a loop with an update");
        this.lines.push(this.expressions.effect(node.update));
      }
      if (falls) this.lines.push(`br $${name}`);
      this.lines.push("end", "end");
    });
    return Boolean(node.test) || this.lines.slice(before).some((line) => line === `br $${name}_end`);
  }

  /** A table of branches. Each case ends by going elsewhere. */
  private switch({ cases, discriminant, ...node }: SwitchStatement): FallsThrough {
    const labels = new Map<number, string>();
    let otherwise: string | undefined;
    for (const each of cases) {
      if (!each.test) otherwise = "$default";
      else if (each.test.type === "Literal" && typeof each.test.value === "number")
        labels.set(each.test.value, `$case${each.test.value}`);
      else this.environment.refuse(each.test, "a case that is no number");
    }
    if (otherwise === undefined) this.environment.refuse({ ...node }, "a switch without default");
    const table = Array.from(
      { length: Math.max(-1, ...labels.keys()) + 1 },
      (_, value) => labels.get(value) ?? otherwise,
    );
    for (const each of [...cases].reverse())
      this.lines.push(`block ${each.test ? labels.get((each.test as { value: number }).value) : otherwise}`);
    this.lines.push(`${this.expressions.integer(discriminant)} br_table ${table.join(" ")} ${otherwise}`);
    for (const each of cases) {
      this.lines.push("end");
      let falls = true;
      this.environment.variables.block(() => {
        falls = this.all(each.consequent);
      });
      if (falls) this.environment.refuse(each, "a case that does not end by going elsewhere");
    }
    return false;
  }
}
