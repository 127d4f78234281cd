import { createFaults, type Faults } from "./faults.js";
import {
  EXIT_WORD_BYTES,
  EXITS_PER_TRACE,
  STATE_CONSTANTS_TOP,
  STATE_HANDLES_TOP,
  STATE_IMMORTAL_LIMIT,
  STATE_IMMORTAL_TOP,
  STATE_SIZE,
  TRACE_LIMIT,
} from "./state.js";

/** A part of linear memory: byte addresses, `end` exclusive. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * One linear memory with its views and its map. Reserved at its maximum, so the views are never detached.
 *
 *     0         64 KiB                                                                                   size
 *     | state    | shapes  | handles  | constants  | exits | stack     | immortal      | heap        | maps | waste
 */
export interface Memory {
  readonly wasm: WebAssembly.Memory;
  readonly i32: Int32Array;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly f64: Float64Array;
  readonly i64: BigInt64Array;
  /** Bytes reserved. */
  readonly size: number;
  /** The shape table: SHAPE_RECORD_BYTES per shape id (see `object-model`). */
  readonly shapes: Region;
  /** Tagged words that TypeScript code keeps across safepoints; a stack, in use up to STATE_HANDLES_TOP. Roots. */
  readonly handles: Region;
  /** Tagged words that traces name by position, in use up to STATE_CONSTANTS_TOP. Roots. */
  readonly constants: Region;
  /**
   * Two words for each of the first EXITS_PER_TRACE exits of each trace: 0, or the index in the jit's table of code that goes on there; 0, or the address
   * of the exit's record (see `@hotpy/trace`).
   */
  readonly exits: Region;
  /** VM frames. */
  readonly stack: Region;
  /** Objects that never move nor die: types, code objects, bytecode, interned strings. Bump-allocated upwards. */
  readonly immortal: Region;
  /** Where collectors place objects. */
  readonly heap: Region;
  /** Pages that the system may put files in the place of. */
  readonly maps: Region;
  /** The last page: nobody reads what is written there, so it takes what a fault has left no other place for. */
  readonly waste: Region;
  readonly faults: Faults;
}

/** What compiled code has built into it of where things lie; plain data. */
export type MemoryMap = Pick<Memory, "size" | "constants" | "exits">;

const MiB = 1024 * 1024;
const PAGE = 65536;
/** The page at the end of memory. */
const WASTE_BYTES = PAGE;

/** Options of {@link reserveMemory}. */
export interface MemoryOptions {
  /** Bytes to ask for, at most 4 GiB, a multiple of 64 KiB. Halved on failure down to 256 MiB. */
  readonly size?: number;
}

/**
 * Reserves linear memory. Pages are committed by the system when first touched.
 * @throws RangeError with advice if not even 256 MiB of address space can be reserved.
 */
export function reserveMemory(options: MemoryOptions = {}): Memory {
  for (let size = options.size ?? 4096 * MiB; size >= 256 * MiB; size /= 2) {
    const wasm = tryReserve(size / PAGE);
    if (wasm !== undefined) return mapMemory(wasm, size);
  }
  throw new RangeError(
    "cannot reserve 256 MiB of linear memory: JavaScript takes about 10 GB of address space for it; is there a limit (ulimit -v)?",
  );
}

function tryReserve(pages: number): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function mapMemory(wasm: WebAssembly.Memory, size: number): Memory {
  const { buffer } = wasm;
  const share = Math.floor(size / 16 / PAGE) * PAGE;
  const shapes = { start: STATE_SIZE, end: STATE_SIZE + Math.min(32 * MiB, share) };
  const handles = { start: shapes.end, end: shapes.end + 4 * MiB };
  const constants = { start: handles.end, end: handles.end + 4 * MiB };
  const exits = { start: constants.end, end: constants.end + TRACE_LIMIT * EXITS_PER_TRACE * EXIT_WORD_BYTES };
  const stack = { start: exits.end, end: exits.end + Math.min(256 * MiB, share * 2) };
  const immortal = { start: stack.end, end: stack.end + Math.min(256 * MiB, share * 2) };
  // Kernels may read a little past the end of an object, and compare addresses behind it: neither may leave the memory.
  const maps = { start: size - WASTE_BYTES - (size < 1024 * MiB ? share : 2 * share), end: size - WASTE_BYTES };
  const i32 = new Int32Array(buffer);
  i32[STATE_HANDLES_TOP >>> 2] = handles.start;
  i32[STATE_CONSTANTS_TOP >>> 2] = constants.start;
  i32[STATE_IMMORTAL_TOP >>> 2] = immortal.start;
  i32[STATE_IMMORTAL_LIMIT >>> 2] = immortal.end;
  return {
    wasm,
    i32,
    u8: new Uint8Array(buffer),
    u16: new Uint16Array(buffer),
    f64: new Float64Array(buffer),
    i64: new BigInt64Array(buffer),
    size,
    shapes,
    handles,
    constants,
    exits,
    stack,
    immortal,
    heap: { start: immortal.end, end: maps.start },
    maps,
    waste: { start: maps.end, end: size },
    faults: createFaults(i32),
  };
}
