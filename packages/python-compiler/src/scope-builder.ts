import type { ast } from "@hotpy/python-parser";
import type { Fail } from "./analyse-scopes.js";
import type { Place } from "./errors.js";
import { mangle } from "./mangle.js";
import {
  ANNOTATED,
  type ComprehensionKind,
  DEFINED_GLOBAL,
  DEFINED_LOCAL,
  DEFINED_NONLOCAL,
  DEFINED_PARAMETER,
  ITERATION_VARIABLE,
  Scope,
  type ScopeNode,
  USED,
} from "./scope.js";

/** The scopes of a module while its tree is visited: what names occur in them, and how. */
export class ScopeBuilder {
  readonly scopes = new Map<ScopeNode, Scope>();
  current: Scope;
  /** The innermost class, for private names. */
  private className: string | null = null;

  constructor(
    readonly module: Scope,
    node: ast.ModNode,
    readonly fail: Fail,
  ) {
    this.current = module;
    this.scopes.set(node, module);
  }

  /** Visits with a new scope inside the current one. */
  inScope(node: ScopeNode & Place, kind: "class" | "function", name: string, visit: (scope: Scope) => void): void {
    const outer = this.current;
    const outerClass = this.className;
    this.current = new Scope(kind, name, outer, node);
    this.scopes.set(node, this.current);
    if (kind === "class") this.className = name;
    visit(this.current);
    this.current = outer;
    this.className = outerClass;
  }

  use(name: string, place: Place): void {
    this.add(name, USED, place);
    if (name === "super" && this.current.kind === "function") this.add("__class__", USED, place);
  }

  bind(name: string, place: Place): void {
    this.add(name, DEFINED_LOCAL, place);
  }

  add(name: string, bits: number, place: Place, scope: Scope = this.current): void {
    const mangled = mangle(this.className, name);
    const known = scope.names.get(mangled) ?? 0;
    if (known & bits & DEFINED_PARAMETER) this.fail(place, `duplicate argument '${name}' in function definition`);
    let all = known | bits;
    if (scope.inIterationTarget) {
      if (all & (DEFINED_GLOBAL | DEFINED_NONLOCAL)) {
        this.fail(place, `comprehension inner loop cannot rebind assignment expression target '${name}'`);
      }
      all |= ITERATION_VARIABLE;
    }
    scope.names.set(mangled, all);
    if (bits & DEFINED_PARAMETER) scope.parameters.push(mangled);
  }

  /** The bits of a name in a scope. */
  bits(name: string, scope: Scope = this.current): number {
    return scope.names.get(mangle(this.className, name)) ?? 0;
  }

  /** `global` or `nonlocal` for a name. */
  declare(name: string, how: "global" | "nonlocal", place: Place): void {
    const bits = this.bits(name);
    if (bits & DEFINED_PARAMETER) this.fail(place, `name '${name}' is parameter and ${how}`);
    if (bits & USED) this.fail(place, `name '${name}' is used prior to ${how} declaration`);
    if (bits & ANNOTATED) this.fail(place, `annotated name '${name}' can't be ${how}`);
    if (bits & DEFINED_LOCAL) this.fail(place, `name '${name}' is assigned to before ${how} declaration`);
    this.add(name, how === "global" ? DEFINED_GLOBAL : DEFINED_NONLOCAL, place);
    this.recordDirective(name, place);
  }

  annotate(target: ast.Name, simple: boolean, hasValue: boolean, statement: Place): void {
    const bits = this.bits(target.id);
    if (simple && bits & (DEFINED_GLOBAL | DEFINED_NONLOCAL) && this.current !== this.module) {
      this.fail(statement, `annotated name '${target.id}' can't be ${bits & DEFINED_GLOBAL ? "global" : "nonlocal"}`);
    }
    if (simple) this.add(target.id, ANNOTATED | DEFINED_LOCAL, target);
    else if (hasValue) this.bind(target.id, target);
  }

  /** The target of `:=`, which from within comprehensions binds in the function or module around them. */
  bindNamedExpression({ target, ...place }: ast.NamedExpr): void {
    if (this.current.iterableDepth > 0) {
      this.fail(place, "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (this.current.comprehension === null) return;
    for (let scope: Scope | null = this.current; scope !== null; scope = scope.parent) {
      const bits = this.bits(target.id, scope);
      if (scope.comprehension !== null) {
        if (bits & ITERATION_VARIABLE && bits & DEFINED_LOCAL) {
          this.fail(target, `assignment expression cannot rebind comprehension iteration variable '${target.id}'`);
        }
      } else if (scope.kind === "class") {
        this.fail(target, "assignment expression within a comprehension cannot be used in a class body");
      } else {
        const isGlobal = scope.kind === "module" || (bits & DEFINED_GLOBAL) !== 0;
        this.add(target.id, isGlobal ? DEFINED_GLOBAL : DEFINED_NONLOCAL, target);
        this.recordDirective(target.id, target);
        this.add(target.id, scope.kind === "module" ? DEFINED_GLOBAL : DEFINED_LOCAL, target, scope);
        return;
      }
    }
  }

  /** Makes the function a generator; comprehensions cannot be. */
  yieldIn(place: Place): void {
    this.current.isGenerator = true;
    const { comprehension } = this.current;
    if (comprehension !== null) this.fail(place, `'yield' inside ${comprehensionNames[comprehension]}`);
  }

  /** `self.name = …`: remembered for the class if `object` is the first parameter of one of its methods. */
  assignAttribute(object: ast.ExprNode, attribute: string): void {
    const { current } = this;
    if (current.parent?.kind !== "class" || object.kind !== "Name" || object.id !== current.parameters[0]) return;
    current.parent.instanceAttributes.add(mangle(this.className, attribute));
  }

  private recordDirective(name: string, place: Place): void {
    const mangled = mangle(this.className, name);
    if (!this.current.directives.has(mangled)) this.current.directives.set(mangled, place);
  }
}

const comprehensionNames: Readonly<Record<ComprehensionKind, string>> = {
  list: "list comprehension",
  set: "set comprehension",
  dict: "dict comprehension",
  generator: "generator expression",
};
