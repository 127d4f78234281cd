import { SHAPE_SMALL } from "@hotpy/interpreter";
import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  FLAG_INTERNED,
  SHAPE_DICT,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  shapeIdOf,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import type { Parts } from "../context.js";
import type { NativeDefinition, Patterns } from "../natives.js";
import type { Realm } from "../realm/realm.js";
import { patternsOf } from "../types/patterns.js";
import { LOOP_LENGTH } from "./in-loop.js";

/** The functions that the patterns of `match` are made of. */
export function matchingInternals(parts: Parts, realm: Realm): readonly NativeDefinition[] {
  const { memory, types, exceptions, strings, dicts, objects, handles, pythonKernel, name: intern } = parts;
  const { i32 } = memory;
  const argument = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const isExactly = (word: Word, shape: number): boolean => (word & 1) === 0 && shapeIdOf(memory, word) === shape;
  const isInterned = (word: Word): boolean => strings.isString(word) && (i32[word >>> 2] & FLAG_INTERNED) !== 0;
  const sizeOf = (tuple: Word): number => i32[(tuple + TAIL_SIZE) >>> 2];
  const itemOf = (tuple: Word, index: number): Word => i32[(tuple + TUPLE_ITEMS + 4 * index) >>> 2];
  const [getName, argsName] = ["get", "__match_args__"].map(intern);
  pythonKernel.matchArgsAre(argsName);

  const isCollection = (name: string, kind: Patterns["collection"], kernel: CallableFunction): NativeDefinition => ({
    name,
    parameters: "(subject, /)",
    kernel: { 1: kernel },
    kernelReads: true,
    expand(m, [subject]) {
      if (subject === undefined) return undefined;
      const shape = m.shapeOf(subject);
      // What classes are collections can change: `Sequence.register`.
      if (shape >= FIRST_DYNAMIC_SHAPE || shape < 0) return undefined;
      const type = shape === SHAPE_SMALL ? types.int : i32[parts.shapes.record(shape) >>> 2];
      return m.word(objects.bool(patternsOf(types, type, "collection") === kind));
    },
    run: (args) => objects.bool(patternsOf(types, types.typeOf(argument(args, 0)), "collection") === kind),
  });

  /** Runs `collect`, which keeps what it finds by handles, and makes a tuple of that; None or NULL as it says. */
  function tupleOf(collect: (keep: (word: Word) => void, kept: readonly number[]) => "all" | "none" | "raised"): Word {
    const mark = handles.mark();
    const kept: number[] = [];
    const outcome = collect((word) => kept.push(handles.push(word)), kept);
    const words = outcome === "all" ? kept.map(handles.get) : [];
    handles.release(mark);
    if (outcome === "raised") return NULL;
    return outcome === "none" ? NONE : objects.tuple(words);
  }

  /** The key of a mapping pattern that is there already, in another form; NULL: none, or raised. */
  function repeatedKey(args: Address): Word {
    const seen = handles.push(dicts.create());
    for (let i = 0; i < sizeOf(argument(args, 1)); i++) {
      const key = itemOf(argument(args, 1), i);
      if (!dicts.set(handles.get(seen), key, NONE)) return NULL;
      if (dicts.length(handles.get(seen)) === i) return itemOf(argument(args, 1), i);
    }
    return NULL;
  }

  function valuesOf(args: Address): Word {
    return tupleOf((keep) => {
      const count = sizeOf(argument(args, 1));
      const repeated = count > 1 ? repeatedKey(args) : NULL;
      if (repeated !== NULL) {
        const text = realm.repr(repeated);
        if (text !== NULL)
          exceptions.raise("ValueError", `mapping pattern checks duplicate key (${strings.toJS(text)})`);
      }
      if (exceptions.pending() !== NULL) return "raised";
      const missing = handles.push(isExactly(argument(args, 0), SHAPE_DICT) ? NULL : newObject());
      for (let i = 0; i < count; i++) {
        const [mapping, key] = [argument(args, 0), itemOf(argument(args, 1), i)];
        const value = isExactly(mapping, SHAPE_DICT)
          ? dicts.get(mapping, key)
          : realm.callMethod(mapping, getName, key, handles.get(missing));
        if (exceptions.pending() !== NULL) return "raised";
        if (value === handles.get(missing)) return "none";
        keep(value);
      }
      return "all";
    });
  }

  const newObject = (): Word => types.instantiate(types.object);

  /** A dict of what a mapping has beside the keys. */
  function restOf(args: Address): Word {
    const mark = handles.mark();
    const rest = handles.push(realm.call(types.named("dict"), argument(args, 0)));
    for (let i = 0; handles.get(rest) !== NULL && i < sizeOf(argument(args, 1)); i++)
      if (!realm.deleteItem(handles.get(rest), itemOf(argument(args, 1), i))) handles.set(rest, NULL);
    const result = handles.get(rest);
    handles.release(mark);
    return result;
  }

  /** The names of the attributes that positional subpatterns stand for; "self": the one stands for the object. NULL: raised. */
  function positionalNames(cls: Word, count: number): Word | "self" {
    if (count === 0) return objects.emptyTuple;
    const declared = realm.findAttribute(cls, argsName);
    if (declared === NULL && exceptions.pending() !== NULL) return NULL;
    // Stays: types do not move.
    const name = types.nameOf(cls);
    if (declared !== NULL && !isExactly(declared, SHAPE_TUPLE))
      return exceptions.raise(
        "TypeError",
        `${name}.__match_args__ must be a tuple (got ${types.shownNameOf(types.typeOf(declared))})`,
      );
    const isItself = declared === NULL && patternsOf(types, cls, "isItself") === true;
    const allowed = isItself ? 1 : declared === NULL ? 0 : sizeOf(declared);
    if (allowed < count)
      return exceptions.raise(
        "TypeError",
        `${name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? "" : "s"} (${count} given)`,
      );
    return isItself ? "self" : declared;
  }

  /** Arguments: the subject, the class, names of attributes, and how many positional subpatterns come before those. */
  /** What the kernel's function of the same name reads. */
  function noteOperands(args: Address): void {
    const [subject, cls, names, count] = [0, 1, 2, 3].map((index) => argument(args, index));
    if (!types.isType(cls)) return;
    const type = types.typeOf(subject);
    if (types.record(type).isClass) realm.noteTraits(type);
    if (!types.isSubtype(type, cls)) return;
    const declared = count >> 1 === 0 ? NULL : types.lookup(cls, argsName);
    if (declared !== NULL) realm.noteAttribute(cls, argsName);
    for (const each of [isExactly(declared, SHAPE_TUPLE) ? declared : NULL, names])
      if (each !== NULL)
        for (let i = 0; i < sizeOf(each); i++)
          if (isInterned(itemOf(each, i))) realm.noteAttribute(subject, itemOf(each, i));
  }

  function attributesOf(args: Address): Word {
    const cls = argument(args, 1);
    if (!types.isType(cls)) return exceptions.raise("TypeError", "called match pattern must be a type");
    const isInstance = realm.isInstanceOf(argument(args, 0), cls);
    if (isInstance !== 1) return isInstance === 0 ? NONE : NULL;
    return tupleOf((keep) => {
      const count = argument(args, 3) >> 1;
      const declared = positionalNames(cls, count);
      if (declared === NULL) return "raised";
      const positional = declared === "self" ? NULL : handles.push(declared);
      const seen = new Set<string>();
      /** Whether the attribute has been kept; undefined: raised. */
      function take(name: Word): boolean | undefined {
        if (!strings.isString(name)) {
          exceptions.raise(
            "TypeError",
            `__match_args__ elements must be strings (got ${types.shownNameOf(types.typeOf(name))})`,
          );
          return undefined;
        }
        const text = strings.toJS(name);
        if (seen.has(text)) {
          exceptions.raise(
            "TypeError",
            `${types.nameOf(cls)}() got multiple sub-patterns for attribute ${strings.toJS(realm.repr(name))}`,
          );
          return undefined;
        }
        seen.add(text);
        const value = realm.findAttribute(argument(args, 0), name);
        if (value !== NULL) keep(value);
        return value !== NULL ? true : exceptions.pending() === NULL ? false : undefined;
      }
      if (declared === "self") keep(argument(args, 0));
      for (let i = 0; i < count + sizeOf(argument(args, 2)); i++) {
        if (i < count && declared === "self") continue;
        const taken = take(i < count ? itemOf(handles.get(positional), i) : itemOf(argument(args, 2), i - count));
        if (taken !== true) return taken === false ? "none" : "raised";
      }
      return "all";
    });
  }

  return [
    isCollection("is_sequence", "sequence", pythonKernel.isSequencePattern),
    isCollection("is_mapping", "mapping", pythonKernel.isMappingPattern),
    {
      name: "length",
      parameters: "(subject, /)",
      loop: LOOP_LENGTH,
      expand(m, [subject], tools) {
        if (subject === undefined) return undefined;
        const size = tools.size(m, tools.carried(m, subject, ["__len__"]));
        return size === undefined ? undefined : m.op("box_int", [m.op("i64_from_i32", [size])]);
      },
      run(args) {
        const length = realm.length(argument(args, 0));
        return length < 0 ? NULL : objects.int(length);
      },
    },
    { name: "values_of", parameters: "(subject, keys, /)", kernel: { 2: pythonKernel.valuesOf }, run: valuesOf },
    { name: "rest_of", parameters: "(subject, keys, /)", run: restOf },
    {
      name: "attributes_of",
      parameters: "(subject, cls, names, count, /)",
      kernel: { 4: pythonKernel.attributesOf },
      expand(m, [subject, cls, names]) {
        if (subject === undefined || cls === undefined || names === undefined) return undefined;
        if (m.shapeOf(cls) !== SHAPE_TYPE) return undefined;
        const shape = m.shapeOf(subject);
        if (shape === SHAPE_TYPE || shape < 0) return undefined;
        const own = shape === SHAPE_SMALL ? types.int : i32[parts.shapes.record(shape) >>> 2];
        const wanted = m.wordOf(cls);
        const isKnown = types.typeOf(wanted) === types.type && !realm.saysItsClass(own);
        return isKnown && !types.isSubtype(own, wanted) ? m.word(NONE) : undefined;
      },
      run(args) {
        noteOperands(args);
        return attributesOf(args);
      },
    },
  ];
}
