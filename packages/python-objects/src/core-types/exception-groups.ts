import { type Address, isSmall, NONE, NULL, type Word } from "@hotpy/memory";
import { SHAPE_FUNCTION, SHAPE_TUPLE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import type { GetterDefinition, NativeDefinition } from "../natives.js";
import { classCheck, extendType } from "../types/define-type.js";

/** What runs Python code; the rest of it is native. A group is split without its other half, unless that is wanted. */
const source = `
def new_group(cls, message, given, make):
    return make(cls, message, given, tuple(given))

def subgroup(group, test, limit):
    return parted(group, test, False, limit)[0]

def split(group, test, limit):
    return parted(group, test, True, limit)

def parted(each, test, wants_others, room):
    if room <= 0:
        raise RecursionError('maximum recursion depth exceeded in exceptiongroup_split_recursive')
    if test(each) if is_function(test) else fulfils(each, test):
        return each, None
    if not is_group(each):
        return None, each if wants_others else None
    matching, others = [], []
    for inner in each.exceptions:
        match, rest = parted(inner, test, wants_others, room - 1)
        if match is not None:
            matching.append(match)
        if rest is not None:
            others.append(rest)
    return derived(each, matching), derived(each, others)

def derived(group, exceptions):
    if not exceptions:
        return None
    made = group.derive(exceptions)
    if not is_group(made):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    made.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if is_sequence(notes):
        made.__notes__ = list(notes)
    return made
`;

/** BaseExceptionGroup and ExceptionGroup. */
export function defineExceptionGroups(context: Context): void {
  const { memory, types, objects, exceptions, strings, realm, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const shapeOf = (word: Word): number => (isSmall(word) ? 0 : i32[word >>> 2] >>> 8);
  const [group, plainGroup, plain] = ["BaseExceptionGroup", "ExceptionGroup", "Exception"].map(types.named);
  const [messageName, exceptionsName, itemName] = ["message", "exceptions", "__getitem__"].map(intern);
  const isA = (word: Word, type: Address): boolean => types.isSubtype(types.typeOf(word), type);
  const isExceptionType = (word: Word): boolean => types.isType(word) && types.record(word).kind === "exception";

  /** What CPython's PySequence_Check says. */
  const isSequence = (word: Word): boolean =>
    types.lookup(types.typeOf(word), itemName) !== NULL && !isA(word, types.named("dict"));

  /** `value` is what the group is made with, `items` a tuple of the exceptions. */
  function make(given: Address, message: Word, value: Word, items: Word): Word {
    let type = given;
    const all = objects.itemsOf(items);
    if (all.length === 0)
      return exceptions.raise("ValueError", "second argument (exceptions) must be a non-empty sequence");
    const wrong = all.findIndex((each) => !exceptions.isException(each));
    if (wrong >= 0)
      return exceptions.raise("ValueError", `Item ${wrong} of second argument (exceptions) is not an exception`);
    const isPlain = all.every((each) => isA(each, plain));
    if (isPlain && type === group) type = plainGroup;
    if (!isPlain && types.isSubtype(type, plain)) {
      const where = type === plainGroup ? "an ExceptionGroup" : `'${types.nameOf(type)}'`;
      return exceptions.raise("TypeError", `Cannot nest BaseExceptions in ${where}`);
    }
    const made = exceptions.create(type, objects.tuple([message, value]));
    exceptions.setMember(made, messageName, message);
    exceptions.setMember(made, exceptionsName, items);
    return made;
  }

  const natives: readonly NativeDefinition[] = [
    {
      name: "make",
      parameters: "(cls, message, given, items, /)",
      run: (args) => make(arg(args, 0), arg(args, 1), arg(args, 2), arg(args, 3)),
    },
    { name: "is_group", parameters: "(each, /)", run: (args) => objects.bool(isA(arg(args, 0), group)) },
    {
      name: "is_function",
      parameters: "(test, /)",
      run: (args) => objects.bool(shapeOf(arg(args, 0)) === SHAPE_FUNCTION),
    },
    { name: "is_sequence", parameters: "(value, /)", run: (args) => objects.bool(isSequence(arg(args, 0))) },
    {
      // As `except` compares: `__instancecheck__` is not asked.
      name: "fulfils",
      parameters: "(each, test, /)",
      run(args) {
        const [each, test] = [arg(args, 0), arg(args, 1)];
        const wanted = types.isType(test) ? [test] : objects.itemsOf(context.shapes.valueOf(test));
        return objects.bool(wanted.some((type) => isA(each, type)));
      },
    },
  ];
  const surrogate = realm.defineSurrogates(source, natives);
  const checkClass = classCheck(context, group);

  function newGroup(args: Address): Word {
    const [cls, given] = [arg(args, 0), objects.itemsOf(arg(args, 1))];
    if (!checkClass(cls)) return NULL;
    const refuse = (message: string): Word => exceptions.raise("TypeError", message);
    if (given.length !== 2)
      return refuse(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${given.length} given)`);
    const [message, items] = given;
    if (!strings.isString(context.shapes.valueOf(message))) {
      const name = types.shownNameOf(types.typeOf(message));
      return refuse(`BaseExceptionGroup.__new__() argument 1 must be str, not ${name}`);
    }
    if (!isSequence(items)) return refuse("second argument (exceptions) must be a sequence");
    if (shapeOf(items) === SHAPE_TUPLE) return make(cls, message, items, items);
    return realm.tailCall(surrogate("new_group"), cls, message, items, surrogate("make"));
  }

  const isTest = (word: Word): boolean => {
    if (shapeOf(word) === SHAPE_FUNCTION || isExceptionType(word)) return true;
    const value = context.shapes.valueOf(word);
    return shapeOf(value) === SHAPE_TUPLE && objects.itemsOf(value).every(isExceptionType);
  };

  /** A method that parts the group by a test. */
  const parting = (name: string): NativeDefinition => ({
    name,
    parameters: "(self, condition, /)",
    frames: true,
    leaf: false,
    run(args) {
      const [self, test] = [arg(args, 0), arg(args, 1)];
      return isTest(test)
        ? realm.tailCall(surrogate(name), self, test, objects.int(realm.recursionLimit()))
        : exceptions.raise("TypeError", "expected a function, exception type or tuple of exception types");
    },
  });

  const member = (name: Word): GetterDefinition => ({
    name: strings.toJS(name),
    isField: true,
    get: (self) => exceptions.member(self, name) || NONE,
  });

  extendType(context, group, {
    doc: "A combination of multiple unrelated exceptions.",
    isGeneric: true,
    staticMethods: [
      {
        name: "__new__",
        parameters: "(cls, /, *args, **kwargs)",
        acceptsClass: checkClass,
        frames: true,
        leaf: false,
        run: newGroup,
      },
    ],
    methods: [
      {
        name: "__str__",
        parameters: "(self, /)",
        run(args) {
          const [message, items] = [messageName, exceptionsName].map((name) => exceptions.member(arg(args, 0), name));
          if (message === NULL) return intern("");
          const count = objects.itemsOf(items).length;
          const text = strings.toJS(context.shapes.valueOf(message));
          return strings.fromJS(`${text} (${count} sub-exception${count === 1 ? "" : "s"})`);
        },
      },
      {
        name: "derive",
        parameters: "(self, excs, /)",
        frames: true,
        leaf: false,
        run: (args) => realm.tailCall(group, exceptions.member(arg(args, 0), messageName) || NONE, arg(args, 1)),
      },
      parting("subgroup"),
      parting("split"),
    ],
    getters: [member(messageName), member(exceptionsName)],
  });
}
