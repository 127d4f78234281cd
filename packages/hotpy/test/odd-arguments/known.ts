import type { Difference } from "./compare.js";

/// Where HotPy is known not to do what CPython does, with the reason. Whatever else differs fails the test.

interface Deviation {
  readonly reason: string;
  /** Of the call, CPython's outcome and HotPy's; those given must all match. */
  readonly call?: RegExp;
  readonly cpython?: RegExp;
  readonly hotpy?: RegExp;
}

const KNOWN: readonly Deviation[] = [
  { reason: "not there yet: it ends the program and says so", hotpy: /^hotpy: not implemented: / },
  {
    reason: "classes cannot be subscripted yet (generic aliases)",
    cpython: /GenericAlias|[a-z]\[\d|following|may follow/,
  },
  { reason: "classes have no `|` yet", cpython: /UnionType/ },
  {
    reason: "methods of repetition are what the operator calls where a class refines the type, and say what it says",
    call: /__[ri]?mul__\(/,
    hotpy: /can't multiply sequence by non-int|NotImplementedType/,
  },
  { reason: "object has no comparisons of its own", hotpy: /has no attribute '__(lt|le|gt|ge|ne)__'/ },
  { reason: "properties made of what is no attribute have a name", call: /property/, hotpy: /property '\w+' of/ },
  { reason: "descriptors are named by their text", hotpy: /descriptor object at 0x0> argument after/ },
  {
    reason: "CPython's parser of optional groups has words of its own",
    call: /math\.log\(/,
    cpython: /requires 1 to 2 arguments|: log\(\) takes no keyword/,
  },
  { reason: "static methods are named without their type", call: /maketrans/, cpython: /takes no keyword/ },
  { reason: "CPython's sorted hands named arguments to list.sort", call: /sorted\(/, cpython: /for sort\(\)/ },
  {
    reason: "arguments are counted before the class of self is looked at",
    cpython: /descriptor '\w+' (requires a|for)/,
    hotpy: /TypeError: .*(expected|takes|needs)/,
  },
  {
    reason: "what is missing is told before what has a wrong name",
    call: /enumerate\(/,
    cpython: /invalid keyword argument|missing required argument/,
  },
  {
    reason: "super and __set_name__ are parsed by CPython in other words",
    call: /super\(|__set_name__/,
    hotpy: /expected|takes/,
  },
  { reason: "the shared map of names in calls is checked first", hotpy: /keywords must be strings/ },
  {
    reason: "a bound method that gets its arguments spread is named by the class of its object",
    call: /\*/,
    cpython: /takes no arguments|takes exactly/,
    hotpy: /takes no arguments|takes exactly/,
  },
  { reason: "memory is of 32 bits: no object has 2 GB", call: /2 ?\*\* ?(31|3[2-9])/, hotpy: /^'MemoryError: / },
  {
    reason: "hashes of objects that have none of their own are of their identity",
    call: /hash\(|__hash__/,
    cpython: /^'int \d+' \| "?(type|function|builtin)/,
    hotpy: /^'int \d+' \| "?(type|function|builtin)/,
  },
  { reason: "object.__format__ names the class that it was found on", call: /__format__/, cpython: /takes/ },
];

/** Why an outcome is another in HotPy, or undefined: a fault. */
export function knownDeviation({ receiver, call, cpython, hotpy }: Difference): string | undefined {
  if (hasSet(cpython) && sorted(cpython) === sorted(hotpy)) return "the order of strings in sets is not defined";
  const text = `${receiver} ${call}`;
  const matches = (pattern: RegExp | undefined, subject: string): boolean => pattern?.test(subject) ?? true;
  return KNOWN.find((each) => matches(each.call, text) && matches(each.cpython, cpython) && matches(each.hotpy, hotpy))
    ?.reason;
}

const hasSet = (text: string): boolean => /set\b/.test(text);
const sorted = (text: string): string => [...text].sort().join("");
