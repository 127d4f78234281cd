import { FRAME_SP } from "@hotpy/frame-stack";
import { type Address, isSmall, NONE, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  FIRST_DYNAMIC_SHAPE,
  INSTANCE_SLOTS,
  isNativeShape,
  MODULE_DICT,
  SHAPE_FUNCTION,
  SHAPE_INT64,
  SHAPE_MODULE,
  SHAPE_NATIVE_METHOD,
  SHAPE_NATIVE_OPERATOR,
  SHAPE_TYPE,
  TYPE_HOST,
  TYPE_VERSION,
} from "@hotpy/object-model";
import {
  type Context,
  type Execution,
  PROPERTY_GET,
  PROPERTY_ITEM,
  PROPERTY_SET,
  RESUME,
  SUPER_AFTER,
  SUPER_OBJECT,
  SUPER_TYPE,
  WRAPPED,
} from "@hotpy/python-objects";
import { callKey, createAttributeTable, IN_DICT, inPlaceKey, placeOf } from "./attribute-table.js";
import type { Quickening } from "./quickening.js";

/** Attributes, with the filling of inline caches (their format is described at the definitions). */
export interface AttributeOperations {
  /** Byte address of the table of attributes. */
  readonly attributeTable: Address;
  loadAttribute(object: Word, name: Word, ip: number): Word;
  storeAttribute(object: Word, name: Word, value: Word, ip: number): Word;
  deleteAttribute(object: Word, name: Word): Word;
  /** Writes function and self, or 1 and the attribute, above the frame's operands. A word if done. */
  loadMethod(object: Word, name: Word, ip: number): Word;
  /** Remembers in the table of attributes the Python function that the class of an object has for a name, if it may be called at once. Not for the loop. */
  noteMethod(object: Word, name: Word): void;
  /** The same for the method `reflected` that an operator of this name, or a comparison, calls of its right operand. Not for the loop. */
  noteReflected(object: Word, name: Word, reflected: Word): void;
  /** The same for the method of this name that `a op= b` calls of its left operand, unless that has the method `inPlace`. Not for the loop. */
  noteInPlace(object: Word, name: Word, inPlace: Word): void;
  /** The same for `__call__`, which may be a native's. Not for the loop. */
  noteCall(object: Word): void;
  /** The same for the methods in Python that `str` and formatting without a specification call. Not for the loop. */
  noteTexts(object: Word): void;
  /** Not for the loop. */
  readonly typeHides: Execution["typeHides"];
}

const CACHES = 6;
const DONE: Word = 1;

