import { ABSENT } from "@hotpy/dict";
import { type Address, NULL, STATE_EMPTY_KEYS, type Word } from "@hotpy/memory";
import { DICT_COUNT, DICT_KEYS, defineFields, layoutOf, mutable, SHAPE_DICT } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { type NativeDefinition, VIEW_DICT } from "@hotpy/python-objects";

/** An iterator over an OrderedDict: the entry that comes next, how many there were, the version of the keys, and the dict; NULL at the end. */
const INDEX = 8;
const COUNT = 12;
const VERSION = 16;
const DICT = 20;
const ITERATOR = defineFields("ordered_dict_iterator", {
  index: mutable("i32", INDEX),
  count: mutable("i32", COUNT),
  version: mutable("i32", VERSION),
  dict: mutable("word", DICT, SHAPE_DICT),
});
const VIEW = defineFields("ordered_dict_view", { dict: mutable("word", VIEW_DICT, SHAPE_DICT) });

type Kind = "keys" | "values" | "items";
const KINDS: readonly Kind[] = ["keys", "values", "items"];

/** What makes iterators from either end, and views, of the dict that an OrderedDict is. */
interface OrderedViews extends Readonly<Record<Kind, (dict: Word) => Word>> {
  readonly iterator: (dict: Word) => Word;
  readonly reversed: (dict: Word) => Word;
}

/**
 * The views of an OrderedDict and its iterators, as functions for the source of the class. Keys that come, go or move end an iteration at its next step, as in
 * CPython; unless there is none, as the iterator then knows already that it is at its end.
 */
export function orderedNatives(library: Library): NativeDefinition[] {
  const { realm, argument } = library;
  let views: OrderedViews | undefined;
  const native = (name: keyof OrderedViews): NativeDefinition => ({
    name: `ordered_${name}`,
    parameters: "(self, /)",
    run(args) {
      views ??= defineOrderedViews(library);
      return views[name](realm.valueOf(argument(args, 0)));
    },
  });
  return (["iterator", "reversed", ...KINDS] as const).map(native);
}

function defineOrderedViews({ realm, iterators, lists, argument }: Library): OrderedViews {
  const { dicts, shapes } = realm;
  const { i32 } = realm.memory;
  const field = (object: Word, offset: number): number => i32[(object + offset) >>> 2];
  const set = (object: Word, offset: number, value: number): void => void (i32[(object + offset) >>> 2] = value);
  const pick: Record<Kind, (dict: Word, entry: number) => Word> = {
    keys: dicts.keyAt,
    values: dicts.valueAt,
    items: (dict, entry) => realm.tuple([dicts.keyAt(dict, entry), dicts.valueAt(dict, entry)]),
  };

  function fail(iterator: Word, dict: Word): Word {
    // What has been cleared has changed its size; CPython counts no order that is lost.
    const isCleared = field(dict, DICT_KEYS) === field(0, STATE_EMPTY_KEYS);
    if (isCleared) set(iterator, COUNT, -1);
    else set(iterator, DICT, NULL);
    const what = isCleared ? "changed size" : "mutated";
    return realm.raise("RuntimeError", `OrderedDict ${what} during iteration`);
  }

  function defineIterator(kind: Kind, isReversed: boolean): { shape: number; make: (dict: Word) => Word } {
    const shape = shapes.define(layoutOf("ordered-dict-iterator", ITERATOR), NULL);
    const advance = isReversed ? dicts.previousEntry : (dict: Word, from: number) => dicts.nextEntry(dict, from);
    iterators.register(shape, (iterator) => {
      const dict = field(iterator, DICT);
      if (dict === NULL) return NULL;
      if (field(iterator, COUNT) !== field(dict, DICT_COUNT) || dicts.keysVersion(dict) !== field(iterator, VERSION))
        return fail(iterator, dict);
      const entry = field(iterator, INDEX);
      const following = advance(dict, isReversed ? entry : entry + 1);
      if (following === ABSENT) set(iterator, DICT, NULL);
      else set(iterator, INDEX, following);
      return pick[kind](dict, entry);
    });
    const make = (dict: Word): Word => {
      const iterator = realm.object(shape);
      const first = advance(dict, isReversed ? dicts.entryEnd(dict) : 0);
      set(iterator, INDEX, first);
      set(iterator, COUNT, field(dict, DICT_COUNT));
      set(iterator, VERSION, dicts.keysVersion(dict));
      set(iterator, DICT, first === ABSENT ? NULL : dict);
      return iterator;
    };
    return { shape, make };
  }

  const forward = KINDS.map((kind) => defineIterator(kind, false));
  const backward = KINDS.map((kind) => defineIterator(kind, true));
  const all = [...forward, ...backward].map(({ shape }) => shape);

  /** `iter([…])` of what is left; the iterator stays where it is. */
  function reduce(args: Address): Word {
    const copy = realm.object(field(argument(args, 0), 0) >>> 8);
    for (const offset of [INDEX, COUNT, VERSION, DICT]) set(copy, offset, field(argument(args, 0), offset));
    const next = iterators.nextOf(copy);
    const items = lists.create(0);
    for (let item = next?.(copy) ?? NULL; item !== NULL; item = next?.(copy) ?? NULL) lists.append(items, item);
    if (realm.pending() !== NULL) return NULL;
    return realm.tuple([dicts.getInterned(realm.builtins(), realm.intern("iter")), realm.tuple([items])]);
  }
  realm.defineType({
    name: "odict_iterator",
    shapes: all,
    next: (iterator) => iterators.nextOf(iterator)?.(iterator) ?? NULL,
    iterate: (iterator) => iterator,
    methods: [{ name: "__reduce__", parameters: "(self, /)", run: reduce }],
  });

  /** Views that are being shown, which may hold themselves. */
  const shownNow = new Set<number>();
  const [keys, values, items] = KINDS.map((kind, at) => {
    const shape = shapes.define(layoutOf("ordered-dict-view", VIEW), NULL);
    const dictOf = (args: Address): Word => field(argument(args, 0), VIEW_DICT);
    realm.defineType({
      name: `odict_${kind}`,
      base: realm.type(`dict_${kind}`),
      shapes: [shape],
      iterate: (view) => forward[at].make(field(view, VIEW_DICT)),
      methods: [
        { name: "__reversed__", parameters: "(self, /)", run: (args) => backward[at].make(dictOf(args)) },
        {
          name: "__repr__",
          parameters: "(self, /)",
          run(args) {
            const items = lists.create(0);
            const dict = dictOf(args);
            for (let entry = dicts.nextEntry(dict, 0); entry !== ABSENT; entry = dicts.nextEntry(dict, entry + 1))
              lists.append(items, pick[kind](dict, entry));
            const identity = realm.heap.identity(argument(args, 0));
            if (shownNow.has(identity)) return realm.str("...");
            shownNow.add(identity);
            const shown = realm.repr(items);
            shownNow.delete(identity);
            return shown === NULL ? NULL : realm.str(`odict_${kind}(${realm.strings.toJS(shown)})`);
          },
        },
      ],
    });
    return (dict: Word): Word => {
      const view = realm.object(shape);
      set(view, VIEW_DICT, dict);
      return view;
    };
  });

  return { iterator: forward[0].make, reversed: backward[0].make, keys, values, items };
}
