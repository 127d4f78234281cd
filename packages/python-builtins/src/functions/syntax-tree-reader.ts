import { NULL, type Word } from "@hotpy/memory";
import type { SyntaxNode } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { LOCATED, type SyntaxField, syntaxClasses } from "./syntax-tree-schema.js";
import { SyntaxTreeError, validate } from "./syntax-tree-validation.js";

/** Roots of trees, by the mode of `compile`. */
const ROOTS: Readonly<Record<string, string>> = { exec: "Module", eval: "Expression", single: "Interactive" };
/** As deep as CPython follows nodes at its usual limit. */
const MOST_NESTED = 990;
/** Classes without fields, which the compiler knows by their names. */
const NAMED = new Set(["expr_context", "boolop", "operator", "unaryop", "cmpop"]);

/** A constant of Python. */
interface Literal {
  readonly type: string;
  readonly value?: unknown;
  /** The real part of a complex number. */
  readonly real?: number;
}

/** An exception of Python is pending. */
class Pending extends Error {}

/**
 * Makes what the compiler compiles of objects of `_ast`, which handles hold. Undefined: raised, as CPython for trees that are not valid.
 * May collect.
 */
export function createSyntaxTreeReader({ realm, lists, withHandles }: Library): {
  isTree(node: number): boolean;
  read(node: number, mode: string): SyntaxNode | undefined;
} {
  const { handles, strings, integers, none } = realm;

  const classNamed = (name: string): Word => {
    const module = realm.loadedModule("_ast");
    return module === NULL ? NULL : realm.findAttribute(module, realm.intern(name));
  };
  /** Whether what a handle holds is of a class. May collect, as looking up the class does. */
  const isA = (node: number, name: string): boolean => {
    const found = classNamed(name);
    return found !== NULL && realm.isInstance(handles.get(node), found);
  };

  function fail(type: "TypeError" | "ValueError", message: string): never {
    throw new SyntaxTreeError(type, message);
  }

  /** `repr` of a value, for messages. */
  function shown(word: Word): string {
    const text = realm.repr(word);
    if (text === NULL) throw new Pending();
    return strings.toJS(text);
  }

  /** Kinds by their classes, which do not move; for one tree, as a program may put others in their places. */
  let kinds = new Map<Word, string>();

  /** The kind of a node of a class; `owner` is what is asked for. May collect. */
  function kindOf(node: number, owner: string): string {
    const exact = kinds.get(realm.typeOf(handles.get(node)));
    if (exact !== undefined && syntaxClasses().get(exact)?.base === owner) return exact;
    for (const [kind, { base }] of syntaxClasses()) if (base === owner && isA(node, kind)) return kind;
    return fail("TypeError", `expected some sort of ${owner}, but got ${shown(handles.get(node))}`);
  }

  /** A handle of an attribute; undefined: there is none. */
  function attributeOf(node: number, name: string): number | undefined {
    const interned = realm.intern(name);
    const word = realm.findAttribute(handles.get(node), interned);
    if (word !== NULL) return handles.push(word);
    if (realm.pending() !== NULL) throw new Pending();
    return undefined;
  }

  function constant(word: Word): object {
    const literal = (type: string, value?: unknown): object => ({ type, ...(value === undefined ? {} : { value }) });
    if (word === none) return literal("None");
    if (word === realm.ellipsis) return literal("Ellipsis");
    if (word === realm.bool(true) || word === realm.bool(false)) return literal("bool", word === realm.bool(true));
    const isExactly = (name: string): boolean => realm.typeOf(word) === realm.type(name);
    if (isExactly("int")) return literal("int", integers.toBigInt(word));
    if (isExactly("float")) return literal("float", realm.floats.value(word));
    if (isExactly("str")) return textLiteral(word);
    if (isExactly("bytes"))
      return literal("bytes", realm.bytes.toArray(realm.bytes.data(word), realm.bytes.size(word)));
    if (isExactly("complex")) {
      const { real, imag } = realm.complexes.value(word);
      return { type: "complex", value: imag, real };
    }
    if (isExactly("tuple")) {
      return literal("tuple", lists.itemsOf(word).map(constant));
    }
    if (isExactly("frozenset")) {
      const items = realm.listOf(word);
      if (items === NULL) throw new Pending();
      return literal("frozenset", lists.itemsOf(items).map(constant));
    }
    return fail("TypeError", `got an invalid type in Constant: ${realm.typeName(word)}`);
  }

  /** A text, in pieces where high surrogates stand right before low ones: in one string of JavaScript they would be one character. */
  function textLiteral(word: Word): object {
    const whole = strings.toJS(word);
    const length = strings.length(word);
    if ([...whole].length === length) return { type: "str", value: whole };
    const codes = Array.from({ length }, (_, at) => strings.codeAt(word, at));
    const pieces = [""];
    codes.forEach((code, at) => {
      if (at > 0 && (code & ~0x3ff) === 0xdc00 && (codes[at - 1] & ~0x3ff) === 0xd800) pieces.push("");
      pieces[pieces.length - 1] += String.fromCodePoint(code);
    });
    return { type: "pieces", value: pieces };
  }

  /** What a field holds; null for None. */
  function value(node: number, type: string, depth: number): unknown {
    const word = handles.get(node);
    if (type === "constant") return constant(word);
    if (word === none) return null;
    switch (type) {
      case "identifier":
        if (!isExactText(word)) fail("TypeError", "AST identifier must be of type str");
        return strings.toJS(word);
      case "string":
        if (isExactText(word)) return strings.toJS(word);
        if (realm.typeOf(word) === realm.type("bytes")) return "";
        return fail("TypeError", "AST string must be of type str");
      case "int": {
        const number = realm.valueOf(word);
        if (!integers.isInteger(number)) return fail("ValueError", `invalid integer value: ${shown(word)}`);
        return integers.toNumber(number);
      }
      default:
        return NAMED.has(type) ? kindOf(node, type) : nodeOf(node, type, depth + 1);
    }
  }

  const isExactText = (word: Word): boolean => strings.isString(word) && realm.typeOf(word) === realm.type("str");

  function listOf(node: number, kind: string, { name, type }: SyntaxField, depth: number): unknown[] {
    if (!realm.isInstance(handles.get(node), realm.type("list")))
      fail("TypeError", `${kind} field "${name}" must be a list, not a ${realm.typeName(handles.get(node))}`);
    const items: unknown[] = [];
    for (let index = 0; index < lists.length(realm.valueOf(handles.get(node))); index++) {
      const mark = handles.mark();
      items.push(value(handles.push(lists.item(realm.valueOf(handles.get(node)), index)), type, depth));
      handles.release(mark);
    }
    return items;
  }

  function nodeOf(node: number, owner: string, depth: number): SyntaxNode {
    if (depth > MOST_NESTED) {
      realm.raise("RecursionError", `maximum recursion depth exceeded while traversing '${owner}' node`);
      throw new Pending();
    }
    const classes = syntaxClasses();
    const made: Record<string, unknown> = {};
    const mark = handles.mark();
    if (LOCATED.has(owner)) readPlace(node, owner, made, depth);
    const kind = classes.has(owner) ? owner : kindOf(node, owner);
    made.kind = kind;
    const fields = classes.get(kind)?.fields ?? [];
    for (const field of fields) {
      const found = attributeOf(node, field.name);
      if (found === undefined && field.quantifier !== "?")
        fail("TypeError", `required field "${field.name}" missing from ${kind}`);
      const name = kind === "Constant" && field.name === "kind" ? "prefix" : field.name;
      if (found === undefined) made[name] = null;
      else if (field.quantifier === "*") made[name] = listOf(found, kind, field, depth);
      else made[name] = value(found, field.type, depth);
      if (made[name] === null && field.quantifier === "" && field.type !== "constant")
        fail("ValueError", `field '${field.name}' is required for ${kind}`);
      handles.release(mark);
    }
    if (kind === "ImportFrom") made.level ??= 0;
    if (kind === "Constant") return literalNode(made as unknown as SyntaxNode, made.value as Literal);
    return made as unknown as SyntaxNode;
  }

  /** The node of a literal: there are no constants that are sets, and no literals of complex numbers that are not imaginary. */
  function literalNode(node: SyntaxNode, literal: Literal): SyntaxNode {
    const of = (value: Literal): SyntaxNode => ({ ...node, value });
    const items = (): SyntaxNode => ({
      ...node,
      kind: "Tuple",
      elts: (literal.value as Literal[]).map((each) => literalNode(node, each)),
      ctx: "Load",
    });
    switch (literal.type) {
      case "complex": {
        const { real = 0, value } = literal;
        const right = of({ type: "complex", value });
        return Object.is(real, 0)
          ? right
          : { ...node, kind: "BinOp", left: of({ type: "float", value: real }), op: "Add", right };
      }
      case "frozenset": {
        const func = { ...node, kind: "Name", id: "frozenset", ctx: "Load" };
        return { ...node, kind: "Call", func, args: [items()], keywords: [] };
      }
      case "tuple":
        return (literal.value as Literal[]).some((each) => literalNode(node, each).kind !== "Constant")
          ? items()
          : of(literal);
      default:
        return of(literal);
    }
  }

  function readPlace(node: number, base: string, made: Record<string, unknown>, depth: number): void {
    for (const name of ["lineno", "col_offset", "end_lineno", "end_col_offset"]) {
      const found = attributeOf(node, name);
      const isOptional = name.startsWith("end") && base !== "pattern";
      if (found === undefined && !isOptional) fail("TypeError", `required field "${name}" missing from ${base}`);
      const given = found === undefined ? null : value(found, "int", depth);
      if (given === null && !isOptional) fail("ValueError", "invalid integer value: None");
      made[name] = given ?? made[name.replace("end_", "")];
    }
  }

  return {
    isTree: (node) => isA(node, "AST"),
    read: (node, mode) =>
      withHandles(() => {
        try {
          kinds = new Map([...syntaxClasses().keys()].map((kind) => [classNamed(kind), kind]));
          const root = ROOTS[mode];
          if (!isA(node, root)) fail("TypeError", `expected ${root} node, got ${realm.typeName(handles.get(node))}`);
          const tree = nodeOf(node, "mod", 0);
          validate(tree);
          return tree.kind === "Interactive" ? ({ ...tree, kind: "Module" } as SyntaxNode) : tree;
        } catch (error) {
          if (error instanceof SyntaxTreeError) realm.raise(error.type, error.message);
          else if (!(error instanceof Pending)) throw error;
          return undefined;
        }
      }),
  };
}
