import type { Realm } from "@hotpy/python-objects";
import { defineByteArrayType } from "./bytes/bytearray-type.js";
import { defineBytesType } from "./bytes/bytes-type.js";
import { type Codecs, createCodecs } from "./codecs/codecs.js";
import { createFormatting } from "./formatting/format.js";
import { defineAsynchronousFunctions } from "./functions/asynchronous.js";
import { defineEvaluation } from "./functions/evaluation.js";
import { defineInput } from "./functions/input.js";
import { defineIterationFunctions } from "./functions/iteration.js";
import { defineNumberFunctions } from "./functions/numbers.js";
import { defineObjectFunctions } from "./functions/objects.js";
import { definePrint } from "./functions/print.js";
import { defineWrapperTypes, type Wrappers } from "./functions/wrappers.js";
import { defineIteratorStates } from "./iterator-states.js";
import type { NativeNext } from "./iterators.js";
import { createLibrary, type Library } from "./library.js";
import { defineDictType } from "./mappings/dict-type.js";
import { defineDictViewTypes } from "./mappings/dict-views.js";
import { defineMemoryViewType } from "./memory/memoryview-type.js";
import { defineComplexType } from "./numbers/complex-type.js";
import { defineFloatType } from "./numbers/float-type.js";
import { defineIntegerBytes } from "./numbers/int-bytes.js";
import { defineIntegerTypes } from "./numbers/int-type.js";
import { defineNumberOperators } from "./numbers/operators.js";
import { defineListType } from "./sequences/list-type.js";
import { defineRangeType } from "./sequences/range-type.js";
import { defineSliceType } from "./sequences/slice-type.js";
import { defineTupleType } from "./sequences/tuple-type.js";
import { defineSetTypes } from "./sets/set-type.js";
import { defineStreams, type Streams } from "./streams.js";
import { defineStrType } from "./text/str-type.js";

/** What {@link installBuiltins} leaves for others. */
export interface Builtins {
  /** Standard streams, for `sys` and for flushing at exit. */
  readonly streams: Streams;
  readonly library: Library;
  readonly codecs: Codecs;
  /** Types of iterators around generators. */
  readonly wrappers: Wrappers;
}

const TYPE_NAMES = [
  "int",
  "bool",
  "float",
  "complex",
  "str",
  "bytes",
  "bytearray",
  "memoryview",
  "list",
  "tuple",
  "dict",
  "range",
  "slice",
  "map",
  "filter",
  "zip",
  "enumerate",
  "reversed",
];

/** Defines Python's builtin types, functions and constants in a realm. */
export function installBuiltins(realm: Realm): Builtins {
  const library: Library = createLibrary(realm);
  const formatting = createFormatting(realm);
  defineIntegerTypes(library, formatting);
  defineFloatType(library, formatting);
  defineNumberOperators(realm);
  defineComplexType(library);
  const codecs = createCodecs(library);
  defineStrType(library, formatting, codecs);
  const bytesConstruction = defineBytesType(library, codecs);
  defineByteArrayType(library, codecs);
  defineMemoryViewType(library);
  defineIntegerBytes(library, bytesConstruction);
  defineListType(library);
  defineTupleType(library);
  defineDictType(library);
  defineDictViewTypes(library);
  defineSetTypes(library);
  defineRangeType(library);
  defineSliceType(library);
  defineIteratorTypes(library);
  const wrappers = defineWrapperTypes(library);
  defineIteratorStates(library, wrappers);
  const streams = defineStreams(library);
  defineNumberFunctions(library);
  defineObjectFunctions(library);
  defineIterationFunctions(library);
  defineAsynchronousFunctions(library);
  defineEvaluation(library);
  definePrint(library, streams);
  defineInput(library, streams);
  for (const name of TYPE_NAMES) realm.setBuiltin(name, realm.type(name));
  for (const [name, value] of [
    ["None", realm.none],
    ["False", realm.bool(false)],
    ["True", realm.bool(true)],
  ] as const)
    realm.setBuiltin(name, value);
  realm.setBuiltin("Ellipsis", realm.ellipsis);
  realm.setBuiltin("NotImplemented", realm.notImplementedWord);
  realm.setBuiltin("__debug__", realm.bool(true));
  return { streams, library, codecs, wrappers };
}

/** Types of the iterators over builtin containers. */
function defineIteratorTypes({ realm, iterators, dictViews }: Library): void {
  for (const [name, shapes] of Object.entries({ ...iterators.shapesByType, ...dictViews.shapesByType })) {
    if (name === "reversed") continue;
    realm.defineType({
      name,
      shapes,
      next: iterators.nextOfShape(shapes[0]) as NativeNext,
      iterate: (iterator) => iterator,
      methods: [
        {
          name: "__length_hint__",
          parameters: "(self, /)",
          run: (args) => realm.int(Math.max(0, iterators.remaining(realm.memory.i32[args >>> 2]))),
        },
      ],
    });
  }
}
