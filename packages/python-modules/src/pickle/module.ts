import type { Word } from "@hotpy/memory";
import { SHAPE_DICT, shapeIdOf } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createHostObjects } from "../host-objects.js";
import { defineSourceModule } from "../source-module.js";
import { createDecoder, DecoderState } from "./decoder.js";
import { createEncoder, EncoderState } from "./encoder.js";
import { OP } from "./opcodes.js";
import { PickleOutput } from "./output.js";
import { definePickleBuffer } from "./pickle-buffer.js";
import { pickleSource } from "./source.js";

const source = `
def raw_view(object):
    view = memoryview(object)
    if not view.contiguous:
        raise BufferError('cannot extract raw buffer from non-contiguous buffer')
    return view.cast('B') if view.c_contiguous else memoryview(view.tobytes('A'))
`;

/** Tasks that wait, for each level that calls of the program may be deep: what an object is saved by is a few. An object that reduces to ever new ones has no end. */
const TASKS_PER_LEVEL = 5;

/** The module `_pickle`. */
export function definePickle(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, lists, argument, numberArgument } = library;
  const object = realm.type("object");
  const encoders = createHostObjects<EncoderState>(library, "pickle-encoder", object);
  const decoders = createHostObjects<DecoderState>(library, "pickle-decoder", object);
  const encoder = createEncoder(library);
  const decoder = createDecoder(library);
  const isTrue = (args: number, index: number): boolean => argument(args, index) === realm.bool(true);
  const decoderAt = (args: number): DecoderState => decoders.get(argument(args, 0));

  function encoderOf(args: number): Word {
    const protocol = numberArgument(args, 0);
    const output = new PickleOutput();
    if (protocol >= 2) output.raw(Uint8Array.of(OP.PROTO, protocol));
    if (protocol >= 4) output.beginFrames();
    return encoders.wrap(new EncoderState(protocol, isTrue(args, 1), isTrue(args, 2), output));
  }

  function encode(args: number): Word {
    const [state, work, kept, plan] = [0, 1, 2, 3].map((index) => argument(args, index));
    const encoding = encoders.get(state);
    for (let i = lists.length(plan) - 2; i >= 0; i -= 2)
      encoder.push(encoding, work, realm.integers.toNumber(lists.item(plan, i)), lists.item(plan, i + 1));
    if (encoding.tasks.length > TASKS_PER_LEVEL * realm.recursionLimit())
      return realm.raise("RecursionError", "maximum recursion depth exceeded while pickling an object");
    return realm.int(encoder.run(encoding, work, kept));
  }

  /** Gives a dict what another has, with names that are interned; false: there are keys that are no strings, nothing is done. */
  function updateDict(args: number): Word {
    const { dicts, strings } = realm;
    const [target, state] = [0, 1].map((index) => argument(args, index));
    if ((state & 1) !== 0 || shapeIdOf(realm.memory, state) !== SHAPE_DICT) return realm.bool(false);
    for (let entry = dicts.nextEntry(state, 0); entry >= 0; entry = dicts.nextEntry(state, entry + 1))
      if (!strings.isString(dicts.keyAt(state, entry))) return realm.bool(false);
    for (let entry = dicts.nextEntry(state, 0); entry >= 0; entry = dicts.nextEntry(state, entry + 1))
      dicts.set(target, strings.intern(dicts.keyAt(state, entry)), dicts.valueAt(state, entry));
    return realm.bool(true);
  }

  const natives: NativeDefinition[] = [
    { name: "encoder_of", parameters: "(protocol, asks, fast, /)", run: encoderOf },
    { name: "encode", parameters: "(encoder, work, kept, plan, /)", leaf: false, run: encode },
    {
      name: "pieces_of",
      parameters: "(encoder, /)",
      run: (args) => realm.list(encoders.get(argument(args, 0)).output.finish().map(realm.bytes.fromArray)),
    },
    { name: "decoder_of", parameters: "()", run: () => decoders.wrap(new DecoderState()) },
    {
      name: "begin",
      parameters: "(decoder, /)",
      run(args) {
        const state = decoderAt(args);
        state.position = 0;
        state.marks.length = 0;
        state.protocol = 0;
        return realm.none;
      },
    },
    {
      name: "decode",
      parameters: "(decoder, data, stack, memo, /)",
      leaf: false,
      run: (args) =>
        decoder.run(
          decoderAt(args),
          () => argument(args, 1),
          () => argument(args, 2),
          () => argument(args, 3),
        ),
    },
    { name: "position_of", parameters: "(decoder, /)", run: (args) => realm.int(decoderAt(args).position) },
    {
      name: "set_position",
      parameters: "(decoder, /)",
      run(args) {
        decoderAt(args).position = 0;
        return realm.none;
      },
    },
    { name: "protocol_read", parameters: "(decoder, /)", run: (args) => realm.int(decoderAt(args).protocol) },
    { name: "has_marks", parameters: "(decoder, /)", run: (args) => realm.bool(decoderAt(args).marks.length > 0) },
    {
      name: "memo_places",
      parameters: "(decoder, /)",
      run: (args) =>
        realm.list([...decoderAt(args).memo].map((pair) => realm.tuple(pair.map((each) => realm.int(each))))),
    },
    {
      name: "set_memo_places",
      parameters: "(decoder, numbers, /)",
      run(args) {
        const { memo } = decoderAt(args);
        memo.clear();
        lists.itemsOf(argument(args, 1)).forEach((word, place) => memo.set(realm.integers.toNumber(word), place));
        return realm.none;
      },
    },
    { name: "is_class", parameters: "(type, /)", run: (args) => realm.bool(realm.isClass(argument(args, 0))) },
    { name: "update_dict", parameters: "(target, state, /)", run: updateDict },
    { name: "function_type", parameters: "()", run: () => realm.type("function") },
  ];

  let buffer: Word = 0;
  const bufferType: NativeDefinition = {
    name: "buffer_type",
    parameters: "()",
    run: () => buffer,
  };
  const surrogate = defineSourceModule(builtins, {
    name: "_pickle",
    source: `${source}${pickleSource}`,
    natives: [...natives, bufferType],
    shows: ["Pickler", "Unpickler", "PickleError", "PicklingError", "UnpicklingError"],
    calls: [
      { name: "dump", parameters: "(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)" },
      { name: "dumps", parameters: "(obj, protocol=None, *, fix_imports=True, buffer_callback=None)" },
      { name: "load", parameters: "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())" },
      { name: "loads", parameters: "(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())" },
    ],
    attributes() {
      if (buffer === 0) buffer = definePickleBuffer(library, surrogate);
      return { PickleBuffer: buffer };
    },
    doc: "Optimized C implementation for the Python pickle module.",
  });
}
