import { createBuffers } from "../bytes/buffers.js";
import { createBytes } from "../bytes/bytes.js";
import { createComplexes } from "../complexes.js";
import type { Storage, Values } from "../context.js";
import { defineExceptionHierarchy } from "../exceptions/define-hierarchy.js";
import { createExceptions } from "../exceptions/exceptions.js";
import { createObjects } from "../objects.js";
import { createObservers } from "../observers.js";
import { createGenericAliases } from "../types/generic-aliases.js";
import { createTypes } from "../types/types.js";

export function createValues(storage: Storage): Values {
  const objects = createObjects(storage);
  const types = createTypes({ ...storage, objects });
  defineExceptionHierarchy({ ...storage, types });
  const exceptions = createExceptions({ ...storage, objects, types });
  const bytes = createBytes(storage);
  return {
    objects,
    types,
    exceptions,
    bytes,
    complexes: createComplexes(storage),
    buffers: createBuffers(storage, { types, exceptions }, bytes),
    observers: createObservers(storage.memory, storage, objects),
    genericAliases: createGenericAliases({ ...storage, objects }),
  };
}
