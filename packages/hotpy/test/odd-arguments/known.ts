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
  {
    reason: "one method serves a call by name and `*` of classes that refine the type, and says what the operator says",
    call: /__[ri]?mul__\(/,
    hotpy: /can't multiply sequence by non-int|NotImplementedType/,
  },
  { reason: "memory is of 32 bits: no object has 2 GB", call: /2 ?\*\* ?(31|3[2-9])/, hotpy: /^'MemoryError: / },
  {
    reason: "hashes of objects that have none of their own are of their identity",
    call: /hash\(|__hash__/,
    cpython: /^'int \d+' \| ["']?(type|function|builtin|ellipsis|NotImplemented)/,
    hotpy: /^'int \d+' \| ["']?(type|function|builtin|ellipsis|NotImplemented)/,
  },
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
