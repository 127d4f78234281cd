import { pollInterrupt } from "@hotpy/interpreter";
import { type Address, FALSE, NULL, TRUE, tagSmall, type Word } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  isNativeShape,
  NATIVE_NAME,
  SHAPE_FLOAT,
  SHAPE_TYPE,
  shapeIdOf,
} from "@hotpy/object-model";
import { ENDS_ATTEMPT } from "../calls/endings.js";
import type { Protocols, UpToCalling } from "../context.js";
import { RESUME } from "../natives.js";
import { interruptsOf } from "../platform.js";
import type { BinaryMeaning, BinaryOperator, Comparison, UnaryOperator } from "../realm/operator-types.js";
import { BINARY_OPERATORS, COMPARISONS, UNARY_OPERATORS } from "./operator-names.js";
import { createOperatorTable, type OperatorTable } from "./operator-tables.js";

/** Operators by number (see operator-names.ts). Results are those of protocol operations. */
export interface Operators {
  /** Continuations under which methods of operators and comparisons are called: three words kept, NotImplemented goes on. */
  readonly afterAttempt: number;
  /** The continuation that makes True of False, and False of True. */
  readonly afterNot: number;
  readonly afterComparison: number;
  binary(operator: number, a: Word, b: Word): Word;
  /** `a += b` and the like. */
  inPlace(operator: number, a: Word, b: Word): Word;
  compare(comparison: number, a: Word, b: Word): Word;
  unary(operator: number, a: Word): Word;
  /** `owner`: see {@link OperatorTable.define}. */
  defineBinary(operator: BinaryOperator, left: Address, right: Address, meaning: BinaryMeaning, owner?: Address): void;
  /** A short cut for `a += b` and the like, in place of the type's own method (`__iadd__`). Leaf. */
  defineInPlace(operator: BinaryOperator, left: Address, right: Address, meaning: BinaryMeaning): void;
  defineComparison(
    comparison: Comparison,
    left: Address,
    right: Address,
    meaning: BinaryMeaning,
    owner?: Address,
  ): void;
  defineUnary(operator: UnaryOperator, type: Address, meaning: (operand: Word) => Word): void;
}

const NATIVE_FUNCTION = "builtin_function_or_method";
/** Ends the message for `print >>file` of Python 2. */
const PRINT_ADVICE = '. Did you mean "print(<message>, file=<output_stream>)"?';

