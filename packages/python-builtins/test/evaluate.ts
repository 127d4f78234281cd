import { createHeap, generational } from "@hotpy/gc";
import { NULL, reserveMemory, type Word } from "@hotpy/memory";
import { createShapeTable, SHAPE_NATIVE_METHOD, shapeIdOf } from "@hotpy/object-model";
import { type BinaryOperator, type Comparison, createContext, PYTHON_LAYOUTS, type Realm } from "@hotpy/python-objects";
import { instructionsNamed, NO_EXECUTION, SILENT_PLATFORM } from "@hotpy/python-objects/testing";
import { type ast, parseExpression } from "@hotpy/python-parser";
import { installBuiltins } from "../src/index.js";

/** Instructions that Python's object model needs to know; none is executed here. */
const INSTRUCTIONS = ["continue_with", "finish_init", "leave_loop", "send", "jump", "jump_back"];

/** A Python without an interpreter loop: builtin types and functions, called from TypeScript. */
export function createBuiltins(): Realm {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const { realm } = createContext({
    memory,
    heap: createHeap(memory, generational),
    shapes: createShapeTable(memory, PYTHON_LAYOUTS),
    platform: SILENT_PLATFORM,
    instructions: instructionsNamed(...INSTRUCTIONS),
    compile: () => {
      throw new Error("this runs Python code: its place is surrogates.txt");
    },
    execution: () => NO_EXECUTION,
  });
  installBuiltins(realm);
  return realm;
}

const BINARY: Readonly<Record<ast.Operator, BinaryOperator>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  MatMult: "matmul",
  Div: "truediv",
  Mod: "mod",
  Pow: "pow",
  LShift: "lshift",
  RShift: "rshift",
  BitOr: "or",
  BitXor: "xor",
  BitAnd: "and",
  FloorDiv: "floordiv",
};
const COMPARISONS: Partial<Readonly<Record<ast.CompareOperator, Comparison>>> = {
  Eq: "eq",
  NotEq: "ne",
  Lt: "lt",
  LtE: "le",
  Gt: "gt",
  GtE: "ge",
};

/** An exception of Python is pending. */
export class Raised extends Error {}

/** Evaluates expressions by the operations of a realm. Nothing collects: there is far more memory than they use. */
export function createEvaluator(realm: Realm, names: ReadonlyMap<string, Word>): (source: string) => Word {
  const { none } = realm;
  const checked = (word: Word): Word => {
    if (word === NULL) throw new Raised();
    return word;
  };
  const isTrue = (truth: number): boolean => {
    if (truth < 0) throw new Raised();
    return truth === 1;
  };
  const all = (nodes: readonly ast.ExprNode[]): Word[] => nodes.map(evaluate);

  function constant(value: ast.ConstantValue): Word {
    switch (value.type) {
      case "int":
        return realm.int(value.value);
      case "float":
        return realm.float(value.value);
      case "str":
        return realm.str(value.value);
      case "bytes":
        return realm.bytes.fromArray(value.value);
      case "bool":
        return realm.bool(value.value);
      case "None":
        return none;
      case "Ellipsis":
        return realm.ellipsis;
      default:
        throw new Error(`no constants of type ${value.type}`);
    }
  }

  function dict({ keys, values }: ast.Dict): Word {
    const made = checked(realm.call(realm.type("dict")));
    keys.forEach((key, index) => {
      const value = evaluate(values[index]);
      if (key === null) checked(realm.callMethod(made, realm.intern("update"), value));
      else if (!realm.setItem(made, evaluate(key), value)) throw new Raised();
    });
    return made;
  }

  function compare({ left, ops, comparators }: ast.Compare): Word {
    const [op] = ops;
    const [a, b] = [evaluate(left), evaluate(comparators[0])];
    const comparison = COMPARISONS[op];
    if (comparison !== undefined) return checked(realm.compare(comparison, a, b));
    if (op === "Is" || op === "IsNot") return realm.bool((a === b) === (op === "Is"));
    return realm.bool(isTrue(realm.contains(b, a)) === (op === "In"));
  }

  /** A method that is called where it is named is not bound, so that it is called what its type calls it. */
  function methodOf(func: ast.ExprNode): readonly [method: Word, self: Word] | undefined {
    if (func.kind !== "Attribute") return undefined;
    const self = evaluate(func.value);
    const found = realm.lookupOnType(realm.typeOf(self), realm.intern(func.attr));
    const isMethod = found !== NULL && (found & 1) === 0 && shapeIdOf(realm.memory, found) === SHAPE_NATIVE_METHOD;
    return isMethod && !realm.isSubtype(realm.typeOf(self), realm.type("type")) ? [found, self] : undefined;
  }

  function call({ func, args, keywords }: ast.Call): Word {
    const method = args.some(({ kind }) => kind === "Starred") ? undefined : methodOf(func);
    const callee = method?.[0] ?? evaluate(func);
    const given = realm.tuple([...(method?.slice(1) ?? []), ...all(args)]);
    if (keywords.length === 0) return checked(realm.callSpread(callee, given, NULL));
    const named = checked(realm.call(realm.type("dict")));
    for (const { arg, value } of keywords) realm.setItem(named, realm.intern(arg as string), evaluate(value));
    return checked(realm.callSpread(callee, given, named));
  }

  function unary({ op, operand }: ast.UnaryOp): Word {
    const value = evaluate(operand);
    if (op === "Not") return realm.bool(!isTrue(realm.truth(value)));
    return checked(realm.unary(op === "USub" ? "neg" : op === "UAdd" ? "pos" : "invert", value));
  }

  function evaluate(node: ast.ExprNode): Word {
    switch (node.kind) {
      case "Constant":
        return constant(node.value);
      case "Name": {
        const builtin = realm.dicts.getInterned(realm.modules(), realm.intern("builtins"));
        return names.get(node.id) ?? checked(realm.getAttribute(builtin, realm.intern(node.id)));
      }
      case "Tuple":
        return realm.tuple(all(node.elts));
      case "List":
        return realm.list(all(node.elts));
      case "Set":
        return checked(realm.call(realm.type("set"), realm.list(all(node.elts))));
      case "Dict":
        return dict(node);
      case "UnaryOp":
        return unary(node);
      case "BinOp":
        return checked(realm.binary(BINARY[node.op], evaluate(node.left), evaluate(node.right)));
      case "Compare":
        return compare(node);
      case "Attribute":
        return checked(realm.getAttribute(evaluate(node.value), realm.intern(node.attr)));
      case "Subscript":
        return checked(realm.getItem(evaluate(node.value), evaluate(node.slice)));
      case "Slice":
        return checked(
          realm.call(
            realm.type("slice"),
            ...[node.lower, node.upper, node.step].map((part) => (part === null ? none : evaluate(part))),
          ),
        );
      case "Call":
        return call(node);
      default:
        throw new Error(`no expressions of kind ${node.kind}`);
    }
  }
  return (source) => evaluate(parseExpression(source, "table").body);
}
