import { type Address, NULL, type Word } from "@hotpy/memory";
import { ITERATOR_INDEX, ITERATOR_SEQUENCE } from "@hotpy/object-model";
import { createByteArrays, type Library } from "@hotpy/python-builtins";
import { type Comparison, type NativeDefinition, SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import { tailCallSource } from "../tail-call.js";
import type { TypeCode } from "./items.js";
import type { Arrays } from "./layout.js";
import { arraySubscripts } from "./subscripts.js";

/** What the methods of arrays share. */
export interface ArrayKit {
  readonly library: Library;
  readonly arrays: Arrays;
  readonly surrogate: (name: string) => Word;
  /** Bytes in place of those of items `start` to before `stop`; from address 0: not filled. False: raised. */
  replace(array: Word, start: number, stop: number, from: Address, size: number): boolean;
  /** Takes out `count` items: those at start, start + step, … False: raised. */
  remove(array: Word, start: number, step: number, count: number): boolean;
  /** A new array with `count` items at start, start + step, … of another. */
  pick(array: Word, start: number, step: number, count: number): Word;
  /** A new array with copies of bytes. */
  from(code: TypeCode, data: Address, size: number): Word;
  /** The item at an index. */
  item(array: Word, index: number): Word;
  /** Puts an object in as an item before the one at an index; `array` is a handle. False: raised. May collect. */
  insert(array: number, index: number | "end", value: Word): boolean;
}

/** Bytes that CPython's object takes beside its items. */
const ARRAY_HEAD_BYTES = 80;
const COMPARISONS: readonly Comparison[] = ["eq", "ne", "lt", "le", "gt", "ge"];

function createArrayKit(library: Library, arrays: Arrays, surrogate: (name: string) => Word): ArrayKit {
  const { realm } = library;
  const { handles } = realm;
  const { u8 } = realm.memory;
  const byteArrays = createByteArrays(realm, "cannot resize an array that is exporting buffers");

  const kit: ArrayKit = {
    library,
    arrays,
    surrogate,
    replace(array, start, stop, from, size) {
      const width = arrays.codeOf(array).size;
      return byteArrays.replace(arrays.bytesOf(array), start * width, stop * width, from, size);
    },
    remove(array, start, step, count) {
      const { size } = arrays.codeOf(array);
      if (count === 0) return true;
      const [first, distance] = step > 0 ? [start, step] : [start + step * (count - 1), -step];
      if (distance === 1) return kit.replace(array, first, first + count, 0, 0);
      const width = arrays.count(array);
      const kept = u8.slice(arrays.data(array), arrays.data(array) + width * size);
      const left = new Uint8Array((width - count) * size);
      for (let i = 0, at = 0; i < width; i++) {
        if (i >= first && i < first + distance * count && (i - first) % distance === 0) continue;
        left.set(kept.subarray(i * size, (i + 1) * size), at);
        at += size;
      }
      if (!kit.replace(array, 0, width, 0, left.length)) return false;
      u8.set(left, arrays.data(array));
      return true;
    },
    from(code, data, size) {
      const result = arrays.create(code);
      return kit.replace(result, 0, 0, data, size) ? result : NULL;
    },
    pick(array, start, step, count) {
      const code = arrays.codeOf(array);
      if (step === 1) return kit.from(code, arrays.data(array) + start * code.size, count * code.size);
      const result = kit.from(code, 0, count * code.size);
      if (result === NULL) return NULL;
      const [from, to] = [arrays.data(array), arrays.data(result)];
      for (let i = 0; i < count; i++) {
        const at = from + (start + i * step) * code.size;
        u8.copyWithin(to + i * code.size, at, at + code.size);
      }
      return result;
    },
    item(array, index) {
      const code = arrays.codeOf(array);
      return code.read(arrays.data(array) + index * code.size);
    },
    insert(array, index, value) {
      const code = arrays.codeOf(handles.get(array));
      const converted = code.convert(value);
      if (converted === NULL) return false;
      const now = handles.get(array);
      const at = index === "end" ? arrays.count(now) : Math.min(index, arrays.count(now));
      if (!kit.replace(now, at, at, 0, code.size)) return false;
      code.write(arrays.data(now) + at * code.size, converted);
      return true;
    },
  };
  return kit;
}

/** `array.array` and its iterator. */
export function defineArrayType(
  library: Library,
  arrays: Arrays,
  codes: ReadonlyMap<string, TypeCode>,
  surrogate: (name: string) => Word,
  reconstructor: Word,
): Address {
  const { realm, lists, iterators, argument } = library;
  const { bytes, buffers, strings, handles, none } = realm;
  const { i32 } = realm.memory;
  const kit = createArrayKit(library, arrays, surrogate);

  buffers.define(arrays.shape, {
    bytes: (array) => ({ data: arrays.data(array), size: bytes.size(arrays.bytesOf(array)) }),
    isWritable: () => true,
    holder: arrays.bytesOf,
    items: (array) => arrays.codeOf(array),
  });

  const appendNative = realm.native({
    name: "append_item",
    parameters: "(array, item, /)",
    leaf: false,
    run: (args) =>
      library.withHandles(() =>
        kit.insert(handles.push(realm.valueOf(argument(args, 0))), "end", argument(args, 1)) ? none : NULL,
      ),
  });

  /** Appends the items of a list or tuple at argument `index`. False: raised. May collect. */
  function appendAll(array: number, args: Address, index: number): boolean {
    const sequence = (): Word => realm.valueOf(argument(args, index));
    for (let i = 0; i < lists.length(sequence()); i++)
      if (!kit.insert(array, "end", lists.item(sequence(), i))) return false;
    return true;
  }

  function construct(args: Address): Word {
    const isExact = argument(args, 0) === type;
    const keywords = argument(args, 2);
    if (isExact && keywords !== NULL && realm.length(keywords) > 0)
      return realm.raise("TypeError", "array.array() takes no keyword arguments");
    const given = argument(args, 1);
    const total = lists.length(given);
    if (total < 1) return realm.raise("TypeError", "array() takes at least 1 argument (0 given)");
    if (total > 2) return realm.raise("TypeError", `array() takes at most 2 arguments (${total} given)`);
    const letterWord = realm.valueOf(lists.item(given, 0));
    if (!strings.isString(letterWord) || strings.length(letterWord) !== 1) {
      const shown = realm.typeName(lists.item(given, 0));
      return realm.raise("TypeError", `array() argument 1 must be a unicode character, not ${shown}`);
    }
    const letter = strings.toJS(letterWord);
    const initial = total < 2 ? NULL : lists.item(given, 1);
    const value = initial === NULL ? NULL : realm.valueOf(initial);
    const isText = value !== NULL && strings.isString(value);
    const isArray = value !== NULL && arrays.isArray(value);
    if (letter !== "u" && isText)
      return realm.raise("TypeError", `cannot use a str to initialize an array with typecode '${letter}'`);
    if (letter !== "u" && isArray && arrays.codeOf(value).letter === "u")
      return realm.raise("TypeError", `cannot use a unicode array to initialize an array with typecode '${letter}'`);
    const code = codes.get(letter);
    if (code === undefined)
      return realm.raise("ValueError", "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    if (value === NULL) return arrays.create(code);
    if (isArray && arrays.codeOf(value) === code) return kit.pick(value, 0, 1, arrays.count(value));
    if (isText) return fromText(code, value);
    if (bytes.isBytes(value) || bytes.isByteArray(value)) {
      const size = bytes.size(value);
      if (size % code.size !== 0) return realm.raise("ValueError", "bytes length not a multiple of item size");
      return kit.from(code, bytes.data(value), size);
    }
    const made = handles.push(arrays.create(code));
    return ofItems(given, made);
  }

  /** `given` are the arguments of the call, `made` is a handle. */
  function ofItems(given: Word, made: number): Word {
    const mark = handles.mark();
    const holder = handles.push(given);
    try {
      const sequence = (): Word => realm.valueOf(lists.item(handles.get(holder), 1));
      if (lists.isList(sequence()) || lists.isTuple(sequence())) {
        for (let i = 0; i < lists.length(sequence()); i++)
          if (!kit.insert(made, "end", lists.item(sequence(), i))) return NULL;
        return handles.get(made);
      }
      return tailCallSource(library, surrogate, "fill", [
        handles.get(made),
        lists.item(handles.get(holder), 1),
        appendNative,
      ]);
    } finally {
      handles.release(mark);
    }
  }

  /** The characters of a str as items. */
  function fromText(code: TypeCode, text: Word): Word {
    const flat = strings.flat(text);
    const count = strings.length(flat);
    const result = kit.from(code, 0, count * code.size);
    if (result === NULL) return NULL;
    const at = arrays.data(result) >>> 2;
    for (let i = 0; i < count; i++) i32[at + i] = strings.codeAt(flat, i);
    return result;
  }

  /** All items as a list; NULL: raised. */
  function toList(array: Word): Word {
    const code = arrays.codeOf(array);
    const [data, count] = [arrays.data(array), arrays.count(array)];
    const items: Word[] = [];
    for (let i = 0; i < count; i++) {
      const item = code.read(data + i * code.size);
      if (item === NULL) return NULL;
      items.push(item);
    }
    return realm.list(items);
  }

  function toText(array: Word): Word {
    const list = toList(array);
    return list === NULL ? NULL : realm.callMethod(strings.empty, realm.intern("join"), list);
  }

  function repr(args: Address): Word {
    const self = argument(args, 0);
    const array = realm.valueOf(self);
    const { letter } = arrays.codeOf(array);
    const name = realm.typeName(self);
    if (arrays.count(array) === 0) return realm.str(`${name}('${letter}')`);
    const items = letter === "u" ? toText(array) : toList(array);
    const shown = items === NULL ? NULL : realm.repr(items);
    return shown === NULL ? NULL : realm.str(`${name}('${letter}', ${strings.toJS(shown)})`);
  }

  /** Index of the first item from `start` to before `stop` that equals argument 1; -1: none, undefined: raised. May collect. */
  function find(args: Address, start: number, stop: number): number | undefined {
    const self = (): Word => realm.valueOf(argument(args, 0));
    for (let i = start; i < Math.min(stop, arrays.count(self())); i++) {
      const item = kit.item(self(), i);
      const equal = item === NULL ? -1 : realm.equals(item, argument(args, 1));
      if (equal < 0) return undefined;
      if (equal === 1) return i;
    }
    return -1;
  }

  function extendWith(args: Address, receiver: Word): Word {
    const array = realm.valueOf(argument(args, 0));
    const other = realm.valueOf(argument(args, 1));
    if (arrays.isArray(other)) {
      const code = arrays.codeOf(array);
      if (arrays.codeOf(other) !== code) return realm.raise("TypeError", "can only extend with array of same kind");
      const at = arrays.count(array);
      const size = arrays.count(other) * code.size;
      return kit.replace(array, at, at, arrays.data(other), size) ? receiver : NULL;
    }
    if (lists.isList(other) || lists.isTuple(other))
      return library.withHandles(() => (appendAll(handles.push(array), args, 1) ? none : NULL));
    return tailCallSource(library, surrogate, "extend", [array, argument(args, 1), appendNative]);
  }

  function addBytes(array: Word, given: Word): Word {
    const found = buffers.required(given);
    if (found === undefined) return NULL;
    const { size } = arrays.codeOf(array);
    if (found.size % size !== 0) return realm.raise("ValueError", "bytes length not a multiple of item size");
    const at = arrays.count(array);
    return kit.replace(array, at, at, found.data, found.size) ? none : NULL;
  }

  function fromList(args: Address): Word {
    const given = realm.valueOf(argument(args, 1));
    if (!lists.isList(given)) return realm.raise("TypeError", "arg must be list");
    return library.withHandles(() => {
      const array = handles.push(argument(args, 0));
      const before = arrays.count(argument(args, 0));
      const length = lists.length(given);
      for (let i = 0; i < length; i++) {
        if (!kit.insert(array, "end", lists.item(realm.valueOf(argument(args, 1)), i))) {
          // All or nothing.
          const raised = handles.push(realm.pending());
          realm.clearPending();
          kit.replace(handles.get(array), before, arrays.count(handles.get(array)), 0, 0);
          return handles.get(raised) === NULL ? NULL : realm.raiseObject(handles.get(raised));
        }
        if (lists.length(realm.valueOf(argument(args, 1))) !== length)
          return realm.raise("RuntimeError", "list changed size during iteration");
      }
      return none;
    });
  }

  function byteSwap(array: Word): Word {
    const { size } = arrays.codeOf(array);
    const { u8 } = realm.memory;
    const data = arrays.data(array);
    const end = data + bytes.size(arrays.bytesOf(array));
    for (let at = data; at < end; at += size) u8.subarray(at, at + size).reverse();
    return none;
  }

  function pop(args: Address): Word {
    const index = argument(args, 1) === NULL ? -1 : realm.indexNumber(argument(args, 1));
    if (index === undefined) return NULL;
    const array = argument(args, 0);
    const count = arrays.count(array);
    if (count === 0) return realm.raise("IndexError", "pop from empty array");
    const at = index < 0 ? index + count : index;
    if (at < 0 || at >= count) return realm.raise("IndexError", "pop index out of range");
    const item = kit.item(array, at);
    return item !== NULL && kit.replace(array, at, at + 1, 0, 0) ? item : NULL;
  }

  function index(args: Address): Word {
    const bounds = library.slices.boundsNotNone(argument(args, 2), argument(args, 3), arrays.count(argument(args, 0)));
    if (bounds === undefined) return NULL;
    const found = find(args, bounds[0], bounds[1]);
    if (found === undefined) return NULL;
    return found < 0 ? realm.raise("ValueError", "array.index(x): x not in array") : realm.int(found);
  }

  function count(args: Address): Word {
    let total = 0;
    for (let at = 0; ; at++) {
      const found = find(args, at, Number.MAX_SAFE_INTEGER);
      if (found === undefined) return NULL;
      if (found < 0) return realm.int(total);
      total++;
      at = found;
    }
  }

  const simple = (name: string, run: (array: Word, args: Address) => Word, rest = ""): NativeDefinition => ({
    name,
    parameters: rest === "" ? "(self, /)" : `(self, ${rest}, /)`,
    run: (args) => run(argument(args, 0), args),
  });
  const copy = (array: Word): Word => kit.pick(array, 0, 1, arrays.count(array));
  const whenText = (name: string, array: Word, run: () => Word): Word =>
    arrays.codeOf(array).letter === "u"
      ? run()
      : realm.raise("ValueError", `${name}() may only be called on unicode type arrays`);

  const inPython = (name: string, rest: string, more: (array: Word, args: Address) => Word[]): NativeDefinition => ({
    name,
    parameters: `(self, ${rest}, /)`,
    receives: "self",
    frames: true,
    leaf: false,
    run: (args) =>
      tailCallSource(library, surrogate, name.replaceAll("__", ""), [
        argument(args, 0),
        ...more(argument(args, 0), args),
      ]),
  });

  const type: Address = realm.defineType({
    name: "array",
    module: "array",
    shapes: [arrays.shape],
    isBase: true,
    isWeaklyReferable: true,
    unhashable: true,
    patterns: { collection: "sequence" },
    construct: { name: "array", parameters: "(cls, /, *args, **kwargs)", frames: true, leaf: false, run: construct },
    iterate: (array) => iterators.overSequence(arrays.iteratorShape, array),
    methods: [
      { name: "__repr__", parameters: "(self, /)", receives: "self", run: repr },
      simple("__len__", (array) => realm.int(arrays.count(array))),
      ...arraySubscripts(kit),
      {
        name: "__contains__",
        parameters: "(self, item, /)",
        run(args) {
          const found = find(args, 0, Number.MAX_SAFE_INTEGER);
          return found === undefined ? NULL : realm.bool(found >= 0);
        },
      },
      {
        name: "append",
        parameters: "(self, v, /)",
        run: (args) =>
          library.withHandles(() =>
            kit.insert(handles.push(argument(args, 0)), "end", argument(args, 1)) ? none : NULL,
          ),
      },
      {
        name: "insert",
        parameters: "(self, i, v, /)",
        wording: "unpack",
        run(args) {
          const given = realm.indexNumber(argument(args, 1));
          if (given === undefined) return NULL;
          const length = arrays.count(argument(args, 0));
          const at = given < 0 ? Math.max(0, given + length) : given;
          return library.withHandles(() =>
            kit.insert(handles.push(argument(args, 0)), at, argument(args, 2)) ? none : NULL,
          );
        },
      },
      { name: "extend", parameters: "(self, bb, /)", frames: true, leaf: false, run: (args) => extendWith(args, none) },
      {
        name: "__iadd__",
        parameters: "(self, other, /)",
        receives: "self",
        run(args) {
          if (arrays.isArray(realm.valueOf(argument(args, 1)))) return extendWith(args, argument(args, 0));
          const shown = realm.typeName(argument(args, 1));
          return realm.raise("TypeError", `can only extend array with array (not "${shown}")`);
        },
      },
      { name: "pop", parameters: "(self, i=-1, /)", run: pop },
      {
        name: "remove",
        parameters: "(self, v, /)",
        run(args) {
          const found = find(args, 0, Number.MAX_SAFE_INTEGER);
          if (found === undefined) return NULL;
          if (found < 0) return realm.raise("ValueError", "array.remove(x): x not in array");
          return kit.replace(argument(args, 0), found, found + 1, 0, 0) ? none : NULL;
        },
      },
      {
        name: "index",
        parameters: "(self, v, start=0, stop=sys.maxsize, /)",
        wording: "unpack",
        run: index,
      },
      { name: "count", parameters: "(self, v, /)", run: count },
      simple("reverse", (array) => {
        const reversed = kit.pick(array, arrays.count(array) - 1, -1, arrays.count(array));
        if (reversed === NULL) return NULL;
        const size = bytes.size(arrays.bytesOf(array));
        realm.memory.u8.copyWithin(arrays.data(array), arrays.data(reversed), arrays.data(reversed) + size);
        return none;
      }),
      simple("byteswap", byteSwap),
      simple("buffer_info", (array) => realm.tuple([realm.int(arrays.data(array)), realm.int(arrays.count(array))])),
      simple("tolist", toList),
      { name: "fromlist", parameters: "(self, list, /)", leaf: false, run: fromList },
      simple("tobytes", (array) =>
        bytes.from(SHAPE_BYTE_STRING, arrays.data(array), bytes.size(arrays.bytesOf(array))),
      ),
      simple("frombytes", (array, args) => addBytes(array, argument(args, 1)), "buffer"),
      simple("tounicode", (array) => whenText("tounicode", array, () => toText(array))),
      simple(
        "fromunicode",
        (array, args) => {
          const text = realm.valueOf(argument(args, 1));
          if (!strings.isString(text)) {
            const shown = realm.typeName(argument(args, 1));
            return realm.raise("TypeError", `fromunicode() argument must be str, not ${shown}`);
          }
          return whenText("fromunicode", array, () => {
            const added = fromText(arrays.codeOf(array), text);
            return added === NULL ? NULL : addBytes(array, added);
          });
        },
        "ustr",
      ),
      inPython("fromfile", "f, n", (_, args) => [argument(args, 1), argument(args, 2)]),
      inPython("tofile", "f", (_, args) => [argument(args, 1)]),
      inPython("__reduce_ex__", "value", (self, args) => [
        argument(args, 1),
        realm.int(arrays.codeOf(realm.valueOf(self)).machineFormat),
        reconstructor,
      ]),
      simple("__copy__", copy),
      simple("__deepcopy__", copy, "unused"),
      simple("__sizeof__", (array) => realm.int(ARRAY_HEAD_BYTES + bytes.size(arrays.bytesOf(array)))),
    ],
    getters: [
      { name: "typecode", get: (array) => realm.intern(arrays.codeOf(array).letter) },
      { name: "itemsize", get: (array) => realm.int(arrays.codeOf(array).size) },
    ],
    doc: ARRAY_DOC,
  });

  for (const comparison of COMPARISONS) {
    realm.defineComparison(comparison, type, type, (a, b) =>
      library.withHandles(() => {
        const [left, right] = [handles.push(toList(a)), handles.push(toList(b))];
        if (handles.get(left) === NULL || handles.get(right) === NULL) return NULL;
        return realm.compare(comparison, handles.get(left), handles.get(right));
      }),
    );
  }

  const next = (iterator: Word): Word => {
    const array = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
    if (array === NULL) return NULL;
    const at = i32[(iterator + ITERATOR_INDEX) >>> 2];
    if (at < arrays.count(array)) {
      i32[(iterator + ITERATOR_INDEX) >>> 2] = at + 1;
      return kit.item(array, at);
    }
    i32[(iterator + ITERATOR_SEQUENCE) >>> 2] = NULL;
    return NULL;
  };
  iterators.register(arrays.iteratorShape, next);
  iterators.registerIterable(arrays.shape, (array) => iterators.overSequence(arrays.iteratorShape, array));
  const iterName = realm.intern("iter");
  realm.defineType({
    name: "arrayiterator",
    module: "array",
    shapes: [arrays.iteratorShape],
    next,
    iterate: (iterator) => iterator,
    methods: [
      {
        name: "__reduce__",
        parameters: "(self, /)",
        leaf: false,
        run(args) {
          const iterator = argument(args, 0);
          const array = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
          const iter = realm.dicts.getInterned(realm.builtins(), iterName);
          if (array === NULL) return realm.tuple([iter, realm.tuple([realm.tuple([])])]);
          const at = realm.int(i32[(iterator + ITERATOR_INDEX) >>> 2]);
          return realm.tuple([iter, realm.tuple([array]), at]);
        },
      },
      {
        name: "__setstate__",
        parameters: "(self, state, /)",
        run(args) {
          const state = realm.indexNumber(argument(args, 1));
          if (state === undefined) return NULL;
          const iterator = argument(args, 0);
          const array = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
          if (array !== NULL)
            i32[(iterator + ITERATOR_INDEX) >>> 2] = Math.max(0, Math.min(state, arrays.count(array)));
          return none;
        },
      },
    ],
  });
  return type;
}

const ARRAY_DOC = `array(typecode [, initializer]) -> array

Return a new array whose items are restricted by typecode, and
initialized from the optional initializer value, which must be a list,
string or iterable over elements of the appropriate type.

Arrays represent basic values and behave very much like lists, except
the type of objects stored in them is constrained. The type is specified
at object creation time by using a type code, which is a single character.
The following type codes are defined:

    Type code   C Type             Minimum size in bytes
    'b'         signed integer     1
    'B'         unsigned integer   1
    'u'         Unicode character  2 (see note)
    'h'         signed integer     2
    'H'         unsigned integer   2
    'i'         signed integer     2
    'I'         unsigned integer   2
    'l'         signed integer     4
    'L'         unsigned integer   4
    'q'         signed integer     8 (see note)
    'Q'         unsigned integer   8 (see note)
    'f'         floating point     4
    'd'         floating point     8

NOTE: The 'u' typecode corresponds to Python's unicode character. On
narrow builds this is 2-bytes on wide builds this is 4-bytes.

NOTE: The 'q' and 'Q' type codes are only available if the platform
C compiler used to build Python supports 'long long', or, on Windows,
'__int64'.

Methods:

append() -- append a new item to the end of the array
buffer_info() -- return information giving the current memory info
byteswap() -- byteswap all the items of the array
count() -- return number of occurrences of an object
extend() -- extend array by appending multiple elements from an iterable
fromfile() -- read items from a file object
fromlist() -- append items from the list
frombytes() -- append items from the string
index() -- return index of first occurrence of an object
insert() -- insert a new item into the array at a provided position
pop() -- remove and return item (default last)
remove() -- remove first occurrence of an object
reverse() -- reverse the order of the items in the array
tofile() -- write all items to a file object
tolist() -- return the array converted to an ordinary list
tobytes() -- return the array converted to a string

Attributes:

typecode -- the typecode character used to create the array
itemsize -- the length in bytes of one array item
`;
