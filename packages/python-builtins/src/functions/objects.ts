import { type CoreMachine, SHAPE_SMALL } from "@hotpy/interpreter";
import { type Address, isSmall, NULL, type Word } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  SHAPE_DICT,
  SHAPE_FUNCTION,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  shapeIdOf,
  TUPLE,
  UNDECIDED,
  wordAt,
} from "@hotpy/object-model";
import { LOOP_LENGTH, type NativeDefinition, PURE, READS_CONTENTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { asciiOfString, asciiText } from "../text/repr.js";
import { CHARACTER, CODE_POINT, IS_INSTANCE } from "./in-loop.js";

/** Builtin functions about any object: its length, text, identity, type and attributes. */
export function defineObjectFunctions({ realm, argument, surrogate, hashedKeys }: Library): void {
  const { strings, integers, none } = realm;
  const [dirName, dictName] = [realm.intern("__dir__"), realm.intern("__dict__")];

  const isPythonFunction = (word: Word): boolean =>
    (word & 1) === 0 && word !== NULL && realm.memory.i32[word >>> 2] >>> 8 === SHAPE_FUNCTION;

  function hash(args: Address): Word {
    const value = argument(args, 0);
    const isTuple = !isSmall(value) && shapeIdOf(realm.memory, value) === SHAPE_TUPLE;
    return isTuple && hashedKeys.isFor(value) ? hashedKeys.call("hash_of_tuple", value) : realm.hash(value);
  }

  function repr(args: Address): Word {
    const value = argument(args, 0);
    const text = realm.pythonKernel.textOfNumber(value);
    if (text !== UNDECIDED && text !== NULL) return text;
    // What is written in Python runs without re-entering the loop.
    const method = realm.lookupOnType(realm.typeOf(value), realm.intern("__repr__"));
    return isPythonFunction(method) ? realm.tailRepr(value) : realm.repr(value);
  }

  function ascii(args: Address): Word {
    if (strings.isString(argument(args, 0))) return asciiOfString(realm, argument(args, 0));
    const text = realm.repr(argument(args, 0));
    return text === NULL ? NULL : asciiText(realm, text);
  }

  function chr(args: Address): Word {
    const index = realm.index(argument(args, 0));
    if (index === NULL) return NULL;
    const code = integers.toNumber(index);
    if (Math.abs(code) >= 2 ** 31) return realm.raise("OverflowError", "Python int too large to convert to C int");
    return code >= 0 && code < 0x110000
      ? strings.char(code)
      : realm.raise("ValueError", "chr() arg not in range(0x110000)");
  }

  function ord(args: Address): Word {
    const string = realm.valueOf(argument(args, 0));
    if (realm.bytes.isBytes(string) || realm.bytes.isByteArray(string)) {
      const size = realm.bytes.size(string);
      if (size === 1) return realm.int(realm.memory.u8[realm.bytes.data(string) >>> 0]);
      return realm.raise("TypeError", `ord() expected a character, but string of length ${size} found`);
    }
    if (!strings.isString(string))
      return realm.raise(
        "TypeError",
        `ord() expected string of length 1, but ${realm.typeName(argument(args, 0))} found`,
      );
    const length = strings.length(string);
    if (length !== 1)
      return realm.raise("TypeError", `ord() expected a character, but string of length ${length} found`);
    return realm.int(strings.codeAt(strings.flat(string), 0));
  }

  function attributeName(given: Word): Word {
    const word = realm.valueOf(given);
    if (strings.isString(word)) return strings.intern(word);
    return realm.raise("TypeError", `attribute name must be string, not '${realm.typeName(given)}'`);
  }

  function getAttribute(args: Address): Word {
    const name = attributeName(argument(args, 1));
    if (name === NULL) return NULL;
    realm.noteAttribute(argument(args, 0), name);
    if (argument(args, 2) === NULL) return realm.getAttribute(argument(args, 0), name);
    const value = realm.findAttribute(argument(args, 0), name);
    return value === NULL && realm.pending() === NULL ? argument(args, 2) : value;
  }

  /** The types that the second argument of isinstance() names, pinned; undefined for anything but types and tuples of them, and for tuples that lie deep in others. */
  function typesIn<V>(m: CoreMachine<V>, classInfo: V, depth = 0): Address[] | undefined {
    const shape = m.shapeOf(classInfo);
    if (shape === SHAPE_TYPE) {
      const type = m.wordOf(classInfo);
      return realm.typeOf(type) === realm.type("type") ? [type] : undefined;
    }
    if (shape !== SHAPE_TUPLE || depth > 8) return undefined;
    const size = m.numberOf(m.op("load_i32", [classInfo], TUPLE.size));
    const found: Address[] = [];
    for (let index = 0; index < size; index++) {
      const each = typesIn(m, m.op("load_word", [classInfo], wordAt(TUPLE.items, index)), depth + 1);
      if (each === undefined) return undefined;
      found.push(...each);
    }
    return found;
  }

  function isSubclass(args: Address): Word {
    const truth = realm.isSubclassOf(argument(args, 0), argument(args, 1));
    return truth < 0 ? NULL : realm.bool(truth === 1);
  }

  function vars(args: Address): Word {
    if (argument(args, 0) === NULL) return realm.frameLocals();
    const dict = realm.findAttribute(argument(args, 0), realm.intern("__dict__"));
    if (dict !== NULL || realm.pending() !== NULL) return dict;
    return realm.raise("TypeError", "vars() argument must have __dict__ attribute");
  }

  function dir(args: Address): Word {
    const object = argument(args, 0);
    if (object === NULL) {
      const locals = realm.frameLocals();
      if (shapeIdOf(realm.memory, locals) === SHAPE_DICT) return namesOf(locals);
      // A mapping that code is executed in.
      const keys = realm.getAttribute(locals, realm.intern("keys"));
      return keys === NULL ? NULL : realm.tailCall(surrogate("dir_by"), keys);
    }
    const type = realm.typeOf(object);
    const usual = [realm.type("object"), realm.type("module")].some(
      (each) => realm.lookupOnType(type, dirName) === realm.lookupOnType(each, dirName),
    );
    const { handles } = realm;
    const mark = handles.mark();
    const kept = handles.push(object);
    const own = realm.isInstance(object, realm.type("module")) ? realm.findAttribute(object, dictName) : NULL;
    const owner = handles.get(kept);
    handles.release(mark);
    const isOwn = own !== NULL && realm.dicts.getInterned(own, dirName) !== NULL;
    if (usual && !isOwn) return realm.dir(owner);
    const names = isOwn ? realm.dicts.getInterned(own, dirName) : realm.boundSpecial(owner, dirName);
    return names === NULL ? NULL : realm.tailCall(surrogate("dir_by"), names);
  }

  /** Keys of a dict of names, sorted. */
  function namesOf(dict: Word): Word {
    const names: Word[] = [];
    for (let entry = realm.dicts.nextEntry(dict, 0); entry >= 0; entry = realm.dicts.nextEntry(dict, entry + 1)) {
      names.push(realm.dicts.keyAt(dict, entry));
    }
    return realm.list(names.sort(strings.compare));
  }

  function length(args: Address): Word {
    const count = realm.length(argument(args, 0));
    // Only ranges can be longer than doubles count.
    const isExact = count <= Number.MAX_SAFE_INTEGER || realm.typeOf(argument(args, 0)) !== realm.type("range");
    if (!isExact)
      return realm.callFound(realm.lookupOnType(realm.type("range"), realm.intern("__len__")), argument(args, 0));
    return count < 0 ? NULL : realm.int(count);
  }

  function format(args: Address): Word {
    const spec = argument(args, 1) === NULL ? NULL : realm.valueOf(argument(args, 1));
    if (spec !== NULL && !strings.isString(spec))
      return realm.raise("TypeError", `format() argument 2 must be str, not ${realm.typeName(spec)}`);
    return realm.format(argument(args, 0), spec);
  }

  function callable(args: Address): Word {
    const word = argument(args, 0);
    const isInstance = (word & 1) === 0 && shapeIdOf(realm.memory, word) >= FIRST_DYNAMIC_SHAPE;
    if (isInstance) realm.noteTraits(realm.typeOf(word));
    return realm.bool(realm.isCallable(word));
  }

  const definitions: NativeDefinition[] = [
    {
      name: "len",
      parameters: "(obj, /)",
      loop: LOOP_LENGTH,
      kernel: { 1: realm.pythonKernel.callLen },
      kernelReads: true,
      asks: { method: "__len__", after: realm.afterLength },
      expand(m, [object, ...rest], tools) {
        if (object === undefined || rest.length > 0) return undefined;
        const size = tools.size(m, tools.carried(m, object, ["__len__"]));
        return size === undefined ? undefined : m.op("box_int", [m.op("i64_from_i32", [size])]);
      },
      run: length,
    },
    {
      name: "repr",
      parameters: "(obj, /)",
      frames: true,
      kernel: { 1: realm.pythonKernel.callRepr },
      kernelReads: true,
      asks: { method: "__repr__", after: realm.afterText.__repr__ },
      run: repr,
    },
    { name: "ascii", parameters: "(obj, /)", run: ascii },
    {
      name: "format",
      parameters: "(value, format_spec='', /)",
      kernel: { 2: realm.pythonKernel.formatPlain },
      run: format,
    },
    {
      name: "chr",
      parameters: "(i, /)",
      effects: PURE,
      loop: CHARACTER,
      kernel: { 1: realm.kernel.characterOfCode },
      run: chr,
    },
    {
      name: "ord",
      parameters: "(c, /)",
      effects: PURE,
      loop: CODE_POINT,
      kernel: { 1: realm.kernel.codeOfCharacter },
      run: ord,
    },
    {
      name: "hash",
      parameters: "(obj, /)",
      effects: READS_CONTENTS,
      kernel: { 1: realm.pythonKernel.callHash },
      asks: { method: "__hash__", after: realm.afterHash },
      frames: true,
      forObjects: { method: "__hash__", inTuple: true, surrogate: () => hashedKeys.surrogate("hash_of_tuple") },
      run: hash,
    },
    { name: "id", parameters: "(obj, /)", run: (args) => identity(argument(args, 0)) },
    { name: "callable", parameters: "(obj, /)", kernel: { 1: realm.pythonKernel.callCallable }, run: callable },
    {
      name: "isinstance",
      parameters: "(obj, class_or_tuple, /)",
      loop: IS_INSTANCE,
      expand(m, [object, classInfo, ...rest]) {
        if (object === undefined || classInfo === undefined || rest.length > 0) return undefined;
        const wanted = typesIn(m, classInfo);
        const shape = m.shapeOf(object);
        if (wanted === undefined || shape === SHAPE_TYPE || shape < 0) return undefined;
        const own = shape === SHAPE_SMALL ? realm.type("int") : realm.memory.i32[realm.shapes.record(shape) >>> 2];
        if (realm.saysItsClass(own)) return undefined;
        return m.word(realm.bool(wanted.some((type) => realm.isSubtype(own, type))));
      },
      run(args) {
        const truth = realm.isInstanceOf(argument(args, 0), argument(args, 1));
        return truth < 0 ? NULL : realm.bool(truth === 1);
      },
    },
    {
      name: "issubclass",
      parameters: "(class_, class_or_tuple, /)",
      kernel: { 2: realm.pythonKernel.callIsSubclass },
      run: isSubclass,
    },
    {
      name: "getattr",
      parameters: "(object, name, default=None, /)",
      expand: (m, [object, name], tools) =>
        object === undefined || name === undefined ? undefined : tools.attribute(m, object, name),
      kernel: { 2: realm.pythonKernel.callGetattr, 3: realm.pythonKernel.callGetattrOr },
      run: getAttribute,
    },
    {
      name: "setattr",
      parameters: "(obj, name, value, /)",
      kernel: { 3: realm.pythonKernel.callSetattr },
      run(args) {
        const name = attributeName(argument(args, 1));
        if (name === NULL) return NULL;
        realm.noteAttribute(argument(args, 0), name);
        return realm.setAttribute(argument(args, 0), name, argument(args, 2)) ? none : NULL;
      },
    },
    {
      name: "delattr",
      parameters: "(obj, name, /)",
      run(args) {
        const name = attributeName(argument(args, 1));
        return name !== NULL && realm.deleteAttribute(argument(args, 0), name) ? none : NULL;
      },
    },
    {
      name: "hasattr",
      parameters: "(obj, name, /)",
      kernel: { 2: realm.pythonKernel.callHasattr },
      run(args) {
        const name = attributeName(argument(args, 1));
        if (name === NULL) return NULL;
        realm.noteAttribute(argument(args, 0), name);
        const value = realm.findAttribute(argument(args, 0), name);
        return value === NULL && realm.pending() !== NULL ? NULL : realm.bool(value !== NULL);
      },
    },
    { name: "vars", parameters: "(object=None, /)", leaf: false, run: vars },
    { name: "globals", parameters: "()", leaf: false, run: () => realm.frameGlobals() },
    { name: "locals", parameters: "()", leaf: false, run: () => realm.frameLocals() },
    { name: "dir", parameters: "(object=None, /)", frames: true, leaf: false, run: dir },
  ];
  for (const definition of definitions) realm.defineBuiltin(definition);

  /** Small integers have no object: their identity is their value, out of the way of the others. */
  function identity(word: Word): Word {
    return (word & 1) !== 0 ? integers.add(realm.int(SMALL_IDENTITY), word) : realm.int(realm.heap.identity(word));
  }

  realm.extendType(realm.type("NotImplementedType"), {
    methods: [
      {
        name: "__bool__",
        parameters: "(self, /)",
        frames: true,
        run: (args) => realm.tailCall(surrogate("not_implemented_bool"), argument(args, 0)),
      },
    ],
  });
}

/** Identities of objects count from 1; those of small integers lie from here on. */
const SMALL_IDENTITY = 2 ** 40;
