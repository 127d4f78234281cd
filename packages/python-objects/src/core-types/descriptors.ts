import { FRAME_CODE, FRAME_SLOTS } from "@hotpy/frame-stack";
import { type Address, FALSE, NONE, NULL, STATE_FRAME, TRUE, tagSmall, type Word } from "@hotpy/memory";
import { CELL_VALUE, CODE_FLAGS, SHAPE_CELL, SHAPE_FUNCTION, TYPE_INITIALISER } from "@hotpy/object-model";
import {
  PROPERTY_DELETE,
  PROPERTY_DOC,
  PROPERTY_DOC_OF_GETTER,
  PROPERTY_GET,
  PROPERTY_ITEM,
  PROPERTY_NAME,
  PROPERTY_SET,
  SUPER_AFTER,
  SUPER_OBJECT,
  SUPER_TYPE,
  WRAPPED,
  WRAPPER_DICT,
} from "../attributes/descriptors.js";
import { CODE_CLASS_BIT } from "../code/codes.js";
import { MAKES_SUPER } from "../constructs.js";
import type { Context } from "../context.js";
import { defineType } from "../types/define-type.js";
import { attributeName } from "./attribute-name.js";
import { defineFieldDescriptors } from "./field-descriptors.js";

/** Of local slots that the flags of a code object can name. */
const MOST_SLOTS = 255;

