/// Operators of classes: calls of `__add__`, `__eq__` and so on under the continuation that python-objects uses, which
/// goes on if the method returns NotImplemented. Only the first attempt is expanded. Operators that are not Python functions are one helper.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { type Address, FALSE, NULL, TRUE, tagSmall, type Word } from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  CODE_FLAGS,
  FIRST_DYNAMIC_SHAPE,
  SHAPE_BOOL,
  SHAPE_FLOAT,
  SHAPE_FUNCTION,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TYPE,
  shapeIdOf,
} from "@hotpy/object-model";
import { BINARY_OPERATORS, CODE_PLAIN, COMPARISONS, ENDING_SHIFT } from "@hotpy/python-objects";
import { ANY_EFFECTS, Helpers } from "./helpers.js";
import type { Language } from "./language.js";
import { truthOf } from "./truth.js";
import { typeOf } from "./types.js";

/** The attempts to call the left operand's method and the right operand's; see `operators.ts` of python-objects. */
const LEFT = 2;
const RIGHT = 3;
/** What the continuations of operators and of `__new__` keep. */
const KEPT_WORDS = 3;
const NUMBERS = new Set([SHAPE_FLOAT, SHAPE_BOOL]);
const STRINGS = new Set([SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);

/** Whether the right operand's own method has to be tried first. */
function rightComesFirst({ types }: Language, left: Address, right: Address): boolean {
  return left !== right && types.isSubtype(right, left);
}

/** The code of a special method that takes so many arguments, and nothing else. */
function codeOf<V>(m: CoreMachine<V>, { memory: { i32 }, codes }: Language, method: Word, count: number): Address {
  const code = codes.ofFunction(method);
  const isPlain = (i32[(code + CODE_FLAGS) >>> 2] & CODE_PLAIN) !== 0;
  return isPlain && i32[(code + CODE_ARGUMENTS) >>> 2] === count
    ? code
    : m.decline("a special method with other parameters");
}

/**
 * What is called next is called under a continuation that keeps these words.
 * @param returnTo where execution goes on behind the continuation, if not at the next instruction
 */
export function goUnder<V>(
  m: CoreMachine<V>,
  { continuations }: Pick<Language, "continuations">,
  continuation: number,
  kept: readonly V[] = [],
  returnTo = m.next,
): void {
  for (const word of [...kept, keptAddress(m, returnTo)]) m.push(word);
  m.goTo(continuations.addressOf(continuation));
}

/** An address as continuations keep it. */
const keptAddress = <V>(m: CoreMachine<V>, ip: Address): V => m.word((ip >>> 1) | 1);

/** Calls a Python function with these arguments, under a continuation as {@link goUnder}. */
export function callUnder<V>(
  m: CoreMachine<V>,
  language: Language,
  method: Word,
  args: readonly V[],
  continuation: number,
  kept: readonly V[] = [],
  returnTo = m.next,
): void {
  const code = codeOf(m, language, method, args.length);
  goUnder(m, language, continuation, kept, returnTo);
  m.call(code, m.word(method), args);
}

/** Calls the Python function by which the class of an operand has a unary operator, given by the name of the method; false: it has none. */
export function callUnary<V>(m: CoreMachine<V>, language: Language, method: string, operand: V): boolean {
  const found = methodOf(m, language, operand, method);
  if (found !== NULL) m.call(codeOf(m, language, found, 1), m.word(found), [operand]);
  return found !== NULL;
}

/** Calls what says whether an object is true, `__bool__` or `__len__` written in Python, which leaves True or False; false: {@link truthOf} decides. */
export function callTruth<V>(
  m: CoreMachine<V>,
  language: Language,
  object: V,
  after: Language["conversions"]["afterTruth"],
  returnTo: Address,
): boolean {
  if (m.isInt(object) || m.shapeOf(object) < FIRST_DYNAMIC_SHAPE) return false;
  const { types, name } = language;
  const type = typeOf(m, language, object);
  for (const method of ["__bool__", "__len__"] as const) {
    if (types.lookup(type, name(method)) === NULL) continue;
    const found = functionOf(language, type, method);
    if (found !== NULL) callUnder(m, language, found, [object], after[method], [], returnTo);
    return found !== NULL;
  }
  return false;
}

/** `not` of an object whose truth a method says; false: it is decided without. */
export function callNot<V>(m: CoreMachine<V>, language: Language, object: V): boolean {
  const { continuations, operators } = language;
  m.push(keptAddress(m, m.next));
  if (callTruth(m, language, object, language.conversions.afterTruth, continuations.addressOf(operators.afterNot)))
    return true;
  m.pop();
  return false;
}

/** Calls a method of two parameters; `state` says in the first kept word what the continuation is to do. */
function callMethod<V>(
  m: CoreMachine<V>,
  language: Language,
  method: Word,
  continuation: number,
  state: number,
  a: V,
  b: V,
): void {
  callUnder(m, language, method, [a, b], continuation, [m.word(tagSmall(state)), a, b]);
}

/** The operator as a whole, for operands of any type; refused where it is Python code. */
function byHelper<V>(
  m: CoreMachine<V>,
  language: Language,
  name: string,
  a: V,
  b: V,
  run: (left: Word, right: Word) => Word,
): void {
  m.push(m.leaf(new Helpers(language).define(name, "word word -> word", ANY_EFFECTS, run), [a, b]));
}

/** The Python function by which a type has an operator, or NULL. */
export function functionOf({ memory, types, name }: Language, type: Address, method: string): Word {
  const found = types.lookup(type, name(method));
  return found !== NULL && shapeIdOf(memory, found) === SHAPE_FUNCTION ? found : NULL;
}

/** The same for the class that a value is of; NULL for values of builtin types. */
export function methodOf<V>(m: CoreMachine<V>, language: Language, value: V, method: string): Word {
  // Whether an integer is tagged or boxed is not to be pinned.
  if (m.isInt(value) || m.shapeOf(value) < FIRST_DYNAMIC_SHAPE) return NULL;
  return functionOf(language, typeOf(m, language, value), method);
}

/** Ends a continuation that keeps so many words: `result`, unless it is dropped, is the operand with which execution goes on where the call stands. */
function endContinuation<V>(m: CoreMachine<V>, kept: number, result?: V): void {
  const ip = m.wordOf(m.pop());
  for (let i = 0; i < kept; i++) m.pop();
  if (result !== undefined) m.push(result);
  m.goTo((ip >>> 1) << 2);
}

/** Whether the left operand says nothing to a right one whose class refines no builtin type, as it is a number or of a class without the method. */
function isSilent<V>(
  m: CoreMachine<V>,
  { types, name }: Language,
  method: string,
  a: V,
  left: Address,
  right: Address,
): boolean {
  const { isClass, valueType } = types.record(right);
  if (!isClass || valueType !== NULL || left === right) return false;
  if (types.record(left).isClass) return types.lookup(left, name(method)) === NULL;
  return m.isInt(a) || NUMBERS.has(m.shapeOf(a));
}

/** Calls the method of a binary operator (by its name without underscores) that is the first to answer. */
export function callOperator<V>(
  m: CoreMachine<V>,
  language: Language,
  operator: string,
  inPlace: boolean,
  a: V,
  b: V,
): void {
  const { types, operators, name } = language;
  const number = BINARY_OPERATORS.findIndex(([each]) => each === operator);
  const [left, right] = [typeOf(m, language, a), typeOf(m, language, b)];
  const method = functionOf(language, left, `__${operator}__`);
  const isSpecial = inPlace && types.lookup(left, name(`__i${operator}__`)) !== NULL;
  const reflected = isSilent(m, language, `__${operator}__`, a, left, right)
    ? functionOf(language, right, `__r${operator}__`)
    : NULL;
  if (reflected !== NULL && !isSpecial) {
    const state = (number << 3) | (inPlace ? 4 : 0) | RIGHT;
    return callUnder(m, language, reflected, [b, a], operators.afterAttempt, [m.word(tagSmall(state)), a, b]);
  }
  if (method === NULL || isSpecial || rightComesFirst(language, left, right)) {
    const run = inPlace ? operators.inPlace : operators.binary;
    return byHelper(m, language, `operator.${operator}.any${inPlace ? ".in_place" : ""}`, a, b, (x, y) =>
      run(number, x, y),
    );
  }
  callMethod(m, language, method, operators.afterAttempt, (number << 3) | (inPlace ? 4 : 0) | LEFT, a, b);
}

/** The first of the comparisons that do not ask for an order. */
const EQUAL = COMPARISONS.findIndex(([each]) => each === "eq");

/** Whether objects of a type that is pinned are equal to themselves alone. */
function isByIdentity({ types, name }: Language, type: Address): boolean {
  return ["__eq__", "__ne__"].every(
    (each) => types.lookup(type, name(each)) === types.lookup(types.object, name(each)),
  );
}

/** The class of a class, which is pinned. */
function metaclassOf<V>(m: CoreMachine<V>, { types }: Language, cls: V): Address {
  const meta = types.typeOf(m.wordOf(cls));
  if (types.record(meta).isClass) m.watch(meta);
  return meta;
}

/** Calls the left operand's method of a comparison. */
export function callComparison<V>(m: CoreMachine<V>, language: Language, comparison: string, a: V, b: V): void {
  const { operators } = language;
  const number = COMPARISONS.findIndex(([each]) => each === comparison);
  const typeOfEach = (value: V): Address =>
    !m.isInt(value) && m.shapeOf(value) === SHAPE_TYPE ? metaclassOf(m, language, value) : typeOf(m, language, value);
  const [left, right] = [a, b].map(typeOfEach);
  if (number >= EQUAL && isByIdentity(language, left) && isByIdentity(language, right)) {
    const same = m.op("word_eq", [a, b]);
    return m.push(m.op("box_bool", [comparison === "eq" ? same : m.op("i32_not", [same])]));
  }
  const reflected = isSilent(m, language, `__${comparison}__`, a, left, right)
    ? functionOf(language, right, `__${COMPARISONS[number][2]}__`)
    : NULL;
  if (reflected !== NULL)
    return callUnder(m, language, reflected, [b, a], operators.afterComparison, [
      m.word(tagSmall((number << 2) | RIGHT)),
      a,
      b,
    ]);
  const method = functionOf(language, left, `__${comparison}__`);
  if (method === NULL || rightComesFirst(language, left, right))
    return byHelper(m, language, `compare.${comparison}.any`, a, b, (x, y) => operators.compare(number, x, y));
  callMethod(m, language, method, operators.afterComparison, (number << 2) | LEFT, a, b);
}

/** What a `__new__` written in Python has returned is the instance, unless it has an `__init__`, which is then to be called. */
function endNew<V>(m: CoreMachine<V>, language: Language, result: V): void {
  const { types, name } = language;
  const type = m.wordOf(m.peek(KEPT_WORDS));
  if (!m.isInt(result)) {
    const own = typeOf(m, language, result);
    const hasInit = types.lookup(own, name("__init__")) !== types.lookup(types.object, name("__init__"));
    if (hasInit && types.isSubtype(own, type)) return m.decline("an __init__ behind __new__");
  }
  endContinuation(m, KEPT_WORDS, result);
}

export function continuationExpansions(language: Language): Record<string, Expansion> {
  const { attributes, operators, objects, iteration, types, conversions, subscripts, calls, name } = language;
  return {
    continue_with(m, argument) {
      const result = m.pop();
      // What stands above is how the loop ends it.
      const continuation = argument & ((1 << ENDING_SHIFT) - 1);
      switch (continuation) {
        case iteration.afterIter:
          if (types.lookup(typeOf(m, language, result), name("__next__")) === NULL) return m.decline("no iterator");
          return endContinuation(m, 0, result);
        case iteration.afterNext:
          return endContinuation(m, 1, result);
        case conversions.afterText.__repr__:
        case conversions.afterText.__str__:
          if (!STRINGS.has(m.shapeOf(result))) return m.decline("a text that is no string");
          return endContinuation(m, 0, result);
        case conversions.afterLength:
        case conversions.afterTruth.__len__:
        case conversions.afterTest.__len__: {
          if (!m.isSmall(result) || m.truth(m.op("i64_lt", [m.op("unbox_int", [result]), m.i64(0n)])))
            return m.decline("a length that is none");
          if (continuation === conversions.afterLength) return endContinuation(m, 0, result);
          return endContinuation(m, 0, m.word(truthOf(m, language, result) ? TRUE : FALSE));
        }
        case conversions.afterHash:
          if (!m.isInt(result) || m.truth(m.op("i64_eq", [m.op("unbox_int", [result]), m.i64(-1n)])))
            return m.decline("a hash that is another one");
          return endContinuation(m, 0, result);
        case conversions.afterTruth.__bool__:
        case conversions.afterTest.__bool__:
          if (m.isInt(result) || m.shapeOf(result) !== SHAPE_BOOL) return m.decline("a truth that is none");
          return endContinuation(m, 0, result);
        case operators.afterNot:
          return endContinuation(m, 0, m.op("box_bool", [m.op("i32_not", [m.op("word_eq", [result, m.word(TRUE)])])]));
        case subscripts.afterSet:
          return endContinuation(m, 0);
        case subscripts.afterContains:
        case subscripts.afterNotContains: {
          const isTrue = truthOf(m, language, result) === (continuation === subscripts.afterContains);
          return endContinuation(m, 0, m.word(isTrue ? TRUE : FALSE));
        }
        case calls.finishNew:
          return endNew(m, language, result);
        case attributes.afterGetattr:
          return endContinuation(m, 2, result);
        case operators.afterAttempt:
        case operators.afterComparison:
          if (m.isSame(result, objects.notImplemented)) return m.decline("NotImplemented");
          return endContinuation(m, KEPT_WORDS, result);
        default:
          return m.decline("another continuation");
      }
    },
  };
}
