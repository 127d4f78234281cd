import { NULL, type Word } from "@hotpy/memory";
import { SHAPE_DICT, shapeIdOf } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createHostObjects } from "../host-objects.js";
import { defineSourceModule } from "../source-module.js";
import { createDecoder, DecoderState, REQUEST } from "./decoder.js";
import { ASK, createEncoder, EncoderState, TASK } from "./encoder.js";
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

/** That of `dumps` without a protocol. */
const USUAL_PROTOCOL = 4;

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

  function newEncoder(protocol: number, asks: boolean, isFast: boolean): EncoderState {
    const output = new PickleOutput();
    if (protocol >= 2) output.withNumber(OP.PROTO, protocol, 1);
    if (protocol >= 4) output.beginFrames();
    return new EncoderState(protocol, asks, isFast, output);
  }

  /** Pickles an object by the usual protocol: the bytes, or, where it takes Python code, the encoder that waits for it. */
  function dump(args: number): Word {
    const [work, kept] = [argument(args, 1), argument(args, 2)];
    const state = newEncoder(USUAL_PROTOCOL, false, false);
    encoder.push(state, work, TASK.BYTE, realm.int(OP.STOP));
    encoder.push(state, work, TASK.SAVE, argument(args, 0));
    if (encoder.run(state, work, kept) !== ASK.DONE) return encoders.wrap(state);
    return realm.bytes.fromArray(state.output.whole());
  }

  /** Undoes what takes no Python code, with its result in the stack: None; else a decoder that waits for it, and what it asks for. */
  function load(args: number): Word {
    const state = new DecoderState();
    const request = decoder.run(
      state,
      () => argument(args, 0),
      () => argument(args, 1),
      () => argument(args, 2),
    );
    if (request === NULL) return NULL;
    return request === realm.int(REQUEST.DONE) ? realm.none : realm.tuple([decoders.wrap(state), request]);
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
    { name: "dump_plain", parameters: "(obj, work, kept, /)", leaf: false, run: dump },
    { name: "load_plain", parameters: "(data, stack, values, /)", leaf: false, run: load },
    {
      name: "encoder_of",
      parameters: "(protocol, asks, fast, /)",
      run: (args) => encoders.wrap(newEncoder(numberArgument(args, 0), isTrue(args, 1), isTrue(args, 2))),
    },
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
