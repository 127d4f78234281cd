import { NULL, STATE_OUTPUT, type Word } from "@hotpy/memory";
import { BYTES_DATA, FLAG_PINNED, headerWord, MODULE_DICT, SHAPE_BYTES, TAIL_SIZE } from "@hotpy/object-model";
import {
  OUTPUT_END,
  OUTPUT_FILE,
  OUTPUT_FLUSH,
  OUTPUT_NAMESPACE,
  OUTPUT_ROOM,
  OUTPUT_SEP,
  OUTPUT_STDOUT,
  OUTPUT_STREAM,
  OUTPUT_TEXT,
  OUTPUT_TEXT_BYTES,
  OUTPUT_USED,
  type Realm,
} from "@hotpy/python-objects";
import type { TextBuffer } from "./output.js";

/** The buffer of standard output in the VM's memory, which functions of the kernel fill. */
export interface KernelOutput {
  readonly text: TextBuffer;
  /** From now on functions of the kernel write what is for this stream. */
  start(stream: Word): void;
  /** They do no longer: text is not gathered, or written in another way. */
  stop(): void;
  /** The module where they find `sys.stdout`; NULL: none. */
  lookIn(sys: Word): void;
}

export function createKernelOutput(realm: Realm): KernelOutput {
  const { i32, u8 } = realm.memory;
  const size = OUTPUT_TEXT + OUTPUT_TEXT_BYTES;
  const object = realm.heap.allocateImmortal(BYTES_DATA + size);
  i32[object >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
  i32[(object + TAIL_SIZE) >>> 2] = size;
  const start = object + BYTES_DATA;
  const namespace = realm.root(NULL);
  const set = (offset: number, word: Word): void => {
    i32[(start + offset) >>> 2] = word;
  };
  u8.fill(0, start, start + OUTPUT_TEXT);
  set(OUTPUT_NAMESPACE, namespace);
  set(OUTPUT_STDOUT, realm.intern("stdout"));
  set(OUTPUT_SEP, realm.intern("sep"));
  set(OUTPUT_END, realm.intern("end"));
  set(OUTPUT_FILE, realm.intern("file"));
  set(OUTPUT_FLUSH, realm.intern("flush"));
  const used = (start + OUTPUT_USED) >>> 2;
  return {
    text: {
      bytes: u8.subarray(start + OUTPUT_TEXT, start + size),
      get used() {
        return i32[used];
      },
      set used(bytes) {
        i32[used] = bytes;
      },
    },
    start(stream) {
      set(OUTPUT_STREAM, stream);
      set(OUTPUT_ROOM, OUTPUT_TEXT_BYTES);
      i32[STATE_OUTPUT >>> 2] = start;
    },
    stop: () => set(OUTPUT_ROOM, 0),
    lookIn(sys) {
      if (sys !== NULL && realm.imports.isModule(sys)) i32[namespace >>> 2] = i32[(sys + MODULE_DICT) >>> 2];
    },
  };
}
