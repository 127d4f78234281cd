import { type Address, NONE, NULL, STATE_ALLOC_LIMIT, STATE_ALLOC_TOP, tagSmall } from "@hotpy/memory";
import { headerWord, LIST_ITEMS, LIST_LENGTH, SHAPE_ARRAY, SHAPE_LIST, TAIL_SIZE } from "@hotpy/object-model";
import { expect, test } from "vitest";
import { createHelperFixture, type HelperFixture } from "../../test/helper-fixture.js";

/** A list with room for `capacity` items. */
function newList({ heap, memory: { i32 } }: HelperFixture, capacity: number): Address {
  const items = heap.allocate(8 + capacity * 4);
  i32[items >>> 2] = headerWord(SHAPE_ARRAY);
  i32[(items + TAIL_SIZE) >>> 2] = capacity;
  i32.fill(NULL, (items >>> 2) + 2, (items >>> 2) + 2 + capacity);
  const list = heap.allocate(16);
  i32.set([headerWord(SHAPE_LIST), 0, 0, items], list >>> 2);
  return list;
}

test("a list takes items, grows, and survives collections", () => {
  const fixture = createHelperFixture();
  const {
    handles,
    heap,
    memory: { i32 },
    strings,
    call,
  } = fixture;
  const handle = handles.push(newList(fixture, 0));
  // Memory that is not zero, as after a collection.
  i32.fill(0x55555555, i32[STATE_ALLOC_TOP >>> 2] >>> 2, i32[STATE_ALLOC_LIMIT >>> 2] >>> 2);
  for (let i = 0; i < 1000; i++) {
    expect(call("list.append", handles.get(handle), i % 3 === 0 ? strings.fromJS(`item ${i}`) : tagSmall(i))).toBe(
      NONE,
    );
    if (i % 100 === 50) heap.collect("minor");
  }
  heap.verify();
  const list = handles.get(handle);
  const items = i32[(list + LIST_ITEMS) >>> 2];
  const length = i32[(list + LIST_LENGTH) >>> 2];
  const capacity = i32[(items + TAIL_SIZE) >>> 2];
  expect(length).toBe(1000);
  for (let i = 0; i < capacity; i++) {
    const item = i32[(items >>> 2) + 2 + i];
    if (i >= length) expect(item).toBe(NULL);
    else if (i % 3 === 0) expect(strings.toJS(item)).toBe(`item ${i}`);
    else expect(item).toBe(tagSmall(i));
  }
});

test("the last item comes off, and leaves NULL behind", () => {
  const fixture = createHelperFixture();
  const {
    memory: { i32 },
    strings,
    call,
  } = fixture;
  const list = newList(fixture, 0);
  for (let i = 0; i < 10; i++) call("list.append", list, tagSmall(i));
  for (let i = 9; i >= 0; i--) {
    expect(call("list.pop", list)).toBe(tagSmall(i));
    expect(i32[(list + LIST_LENGTH) >>> 2]).toBe(i);
    expect(i32[(i32[(list + LIST_ITEMS) >>> 2] >>> 2) + 2 + i]).toBe(NULL);
  }
  expect(call("list.pop", list)).toBeUndefined();
  expect(call("list.pop", strings.internJS("text"))).toBeUndefined();
});

test("it leaves alone what is no list, and growing without room", () => {
  const fixture = createHelperFixture();
  const {
    memory: { i32 },
    strings,
    call,
  } = fixture;
  expect(call("list.append", strings.internJS("text"), NONE)).toBeUndefined();
  const list = newList(fixture, 0);
  i32[STATE_ALLOC_LIMIT >>> 2] = i32[STATE_ALLOC_TOP >>> 2];
  expect(call("list.append", list, NONE)).toBeUndefined();
  expect(i32[(list + LIST_LENGTH) >>> 2]).toBe(0);
});
