import { type Address, NULL, tagSmall, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import { type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { sizeArgument } from "../numbers/convert.js";
import { intArgument, requireStr } from "./arguments.js";

/** Methods of str that strip, pad and map its characters. */
export function shapeMethods(library: Library): NativeDefinition[] {
  const { realm, lists, argument } = library;
  const { strings, integers, handles, none } = realm;
  const { pythonKernel: kernel } = realm;
  const made = madeBy(realm.heap);

  /** strip, lstrip, rstrip. */
  const stripper = (
    name: string,
    left: boolean,
    right: boolean,
    functions: NonNullable<NativeDefinition["kernel"]>,
  ): NativeDefinition => ({
    name,
    parameters: "(self, chars=None, /)",
    effects: PURE,
    kernel: functions,
    run(args) {
      const chars = argument(args, 1);
      if (chars === NULL || chars === none) return strings.stripSpace(argument(args, 0), left, right);
      if (!strings.isString(chars)) return realm.raise("TypeError", `${name} arg must be None or str`);
      return strings.stripCodes(argument(args, 0), chars, left, right);
    },
  });

  /** center, ljust, rjust; `leftOf` divides the padding. */
  const justifier = (
    name: string,
    leftOf: (padding: number, width: number) => number,
    functions: NonNullable<NativeDefinition["kernel"]> = {},
  ): NativeDefinition => ({
    name,
    parameters: "(self, width, fillchar=' ', /)",
    effects: PURE,
    kernel: functions,
    run(args) {
      const width = sizeArgument(realm, argument(args, 1));
      if (width === undefined) return NULL;
      const fill = argument(args, 2);
      if (fill !== NULL && !strings.isString(fill)) {
        return realm.raise("TypeError", `The fill character must be a unicode character, not ${realm.typeName(fill)}`);
      }
      if (fill !== NULL && strings.length(fill) !== 1)
        return realm.raise("TypeError", "The fill character must be exactly one character long");
      const string = argument(args, 0);
      const padding = width - strings.length(string);
      if (padding <= 0) return string;
      if (!realm.heap.canAllocate(width * 4)) return realm.raise("MemoryError", "");
      const left = leftOf(padding, width);
      return strings.pad(string, left, padding - left, fill === NULL ? 32 : strings.codeAt(strings.flat(fill), 0));
    },
  });

  function zeroFill(args: Address): Word {
    const width = sizeArgument(realm, argument(args, 1));
    if (width === undefined) return NULL;
    const string = argument(args, 0);
    if (width <= strings.length(string)) return string;
    if (!realm.heap.canAllocate(width * 4)) return realm.raise("MemoryError", "");
    return strings.zeroFill(string, width);
  }

  function expandTabs(args: Address): Word {
    const size = argument(args, 1) === NULL ? 8 : intArgument(realm, argument(args, 1));
    return size === undefined ? NULL : strings.expandTabs(argument(args, 0), size);
  }

  /** str.translate: a table from ordinals to ordinals, strings or None, of any type with `__getitem__`. */
  function translate(args: Address): Word {
    const translated = made(realm.pythonKernel.translateString(argument(args, 0), argument(args, 1)));
    return translated === UNDECIDED ? translateByItems(args) : translated;
  }

  /** The same by a table that may run Python code, or that has what cannot be put in a str. */
  function translateByItems(args: Address): Word {
    return library.withHandles(() => {
      const parts = handles.push(lists.create(strings.length(argument(args, 0))));
      const add = (part: Word): void => lists.append(handles.get(parts), part);
      for (let i = 0; i < strings.length(argument(args, 0)); i++) {
        const character = handles.push(strings.charAt(argument(args, 0), i));
        const given = realm.getItem(
          argument(args, 1),
          tagSmall(strings.codeAt(strings.flat(handles.get(character)), 0)),
        );
        const mapped = given === NULL ? NULL : realm.valueOf(given);
        if (mapped === NULL) {
          if (!realm.pendingIs("LookupError")) return NULL;
          realm.clearPending();
          add(handles.get(character));
        } else if (integers.isInteger(mapped)) {
          const code = integers.toNumber(mapped);
          if (!(code >= 0 && code < 0x110000))
            return realm.raise("ValueError", "character mapping must be in range(0x110000)");
          add(strings.char(code));
        } else if (strings.isString(mapped)) add(mapped);
        else if (mapped !== none) return realm.raise("TypeError", "character mapping must return integer, None or str");
        handles.release(character);
      }
      const list = handles.get(parts);
      return strings.join(strings.empty, lists.items(list), lists.length(list));
    });
  }

  return [
    stripper("strip", true, true, { 1: kernel.strStrip, 2: kernel.strStripOf }),
    stripper("lstrip", true, false, { 1: kernel.strStripStart, 2: kernel.strStripStartOf }),
    stripper("rstrip", false, true, { 1: kernel.strStripEnd, 2: kernel.strStripEndOf }),
    justifier("ljust", () => 0, { 2: kernel.strLeft, 3: kernel.strLeftBy }),
    justifier("rjust", (padding) => padding, { 2: kernel.strRight, 3: kernel.strRightBy }),
    justifier("center", (padding, width) => (padding >> 1) + (padding & width & 1)),
    {
      name: "zfill",
      parameters: "(self, width, /)",
      effects: PURE,
      kernel: { 2: kernel.strZeroFill },
      run: zeroFill,
    },
    {
      name: "expandtabs",
      parameters: "(self, tabsize=8)",
      effects: PURE,
      kernel: { 1: kernel.strExpandTabs },
      run: expandTabs,
    },
    { name: "translate", parameters: "(self, table, /)", kernel: { 2: kernel.strTranslate }, run: translate },
  ];
}

/** `str.maketrans`. */
export function makeTranslation({ realm, argument }: Library): NativeDefinition {
  const { strings, dicts, none } = realm;

  const given = (word: Word): Word => (word === NULL ? NULL : realm.valueOf(word));

  function fromStrings(args: Address): Word {
    const [from, to, removed] = [0, 1, 2].map((index) => given(argument(args, index)));
    if (!requireStr(realm, to, "maketrans() argument 2 ")) return NULL;
    if (removed !== NULL && !requireStr(realm, removed, "maketrans() argument 3 ")) return NULL;
    if (!strings.isString(from))
      return realm.raise("TypeError", "first maketrans argument must be a string if there is a second argument");
    const length = strings.length(from);
    if (length !== strings.length(to))
      return realm.raise("ValueError", "the first two maketrans arguments must have equal length");
    const table = dicts.create();
    for (let i = 0; i < length; i++)
      dicts.set(
        table,
        realm.int(strings.codeAt(strings.flat(from), i)),
        realm.int(strings.codeAt(strings.flat(to), i)),
      );
    if (removed !== NULL) {
      for (let i = 0; i < strings.length(removed); i++)
        dicts.set(table, realm.int(strings.codeAt(strings.flat(removed), i)), none);
    }
    return table;
  }

  function fromDict(source: Word): Word {
    if (realm.typeOf(source) !== realm.type("dict")) {
      return realm.raise("TypeError", "if you give only one argument to maketrans it must be a dict");
    }
    const table = dicts.create();
    for (let entry = dicts.nextEntry(source, 0); entry >= 0; entry = dicts.nextEntry(source, entry + 1)) {
      const key = realm.valueOf(dicts.keyAt(source, entry));
      const value = dicts.valueAt(source, entry);
      if (strings.isString(key)) {
        if (strings.length(key) !== 1)
          return realm.raise("ValueError", "string keys in translate table must be of length 1");
        dicts.set(table, realm.int(strings.codeAt(strings.flat(key), 0)), value);
      } else if (realm.integers.isInteger(key)) dicts.set(table, key, value);
      else return realm.raise("TypeError", "keys in translate table must be strings or integers");
    }
    return table;
  }

  return {
    name: "maketrans",
    parameters: "(x, y=None, z=None, /)",
    run: (args) => (argument(args, 1) === NULL ? fromDict(argument(args, 0)) : fromStrings(args)),
  };
}