export function createOperators(context: UpToCalling & Pick<Protocols, "traits">): Operators {
  const { memory, shapes, types, exceptions, calls, continuations, objects, natives, name: intern } = context;
  const { i32 } = memory;
  const interrupted = interruptsOf(context.platform);
  const { notImplemented } = objects;
  const binaryTables: OperatorTable[] = BINARY_OPERATORS.map(() => createOperatorTable(context));
  const inPlaceTables: OperatorTable[] = BINARY_OPERATORS.map(() => createOperatorTable(context));
  const comparisonTables: OperatorTable[] = COMPARISONS.map(() => createOperatorTable(context));
  const names = BINARY_OPERATORS.map(([name]) => intern(`__${name}__`));
  const reflectedNames = BINARY_OPERATORS.map(([name]) => intern(`__r${name}__`));
  const inPlaceNames = BINARY_OPERATORS.map(([name]) => intern(`__i${name}__`));
  const comparisonNames = COMPARISONS.map(([name]) => intern(`__${name}__`));
  const reflectedComparison = COMPARISONS.map(([, , reflected]) =>
    COMPARISONS.findIndex(([name]) => name === reflected),
  );
  const unaryNames = UNARY_OPERATORS.map(([name]) => intern(`__${name}__`));
  const printName = intern("print");
  const [EQ, NE] = [4, 5];
  const MULTIPLY = BINARY_OPERATORS.findIndex(([name]) => name === "mul");
  const sizeNames = [intern("__len__"), intern("__contains__")];

  const typeOf = (word: Word): Address => types.typeOf(word);
  /** Builtin types of fixed shape need no look at their record, but for classes, which may be instances of metaclasses. */
  function isClassInstance(word: Word): boolean {
    if ((word & 1) !== 0) return false;
    const shape = i32[word >>> 2] >>> 8;
    if (shape === SHAPE_TYPE) return typeOf(word) !== types.type;
    return shape >= FIRST_DYNAMIC_SHAPE && types.recordOf(word).isClass;
  }
  const isNumber = (word: Word): boolean => (word & 1) !== 0 || i32[word >>> 2] >>> 8 <= SHAPE_FLOAT;
  /** Whether an object is of a class that refines no builtin type: to numbers it says nothing, whatever the operator. */
  const isForeign = (word: Word): boolean => isClassInstance(word) && types.recordOf(word).valueType === NULL;
  /** A special method. Where it is None, that is called, which raises TypeError: the operator is not to be tried in another way. */
  const method = types.lookup;

  /* ---- binary operators: attempts in order, each may return NotImplemented ---- */

  const IN_PLACE = 0;
  const RIGHT_FIRST = 1;
  const LEFT = 2;
  const RIGHT = 3;
  const ATTEMPTS: readonly number[] = [IN_PLACE, RIGHT_FIRST, LEFT, RIGHT];
  const OF_SEQUENCE_IN_PLACE: readonly number[] = [RIGHT_FIRST, IN_PLACE, LEFT, RIGHT];

  /** Types that are sequences to an operator: they join or repeat. By operator. */
  const sequences = BINARY_OPERATORS.map(() => new Set<Address>());

  /** Whether an operator joins or repeats, by the methods of a builtin type. CPython asks first what numbers say, which is what a class says. */
  function isOfSequence(operator: number, a: Word): boolean {
    if (!sequences[operator].has(typeOf(shapes.valueOf(a)))) return false;
    return isNativeShape(shapeIdOf(memory, method(typeOf(a), names[operator])));
  }

  /** Whether the right operand's method is asked before the left's: its type refines the left's, or a class meets a sequence. */
  function isRightFirst(operator: number, a: Word, b: Word): boolean {
    const left = typeOf(a);
    const right = typeOf(b);
    if (left === right) return false;
    const reflected = method(right, reflectedNames[operator]);
    if (types.isSubtype(right, left)) return reflected !== method(left, reflectedNames[operator]);
    return reflected !== NULL && !isNativeShape(shapeIdOf(memory, reflected)) && isOfSequence(operator, a);
  }

  /** Words kept: operator << 3 | was in place << 2 | position in the order of attempts (as a small integer), a, b. */
  const nextAttempt = continuations.define(
    3,
    (result, state) => {
      if (result !== notImplemented) return result;
      const code = i32[state] >> 1;
      return attemptFrom(code >> 3, (code & 4) !== 0, (code & 3) + 1, i32[state + 1], i32[state + 2]);
    },
    ENDS_ATTEMPT,
  );

  function attemptFrom(operator: number, inPlace: boolean, first: number, a: Word, b: Word): Word {
    const order = inPlace && isOfSequence(operator, a) ? OF_SEQUENCE_IN_PLACE : ATTEMPTS;
    for (let at = first; at < order.length; at++) {
      const attempt = order[at];
      const isReflected = attempt === RIGHT_FIRST || attempt === RIGHT;
      const self = isReflected ? b : a;
      const name = isReflected
        ? reflectedNames[operator]
        : attempt === IN_PLACE
          ? inPlaceNames[operator]
          : names[operator];
      if (isReflected) {
        // What has come first is not asked a second time.
        const rightFirst = isRightFirst(operator, a, b);
        if (attempt === RIGHT_FIRST ? !rightFirst : rightFirst || typeOf(a) === typeOf(b)) continue;
      }
      if (attempt === LEFT && isNumber(a) && isForeign(b)) continue;
      const found = method(typeOf(self), name);
      if (found === NULL) continue;
      if (inPlace && isReflected && isNativeShape(shapeIdOf(memory, found)) && refusesRepetition(operator, a, b))
        continue;
      continuations.push(nextAttempt, (((operator << 3) | (inPlace ? 4 : 0) | at) << 1) | 1, a, b);
      const result = calls.invokeBound(found, self, isReflected ? a : b);
      return result === RESUME ? RESUME : continuations.finish(result);
    }
    return unsupported(operator, inPlace, a, b);
  }

  /**
   * `x *= sequence` does not repeat the sequence if x is of a type with sequence methods of its own (CPython's
   * PyNumber_InPlaceMultiply), for which CPython takes every class.
   */
  function refusesRepetition(operator: number, a: Word, b: Word): boolean {
    if (operator !== MULTIPLY) return false;
    const table = binaryTables[MULTIPLY];
    const meaning = table.find(shapes.valueOf(a), shapes.valueOf(b));
    const left = typeOf(a);
    if (meaning === undefined || !table.takesAny(meaning) || table.isOf(meaning, left)) return false;
    return types.recordOf(a).isClass || sizeNames.some((name) => types.lookup(left, name) !== NULL);
  }

  function unsupported(operator: number, inPlace: boolean, a: Word, b: Word): Word {
    // The left type's meaning for any object words the error as CPython's concatenation does.
    const left = shapes.valueOf(a);
    const meaning = isClassInstance(b) ? binaryTables[operator].find(left, b) : undefined;
    if (meaning !== undefined) {
      const result = meaning(left, b);
      if (result !== notImplemented) return result;
      // The other operand has been asked in vain: a sequence is repeated by what it is as an index, or says that it is none.
      const repeat = operator === MULTIPLY ? binaryTables[MULTIPLY].find(left, tagSmall(0)) : undefined;
      if (repeat !== undefined) return repeat(left, b);
    }
    const sign = BINARY_OPERATORS[operator][1];
    const shown = inPlace ? (sign.startsWith("**") ? "**=" : `${sign}=`) : sign;
    const operands = `'${types.shownNameOf(typeOf(a))}' and '${types.shownNameOf(typeOf(b))}'`;
    const advice = shown === ">>" && isPrint(a) ? PRINT_ADVICE : "";
    return exceptions.raise("TypeError", `unsupported operand type(s) for ${shown}: ${operands}${advice}`);
  }

  /** Whether it is the builtin `print`, or another native of that name, as CPython has it. */
  function isPrint(word: Word): boolean {
    return typeOf(word) === types.named(NATIVE_FUNCTION) && i32[(word + NATIVE_NAME) >>> 2] === printName;
  }

  function binary(operator: number, a: Word, b: Word): Word {
    if (isClassInstance(a) || isClassInstance(b)) return attemptFrom(operator, false, RIGHT_FIRST, a, b);
    const meaning = binaryTables[operator].find(a, b);
    if (meaning !== undefined) {
      const result = meaning(a, b);
      // Operations on containers may take long: the back-edge of the loop that they stand in looks at requests only.
      pollInterrupt(memory, interrupted);
      if (result !== notImplemented) return result;
    }
    return attemptFrom(operator, false, RIGHT_FIRST, a, b);
  }

  function inPlace(operator: number, a: Word, b: Word): Word {
    // Numbers have no in-place operators, and are what most of these are about.
    const isOfNumber = isNumber(a);
    if (!isOfNumber && !isClassInstance(a) && !isClassInstance(b)) {
      const change = inPlaceTables[operator].find(a, b);
      if (change !== undefined) return change(a, b);
    }
    if (!isOfNumber && method(typeOf(a), inPlaceNames[operator]) !== NULL)
      return attemptFrom(operator, true, IN_PLACE, a, b);
    if (isClassInstance(a) || isClassInstance(b)) return attemptFrom(operator, true, IN_PLACE, a, b);
    const meaning = binaryTables[operator].find(a, b);
    if (meaning === undefined || (!isOfNumber && refusesRepetition(operator, a, b)))
      return attemptFrom(operator, true, IN_PLACE, a, b);
    const result = meaning(a, b);
    return result === notImplemented ? attemptFrom(operator, true, IN_PLACE, a, b) : result;
  }

  /* ---- comparisons ---- */

  const nextComparison = continuations.define(
    3,
    (result, state) => {
      if (result !== notImplemented) return result;
      const code = i32[state] >> 1;
      return compareFrom(code >> 2, (code & 3) + 1, i32[state + 1], i32[state + 2]);
    },
    ENDS_ATTEMPT,
  );

  /** `!=` where only `__eq__` is defined. */
  const negate = continuations.define(0, (result) => {
    if (result === NULL || result === notImplemented) return result;
    continuations.push(negateBool);
    const truth = context.forward.truth(result);
    return truth === RESUME ? RESUME : continuations.finish(truth);
  });
  const negateBool = continuations.define(0, (result) => (result === NULL ? NULL : result === TRUE ? FALSE : TRUE));

  /** Those of `object` say nothing (for `!=`: what `==` says), so they are not called. */
  const ofObject: Word[] = [];
  function comparisonMethod(type: Address, comparison: number): Word {
    const found = method(type, comparisonNames[comparison]);
    if (comparison === EQ || found === NULL) return found;
    ofObject[comparison] ??= types.lookup(types.object, comparisonNames[comparison]);
    return found === ofObject[comparison] ? NULL : found;
  }

  function compareFrom(comparison: number, first: number, a: Word, b: Word): Word {
    const left = typeOf(a);
    const right = typeOf(b);
    for (let attempt = first; attempt <= RIGHT; attempt++) {
      const rightFirst = left !== right && types.isSubtype(right, left);
      if (attempt === RIGHT_FIRST ? !rightFirst : attempt === RIGHT && rightFirst) continue;
      if (attempt === LEFT && isNumber(a) && isForeign(b)) continue;
      const [self, other] = attempt === LEFT ? [a, b] : [b, a];
      const wanted = attempt === LEFT ? comparison : reflectedComparison[comparison];
      const found = comparisonMethod(typeOf(self), wanted);
      const viaEquals = found === NULL && wanted === NE ? method(typeOf(self), comparisonNames[EQ]) : NULL;
      if (found === NULL && viaEquals === NULL) continue;
      continuations.push(nextComparison, (((comparison << 2) | attempt) << 1) | 1, a, b);
      if (viaEquals !== NULL) continuations.push(negate);
      let result = calls.invokeBound(found === NULL ? viaEquals : found, self, other);
      if (result === RESUME) return RESUME;
      if (viaEquals !== NULL) result = continuations.finish(result);
      return result === RESUME ? RESUME : continuations.finish(result);
    }
    if (comparison === EQ) return a === b ? TRUE : FALSE;
    if (comparison === NE) return a === b ? FALSE : TRUE;
    const sign = COMPARISONS[comparison][1];
    return exceptions.raise(
      "TypeError",
      `'${sign}' not supported between instances of '${types.shownNameOf(left)}' and '${types.shownNameOf(right)}'`,
    );
  }

  function compare(comparison: number, a: Word, b: Word): Word {
    if (!isClassInstance(a) && !isClassInstance(b)) {
      const meaning = comparisonTables[comparison].find(a, b);
      if (meaning !== undefined) {
        const result = meaning(a, b);
        pollInterrupt(memory, interrupted);
        if (result !== notImplemented) return result;
      }
    }
    if (comparison >= EQ) {
      // Then the kernel compares the next ones, if they are equal to themselves alone.
      for (const each of [a, b]) if ((each & 1) === 0) context.traits(typeOf(each));
    }
    return compareFrom(comparison, RIGHT_FIRST, a, b);
  }

  function unary(operator: number, a: Word): Word {
    const found = method(typeOf(a), unaryNames[operator]);
    if (found !== NULL) return calls.invokeBound(found, a);
    return exceptions.raise(
      "TypeError",
      `bad operand type for unary ${UNARY_OPERATORS[operator][1]}: '${types.shownNameOf(typeOf(a))}'`,
    );
  }

  /* ---- special methods of builtin types, made from the tables ---- */

  /** `bool` inherits the methods of `int`, for the tables are searched by base, too. */
  function addMethod(type: Address, name: Word, parameters: string, run: (args: Address) => Word): void {
    if (types.lookup(type, name) !== types.lookup(types.object, name)) return;
    types.setAttribute(type, name, natives.create({ name: context.strings.toJS(name), parameters, run }, type));
  }

  /** `self` comes as its value (see `receives` of natives); the other operand does if its type is what the meaning asks for. */
  const dispatch =
    (table: OperatorTable, type: Address) =>
    (args: Address): Word => {
      const [self, other] = [i32[args >>> 2], i32[(args >>> 2) + 1]];
      const meaning = table.find(self, other);
      if (meaning === undefined || !table.isOf(meaning, type)) return notImplemented;
      return meaning(self, table.takesAny(meaning) ? other : shapes.valueOf(other));
    };
  const dispatchReflected =
    (table: OperatorTable, type: Address) =>
    (args: Address): Word => {
      const [self, other] = [i32[args >>> 2], i32[(args >>> 2) + 1]];
      const meaning = table.find(other, self);
      if (meaning === undefined || !table.isOf(meaning, type)) return notImplemented;
      return meaning(table.takesAny(meaning) ? other : shapes.valueOf(other), self);
    };
  const BINARY = "(self, value, /)";

  return {
    afterAttempt: nextAttempt,
    afterNot: negateBool,
    afterComparison: nextComparison,
    binary,
    inPlace,
    compare,
    unary,
    defineBinary(operator, left, right, meaning, owner) {
      const number = BINARY_OPERATORS.findIndex(([name]) => name === operator);
      const table = binaryTables[number];
      table.define(left, right, meaning, owner);
      if ((operator === "add" || operator === "mul") && right === types.object) sequences[number].add(left);
      // Sequences are joined by the left one alone.
      const isJoining = operator === "add" && sequences[number].has(left);
      if (left !== types.object) addMethod(left, names[number], BINARY, dispatch(table, left));
      if (right !== types.object && !isJoining)
        addMethod(right, reflectedNames[number], BINARY, dispatchReflected(table, right));
    },
    defineInPlace(operator, left, right, meaning) {
      inPlaceTables[BINARY_OPERATORS.findIndex(([name]) => name === operator)].define(left, right, meaning);
    },
    defineComparison(comparison, left, right, meaning, owner) {
      comparisonTables[COMPARISONS.findIndex(([name]) => name === comparison)].define(left, right, meaning, owner);
      // A type that has one has all six, as in CPython.
      COMPARISONS.forEach((_, number) => {
        addMethod(left, comparisonNames[number], BINARY, dispatch(comparisonTables[number], left));
      });
    },
    defineUnary(operator, type, meaning) {
      const name = unaryNames[UNARY_OPERATORS.findIndex(([each]) => each === operator)];
      addMethod(type, name, "(self, /)", (args) => meaning(i32[args >>> 2]));
    },
  };
}
