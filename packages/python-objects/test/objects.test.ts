import { FALSE, NONE, NULL, STATE_FRAME, STATE_HANDLED, TRUE, type Word } from "@hotpy/memory";
import { DICT_KEYS } from "@hotpy/object-model";
import { beforeEach, describe, expect, test } from "vitest";
import { type Context, createClass } from "../src/index.js";
import { NO_EXECUTION } from "../src/testing/index.js";
import { createTestContext, pendingText } from "./context.js";

let context: Context;
beforeEach(() => {
  context = createTestContext();
});

const name = (text: string): Word => context.name(text);
function makeClass(text: string, bases: readonly Word[] = [], slots = 2): Word {
  return createClass(context, {
    name: name(text),
    bases: context.objects.tuple(bases),
    namespace: context.dicts.create(),
    meta: context.types.type,
    slotsHint: slots,
  });
}
const int = (value: number): Word => context.objects.int(value);

describe("attributes of instances", () => {
  test("are found by shape, inline and past the inline slots", () => {
    const { instances } = context.attributes;
    const object = context.types.instantiate(makeClass("C"));
    for (let i = 0; i < 9; i++) instances.set(object, name(`a${i}`), int(i));
    for (let i = 0; i < 9; i++) expect(instances.get(object, name(`a${i}`))).toBe(int(i));
    expect(instances.names(object).map(context.strings.toJS)).toEqual([
      "a0",
      "a1",
      "a2",
      "a3",
      "a4",
      "a5",
      "a6",
      "a7",
      "a8",
    ]);
  });

  test("can be deleted and set again: they come last then", () => {
    const { instances } = context.attributes;
    const object = context.types.instantiate(makeClass("C"));
    for (const each of ["a", "b", "c", "d"]) instances.set(object, name(each), int(each.charCodeAt(0)));
    expect(instances.delete(object, name("b"))).toBe(true);
    expect(instances.delete(object, name("b"))).toBe(false);
    expect(instances.get(object, name("d"))).toBe(int(100));
    instances.set(object, name("b"), int(1));
    expect(instances.names(object).map(context.strings.toJS)).toEqual(["a", "c", "d", "b"]);
  });

  test("as dicts share their keys, until one gets another key", () => {
    const { dicts, memory } = context;
    const { instances } = context.attributes;
    const type = makeClass("C");
    const dictOf = (count: number): Word => {
      const object = context.types.instantiate(type);
      for (let i = 0; i < count; i++) instances.set(object, name(`a${i}`), int(i));
      return instances.toDict(object);
    };
    const keys = (dict: Word): number => memory.i32[(dict + DICT_KEYS) >>> 2];
    for (const count of [2, 7]) {
      const [first, second] = [dictOf(count), dictOf(count)];
      expect(keys(second)).toBe(keys(first));
      expect(dicts.get(second, name("a1"))).toBe(int(1));
      dicts.set(second, name("other"), int(1));
      expect(keys(second)).not.toBe(keys(first));
      expect([dicts.length(first), dicts.length(second)]).toEqual([count, count + 1]);
      expect(keys(dictOf(count))).toBe(keys(first));
    }
  });

  test("survive a collection that moves everything", () => {
    const {
      handles,
      heap,
      attributes: { instances },
    } = context;
    const handle = handles.push(context.types.instantiate(makeClass("C")));
    for (let i = 0; i < 20; i++) instances.set(handles.get(handle), name(`a${i}`), context.realm.str(`value ${i}`));
    heap.collect("full");
    expect(context.strings.toJS(instances.get(handles.get(handle), name("a19")))).toBe("value 19");
  });

  test("missing ones raise AttributeError with name and object", () => {
    const object = context.types.instantiate(makeClass("C"));
    expect(context.realm.getAttribute(object, name("x"))).toBe(NULL);
    expect(pendingText(context)).toBe("AttributeError: 'C' object has no attribute 'x'");
  });
});

describe("types", () => {
  test("look attributes up along the mro, and notice changes in a base", () => {
    const base = makeClass("Base");
    const derived = makeClass("Derived", [base]);
    expect(context.types.lookup(derived, name("f"))).toBe(NULL);
    context.types.setAttribute(base, name("f"), int(1));
    expect(context.types.lookup(derived, name("f"))).toBe(int(1));
    context.types.setAttribute(derived, name("f"), int(2));
    expect(context.types.lookup(derived, name("f"))).toBe(int(2));
    context.types.setAttribute(derived, name("f"), NULL);
    expect(context.types.lookup(derived, name("f"))).toBe(int(1));
  });

  test("builtin ones cannot be changed", () => {
    expect(context.realm.setAttribute(context.realm.type("int"), name("x"), NONE)).toBe(false);
    expect(pendingText(context)).toBe("TypeError: cannot set 'x' attribute of immutable type 'int'");
  });

  test("report attributes that come to hide those of instances, in subclasses too", () => {
    const hidden: Word[] = [];
    context = createTestContext(() => ({ ...NO_EXECUTION, typeHides: (type) => void hidden.push(type) }));
    const base = makeClass("Base");
    const derived = makeClass("Derived", [base]);
    context.types.setAttribute(base, name("plain"), int(1));
    const { descriptors } = context.attributes;
    context.types.setAttribute(base, name("x"), descriptors.createProperty(NONE, NONE, NONE, NONE, FALSE));
    expect(hidden).toEqual([base, derived]);
  });
});

