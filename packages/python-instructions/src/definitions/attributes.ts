import type { ComplexDefinition } from "@hotpy/bytecode";
import {
  DICT_KEYS,
  DICT_VALUES,
  KEYS_VERSION,
  MODULE_DICT,
  SHAPE_MODULE,
  SHAPE_TYPE,
  TYPE_VERSION,
} from "@hotpy/object-model";
import { SUPER_AFTER, SUPER_OBJECT, SUPER_TYPE } from "@hotpy/python-objects";
import { define } from "./define.js";

/// Caches of attribute instructions. Slots: 0 shape id, 1 byte offset in the instance, 2 and 3 the same for a second shape;
/// they are taken back when a data descriptor comes to hide the slot, so nothing but the shape is compared. Modules: 0 keys
/// version of the dict, 1 byte offset in its values array. Methods, what is found on a type, and adding stores: 0 shape id, 1 byte offset, 2 type address,
/// 3 type version, 4 byte address of the root that holds the function, or shape afterwards. All: 5 misses. From the
/// third miss on the table of attributes is asked before what is out of line.

const SAME_TYPE = `FIELD(CACHE(2), ${TYPE_VERSION}) === CACHE(3)`;
/** The object is an instance of the type in the caches, of the shape there, or the type itself. */
const FOUND_ON_TYPE = `IS_OBJECT(o) && SHAPE(o) === CACHE(0) && ${SAME_TYPE} && (CACHE(0) !== ${SHAPE_TYPE} || o === CACHE(2))`;

