import { type Address, NULL, type Word } from "@hotpy/memory";
import { SHAPE_LIST, SHAPE_LIST_ITERATOR } from "@hotpy/object-model";
import { MAKES_LIST, type NativeDefinition, READS_CONTENTS, WRITES_LISTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { sizeArgument } from "../numbers/convert.js";
import { createCollect } from "./collect.js";
import { compareSequences, defineComparisons } from "./compare.js";
import { createDisplay } from "./display.js";
import { APPEND, POP } from "./in-loop.js";
import { createListSort } from "./list-sort.js";
import { createListSubscripts } from "./list-subscripts.js";
import { defineConcatenation, repeatCount } from "./operators.js";
import { createSequenceSearch, NO_END } from "./search.js";

/** list. */
export function defineListType(library: Library): void {
  const { realm, lists, iterators, surrogate, surrogateFor, argument } = library;
  const { none, pythonKernel: kernel } = realm;
  const collect = createCollect(realm, lists, iterators);
  const search = createSequenceSearch(library);
  const display = createDisplay(library);

  const self = (args: Address): Word => argument(args, 0);
  /** The result of what returns nothing. */
  const noneAfter = (_: void): Word => none;

  function construct(args: Address): Word {
    const iterable = argument(args, 1);
    if (iterable === NULL) return lists.create(0);
    return collect.list(iterable) ?? realm.tailCall(surrogateFor("list_of", iterable), iterable);
  }

  function extend(args: Address): Word {
    const added = collect.extend(self(args), argument(args, 1));
    if (added === undefined)
      return realm.tailCall(surrogateFor("list_extend", argument(args, 1)), self(args), argument(args, 1));
    return added ? none : NULL;
  }

  /** `list.__init__`: empties the list, then extends it. */
  function initialise(args: Address): Word {
    lists.clear(self(args));
    return argument(args, 1) === NULL ? none : extend(args);
  }

  function insert(args: Address): Word {
    const index = sizeArgument(realm, argument(args, 1));
    if (index === undefined) return NULL;
    const list = self(args);
    const length = lists.length(list);
    const at = index < 0 ? Math.max(0, index + length) : Math.min(index, length);
    lists.insert(list, at, argument(args, 2));
    return none;
  }

  function pop(args: Address): Word {
    const index = argument(args, 1) === NULL ? -1 : sizeArgument(realm, argument(args, 1));
    if (index === undefined) return NULL;
    const list = self(args);
    const length = lists.length(list);
    if (length === 0) return realm.raise("IndexError", "pop from empty list");
    const at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) return realm.raise("IndexError", "pop index out of range");
    return lists.take(list, at);
  }

  function remove(args: Address): Word {
    const index = search.find(self(args), argument(args, 1), 0, NO_END);
    if (index === -1) return realm.raise("ValueError", "list.remove(x): x not in list");
    if (index < 0) return search.byCode("list_remove", self(args), argument(args, 1));
    lists.take(self(args), index);
    return none;
  }

  function addInPlace(args: Address): Word {
    const list = realm.valueOf(self(args));
    const added = collect.extend(list, argument(args, 1));
    if (added === undefined)
      return realm.tailCall(
        surrogateFor("list_extend_in_place", argument(args, 1)),
        list,
        argument(args, 1),
        self(args),
      );
    return added ? self(args) : NULL;
  }

  function repeatInPlace(args: Address): Word {
    const count = repeatCount(realm, argument(args, 1));
    if (count === undefined) return NULL;
    const list = realm.valueOf(self(args));
    lists.repeatInPlace(list, count);
    return self(args);
  }

  const sorting = createListSort(library);
  const methods: NativeDefinition[] = [
    ...search.methods("list"),
    ...createListSubscripts(library, collect),
    { name: "__init__", leavesNames: true, parameters: "(self, iterable=(), /)", frames: true, run: initialise },
    {
      name: "append",
      parameters: "(self, object, /)",
      effects: WRITES_LISTS,
      loop: APPEND,
      expand(m, [list, value, ...rest], tools) {
        if (list === undefined || value === undefined || rest.length > 0 || m.shapeOf(list) !== SHAPE_LIST)
          return undefined;
        tools.append(m, list, value);
        return m.word(none);
      },
      run: (args) => noneAfter(lists.append(self(args), argument(args, 1))),
    },
    {
      name: "extend",
      parameters: "(self, iterable, /)",
      frames: true,
      effects: WRITES_LISTS,
      kernel: { 2: kernel.listExtend },
      run: extend,
    },
    {
      name: "insert",
      parameters: "(self, index, object, /)",
      effects: WRITES_LISTS,
      kernel: { 3: kernel.listInsert },
      run: insert,
    },
    {
      name: "pop",
      parameters: "(self, index=-1, /)",
      effects: WRITES_LISTS,
      loop: POP,
      kernel: { 1: realm.kernel.popFromList, 2: kernel.listPop },
      run: pop,
    },
    {
      name: "remove",
      parameters: "(self, value, /)",
      frames: true,
      effects: WRITES_LISTS,
      kernel: { 2: kernel.listRemove },
      forObjects: { method: "__eq__", surrogate: () => surrogate("list_remove") },
      run: remove,
    },
    {
      name: "clear",
      parameters: "(self, /)",
      effects: WRITES_LISTS,
      kernel: { 1: kernel.listClear },
      run: (args) => noneAfter(lists.clear(self(args))),
    },
    {
      name: "copy",
      parameters: "(self, /)",
      effects: READS_CONTENTS,
      kernel: { 1: kernel.listCopy },
      run: (args) => lists.pickList(self(args), 0, 1, lists.length(self(args))),
    },
    {
      name: "reverse",
      parameters: "(self, /)",
      effects: WRITES_LISTS,
      kernel: { 1: kernel.listReverse },
      run: (args) => noneAfter(lists.reverse(self(args))),
    },
    {
      name: "sort",
      parameters: "(self, /, *, key=None, reverse=False)",
      frames: true,
      kernel: { 1: kernel.listSort, 3: kernel.listSortBy },
      run: sorting.sort,
      forKeys: sorting.forKeys,
    },
    { name: "__repr__", parameters: "(self, /)", run: (args) => display.sequence(self(args), "[", "]") },
    {
      name: "__iadd__",
      parameters: "(self, value, /)",
      receives: "self",
      frames: true,
      effects: WRITES_LISTS,
      run: addInPlace,
    },
    { name: "__imul__", parameters: "(self, value, /)", receives: "self", effects: WRITES_LISTS, run: repeatInPlace },
    {
      name: "__reversed__",
      parameters: "(self, /)",
      run: (args) => iterators.reversed(self(args), "list_reverseiterator"),
    },
  ];

  const list = realm.defineType({
    name: "list",
    patterns: { collection: "sequence", isItself: true },
    isGeneric: true,
    shapes: [SHAPE_LIST],
    isBase: true,
    empty: () => lists.create(0),
    contains: search.containsPlain,
    construct: {
      name: "list",
      parameters: "(cls, iterable=(), /)",
      frames: true,
      effects: READS_CONTENTS,
      makes: MAKES_LIST,
      expand: (m, args, tools) => (args.length === 1 ? tools.newList(m) : undefined),
      run: construct,
      forGenerators: () => ({ surrogate: surrogate("list_of"), given: [{ kind: "iterator", index: 0 }] }),
    },
    methods,
    iterate: (list) => iterators.overSequence(SHAPE_LIST_ITERATOR, list),
    unhashable: true,
  });
  defineComparisons(realm, list, (comparison, a, b) => compareSequences(library, comparison, a, b));
  defineConcatenation(library, list, "list");
  realm.defineInPlace("add", list, list, (target, added) => (collect.extend(target, added) === true ? target : NULL));
}
