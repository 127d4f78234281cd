import {
  type BinaryExpression,
  type CallExpression,
  type Identifier,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  type Node,
  type SourceFile,
  SyntaxKind,
} from "typescript/unstable/ast";
import { collects, type FunctionNode, hasCollecting, isCallback, isFunction, makesWord, nameOf } from "./names.js";

/// Follows one function as it may run: what variables hold words, and which of them were read before something that may have moved the objects.

/** A word that is used after what may have moved the object. */
export interface Misuse {
  readonly at: Identifier;
  /** The call that may have moved it. */
  readonly after: CallExpression;
}

/** Variables that hold words: the call since which they are stale, or nothing. */
type State = Map<string, CallExpression | undefined>;

/** What a word may be compared with also when its object has moved. */
const CONSTANT =
  /^(NULL|NONE|TRUE|FALSE|NOT_FOUND|undefined|none|-?\d+|realm\.(none|notImplementedWord|ellipsis|bool\(\w+\)))$/;
const COMPARISONS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
]);
const SHORT_CUTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
]);
/** Parameters without a stated type, of methods that an interface describes, that are words. */
const WORDS: ReadonlySet<string> = new Set(["container", "iterable", "self", "word"]);
/** Callbacks of these are called once. */
const ONCE: ReadonlySet<string> = new Set(["withHandles", "guarded"]);

interface Fields {
  readonly [name: string]: unknown;
}

export class Flow {
  readonly misuses: Misuse[] = [];
  /** Undefined: control does not come here. */
  private state: State | undefined = new Map();
  private readonly reported = new Set<string>();
  /** States at the `break` and `continue` of the loops that are being followed. */
  private readonly loops: (State | undefined)[][] = [];

  private readonly functions: ReadonlySet<string>;

  /** @param functions those of the file, by name, that may collect */
  constructor(
    private readonly file: SourceFile,
    private readonly fn: FunctionNode,
    functions: ReadonlySet<string>,
  ) {
    const hidden = parameterNames(fn);
    this.functions = new Set([...functions].filter((name) => !hidden.has(name)));
  }

  follow(): void {
    const { fn } = this;
    for (const { name, type } of fn.parameters)
      if (isIdentifier(name) && (type === undefined ? WORDS.has(name.text) : this.textOf(type) === "Word"))
        this.state?.set(name.text, undefined);
    this.visit(fn.body);
  }

  private textOf(node: Node | undefined): string {
    return node === undefined ? "" : this.file.text.slice(node.pos, node.end).trim();
  }

  private copy(): State | undefined {
    return this.state && new Map(this.state);
  }

  /** What holds where two ways meet: a word is stale if it is on one of them. */
  private merge(a: State | undefined, b: State | undefined): State | undefined {
    if (a === undefined || b === undefined) return a ?? b;
    const merged: State = new Map();
    for (const [name, stale] of a) if (b.has(name)) merged.set(name, stale ?? b.get(name));
    return merged;
  }

  private collect(call: CallExpression): void {
    for (const [name, stale] of this.state ?? []) this.state?.set(name, stale ?? call);
  }

  private use(at: Identifier): void {
    const after = this.state?.get(at.text);
    if (after === undefined || this.reported.has(at.text)) return;
    this.reported.add(at.text);
    this.misuses.push({ at, after });
  }

  private isFresh(node: Node): node is Identifier {
    return isIdentifier(node) && this.state?.has(node.text) === true && this.state.get(node.text) === undefined;
  }

  private makesWord(node: Node | undefined): boolean {
    if (node === undefined) return false;
    if (isCallExpression(node)) return makesWord(node);
    if (isBinaryExpression(node)) return SHORT_CUTS.has(node.operatorToken.kind) && this.makesWord(node.left);
    return isConditionalExpression(node) && (this.makesWord(node.whenTrue) || this.makesWord(node.whenFalse));
  }