export const attributeInstructions: readonly ComplexDefinition[] = [
  define("load_attr", "name", "o -- v", "Gets an attribute", {
    caches: 6,
    code: "LOAD_FROM_TABLE",
  }),
  define("load_attr_slot", "name", "o -- v", "load_attr of a slot in the instance", {
    caches: 6,
    specialises: "load_attr",
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(0)) {
        TOP(1) = i32[(o + CACHE(1)) >>> 2];
        NEXT
      }
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(2)) {
        TOP(1) = i32[(o + CACHE(3)) >>> 2];
        NEXT
      }
      LOAD_FROM_TABLE`,
  }),
  define("load_attr_module", "name", "o -- v", "load_attr of a module", {
    caches: 6,
    specialises: "load_attr",
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o) && SHAPE(o) === ${SHAPE_MODULE} && FIELD(FIELD(FIELD(o, ${MODULE_DICT}), ${DICT_KEYS}), ${KEYS_VERSION}) === CACHE(0)) {
        TOP(1) = i32[(FIELD(FIELD(o, ${MODULE_DICT}), ${DICT_VALUES}) + CACHE(1)) >>> 2];
        NEXT
      }
      LOAD_FROM_TABLE`,
  }),
  define("load_attr_class", "name", "o -- v", "load_attr of what a type has and binding leaves as it is", {
    caches: 6,
    specialises: "load_attr",
    code: `
      const o = TOP(1);
      if (${FOUND_ON_TYPE}) {
        TOP(1) = i32[CACHE(4) >>> 2];
        NEXT
      }
      LOAD_FROM_TABLE`,
  }),
  define("load_attr_property", "name", "o -- v", "load_attr of a property with a getter in Python", {
    caches: 6,
    specialises: "load_attr",
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(0) && ${SAME_TYPE}) CALL(i32[CACHE(4) >>> 2], sp - 1, 1, 0, sp - 1, NEXT_IP)
      LOAD_FROM_TABLE`,
  }),
  define("store_attr", "name", "v o --", "Sets an attribute", {
    caches: 6,
    code: `const o = TOP(1), v = TOP(2);\nDROP(2);\nSTORE_BY_TABLE(o, v)`,
  }),
  define("store_attr_slot", "name", "v o --", "store_attr of a slot that the instance has", {
    caches: 6,
    specialises: "store_attr",
    code: `
      const o = TOP(1), v = TOP(2);
      DROP(2);
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(0)) {
        i32[(o + CACHE(1)) >>> 2] = v;
        BARRIER_NEXT(o)
      }
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(2)) {
        i32[(o + CACHE(3)) >>> 2] = v;
        BARRIER_NEXT(o)
      }
      STORE_BY_TABLE(o, v)`,
  }),
  define("store_attr_add", "name", "v o --", "store_attr that adds a slot to the instance", {
    caches: 6,
    specialises: "store_attr",
    code: `
      const o = TOP(1), v = TOP(2);
      DROP(2);
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(0)) {
        i32[o >>> 2] = (CACHE(4) << 8) | (i32[o >>> 2] & 255);
        i32[(o + CACHE(1)) >>> 2] = v;
        BARRIER_NEXT(o)
      }
      STORE_BY_TABLE(o, v)`,
  }),
  define("store_attr_property", "name", "v o --", "store_attr of a property with a setter in Python", {
    caches: 6,
    specialises: "store_attr",
    code: `
      const o = TOP(1), v = TOP(2);
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(0) && ${SAME_TYPE}) {
        TOP(2) = (NEXT_IP << 1) | 1;
        PUSH(v);
        CALL(i32[CACHE(4) >>> 2], sp - 2, 2, 0, sp - 2, discardContinuation >>> 2)
      }
      DROP(2);
      STORE_BY_TABLE(o, v)`,
  }),
  define("delete_attr", "name", "o --", "Deletes an attribute", {
    code: "DROP(1);\nSAVE\nCHECK(deleteAttribute(i32[sp], NAME))",
  }),
  define(
    "load_method",
    "name",
    "o -- f self",
    "Looks up a method to be called: function and self, or 1 (tagged 0) and the plain attribute",
    {
      caches: 6,
      code: "METHOD_FROM_TABLE",
    },
  ),
  define("load_method_type", "name", "o -- f self", "load_method of a function found on the type", {
    caches: 6,
    specialises: "load_method",
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(0) && ${SAME_TYPE}) {
        TOP(1) = i32[CACHE(4) >>> 2];
        PUSH(o);
        NEXT
      }
      METHOD_FROM_TABLE`,
  }),
  define(
    "load_method_wrapped",
    "name",
    "o -- f self",
    "load_method of a function that a type is asked for, or of what wraps one",
    {
      caches: 6,
      specialises: "load_method",
      // Cache 1: the class that a classmethod gets; 0: there is no self.
      code: `
      const o = TOP(1);
      if (${FOUND_ON_TYPE}) {
        const fn = i32[CACHE(4) >>> 2], self = CACHE(1);
        TOP(1) = self === 0 ? 1 : fn;
        PUSH(self === 0 ? fn : self);
        NEXT
      }
      METHOD_FROM_TABLE`,
    },
  ),
  define("load_method_super", "name", "o -- f self", "load_method of a method that super() finds for an instance", {
    caches: 6,
    specialises: "load_method",
    // Cache 0: the class after which it looks. 1: the shape of super objects.
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(1) && FIELD(o, ${SUPER_AFTER}) === CACHE(0) && FIELD(o, ${SUPER_TYPE}) === CACHE(2) && ${SAME_TYPE} && FIELD(o, ${SUPER_OBJECT}) !== CACHE(2)) {
        TOP(1) = i32[CACHE(4) >>> 2];
        PUSH(FIELD(o, ${SUPER_OBJECT}));
        NEXT
      }
      METHOD_FROM_TABLE`,
  }),
  define("load_method_slot", "name", "o -- f self", "load_method of what an instance has in a slot", {
    caches: 6,
    specialises: "load_method",
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o) && SHAPE(o) === CACHE(0)) {
        TOP(1) = 1;
        PUSH(i32[(o + CACHE(1)) >>> 2]);
        NEXT
      }
      METHOD_FROM_TABLE`,
  }),
  define("load_method_module", "name", "o -- f self", "load_method of a module's function", {
    caches: 6,
    specialises: "load_method",
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o) && SHAPE(o) === ${SHAPE_MODULE} && FIELD(FIELD(FIELD(o, ${MODULE_DICT}), ${DICT_KEYS}), ${KEYS_VERSION}) === CACHE(0)) {
        TOP(1) = 1;
        PUSH(i32[(FIELD(FIELD(o, ${MODULE_DICT}), ${DICT_VALUES}) + CACHE(1)) >>> 2]);
        NEXT
      }
      METHOD_FROM_TABLE`,
  }),
];
