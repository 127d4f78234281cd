import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, layoutOf, mutable } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import type { Surrogate } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";

/** The object whose bytes it shows; NULL: it has been released. */
const BUFFER_OBJECT = 8;
const BUFFER = defineFields("PickleBuffer", { object: mutable("word", BUFFER_OBJECT) });

/** `_pickle.PickleBuffer`: a bytes-like object that may be pickled apart from what refers to it. */
export function definePickleBuffer(library: Library, surrogate: Surrogate): Address {
  const { realm, argument } = library;
  const { buffers } = realm;
  const { i32 } = realm.memory;
  const shape = realm.shapes.define(layoutOf("pickle-buffer", BUFFER), NULL);
  const objectOf = (self: Word): Word => i32[(self + BUFFER_OBJECT) >>> 2];

  function open(self: Word): Word {
    const object = objectOf(self);
    if (object === NULL) realm.raise("ValueError", "operation forbidden on released PickleBuffer object");
    return object;
  }

  buffers.define(shape, {
    bytes(self) {
      const object = open(self);
      return object === NULL ? undefined : buffers.required(object);
    },
    isWritable(self) {
      const object = objectOf(self);
      return object !== NULL && buffers.typeOf(object)?.isWritable(realm.valueOf(object)) === true;
    },
    holder: (self) => (objectOf(self) === NULL ? self : buffers.holder(objectOf(self))),
    exporter: (self) => (objectOf(self) === NULL ? self : buffers.exporter(objectOf(self))),
    items(self) {
      const object = objectOf(self);
      const items = object === NULL ? undefined : buffers.typeOf(object)?.items?.(realm.valueOf(object));
      return items ?? { format: "B", size: 1 };
    },
  });

  return realm.defineType({
    name: "PickleBuffer",
    module: "pickle",
    shapes: [shape],
    isWeaklyReferable: true,
    construct: {
      name: "PickleBuffer",
      parameters: "(cls, object, /)",
      run(args) {
        const object = argument(args, 1);
        if (buffers.required(object) === undefined) return NULL;
        const self = realm.object(shape);
        i32[(self + BUFFER_OBJECT) >>> 2] = argument(args, 1);
        return self;
      },
    },
    methods: [
      {
        name: "raw",
        parameters: "(self, /)",
        frames: true,
        leaf: false,
        run(args) {
          const object = open(argument(args, 0));
          return object === NULL ? NULL : tailCallSource(library, surrogate, "raw_view", [object]);
        },
        doc: "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the buffer isn't contiguous.",
      },
      {
        name: "release",
        parameters: "(self, /)",
        run(args) {
          i32[(argument(args, 0) + BUFFER_OBJECT) >>> 2] = NULL;
          return realm.none;
        },
        doc: "Release the underlying buffer held by the PickleBuffer object.",
      },
    ],
    doc: "Wrapper for potentially out-of-band buffers",
  });
}
