import { type Address, instantiateKernel, NULL } from "@hotpy/memory";
import { BYTES_DATA, headerWord, kernelHeap, SHAPE_BYTES, TAIL_SIZE } from "@hotpy/object-model";
import { interruptsOf, type Machine, type Making } from "@hotpy/python-objects";
import { lowerCase, propertiesOf, upperCase } from "@hotpy/unicode";
import { type Kernel, MODULE } from "./generated/kernel.js";

/** The kernel of the package, and the object that its machine for regular expressions works with. */
export interface ModulesKernel {
  readonly kernel: Kernel;
  /** Byte address of the root of that object; NULL: there is none yet. */
  readonly workRoot: Address;
  /** Makes room for so many bytes, if there is none; what there is may be lost. */
  needWork(size: number): void;
}

const made = new WeakMap<object, ModulesKernel>();

/** The one of a realm, made when a module asks for it first. */
export function modulesKernel(realm: Machine & Making): ModulesKernel {
  const known = made.get(realm.memory);
  if (known !== undefined) return known;
  const kernel = create(realm);
  made.set(realm.memory, kernel);
  return kernel;
}

function create(realm: Machine & Making): ModulesKernel {
  const { memory, heap } = realm;
  const { i32 } = memory;
  const work = realm.root(NULL) >>> 2;

  function newWork(size: number): number {
    const object = heap.allocate(BYTES_DATA + size);
    i32[object >>> 2] = headerWord(SHAPE_BYTES);
    i32[(object + TAIL_SIZE) >>> 2] = size;
    return object;
  }

  const sizeOfWork = (): number => i32[(i32[work] + TAIL_SIZE) >>> 2];
  const kernel = instantiateKernel<Kernel>(MODULE, memory, {
    unicode: { propertiesOf },
    heap: kernelHeap(heap),
    work: { isInterrupted: interruptsOf(realm.platform) },
    letters: {
      lowerOf: (code: number) => single(code, lowerCase(code)),
      upperOf: (code: number) => single(code, upperCase(code)),
    },
    stack: {
      grow(more: number) {
        const size = sizeOfWork();
        const object = newWork(size + more);
        memory.u8.copyWithin(object + BYTES_DATA, i32[work] + BYTES_DATA, i32[work] + BYTES_DATA + size);
        i32[work] = object;
        return object + BYTES_DATA;
      },
    },
  });
  return {
    kernel,
    workRoot: work << 2,
    needWork(size) {
      if (i32[work] === NULL || sizeOfWork() < size) i32[work] = newWork(size);
    },
  };
}

/** The case of a character, where it is one character; U+0130 in lower case is two only with its dot. */
function single(code: number, text: string): number {
  if (code === 0x130) return text.startsWith("i") ? 0x69 : code;
  const other = text.codePointAt(0) as number;
  return text.length === String.fromCodePoint(other).length ? other : code;
}