describe("natives", () => {
  const native = (parameters: string, seen: Word[][] = []): Word =>
    context.realm.native({
      name: "f",
      parameters,
      run(args, count) {
        seen.push([...context.memory.i32.subarray(args >>> 2, (args >>> 2) + count)]);
        return NONE;
      },
    });

  test("get NULL for what was not given, a tuple for *args", () => {
    const seen: Word[][] = [];
    expect(context.realm.call(native("(a, b=1, c=2, /)", seen), int(5))).toBe(NONE);
    expect(seen.pop()).toEqual([int(5), NULL, NULL]);
    context.realm.call(native("(*args)", seen), int(1), int(2));
    const [tuple] = seen.pop() as Word[];
    expect(context.memory.i32[(tuple >>> 2) + 1]).toBe(2);
  });

  test.each([
    ["(obj, /)", 2, "f() takes exactly one argument (2 given)"],
    ["()", 1, "f() takes no arguments (1 given)"],
    ["(a, b, /)", 1, "f expected 2 arguments, got 1"],
    ["(a, b=0, /)", 3, "f expected at most 2 arguments, got 3"],
    ["(a, b)", 1, "f() missing required argument 'b' (pos 2)"],
  ])("%s called with %i: %s", (parameters, count, message) => {
    expect(context.realm.call(native(parameters), ...new Array<Word>(count).fill(NONE))).toBe(NULL);
    expect(pendingText(context)).toBe(`TypeError: ${message}`);
  });
});

describe("operators", () => {
  test("are found by the types of both operands; bools are ints", () => {
    const { realm } = context;
    const type = realm.type("int");
    realm.defineOperator("add", type, type, (a, b) => int((a === TRUE ? 1 : a >> 1) + (b === TRUE ? 1 : b >> 1)));
    expect(realm.binary("add", int(2), int(3))).toBe(int(5));
    expect(realm.binary("add", TRUE, int(3))).toBe(int(4));
    expect(realm.binary("add", int(2), NONE)).toBe(NULL);
    expect(pendingText(context)).toBe("TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'");
  });

  test("comparisons of what cannot be ordered say so; equality falls back to identity", () => {
    const { realm } = context;
    const object = context.types.instantiate(makeClass("C"));
    expect(realm.compare("lt", object, NONE)).toBe(NULL);
    expect(pendingText(context)).toBe("TypeError: '<' not supported between instances of 'C' and 'NoneType'");
    expect(realm.equals(object, NONE)).toBe(0);
    expect(realm.equals(object, object)).toBe(1);
  });
});

test("a continuation keeps words on the frame and gives the real ip back", () => {
  const { continuations, memory } = context;
  const kept: Word[] = [];
  const continuation = continuations.define(2, (result, state) => {
    kept.push(memory.i32[state], memory.i32[state + 1]);
    return result;
  });
  const realIp = () => continuations.realIp(memory.i32[STATE_FRAME >>> 2]);
  const before = realIp();
  continuations.push(continuation, int(7), int(8));
  expect(realIp()).toBe(before);
  expect(continuations.finish(int(9))).toBe(int(9));
  expect(kept).toEqual([int(7), int(8)]);
});

test("an exception raised while another is handled remembers it, without cycles", () => {
  const { exceptions, realm, memory, types } = context;
  const first = exceptions.create(types.named("ValueError"), context.objects.emptyTuple);
  const second = exceptions.create(types.named("KeyError"), context.objects.emptyTuple);
  const handled = STATE_HANDLED >>> 2;
  memory.i32[handled] = first;
  exceptions.raiseObject(second);
  expect(realm.getAttribute(second, name("__context__"))).toBe(first);
  memory.i32[handled] = second;
  exceptions.raiseObject(first);
  expect(realm.getAttribute(first, name("__context__"))).toBe(second);
  expect(realm.getAttribute(second, name("__context__"))).toBe(NONE);
});

describe("the dict of an instance", () => {
  test("holds the attributes from then on, whichever way they are changed", () => {
    const { instances } = context.attributes;
    const { dicts } = context;
    const object = context.types.instantiate(makeClass("C"));
    instances.set(object, name("a"), int(1));
    const dict = instances.toDict(object);
    expect(dicts.getInterned(dict, name("a"))).toBe(int(1));
    dicts.set(dict, name("b"), int(2));
    expect(instances.get(object, name("b"))).toBe(int(2));
    instances.set(object, name("c"), int(3));
    expect(dicts.getInterned(dict, name("c"))).toBe(int(3));
    expect(instances.delete(object, name("a"))).toBe(true);
    expect(instances.names(object).map(context.strings.toJS)).toEqual(["b", "c"]);
    expect(instances.toDict(object)).toBe(dict);
  });

  test("leaves the hidden attributes of exceptions in place", () => {
    const {
      exceptions,
      types,
      realm,
      attributes: { instances },
    } = context;
    const exception = exceptions.create(types.named("ValueError"), context.objects.tuple([int(5)]));
    instances.set(exception, name("x"), int(1));
    const dict = instances.toDict(exception);
    expect(context.dicts.length(dict)).toBe(1);
    expect(context.memory.i32[(realm.getAttribute(exception, name("args")) >>> 2) + 2]).toBe(int(5));
  });
});
