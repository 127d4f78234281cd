/** What a rule has recognised: a node of a rough syntax tree, good enough to explain errors. */
export interface Match {
  /** `Token`, `Name`, `Constant`, or the name that the grammar gives after `->`. */
  kind: string;
  /** Index of the first token. */
  start: number;
  /** Index after the last token. */
  end: number;
  parts: Value[];
}

/** The value of an item of the grammar; null for an optional item that is not there. */
export type Value = Match | Value[] | null;

/** The nodes directly inside a match, without its punctuation. */
export function children(match: Match): Match[] {
  const result: Match[] = [];
  const collect = (value: Value): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value !== null && value.kind !== "Token") result.push(value);
  };
  collect(match.parts);
  return result;
}

/** The first node or token in a value, which must have one. */
export function first(value: Value): Match {
  return Array.isArray(value) ? first(value[0]) : value!;
}

/** The last node or token in a value, which must have one. */
export function last(value: Value): Match {
  if (Array.isArray(value)) return last(value.at(-1)!);
  // A `for` clause ends where its last expression ends, brackets around that not counted.
  return value!.kind === "comprehension" ? last(children(value!).at(-1)!) : value!;
}

const EXPRESSION_NAMES: { readonly [kind: string]: string } = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  Constant: "literal",
  True: "True",
  False: "False",
  None: "None",
  Ellipsis: "ellipsis",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

/** What messages call an expression. */
export function expressionName(match: Match): string {
  return EXPRESSION_NAMES[match.kind];
}

export type TargetUse = "assign" | "for" | "delete";

/** The part of an expression that cannot be a target, or null if all of it can. */
export function invalidTarget(match: Match, use: TargetUse): Match | null {
  switch (match.kind) {
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    case "List":
    case "Tuple":
      for (const element of children(match)) {
        const invalid = invalidTarget(element, use);
        if (invalid !== null) return invalid;
      }
      return null;
    case "Starred":
      return use === "delete" ? match : invalidTarget(children(match)[0], use);
    case "Compare": {
      // `a in b` of `for a in b` reads like a comparison.
      if (use !== "for") return match;
      const [left, comparison] = children(match);
      return comparison.kind === "In" ? invalidTarget(left, use) : null;
    }
    default:
      return match;
  }
}
