import type { Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";

const FIELDS = defineFields("capsule", { nothing: fixed("i32", 8) });

/**
 * What stands for the functions that a module offers to modules in C: an object that programs in Python can only look at.
 *
 * @param name that by which C asks for them
 */
export function createCapsule({ realm }: Library, name: string): Word {
  const shape = realm.shapes.define(layoutOf("capsule", FIELDS), 0);
  realm.defineType({
    name: "PyCapsule",
    shapes: [shape],
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const identity = realm.heap.identity(realm.memory.i32[args >>> 2]);
          return realm.str(`<capsule object "${name}" at 0x${identity.toString(16)}>`);
        },
      },
    ],
  });
  return realm.object(shape);
}