export function createAttributeOperations(context: Context, quickening: Quickening): AttributeOperations {
  const {
    memory,
    types,
    shapes,
    dicts,
    attributes,
    natives,
    objects,
    continuations,
    pythonKernel,
    name: intern,
  } = context;
  const { i32 } = memory;
  const { instances, descriptors } = attributes;
  const table = createAttributeTable(context);
  const [callName, formatName, strName, reprName] = ["__call__", "__format__", "__str__", "__repr__"].map(intern);
  const opcodes = {
    slot: quickening.opcode("load_attr_slot"),
    module: quickening.opcode("load_attr_module"),
    class: quickening.opcode("load_attr_class"),
    property: quickening.opcode("load_attr_property"),
    general: quickening.opcode("load_attr"),
    store: quickening.opcode("store_attr_slot"),
    add: quickening.opcode("store_attr_add"),
    setter: quickening.opcode("store_attr_property"),
    generalStore: quickening.opcode("store_attr"),
    method: quickening.opcode("load_method_type"),
    wrapped: quickening.opcode("load_method_wrapped"),
    superMethod: quickening.opcode("load_method_super"),
    moduleMethod: quickening.opcode("load_method_module"),
    slotMethod: quickening.opcode("load_method_slot"),
    generalMethod: quickening.opcode("load_method"),
  };
  const className = intern("__class__");
  const hooks = ["__getattribute__", "__setattr__"].map(intern);

  /** Instructions specialised for slots of instances of a type. */
  const slotSites = new Map<Address, Set<number>>();
  function remember(type: Address, ip: number): void {
    const sites = slotSites.get(type);
    if (sites === undefined) slotSites.set(type, new Set([ip]));
    else sites.add(ip);
  }
  /** What is specialised for slots of its instances goes by the general rules again. */
  function typeHides(type: Address): void {
    table.clearSlots();
    for (const ip of slotSites.get(type) ?? []) {
      const form = i32[ip] & 255;
      if (form === opcodes.slot) quickening.write(ip, opcodes.general);
      else if (form === opcodes.slotMethod) quickening.write(ip, opcodes.generalMethod);
      else if (form === opcodes.store || form === opcodes.add) quickening.write(ip, opcodes.generalStore);
    }
    slotSites.delete(type);
  }

  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);
  const version = (type: Address): number => i32[(type + TYPE_VERSION) >>> 2];
  /** By the type's number: its version when it was found to have no method of its own in place of `object`'s. */
  const plainVersions = new Map(hooks.map((hook) => [hook, [] as number[]]));
  function isInherited(type: Address, hook: Word): boolean {
    const host = i32[(type + TYPE_HOST) >>> 2];
    const versions = plainVersions.get(hook) ?? [];
    if (versions[host] === version(type)) return true;
    if (types.lookup(type, hook) !== types.lookup(types.object, hook)) return false;
    versions[host] = version(type);
    return true;
  }
  /** Whether what instances of the type have, or find on it, is got by the general rules: `__getattr__` is asked for nothing of that. */
  const isRead = (type: Address): boolean => isInherited(type, hooks[0]);
  /** Whether attributes are written so too. */
  const isPlain = (type: Address): boolean => isRead(type) && isInherited(type, hooks[1]);

  /** Something has already been tried too often at this instruction, so that it gets its general form for good. */
  function givesUp(ip: number, general: number): boolean {
    if (!quickening.isMegamorphic(ip, CACHES)) return false;
    quickening.write(ip, general);
    return true;
  }

  function specialiseModule(ip: number, object: Word, name: Word, opcode: number): void {
    const dict = i32[(object + MODULE_DICT) >>> 2];
    const entry = dicts.slotOf(dict, name);
    if (entry >= 0) quickening.write(ip, opcode, dicts.keysVersion(dict), ARRAY_ITEMS + entry * 4);
  }

  /** What a type has for a name, with what is asked of it: an instance of the type, or the type itself. */
  interface Found {
    readonly shape: number;
    readonly type: Address;
    readonly found: Word;
  }

  /**
   * What loading an attribute of an object finds on a type, where neither the object nor its type can have anything before it; but for what is in the
   * dict of an instance, if it may have one.
   */
  function foundOnType(object: Word, name: Word, mayHaveDict = false): Found | undefined {
    const shape = shapeOf(object);
    if (shape === SHAPE_TYPE) {
      const meta = types.typeOf(object);
      // What metaclasses of programs have may change.
      const ofMeta = types.lookup(meta, name);
      if (ofMeta !== NULL && (meta !== types.type || descriptors.isData(ofMeta))) return undefined;
      if (meta !== types.type && types.lookup(meta, hooks[0]) !== types.lookup(types.type, hooks[0])) return undefined;
      return { shape, type: object, found: types.lookup(object, name) };
    }
    if (shape < FIRST_DYNAMIC_SHAPE || shapes.slotOf(shape, name) >= 0) return undefined;
    if (!mayHaveDict && instances.isDictShape(shape)) return undefined;
    const type = types.typeOf(object);
    if (!types.record(type).isClass || !isRead(type)) return undefined;
    return { shape, type, found: types.lookup(type, name) };
  }

  /** By instruction. What stands in its words is no way to find it: other forms keep other things there. */
  const roots = new Map<number, Address>();
  /** A function that may move is named by a root that holds it, one for each instruction. */
  function rootFor(ip: number, word: Word): Address {
    const root = roots.get(ip) ?? objects.root(word);
    roots.set(ip, root);
    i32[root >>> 2] = word;
    return root;
  }

  function writeFound(ip: number, form: number, { shape, type }: Found, self: Address, word: Word): void {
    quickening.write(ip, form, shape, self, type, version(type), rootFor(ip, word));
  }

  /** Whether what a class has as `__call__` is called with the object in front; others bind otherwise, or not at all. */
  const isCalledWithSelf = (kind: number): boolean =>
    kind === SHAPE_FUNCTION || kind === SHAPE_NATIVE_METHOD || kind === SHAPE_NATIVE_OPERATOR;

  /** Descriptors that are no data descriptors and give something else than themselves. */
  const BINDING = new Set([
    descriptors.classMethodShape,
    descriptors.nativeClassMethodShape,
    descriptors.documentationShape,
  ]);
  /** What getting something found on a type gives, if binding does nothing, now or later; NULL: it does. */
  function unboundValue({ shape, found }: Found): Word {
    const kind = shapeOf(found);
    if (kind === descriptors.staticMethodShape) return i32[(found + WRAPPED) >>> 2];
    // An attribute of `__slots__` that the instance has not yet is missing.
    if (descriptors.isMethod(found) || kind === descriptors.memberShape) return shape === SHAPE_TYPE ? found : NULL;
    if (isNativeShape(kind)) return found;
    if (kind === descriptors.superShape || BINDING.has(kind) || descriptors.isData(found)) return NULL;
    return types.recordOf(found).isClass && types.isDescriptor(types.typeOf(found)) ? NULL : found;
  }

  /** Notes in the table a function that loading an attribute has found on a class. */
  function noteFunction(name: Word, found: Found | undefined): void {
    if (found !== undefined && found.shape >= FIRST_DYNAMIC_SHAPE && shapeOf(found.found) === SHAPE_FUNCTION)
      table.setMethod(found.shape, name, found.type, version(found.type), found.found);
  }

  /** Notes in the table a method of a builtin type that a class has from there. */
  function noteInherited(name: Word, found: Found | undefined): void {
    if (found !== undefined && found.shape >= FIRST_DYNAMIC_SHAPE && shapeOf(found.found) === SHAPE_NATIVE_METHOD)
      table.setMethod(found.shape, name, found.type, version(found.type), found.found);
  }

  /** Notes in the table a method of a builtin type, whose objects have nothing that comes before it. */
  function noteNative(object: Word, name: Word): void {
    const shape = shapeOf(object);
    if (shape === 0 || shape >= FIRST_DYNAMIC_SHAPE || [SHAPE_TYPE, SHAPE_FUNCTION].includes(shape)) return;
    const type = types.typeOf(object);
    const found = types.lookup(type, name);
    if (found !== NULL && shapeOf(found) === SHAPE_NATIVE_METHOD && !instances.keepsDict(shape) && isRead(type))
      table.setMethod(shape, name, type, version(type), found);
  }

  /** By position: what gives that item of the tuple that an object carries. */
  const tupleItems = [
    pythonKernel.tupleItem0,
    pythonKernel.tupleItem1,
    pythonKernel.tupleItem2,
    pythonKernel.tupleItem3,
    pythonKernel.tupleItem4,
    pythonKernel.tupleItem5,
    pythonKernel.tupleItem6,
    pythonKernel.tupleItem7,
  ];

  /** The kernel for what a type has for a name: a getter of TypeScript's, or one of an item of a tuple. Undefined: there is none. */
  function kernelOfGetter(type: Address, found: Word): CallableFunction | undefined {
    if (found === NULL || !attributes.isPlain(type)) return undefined;
    const { valueType } = types.record(type);
    if (shapeOf(found) === descriptors.propertyShape)
      return valueType === types.named("tuple") ? tupleItems[i32[(found + PROPERTY_ITEM) >>> 2] - 1] : undefined;
    if (!descriptors.isGetter(found)) return undefined;
    const { kernel, receives } = descriptors.getterOf(found);
    return valueType === NULL || receives === "self" ? kernel : undefined;
  }

  /** Notes in the table a getter for which there is a kernel. */
  function noteGetter(object: Word, name: Word): boolean {
    const shape = isSmall(object) ? SHAPE_INT64 : shapeOf(object);
    const type = types.typeOf(object);
    const kernel = kernelOfGetter(type, types.lookup(type, name));
    if (kernel === undefined) return false;
    table.setGetter(shape, name, type, version(type), natives.placeOfKernel(kernel));
    return true;
  }

  function specialiseClassAttribute(ip: number, found: Found | undefined): void {
    if (found === undefined || found.found === NULL) return;
    if (found.shape !== SHAPE_TYPE && shapeOf(found.found) === descriptors.propertyShape) {
      const getter = i32[(found.found + PROPERTY_GET) >>> 2];
      // Where a getter raises AttributeError, `__getattr__` is asked.
      if (shapeOf(getter) === SHAPE_FUNCTION && attributes.isPlain(found.type))
        writeFound(ip, opcodes.property, found, NULL, getter);
      return;
    }
    const value = unboundValue(found);
    if (value !== NULL) writeFound(ip, opcodes.class, found, NULL, value);
  }

  function specialiseWrapped(ip: number, object: Word, name: Word): void {
    if (givesUp(ip, opcodes.generalMethod)) return;
    const found = foundOnType(object, name);
    if (found === undefined || found.found === NULL) return;
    const kind = shapeOf(found.found);
    if (kind === descriptors.classMethodShape || kind === descriptors.nativeClassMethodShape) {
      const wrapped = i32[(found.found + WRAPPED) >>> 2];
      if (shapeOf(wrapped) === SHAPE_FUNCTION) writeFound(ip, opcodes.wrapped, found, found.type, wrapped);
      // A native is bound to the class once: nobody sees which object is called.
      else if (isNativeShape(shapeOf(wrapped)) && descriptors.isMethod(wrapped))
        writeFound(ip, opcodes.wrapped, found, NULL, descriptors.get(found.found, NULL, found.type));
      return;
    }
    const value = unboundValue(found);
    if (value !== NULL) writeFound(ip, opcodes.wrapped, found, NULL, value);
  }

  /** The latest two shapes are remembered. */
  function writeSlot(ip: number, form: number, shape: number, offset: number): void {
    const isSecond = (i32[ip] & 255) === form;
    quickening.write(ip, form, shape, offset, isSecond ? i32[ip + 1] : 0, isSecond ? i32[ip + 2] : 0);
  }

  /** Whether it is an attribute of a module or in a slot of an instance. */
  function specialiseLoad(ip: number, object: Word, name: Word, isGeneral: boolean): boolean {
    const shape = shapeOf(object);
    if (shape === SHAPE_MODULE) {
      if (!isGeneral) specialiseModule(ip, object, name, opcodes.module);
      return true;
    }
    if (shape < FIRST_DYNAMIC_SHAPE) return false;
    const position = shapes.slotOf(shape, name);
    if (position < 0 && !instances.isDictShape(shape)) return false;
    const type = types.typeOf(object);
    const found = types.lookup(type, name);
    if (position < 0) {
      if (!isPlain(type) || (found !== NULL && descriptors.isData(found))) return false;
      if (dicts.getInterned(instances.dictOf(object), name) === NULL) return false;
      table.setSlot(shape, name, IN_DICT, shape);
      return true;
    }
    if (!isRead(type) || (found !== NULL && descriptors.isData(found))) return true;
    // An empty slot reads as absent, which the short cut would not notice: attributes of instances are never empty.
    if (i32[instances.slotAddress(object, shape, position) >>> 2] === NULL) return true;
    // Stores go by the table too.
    if (isPlain(type)) table.setSlot(shape, name, placeOf(shapes, shape, position), shape);
    if (isGeneral || position >= shapes.inlineSlots(shape)) return true;
    remember(type, ip);
    writeSlot(ip, opcodes.slot, shape, INSTANCE_SLOTS + position * 4);
    return true;
  }

  function specialiseStore(ip: number, object: Word, name: Word, before: number): void {
    const isGeneral = givesUp(ip, opcodes.generalStore);
    if (before < FIRST_DYNAMIC_SHAPE) return;
    const shape = shapeOf(object);
    const position = shapes.slotOf(shape, name);
    const type = types.typeOf(object);
    const found = types.lookup(type, name);
    if (found !== NULL && shapeOf(found) === descriptors.propertyShape) {
      const setter = i32[(found + PROPERTY_SET) >>> 2];
      if (before === shape && !isGeneral && shapeOf(setter) === SHAPE_FUNCTION && isPlain(type))
        writeFound(ip, opcodes.setter, { shape, type, found }, NULL, setter);
      return;
    }
    if ((position < 0 && !instances.isDictShape(shape)) || !isPlain(type)) return;
    if (found !== NULL && descriptors.isData(found)) return;
    if (position < 0) {
      if (before === shape) table.setSlot(shape, name, IN_DICT, shape);
      return;
    }
    const isInline = position < shapes.inlineSlots(shape);
    const adds = before !== shape;
    // Room in the overflow array is made out of line.
    if (adds && (!isInline || shapes.transition(before, name) !== shape)) return;
    table.setSlot(before, name, placeOf(shapes, shape, position), shape);
    if (isGeneral || !isInline) return;
    remember(type, ip);
    const offset = INSTANCE_SLOTS + position * 4;
    if (adds) quickening.write(ip, opcodes.add, before, offset, type, version(type), shape);
    else writeSlot(ip, opcodes.store, shape, offset);
  }

  function specialiseMethod(ip: number, shape: number, name: Word, type: Address, fn: Word): void {
    table.setMethod(shape, name, type, version(type), fn);
    if (givesUp(ip, opcodes.generalMethod)) return;
    quickening.write(ip, opcodes.method, shape, 0, type, version(type), rootFor(ip, fn));
  }

  /** What an instance has in a slot and its class does not hide, which is about to be called; NULL: none. */
  function slotToCall(ip: number, object: Word, name: Word, { shape, type, found }: Found): Word {
    const position = shapes.slotOf(shape, name);
    if (position < 0 || position >= shapes.inlineSlots(shape) || !isRead(type)) return NULL;
    if (found !== NULL && descriptors.isData(found)) return NULL;
    const value = i32[instances.slotAddress(object, shape, position) >>> 2];
    if (value === NULL || givesUp(ip, opcodes.generalMethod)) return value;
    remember(type, ip);
    quickening.write(ip, opcodes.slotMethod, shape, INSTANCE_SLOTS + position * 4);
    return value;
  }

  /** A method that `super()` finds for an instance goes to the call with the instance; what else it finds, as a plain attribute. */
  function loadFromSuper(object: Word, name: Word, ip: number): Word {
    const [after, bound, type] = [SUPER_AFTER, SUPER_OBJECT, SUPER_TYPE].map((offset) => i32[(object + offset) >>> 2]);
    const isBound = bound !== NONE && bound !== type && name !== className;
    const found = isBound ? types.lookupAfter(type, after, name) : NULL;
    if (found === NULL || !descriptors.isMethod(found)) return loadPlain(object, name);
    if (!givesUp(ip, opcodes.generalMethod)) {
      const root = rootFor(ip, found);
      quickening.write(ip, opcodes.superMethod, after, descriptors.superShape, type, version(type), root);
    }
    return pushPair(found, bound);
  }

  function pushPair(first: Word, second: Word): Word {
    const top = i32[(i32[STATE_FRAME >>> 2] + FRAME_SP) >>> 2] >>> 2;
    i32[top] = first;
    i32[top + 1] = second;
    return DONE;
  }

  /** The attribute comes from a frame: it is to lie above the mark of a plain attribute. */
  const markPlain = continuations.define(0, (result) => {
    if (result === NULL) return NULL;
    const frame = i32[STATE_FRAME >>> 2];
    const top = i32[(frame + FRAME_SP) >>> 2];
    i32[top >>> 2] = 1;
    i32[(frame + FRAME_SP) >>> 2] = top + 4;
    return result;
  });

  function loadPlain(object: Word, name: Word): Word {
    continuations.push(markPlain);
    const value = attributes.get(object, name);
    if (value === RESUME) return RESUME;
    const result = continuations.finish(value);
    if (result === NULL) return NULL;
    i32[(i32[STATE_FRAME >>> 2] + FRAME_SP) >>> 2] -= 4;
    return pushPair(1, result);
  }

  function discarding(operation: () => Word): Word {
    continuations.push(context.subscripts.afterSet);
    const result = operation();
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  /** What an operation returns, and the object as it lies then: a function that the operation calls may be recorded, and that collects. */
  function keeping(object: Word, operation: () => Word): readonly [Word, Word] {
    const { handles } = context;
    const mark = handles.mark();
    const kept = handles.push(object);
    try {
      return [operation(), handles.get(kept)];
    } finally {
      handles.release(mark);
    }
  }

  return {
    noteMethod: (object, name) => noteFunction(name, foundOnType(object, name, true)),
    noteReflected(object, name, reflected) {
      const shape = shapeOf(object);
      if (shape < FIRST_DYNAMIC_SHAPE || !types.recordOf(object).isClass) return;
      const type = types.typeOf(object);
      // To a class that refines a number the left operand has an answer of its own.
      const found = types.record(type).valueType === NULL ? types.lookup(type, reflected) : NULL;
      if (found !== NULL && shapeOf(found) === SHAPE_FUNCTION)
        table.setMethod(shape, callKey(name), type, version(type), found);
    },
    noteInPlace(object, name, inPlace) {
      const found = shapeOf(object) < FIRST_DYNAMIC_SHAPE ? undefined : foundOnType(object, name, true);
      if (found !== undefined && types.lookup(found.type, inPlace) === NULL) noteFunction(inPlaceKey(name), found);
    },
    noteCall(object) {
      const shape = shapeOf(object);
      const type = shape >= FIRST_DYNAMIC_SHAPE ? types.typeOf(object) : NULL;
      const found = type === NULL ? NULL : types.lookup(type, callName);
      if (found !== NULL && isCalledWithSelf(shapeOf(found)))
        table.setMethod(shape, callKey(callName), type, version(type), found);
    },
    noteTexts(object) {
      const shape = shapeOf(object);
      if (shape < FIRST_DYNAMIC_SHAPE) return;
      const type = types.typeOf(object);
      const ofObject = (name: Word): boolean => types.lookup(type, name) === types.lookup(types.object, name);
      const found = types.lookup(type, ofObject(strName) ? reprName : strName);
      if (shapeOf(found) !== SHAPE_FUNCTION) return;
      table.setMethod(shape, callKey(strName), type, version(type), found);
      if (ofObject(formatName)) table.setMethod(shape, callKey(formatName), type, version(type), found);
    },
    attributeTable: table.start,
    typeHides,
    loadAttribute(given, name, ip) {
      const [value, object] = keeping(given, () => attributes.get(given, name));
      if (value === NULL) return value;
      const isGeneral = givesUp(ip, opcodes.general);
      // Where a property's getter is about to run, it has not yet.
      if (value !== RESUME && specialiseLoad(ip, object, name, isGeneral)) return value;
      const found = foundOnType(object, name, true);
      noteFunction(name, found);
      noteInherited(name, found);
      const isNoted = noteGetter(object, name);
      noteNative(object, name);
      if (!isNoted && !isGeneral && found !== undefined && !instances.isDictShape(found.shape))
        specialiseClassAttribute(ip, found);
      return value;
    },
    storeAttribute(given, name, value, ip) {
      const before = shapeOf(given);
      const [result, object] = keeping(given, () => discarding(() => attributes.set(given, name, value)));
      if (result !== NULL && (object & 1) === 0) specialiseStore(ip, object, name, before);
      return result;
    },
    deleteAttribute: (object, name) => discarding(() => attributes.set(object, name, NULL)),
    loadMethod(object, name, ip) {
      const shape = shapeOf(object);
      if (shape === SHAPE_MODULE) {
        const value = dicts.getInterned(i32[(object + MODULE_DICT) >>> 2], name);
        if (value === NULL) return loadPlain(object, name);
        if (!givesUp(ip, opcodes.generalMethod)) specialiseModule(ip, object, name, opcodes.moduleMethod);
        return pushPair(1, value);
      }
      if (shape === descriptors.superShape) return loadFromSuper(object, name, ip);
      if (shape === SHAPE_TYPE) {
        specialiseWrapped(ip, object, name);
        return loadPlain(object, name);
      }
      const type = types.typeOf(object);
      const found = types.lookup(type, name);
      const value = shape < FIRST_DYNAMIC_SHAPE ? NULL : slotToCall(ip, object, name, { shape, type, found });
      if (value !== NULL) return pushPair(1, value);
      if (found === NULL || !descriptors.isMethod(found) || !isRead(type)) {
        specialiseWrapped(ip, object, name);
        return loadPlain(object, name);
      }
      if (instances.get(object, name) !== NULL) return loadPlain(object, name);
      if (instances.isDictShape(shape)) {
        givesUp(ip, opcodes.generalMethod);
        table.setMethod(shape, name, type, version(type), found);
      } else if (isSmall(object)) {
        givesUp(ip, opcodes.generalMethod);
        table.setMethod(SHAPE_INT64, name, type, version(type), found);
      } else if (shape !== SHAPE_FUNCTION) specialiseMethod(ip, shape, name, type, found);
      return pushPair(found, object);
    },
  };
}
