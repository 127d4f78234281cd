import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { type FileSystem, type NativeDefinition, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import { tailCallSource } from "../source-call.js";
import { createWaiting, WAITING_SOURCE } from "../waiting.js";
import { openFilesOf } from "./open-files.js";
import { createSystem } from "./system.js";

/** What can be done with an open file, by its descriptor. The arguments stand in this order. */
export interface DescriptorFunctions {
  /** `(fd)` */
  readonly close: NativeDefinition["run"];
  /** `(fd, size)`: at most so many bytes. */
  readonly read: NativeDefinition["run"];
  /** `(fd, data)`: how many bytes were written. */
  readonly write: NativeDefinition["run"];
  /** `(fd, position, whence)`: the new position, in bytes. */
  readonly seek: NativeDefinition["run"];
  /** `(fd, size)`, in bytes. */
  readonly truncate: NativeDefinition["run"];
  /** `(fd)` */
  readonly isTerminal: NativeDefinition["run"];
}

/** Linux's numbers of `poll`. */
const [POLLIN, POLLOUT] = [1, 4];
/** From here on, as a number of JavaScript, it is more than `sys.maxsize` without the header of bytes. */
const TOO_MANY_BYTES = 2 ** 63;
/** Bytes that a pipe takes at once when it is ready. */
const PIPE_BUF = 4096;
/** Reads of so many bytes at most share one buffer: a new one is filled with zeros each time, which takes longer than most reads. */
const SMALL_READ = 65_536;
/** More are read in parts of so many: who asks for gigabytes wants what there is, and may get a few bytes. */
const PART = 2 ** 24;
/** No machine has so much, and CPython takes the memory before it reads. */
const MOST_MEMORY = 2 ** 40;

const laterSource = `
def read_later(fd, size):
    poll_until([(fd, 1)], float('inf'))
    return read(fd, size)

def write_in_parts(fd, data):
    data = bytes(data)
    written = 0
    while True:
        poll_until([(fd, 4)], float('inf'))
        written += write_now(fd, data[written:written + 4096])
        if written >= len(data):
            return written
`;

/** The natives that `posix` and `_io` share: each module gives them its own names and parameters. */
export function createDescriptorFunctions(library: Library): DescriptorFunctions {
  const { realm, argument, numberArgument } = library;
  const { bytes, none } = realm;
  const { guarded, dataOf } = createSystem(library);
  const openFiles = openFilesOf(realm);
  const smallBuffer = new Uint8Array(SMALL_READ);

  const { natives } = createWaiting(library);
  const surrogate = realm.defineSurrogates(`${WAITING_SOURCE}${laterSource}`, [
    ...natives,
    { name: "read", parameters: "(fd, size, /)", frames: true, leaf: false, run: (args) => functions.read(args, 2) },
    { name: "write_now", parameters: "(fd, data, /)", run: writeNow },
  ]);

  /** Whether it is no regular file. What is wrong with a descriptor is told by the call itself. */
  function waits(descriptor: number): boolean {
    try {
      return realm.platform.files?.mayWait?.(descriptor) === true;
    } catch (error) {
      if (error instanceof SystemFault) return false;
      throw error;
    }
  }

  /** Whether the system need not wait: what has to is done when the descriptor is ready, and other threads run meanwhile. */
  function isReady(descriptor: number, events: number): boolean {
    const system = waits(descriptor) ? realm.platform.systemCalls?.() : undefined;
    if (system === undefined) return true;
    try {
      return system.poll([{ descriptor, events, result: 0 }], 0) > 0 || !system.isBlocking(descriptor);
    } catch (error) {
      if (error instanceof SystemFault) return true;
      throw error;
    }
  }

  /** At most so many bytes, of which there may be far fewer. */
  function readParts(system: FileSystem, descriptor: number, size: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let total = 0;
    do {
      const part = new Uint8Array(Math.min(PART, size - total));
      const count = system.readInto(descriptor, part);
      parts.push(part.subarray(0, count));
      total += count;
      if (count < part.length) break;
    } while (total < size && isReady(descriptor, POLLIN));
    const whole = new Uint8Array(total);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  function writeNow(args: number): Word {
    const content = dataOf(argument(args, 1));
    return content === undefined
      ? NULL
      : guarded((system) => realm.int(system.write(numberArgument(args, 0), content)));
  }

  /** Whether writing may wait for another of our threads, which is to read. */
  function mayBlock(descriptor: number, data: Word): boolean {
    if (realm.threads.count === 1 || !waits(descriptor)) return false;
    const content = dataOf(data);
    return content !== undefined && (content.length > PIPE_BUF || !isReady(descriptor, POLLOUT));
  }

  const functions: DescriptorFunctions = {
    close: (args): Word =>
      guarded((system) => {
        openFiles.remove(numberArgument(args, 0));
        system.close(numberArgument(args, 0));
        return none;
      }),
    read: (args): Word => {
      const size = numberArgument(args, 1);
      if (size >= TOO_MANY_BYTES) return realm.raise("OverflowError", "byte string is too large");
      if (size >= MOST_MEMORY) return realm.heap.exhausted();
      const descriptor = numberArgument(args, 0);
      if (!isReady(descriptor, POLLIN)) {
        return tailCallSource(library, surrogate, "read_later", [argument(args, 0), argument(args, 1)]);
      }
      return guarded((system) => {
        if (size < 0) throw new SystemFault(ERRNO.EINVAL, "Invalid argument");
        if (size > PART) return bytes.fromArray(readParts(system, descriptor, size));
        const buffer = size <= SMALL_READ ? smallBuffer.subarray(0, size) : new Uint8Array(size);
        return bytes.fromArray(buffer.subarray(0, system.readInto(descriptor, buffer)));
      });
    },
    write: (args): Word => {
      const data = argument(args, 1);
      if (mayBlock(numberArgument(args, 0), data))
        return tailCallSource(library, surrogate, "write_in_parts", [argument(args, 0), data]);
      return writeNow(args);
    },
    seek: (args): Word =>
      guarded((system) =>
        realm.int(system.seek(numberArgument(args, 0), numberArgument(args, 1), numberArgument(args, 2) as 0 | 1 | 2)),
      ),
    truncate: (args): Word =>
      guarded((system) => (system.truncate(numberArgument(args, 0), numberArgument(args, 1)), none)),
    isTerminal: (args): Word => realm.bool(realm.platform.files?.isTerminal(numberArgument(args, 0)) === true),
  };
  return functions;
}