/** property, staticmethod, classmethod, super. */
export function defineDescriptorTypes(context: Context): void {
  const { memory, heap, types, exceptions, calls, strings } = context;
  const { descriptors, instances } = context.attributes;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const orNone = (word: Word): Word => (word === NULL ? NONE : word);

  /** Whether `__get__` has got an object or a class; false: raised. */
  function isBindable(args: Address): boolean {
    if (arg(args, 1) !== NONE || orNone(arg(args, 2)) !== NONE) return true;
    exceptions.raise("TypeError", "__get__(None, None) is invalid");
    return false;
  }

  /** `__isabstractmethod__`: whether any of these functions says so. */
  function isAbstract(...functions: readonly Word[]): Word {
    const name = context.name("__isabstractmethod__");
    const mark = context.handles.mark();
    const kept = functions.map((each) => context.handles.push(each));
    let result: Word = FALSE;
    for (const each of kept) {
      const found = context.realm.findAttribute(context.handles.get(each), name);
      const truth = found === NULL ? 0 : context.realm.truth(found);
      if (truth < 0 || context.exceptions.pending() !== NULL) result = NULL;
      else if (truth === 1) result = TRUE;
      if (result !== FALSE) break;
    }
    context.handles.release(mark);
    return result;
  }

  /** What staticmethod and classmethod take over from a function, as functools.wraps does. */
  const TAKEN_OVER = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"].map((name) =>
    context.name(name),
  );
  function dictOfWrapper(wrapper: Word): Word {
    const dict = context.dicts.create();
    const wrapped = field(wrapper, WRAPPED);
    for (const name of TAKEN_OVER) {
      const value = plainAttribute(wrapped, name);
      if (value !== NULL) context.dicts.set(dict, name, value);
    }
    return dict;
  }

  /** An attribute that is read without running Python code; else NULL. */
  function plainAttribute(object: Word, name: Word): Word {
    const type = types.typeOf(object);
    if (types.isType(object) ? type === types.type : !types.record(type).isClass)
      return context.attributes.find(object, name);
    if (types.isType(object) || !context.attributes.isPlain(type)) return NULL;
    const own = instances.get(object, name);
    const found = own !== NULL ? own : types.lookup(type, name);
    return found !== NULL && (own !== NULL || descriptors.isValue(found)) ? found : NULL;
  }

  const withAccessor = (name: string, offset: number) => ({
    name,
    parameters: "(self, accessor, /)",
    receives: "self" as const,
    run(args: Address): Word {
      const old = context.shapes.valueOf(arg(args, 0));
      const [getter, setter, deleter] = [PROPERTY_GET, PROPERTY_SET, PROPERTY_DELETE].map((each) =>
        each === offset && arg(args, 1) !== NONE ? arg(args, 1) : field(old, each),
      );
      const doc = field(old, PROPERTY_DOC_OF_GETTER) === TRUE && getter !== NONE ? NONE : field(old, PROPERTY_DOC);
      const property = context.realm.call(types.typeOf(arg(args, 0)), getter, setter, deleter, doc);
      if (property === NULL) return NULL;
      const made = context.shapes.valueOf(property);
      const name = field(context.shapes.valueOf(arg(args, 0)), PROPERTY_NAME);
      if (descriptors.isProperty(made)) heap.storeWord(made, PROPERTY_NAME, name);
      return property;
    },
  });

  /**
   * The documentation that a property takes over from its getter, where the arguments from 1 on give none; undefined: none; NULL: raised.
   * Reading it may run Python code.
   */
  function docOfGetter(args: Address): Word | undefined {
    const getter = orNone(arg(args, 1));
    if (getter === NONE || orNone(arg(args, 4)) !== NONE) return undefined;
    if ((getter & 1) === 0 && i32[getter >>> 2] >>> 8 === SHAPE_FUNCTION) return context.codes.documentationOf(getter);
    const found = context.realm.findAttribute(getter, context.name("__doc__"));
    return found === NULL && exceptions.pending() === NULL ? undefined : found;
  }

  function createProperty(args: Address): Word {
    const doc = docOfGetter(args);
    const [getter, setter, deleter, given] = [1, 2, 3, 4].map((index) => orNone(arg(args, index)));
    if (doc === NULL) return NULL;
    return descriptors.createProperty(getter, setter, deleter, doc ?? given, doc === undefined ? FALSE : TRUE);
  }

  /** `property.__init__`. The class of an object of another class hides the `__doc__` of properties, so that such an object keeps it as an attribute. */
  function initialiseProperty(args: Address): Word {
    const made = createProperty(args);
    if (made === NULL) return NULL;
    const self = arg(args, 0);
    const value = context.shapes.valueOf(self);
    const takesDoc = field(made, PROPERTY_DOC_OF_GETTER) === TRUE;
    const doc = field(made, PROPERTY_DOC);
    for (const each of [PROPERTY_GET, PROPERTY_SET, PROPERTY_DELETE, PROPERTY_DOC_OF_GETTER])
      heap.storeWord(value, each, field(made, each));
    i32[(value + PROPERTY_ITEM) >>> 2] = 0;
    heap.storeWord(value, PROPERTY_DOC, takesDoc && value !== self ? NONE : doc);
    if (!takesDoc || value === self) return NONE;
    return context.realm.setAttribute(self, context.name("__doc__"), doc) ? NONE : NULL;
  }

  defineType(context, {
    name: "property",
    shapes: [descriptors.propertyShape],
    isBase: true,
    empty: () => descriptors.createProperty(NONE, NONE, NONE, NONE, FALSE),
    construct: {
      name: "property",
      parameters: "(cls, fget=None, fset=None, fdel=None, doc=None)",
      run: createProperty,
    },
    methods: [
      {
        name: "__init__",
        parameters: "(self, fget=None, fset=None, fdel=None, doc=None)",
        receives: "self",
        // It sets an attribute of what it fills.
        leaf: false,
        run: initialiseProperty,
      },
      {
        name: "__set_name__",
        parameters: "(self, owner, name, /)",
        wording: "function",
        run(args) {
          if (strings.isString(arg(args, 2))) heap.storeWord(arg(args, 0), PROPERTY_NAME, arg(args, 2));
          return NONE;
        },
      },
      withAccessor("getter", PROPERTY_GET),
      withAccessor("setter", PROPERTY_SET),
      withAccessor("deleter", PROPERTY_DELETE),
      {
        name: "__get__",
        parameters: "(self, instance, owner=None, /)",
        receives: "self",
        frames: true,
        run(args) {
          if (!isBindable(args)) return NULL;
          const self = arg(args, 0);
          return arg(args, 1) === NONE
            ? self
            : descriptors.get(context.shapes.valueOf(self), arg(args, 1), arg(args, 2));
        },
      },
      {
        name: "__set__",
        parameters: "(self, instance, value, /)",
        frames: true,
        run: (args) => descriptors.set(arg(args, 0), arg(args, 1), arg(args, 2), "") ?? NONE,
      },
      {
        name: "__delete__",
        parameters: "(self, instance, /)",
        frames: true,
        run: (args) => descriptors.set(arg(args, 0), arg(args, 1), NULL, "") ?? NONE,
      },
    ],
    getters: [
      { name: "fget", isField: true, get: (self) => field(self, PROPERTY_GET) },
      { name: "fset", isField: true, get: (self) => field(self, PROPERTY_SET) },
      { name: "fdel", isField: true, get: (self) => field(self, PROPERTY_DELETE) },
      {
        name: "__isabstractmethod__",
        get: (self) => isAbstract(...[PROPERTY_GET, PROPERTY_SET, PROPERTY_DELETE].map((each) => field(self, each))),
      },
      {
        name: "__doc__",
        get: (self) => orNone(field(self, PROPERTY_DOC)),
        set(self, value) {
          context.heap.storeWord(self, PROPERTY_DOC, value === NULL ? NONE : value);
          return true;
        },
      },
    ],
  });

  for (const [name, shape] of [
    ["staticmethod", descriptors.staticMethodShape],
    ["classmethod", descriptors.classMethodShape],
  ] as const) {
    instances.keepDict(shape, WRAPPER_DICT, dictOfWrapper);
    defineType(context, {
      name,
      shapes: [shape],
      isBase: true,
      empty: () => descriptors.createWrapper(shape, NONE),
      construct: {
        name,
        parameters: "(cls, function, /)",
        wording: "unpack",
        run: (args) => descriptors.createWrapper(shape, arg(args, 1)),
      },
      methods: [
        {
          name: "__init__",
          parameters: "(self, function, /)",
          wording: "unpack",
          run(args) {
            context.heap.storeWord(arg(args, 0), WRAPPED, arg(args, 1));
            return NONE;
          },
        },
        {
          name: "__repr__",
          parameters: "(self, /)",
          run(args) {
            const text = context.realm.repr(field(arg(args, 0), WRAPPED));
            return text === NULL ? NULL : strings.fromJS(`<${name}(${strings.toJS(text)})>`);
          },
        },
        {
          name: "__get__",
          parameters: "(self, instance, owner=None, /)",
          frames: true,
          run: (args) =>
            isBindable(args)
              ? descriptors.get(
                  arg(args, 0),
                  arg(args, 1) === NONE ? NULL : arg(args, 1),
                  arg(args, 2) || types.typeOf(arg(args, 1)),
                )
              : NULL,
        },
        ...(name === "staticmethod"
          ? [
              {
                name: "__call__",
                parameters: "(self, /, *args, **kwargs)",
                frames: true as const,
                run: (args: Address): Word =>
                  calls.invokeSpread(field(arg(args, 0), WRAPPED), arg(args, 1), arg(args, 2)),
              },
            ]
          : []),
      ],
      getters: [
        context.attributes.instanceGetters.dict,
        { name: "__func__", isField: true, get: (self) => field(self, WRAPPED) },
        { name: "__wrapped__", isField: true, get: (self) => field(self, WRAPPED) },
        { name: "__isabstractmethod__", get: (self) => isAbstract(field(self, WRAPPED)) },
        {
          name: "__doc__",
          get: (self) => orNone(instances.get(self, context.name("__doc__"))),
          set(self, value) {
            if (value !== NULL) instances.set(self, context.name("__doc__"), value);
            else if (!instances.delete(self, context.name("__doc__")))
              return exceptions.raise("AttributeError", "__doc__") !== NULL;
            return true;
          },
        },
      ],
    });
  }

  defineFieldDescriptors(context);

  /** `super()` without arguments: the cell `__class__` and the first argument of the running function. */
  function implicitSuper(): Word {
    const frame = i32[STATE_FRAME >>> 2];
    const { unit } = context.codes.record(field(frame, FRAME_CODE));
    const slot = (index: number): Word => i32[((frame + FRAME_SLOTS) >>> 2) + index];
    if (unit.argumentCount === 0) return exceptions.raise("RuntimeError", "super(): no arguments");
    const free = unit.freeNames.indexOf("__class__");
    if (free < 0) return exceptions.raise("RuntimeError", "super(): __class__ cell not found");
    const at = unit.localNames.length + unit.cellNames.length + free;
    const type = field(slot(at), CELL_VALUE);
    if (type === NULL) return exceptions.raise("RuntimeError", "super(): empty __class__ cell");
    // A first argument that closures share is kept in a cell; its local slot keeps what the call gave.
    const own = unit.cellNames.indexOf(unit.localNames[0]);
    const cell = own < 0 ? NULL : slot(unit.localNames.length + own);
    // The kernel takes it from there.
    const flags = (field(frame, FRAME_CODE) + CODE_FLAGS) >>> 2;
    if (own < 0 && at < MOST_SLOTS && i32[flags] >>> CODE_CLASS_BIT === 0) i32[flags] |= (at + 1) << CODE_CLASS_BIT;
    const self = cell !== NULL && i32[cell >>> 2] >>> 8 === SHAPE_CELL ? field(cell, CELL_VALUE) : slot(0);
    return self === NULL
      ? exceptions.raise("RuntimeError", "super(): arg[0] deleted")
      : descriptors.createSuper(type, self);
  }

  /** Without arguments it looks at the running frame. */
  function superOf(args: Address): Word {
    const [type, object] = [arg(args, 1), orNone(arg(args, 2))];
    if (type === NULL) return implicitSuper();
    if (object === NONE || !types.isType(type) || descriptors.searchedBySuper(type, object) !== NULL)
      return descriptors.createSuper(type, object);
    // A proxy says that it is of another class.
    const mark = context.handles.mark();
    const [kept, keptType] = [context.handles.push(object), context.handles.push(type)];
    const said = context.realm.findAttribute(object, context.name("__class__"));
    const result =
      said === NULL && exceptions.pending() !== NULL
        ? NULL
        : descriptors.createSuper(context.handles.get(keptType), context.handles.get(kept), said);
    context.handles.release(mark);
    return result;
  }

  const superType = defineType(context, {
    name: "super",
    shapes: [descriptors.superShape],
    isBase: true,
    empty: () => descriptors.emptySuper(),
    construct: {
      name: "super",
      parameters: "(cls, type=None, object=None, /)",
      wording: "unpack()",
      leaf: false,
      makes: MAKES_SUPER,
      run: superOf,
    },
    methods: [
      {
        name: "__init__",
        parameters: "(self, type=None, object=None, /)",
        wording: "unpack()",
        leaf: false,
        run(args) {
          const made = superOf(args);
          if (made === NULL) return NULL;
          for (const each of [SUPER_AFTER, SUPER_OBJECT, SUPER_TYPE])
            heap.storeWord(arg(args, 0), each, field(made, each));
          return NONE;
        },
      },
      {
        name: "__getattribute__",
        parameters: "(self, name, /)",
        receives: "self",
        frames: true,
        run(args) {
          const self = arg(args, 0);
          const key = attributeName(context, arg(args, 1));
          if (key === NULL) return NULL;
          const found = context.attributes.findAfter(context.shapes.valueOf(self), key);
          return found !== NULL || exceptions.pending() !== NULL ? found : context.attributes.getGeneric(self, key);
        },
      },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const self = arg(args, 0);
          const type = field(self, SUPER_TYPE);
          const object = type === NONE ? "NULL" : `<${types.nameOf(type)} object>`;
          return strings.fromJS(`<super: <class '${types.nameOf(field(self, SUPER_AFTER))}'>, ${object}>`);
        },
      },
      {
        name: "__get__",
        parameters: "(self, instance, owner=None, /)",
        receives: "self",
        frames: true,
        run(args) {
          if (!isBindable(args)) return NULL;
          const [self, instance] = [arg(args, 0), arg(args, 1)];
          const bare = context.shapes.valueOf(self);
          if (orNone(instance) === NONE || field(bare, SUPER_OBJECT) !== NONE) return self;
          // A class of the program's is called for an object of its own.
          return bare === self
            ? descriptors.createSuper(field(bare, SUPER_AFTER), instance)
            : calls.invokeWith(types.typeOf(self), field(bare, SUPER_AFTER), instance);
        },
      },
    ],
    getters: [
      { name: "__thisclass__", isField: true, get: (self) => field(self, SUPER_AFTER) },
      { name: "__self__", isField: true, get: (self) => field(self, SUPER_OBJECT) },
      { name: "__self_class__", isField: true, get: (self) => field(self, SUPER_TYPE) },
    ],
  });
  heap.storeWord(superType, TYPE_INITIALISER, context.objects.tuple([tagSmall(descriptors.superShape)]));
}