  private assign(name: string, isWord: boolean): void {
    if (isWord) this.state?.set(name, undefined);
    else this.state?.delete(name);
  }

  /** Whether only the word is looked at: whether it is a small integer, or one of the constants. */
  private looksAtWordAlone(node: Node): boolean {
    const { parent } = node;
    if (!isBinaryExpression(parent)) return false;
    const { kind } = parent.operatorToken;
    if (kind === SyntaxKind.AmpersandToken) return true;
    return COMPARISONS.has(kind) && CONSTANT.test(this.textOf(parent.left === node ? parent.right : parent.left));
  }

  private visit(node: Node | undefined): void {
    if (node === undefined || this.state === undefined || isFunction(node)) return;
    const fields = node as unknown as Fields;
    const part = (name: string): Node | undefined => fields[name] as Node | undefined;
    switch (node.kind) {
      case SyntaxKind.Identifier:
        return this.visitIdentifier(node as Identifier);
      case SyntaxKind.VariableDeclaration:
        return this.visitDeclaration(node, part("name") as Node, part("initializer"), part("type"));
      case SyntaxKind.IfStatement:
        return this.branch(part("expression"), part("thenStatement"), part("elseStatement"));
      case SyntaxKind.ConditionalExpression:
        return this.branch(part("condition"), part("whenTrue"), part("whenFalse"));
      case SyntaxKind.BinaryExpression:
        return this.visitBinary(node as BinaryExpression);
      case SyntaxKind.ReturnStatement:
      case SyntaxKind.ThrowStatement:
        this.visit(part("expression"));
        this.state = undefined;
        return;
      case SyntaxKind.BreakStatement:
      case SyntaxKind.ContinueStatement:
        this.loops.at(-1)?.push(this.copy());
        this.state = undefined;
        return;
      case SyntaxKind.ForStatement:
        this.visit(part("initializer"));
        return this.loop(part("condition"), part("statement"), part("incrementor"));
      case SyntaxKind.WhileStatement:
        return this.loop(part("expression"), part("statement"), undefined);
      case SyntaxKind.DoStatement:
        return this.loop(undefined, part("statement"), part("expression"));
      case SyntaxKind.ForOfStatement:
      case SyntaxKind.ForInStatement:
        this.visit(part("expression"));
        return this.loop(undefined, part("statement"), undefined);
      case SyntaxKind.SwitchStatement:
        return this.visitSwitch(part("expression"), part("caseBlock") as Node);
      case SyntaxKind.TryStatement:
        return this.visitTry(part("tryBlock"), part("catchClause"), part("finallyBlock"));
      case SyntaxKind.CallExpression:
        return this.visitCall(node as CallExpression);
      default:
        if (node.kind < SyntaxKind.FirstTypeNode || node.kind > SyntaxKind.LastTypeNode)
          node.forEachChild((child) => this.visit(child));
    }
  }

  private visitIdentifier(node: Identifier): void {
    const { parent } = node;
    if ((isPropertyAccessExpression(parent) || isPropertyAssignment(parent)) && (parent.name as Node) === node) return;
    if (!this.looksAtWordAlone(node)) this.use(node);
  }

  private visitDeclaration(_node: Node, name: Node, initializer: Node | undefined, type: Node | undefined): void {
    this.visit(initializer);
    if (isIdentifier(name)) this.assign(name.text, this.makesWord(initializer) || this.textOf(type) === "Word");
    else
      name.forEachChild((element) =>
        this.assign(nameOf((element as unknown as { name: Node }).name ?? element), false),
      );
  }

  private branch(condition: Node | undefined, yes: Node | undefined, no: Node | undefined): void {
    this.visit(condition);
    const before = this.copy();
    this.visit(yes);
    const after = this.state;
    this.state = before;
    this.visit(no);
    this.state = this.merge(after, this.state);
  }

