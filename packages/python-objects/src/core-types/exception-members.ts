import { type Address, isSmall, NONE, NULL, type Word } from "@hotpy/memory";
import { ARRAY_ITEMS, LIST_ITEMS, LIST_LENGTH, SHAPE_BIGINT, shapeIdOf, TAIL_SIZE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { EXCEPTION_ARGS } from "../exceptions/layout.js";
import { SHAPE_BYTE_STRING } from "../layouts.js";
import { extendType } from "../types/define-type.js";

/// Attributes that builtin exceptions have beside `args`: where their values come from when an exception is made.

/** The members of one exception, in order of its arguments. */
interface Members {
  readonly names: readonly string[];
  /** Fewest and most arguments with which members are set from them; others leave them None. */
  readonly from?: readonly [least: number, most: number];
  /** Names that may be given as keywords (then there are no others). */
  readonly keywords?: readonly string[];
}

/** Those of StopIteration and SystemExit are in exceptions.ts: they are their first argument. */
const MEMBERS: Readonly<Record<string, Members>> = {
  OSError: { names: ["errno", "strerror", "filename", "winerror", "filename2"], from: [2, 5] },
  ImportError: { names: ["msg", "name", "path"], from: [1, 1], keywords: ["name", "path"] },
  NameError: { names: ["name"], keywords: ["name"] },
  AttributeError: { names: ["name", "obj"], keywords: ["name", "obj"] },
  SyntaxError: {
    names: ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"],
    from: [1, 1],
  },
  UnicodeEncodeError: { names: ["encoding", "object", "start", "end", "reason"], from: [5, 5] },
  UnicodeDecodeError: { names: ["encoding", "object", "start", "end", "reason"], from: [5, 5] },
  UnicodeTranslateError: { names: ["object", "start", "end", "reason"], from: [4, 4] },
};
/** Arguments without an attribute of their own on this system. */
const HIDDEN = new Set(["winerror"]);

export function defineExceptionMembers(context: Context): void {
  const { memory, heap, types, exceptions, dicts, objects, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const lengthOf = (tuple: Word): number => i32[(tuple + TAIL_SIZE) >>> 2];
  const itemOf = (tuple: Word, index: number): Word => i32[(tuple >>> 2) + 2 + index];
  /** What the VM itself raises has its members in its arguments only. */
  function get(self: Word, name: string, { names, from }: Members): Word {
    const value = exceptions.member(self, intern(name));
    if (value !== NULL) return value;
    const given = i32[(self + EXCEPTION_ARGS) >>> 2];
    const index = names.indexOf(name);
    const count = lengthOf(given);
    return from !== undefined && count >= from[0] && count <= from[1] && index < count ? itemOf(given, index) : NONE;
  }
  const set = (self: Word, name: string, value: Word): void => void exceptions.setMember(self, intern(name), value);

  /** Sets the members of a fresh exception from its arguments. False: raised. */
  function initialise(type: string, self: Word, given: Word, keywords: Word): boolean {
    const { names, from, keywords: allowed = [] } = MEMBERS[type];
    const count = lengthOf(given);
    heap.storeWord(self, EXCEPTION_ARGS, given);
    // Called again, it forgets what it was told before.
    if (allowed.length > 0)
      for (const name of names) if (exceptions.member(self, intern(name)) !== NULL) set(self, name, NONE);
    const named = dicts.length(keywords);
    if (allowed.length > 0 && named > allowed.length) {
      const most = `${allowed.length} keyword argument${allowed.length === 1 ? "" : "s"}`;
      return exceptions.raise("TypeError", `${type}() takes at most ${most} (${named} given)`) !== NULL;
    }
    for (let entry = dicts.nextEntry(keywords, 0); entry >= 0; entry = dicts.nextEntry(keywords, entry + 1)) {
      const key = context.strings.toJS(dicts.keyAt(keywords, entry));
      if (!allowed.includes(key)) {
        const message =
          allowed.length > 0
            ? `'${key}' is an invalid keyword argument for ${type}()`
            : `${types.shownNameOf(types.typeOf(self))}() takes no keyword arguments`;
        return exceptions.raise("TypeError", message) !== NULL;
      }
      set(self, key, dicts.valueAt(keywords, entry));
    }
    if (type === "SyntaxError") return initialiseSyntaxError(self, given, count);
    if (from === undefined || count < from[0] || count > from[1]) {
      if (type.startsWith("Unicode")) return wrongCount(from?.[0] ?? 0, count);
      return true;
    }
    if (type.startsWith("Unicode")) return initialiseUnicodeError(type, self, given);
    // A second file is nothing without the first.
    const isOfOneFile = type === "OSError" && count > 2 && itemOf(given, 2) === NONE;
    for (let i = 0; i < count; i++) set(self, names[i], isOfOneFile && i > 2 ? NONE : itemOf(given, i));
    return type !== "OSError" || count < 3 || itemOf(given, 2) === NONE || initialiseFileNames(self, given);
  }

  /** Checks the arguments as CPython's parser does, in their order: texts, and two numbers of C. */
  function initialiseUnicodeError(type: string, self: Word, given: Word): boolean {
    const { handles, realm, strings, bytes, buffers } = context;
    const { names } = MEMBERS[type];
    const mark = handles.mark();
    const [exception, kept] = [handles.push(self), handles.push(given)];
    const nameOfType = (word: Word): string => (word === NONE ? "None" : types.shownNameOf(types.typeOf(word)));

    /** The value of an argument, or NULL: raised. */
    function checked(name: string, i: number): Word {
      const value = itemOf(handles.get(kept), i);
      if (name === "start" || name === "end") {
        const index = realm.index(value);
        return index !== NULL && shapeIdOf(memory, index) === SHAPE_BIGINT
          ? exceptions.raise("OverflowError", "Python int too large to convert to C ssize_t")
          : index;
      }
      if ((name === "object" && type === "UnicodeDecodeError") || strings.isString(realm.valueOf(value))) return value;
      return exceptions.raise("TypeError", `argument ${i + 1} must be str, not ${nameOfType(value)}`);
    }

    try {
      for (const [i, name] of names.entries()) {
        const value = checked(name, i);
        if (value === NULL) return false;
        set(handles.get(exception), name, value);
      }
      if (type !== "UnicodeDecodeError") return true;
      const object = itemOf(handles.get(kept), names.indexOf("object"));
      if (bytes.isBytes(realm.valueOf(object))) return true;
      const found = buffers.required(object);
      if (found === undefined) return false;
      set(handles.get(exception), "object", bytes.from(SHAPE_BYTE_STRING, found.data, found.size));
      return true;
    } finally {
      handles.release(mark);
    }
  }

  /** `start` and `end` of a UnicodeError: numbers of C. */
  function setPlace(self: Word, name: string, value: Word): boolean {
    if (value === NULL) return exceptions.raise("TypeError", "can't delete numeric/char attribute") !== NULL;
    const number = context.realm.valueOf(value);
    if (!context.integers.isInteger(number)) return exceptions.raise("TypeError", "an integer is required") !== NULL;
    if (!isSmall(number) && shapeIdOf(memory, number) === SHAPE_BIGINT)
      return exceptions.raise("OverflowError", "Python int too large to convert to C ssize_t") !== NULL;
    set(self, name, number);
    return true;
  }

  /** File names are no arguments, as far as `args` goes; the third of BlockingIOError may be a number of characters. */
  function initialiseFileNames(self: Word, given: Word): boolean {
    const third = itemOf(given, 2);
    if (types.typeOf(self) === types.named("BlockingIOError") && isNumber(third)) return setWritten(self, third);
    heap.storeWord(self, EXCEPTION_ARGS, objects.tuple([itemOf(given, 0), itemOf(given, 1)]));
    return true;
  }

  /** What CPython's PyNumber_Check says. */
  const isNumber = (word: Word): boolean =>
    ["__index__", "__int__", "__float__"].some((name) => types.lookup(types.typeOf(word), intern(name)) !== NULL);

  /** @param value NULL deletes */
  function setWritten(self: Word, value: Word): boolean {
    if (value === NULL) {
      if (exceptions.member(self, intern("characters_written")) === NULL)
        return exceptions.raise("AttributeError", "characters_written") !== NULL;
      set(self, "characters_written", NULL);
      return true;
    }
    set(self, "filename", NONE);
    const mark = context.handles.mark();
    const kept = context.handles.push(self);
    const index = context.realm.index(value);
    const exception = context.handles.get(kept);
    context.handles.release(mark);
    if (index === NULL) return false;
    if (shapeIdOf(memory, index) === SHAPE_BIGINT)
      return exceptions.raise("ValueError", "cannot fit 'int' into an index-sized integer") !== NULL;
    set(exception, "characters_written", index);
    return true;
  }

  function wrongCount(wanted: number, count: number): boolean {
    return exceptions.raise("TypeError", `function takes exactly ${wanted} arguments (${count} given)`) !== NULL;
  }

  /** `SyntaxError(message, (filename, lineno, offset, text[, end_lineno, end_offset]))`. */
  function initialiseSyntaxError(self: Word, given: Word, count: number): boolean {
    const { names } = MEMBERS.SyntaxError;
    if (count >= 1) set(self, names[0], itemOf(given, 0));
    if (count !== 2) return true;
    const mark = context.handles.mark();
    const kept = context.handles.push(self);
    const list = context.realm.listOf(itemOf(given, 1));
    const error = context.handles.get(kept);
    context.handles.release(mark);
    if (list === NULL) return false;
    const details = objects.tupleFrom(i32[(list + LIST_ITEMS) >>> 2] + ARRAY_ITEMS, i32[(list + LIST_LENGTH) >>> 2]);
    const length = lengthOf(details);
    if (length < 4 || length > 6 || length === 5) {
      const message =
        length === 5
          ? "end_offset must be provided when end_lineno is provided"
          : `function takes ${length < 4 ? "at least 4" : "at most 6"} arguments (${length} given)`;
      return exceptions.raise("TypeError", message) !== NULL;
    }
    for (let i = 0; i < length; i++) set(error, names[1 + i], itemOf(details, i));
    return true;
  }

  for (const [type, members] of Object.entries(MEMBERS)) {
    const { names } = members;
    extendType(context, types.named(type), {
      methods: [
        {
          name: "__init__",
          parameters: "(self, /, *args, **kwargs)",
          run: (args) => (initialise(type, arg(args, 0), arg(args, 1), arg(args, 2)) ? NONE : NULL),
        },
      ],
      getters: names
        .filter((name) => !HIDDEN.has(name))
        .map((name) => ({
          name,
          isField: true as const,
          get: (self: Word) => get(self, name, members),
          set(self: Word, value: Word) {
            if (type.startsWith("Unicode") && (name === "start" || name === "end")) return setPlace(self, name, value);
            set(self, name, value === NULL ? NONE : value);
            return true;
          },
        })),
    });
  }

  extendType(context, types.named("OSError"), {
    getters: [
      {
        name: "characters_written",
        get(self) {
          const written = exceptions.member(self, intern("characters_written"));
          return written === NULL ? exceptions.raise("AttributeError", "characters_written") : written;
        },
        set: setWritten,
      },
    ],
  });

  /** `str` of a value; undefined: raised. May collect. */
  const shown = (word: Word): string | undefined => {
    const text = context.realm.toStr(word);
    return text === NULL ? undefined : context.strings.toJS(text);
  };
  /** A member of the exception that a handle holds. */
  const member = (self: number, type: string, name: string): Word =>
    get(context.handles.get(self), name, MEMBERS[type]);

  function syntaxErrorText(self: number): Word {
    const message = shown(member(self, "SyntaxError", "msg"));
    if (message === undefined) return NULL;
    const [file, line] = ["filename", "lineno"].map((name) => member(self, "SyntaxError", name));
    const name = context.strings.isString(file) ? context.strings.toJS(file).replace(/.*\//, "") : undefined;
    const where = [...(name === undefined ? [] : [name]), ...(isSmall(line) ? [`line ${line >> 1}`] : [])];
    return context.strings.fromJS(where.length === 0 ? message : `${message} (${where.join(", ")})`);
  }

  /** "… character '\\xe9' in position 0: …", or "… characters in position 0-2: …". */
  function characterFault(what: string, self: number, type: string): Word {
    const [object, start, end, reason] = ["object", "start", "end", "reason"].map((name) => member(self, type, name));
    const { strings } = context;
    if (!strings.isString(object) || !isSmall(start) || !isSmall(end)) return intern("");
    const [first, last] = [start >> 1, (end >> 1) - 1];
    if (first !== last || first < 0 || first >= strings.length(object))
      return strings.fromJS(`${what} characters in position ${first}-${last}: ${shown(reason)}`);
    const code = strings.codeAt(strings.flat(object), first);
    const digits = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    const escape = `\\${digits === 2 ? "x" : digits === 4 ? "u" : "U"}${code.toString(16).padStart(digits, "0")}`;
    return strings.fromJS(`${what} character '${escape}' in position ${first}: ${shown(reason)}`);
  }

  const encodeErrorText = (self: number): Word => {
    const encoding = shown(member(self, "UnicodeEncodeError", "encoding"));
    return characterFault(`'${encoding}' codec can't encode`, self, "UnicodeEncodeError");
  };
  const translateErrorText = (self: number): Word => characterFault("can't translate", self, "UnicodeTranslateError");

  /** "'utf-8' codec can't decode byte 0xff in position 0: …", or "… bytes in position 0-2: …". */
  function decodeErrorText(self: number): Word {
    const { bytes, strings } = context;
    const encoding = shown(member(self, "UnicodeDecodeError", "encoding"));
    const [object, start, end, reason] = ["object", "start", "end", "reason"].map((name) =>
      member(self, "UnicodeDecodeError", name),
    );
    const value = context.realm.valueOf(object);
    if (!bytes.isBytes(value) || !isSmall(start) || !isSmall(end)) return intern("");
    const size = bytes.size(value);
    const first = start >> 1;
    const last = (end >> 1) - 1;
    const what = `'${encoding}' codec can't decode byte`;
    if (first !== last || first < 0 || first >= size)
      return strings.fromJS(`${what}s in position ${first}-${last}: ${shown(reason)}`);
    // Read before what follows, which may move it.
    const byte = memory.u8[(bytes.data(value) >>> 0) + first].toString(16).padStart(2, "0");
    return strings.fromJS(`${what} 0x${byte} in position ${first}: ${shown(reason)}`);
  }

  /** @param text is given a handle, as what it asks for may move the exception */
  const textMethod = (text: (self: number) => Word) => ({
    methods: [
      {
        name: "__str__",
        parameters: "(self, /)",
        run(args: Address): Word {
          const mark = context.handles.mark();
          try {
            return text(context.handles.push(arg(args, 0)));
          } finally {
            context.handles.release(mark);
          }
        },
      },
    ],
  });
  extendType(context, types.named("SyntaxError"), textMethod(syntaxErrorText));
  extendType(context, types.named("UnicodeEncodeError"), textMethod(encodeErrorText));
  extendType(context, types.named("UnicodeDecodeError"), textMethod(decodeErrorText));
  extendType(context, types.named("UnicodeTranslateError"), textMethod(translateErrorText));
}
