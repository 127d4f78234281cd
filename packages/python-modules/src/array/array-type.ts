import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { type Comparison, type NativeDefinition, SHAPE_BYTE_STRING, type Surrogate } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";
import { defineArrayIterator } from "./array-iterator.js";
import { createArrayKit } from "./array-kit.js";
import { ARRAY_DOC } from "./documentation.js";
import type { TypeCode } from "./items.js";
import type { Arrays } from "./layout.js";
import { arraySubscripts } from "./subscripts.js";

/** Bytes that CPython's object takes beside its items. */
const ARRAY_HEAD_BYTES = 80;
const COMPARISONS: readonly Comparison[] = ["eq", "ne", "lt", "le", "gt", "ge"];

/** `array.array` and its iterator. */
export function defineArrayType(
  library: Library,
  arrays: Arrays,
  codes: ReadonlyMap<string, TypeCode>,
  surrogate: Surrogate,
  reconstructor: Word,
): Address {
  const { realm, lists, iterators, argument } = library;
  const { bytes, buffers, strings, handles, none, pythonKernel } = realm;
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

  /** Appends the items of a list or tuple; `array` is a handle. False: raised. May collect. */
  function appendAll(array: number, sequence: () => Word): boolean {
    if (pythonKernel.extendArray(handles.get(array), sequence()) === none) return true;
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
    return ofItems(code, initial);
  }

  function ofItems(code: TypeCode, given: Word): Word {
    return library.withHandles(() => {
      const [items, made] = [handles.push(given), handles.push(arrays.create(code))];
      const sequence = (): Word => realm.valueOf(handles.get(items));
      if (lists.isList(sequence()) || lists.isTuple(sequence()))
        return appendAll(made, sequence) ? handles.get(made) : NULL;
      return tailCallSource(library, surrogate, "fill", [handles.get(made), handles.get(items), appendNative]);
    });
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
    const name = realm.plainTypeName(self);
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
      return library.withHandles(() => {
        // An item's __index__ may run where the arguments lie.
        const [kept, items] = [array, argument(args, 1)].map(handles.push);
        return appendAll(kept, () => realm.valueOf(handles.get(items))) ? none : NULL;
      });
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
        const isAdded =
          kit.insert(array, "end", lists.item(realm.valueOf(argument(args, 1)), i)) &&
          // The item's __index__ may have changed the list.
          (lists.length(realm.valueOf(argument(args, 1))) === length ||
            realm.raise("RuntimeError", "list changed size during iteration") !== NULL);
        if (!isAdded) {
          // All or nothing.
          const raised = handles.push(realm.pending());
          realm.clearPending();
          kit.replace(handles.get(array), before, arrays.count(handles.get(array)), 0, 0);
          return handles.get(raised) === NULL ? NULL : realm.raiseObject(handles.get(raised));
        }
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
    const bounds = library.slices.boundsNotNone(argument(args, 2), argument(args, 3), () =>
      arrays.count(argument(args, 0)),
    );
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
      {
        ...simple("__len__", (array) => realm.int(arrays.count(array))),
        kernel: { 1: pythonKernel.lengthOfArray },
        kernelReads: true,
      },
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
        kernel: { 2: pythonKernel.appendToArray },
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
      { ...simple("tolist", toList), kernel: { 1: pythonKernel.listOfArray }, kernelReads: true },
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

  defineArrayIterator(kit);
  return type;
}