  private visitBinary({ left, operatorToken, right }: BinaryExpression): void {
    if (operatorToken.kind === SyntaxKind.EqualsToken && isIdentifier(left)) {
      this.visit(right);
      return this.assign(left.text, this.makesWord(right));
    }
    if (SHORT_CUTS.has(operatorToken.kind)) return this.branch(left, right, undefined);
    this.visit(left);
    const wasFresh = this.isFresh(left);
    this.visit(right);
    // It was read before the right operand collected.
    if (wasFresh && !this.looksAtWordAlone(left)) this.use(left as Identifier);
  }

  private loop(condition: Node | undefined, body: Node | undefined, after: Node | undefined): void {
    // What one round leaves stale, the next may use.
    for (let round = 0; round < 2; round++) {
      const before = this.copy();
      this.loops.push([]);
      this.visit(condition);
      this.visit(body);
      for (const state of this.loops.pop() ?? []) this.state = this.merge(this.state, state);
      this.visit(after);
      this.state = this.merge(before, this.state);
    }
  }

  private visitSwitch(subject: Node | undefined, block: Node): void {
    this.visit(subject);
    const before = this.copy();
    this.loops.push([]);
    this.state = undefined;
    for (const clause of (block as unknown as { clauses: readonly Node[] }).clauses) {
      this.state = this.merge(before && new Map(before), this.state);
      clause.forEachChild((child) => this.visit(child));
    }
    this.state = this.merge(before, this.state);
    for (const state of this.loops.pop() ?? []) this.state = this.merge(this.state, state);
  }

  private visitTry(body: Node | undefined, handler: Node | undefined, last: Node | undefined): void {
    const before = this.copy();
    this.visit(body);
    const after = this.copy();
    this.state = this.merge(before, this.state);
    handler?.forEachChild((child) => this.visit(child));
    this.state = handler === undefined ? after : this.merge(after, this.state);
    this.visit(last);
  }

  private visitCall(call: CallExpression): void {
    const { expression } = call;
    if (isPropertyAccessExpression(expression)) this.visit(expression.expression);
    else if (!isIdentifier(expression)) this.visit(expression);
    const read: Identifier[] = [];
    for (const given of call.arguments) {
      if (isFunction(given)) {
        if (isCallback(given)) this.callBack(given, nameOf(expression));
      } else if (this.isFresh(given)) read.push(given);
      else this.visit(given);
    }
    // They were read before a later argument collected.
    for (const given of read) this.use(given);
    if (collects(call, this.functions)) this.collect(call);
  }

  private callBack({ parameters, body }: FunctionNode, caller: string): void {
    for (const { name } of parameters) this.assign(nameOf(name), false);
    const isOnce = ONCE.has(caller);
    for (let round = 0; round < (isOnce ? 1 : 2); round++) {
      const before = this.copy();
      this.visit(body);
      // A return from it goes on behind the call.
      const state = this.state ?? this.afterReturn(before, body);
      this.state = isOnce ? state : this.merge(before, state);
    }
  }

  private afterReturn(before: State | undefined, body: Node | undefined): State | undefined {
    this.state = before;
    const call =
      body === undefined || !hasCollecting(body, this.functions) ? undefined : firstCall(body, this.functions);
    if (call !== undefined) this.collect(call);
    return this.state;
  }
}

/** Names of the parameters of a function and of those within it, which hide functions of the same name. */
function parameterNames(root: Node): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Node): void => {
    if (isFunction(node)) for (const { name } of node.parameters) found.add(nameOf(name));
    node.forEachChild(visit);
  };
  visit(root);
  return found;
}

function firstCall(root: Node, functions: ReadonlySet<string>): CallExpression | undefined {
  let found: CallExpression | undefined;
  const visit = (node: Node): void => {
    if (found === undefined && isCallExpression(node) && collects(node, functions)) found = node;
    if (found === undefined) node.forEachChild(visit);
  };
  visit(root);
  return found;
}
