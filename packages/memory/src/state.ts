/// The VM state block: words at fixed addresses at the bottom of memory, shared by the interpreter loop, the
/// collectors, TypeScript helpers and compiled traces. All values are raw unless "tagged" is said; frame and
/// stack pointers are byte addresses.

const word = (index: number): number => index * 4;

/** Byte address of the top (running) frame. */
export const STATE_FRAME = word(16);
/** Bump allocation: next free byte, and the first byte past the chunk. */
export const STATE_ALLOC_TOP = word(18);
export const STATE_ALLOC_LIMIT = word(19);
/** Objects of more bytes are not bump-allocated: the heap places them. */
export const LARGE_OBJECT_BYTES = 32 * 1024;
/** Why the next safepoint must not pass: the REQUEST_ bits. */
export const STATE_REQUEST = word(20);
/** Tagged: the exception being raised, or NULL. A root. */
export const STATE_PENDING = word(21);
/** Tagged: the exception being handled (`sys.exc_info()`), or NULL. A root. */
export const STATE_HANDLED = word(22);
/** Frames may not reach past this byte address: the end of the stack, less a reserve. */
export const STATE_STACK_LIMIT = word(23);
/** Frames that compiled code may still push (bounds the depth of the hardware stack and the recursion limit): set on
 *  entry, and left by an exit as it stands in the activation that leaves. */
export const STATE_NATIVE_BUDGET = word(24);
/** Where compiled code left: trace id, exit number, byte address of the base frame of the activation that left.
 *  Trace id EXIT_FRAMES_COMPLETE: nothing to rebuild, the frames from STATE_FRAME down are as the interpreter wants them. */
export const STATE_EXIT_TRACE = word(25);
export const STATE_EXIT_NUMBER = word(26);
export const STATE_EXIT_FRAME = word(27);
/** Remembered set buffer: next free byte, first byte past the buffer. Entries are addresses of old objects. */
export const STATE_REMEMBERED_TOP = word(28);
export const STATE_REMEMBERED_LIMIT = word(29);
/** Fuel of compiled code: the work until it must return to the supervisor, in instructions of traces as recorded. */
export const STATE_FUEL = word(30);
/** Frames may not have a greater depth (see the layout of frames in `frame-stack`): the recursion limit. */
export const STATE_DEPTH_LIMIT = word(32);

/** First free byte of the handles and constants regions. */
export const STATE_HANDLES_TOP = word(33);
export const STATE_CONSTANTS_TOP = word(34);

/** Chaos testing: the exit (trace id << 16 | exit number) that code compiled with checks leaves by force; 0 is none. */
export const STATE_FORCED_EXIT = word(35);

/** Byte address of 256 words: the one-character Latin-1 strings. Set once, by `object-model`; compiled code takes characters from there. */
export const STATE_LATIN1 = word(37);
/** The two keys of string hashes, of 64 bits. Set once, by `object-model`. */
export const STATE_HASH_KEY0 = word(56);
export const STATE_HASH_KEY1 = word(58);

/** The table of keys and the array of values that all empty dicts share; immortal. Set once, by `dict`. */
export const STATE_EMPTY_KEYS = word(38);
export const STATE_EMPTY_VALUES = word(39);

/** The tuple of no items; immortal. Set once, by the language. */
export const STATE_EMPTY_TUPLE = word(48);

/** The low and the high half of a 64-bit hash that a function of a kernel has computed. To be read at once. */
export const STATE_HASH = word(40);

/** Tagged: where the heap puts an object that is to be finalised while collectors visit it. NULL at all other times. */
export const STATE_FINALISING = word(43);

/** The remainder of a division of integers by a function of a kernel, whose result is the quotient. To be read at once. */
export const STATE_REMAINDER = word(42);

/** Two places of 8 bytes for the magnitudes of operands that have no limbs in memory, while a function of a kernel runs. */
export const STATE_LIMBS = word(44);

/** How many calls of functions of kernels the interpreter's loop may make before it has interrupts looked for. */
export const STATE_KERNEL_CALLS = word(49);

/** Byte address of a table of attributes by name that functions of the language's kernel read; 0 before it is first needed. */
export const STATE_ATTRIBUTES = word(50);

/** Byte address of a table that functions of the language's kernel read; 0 before it is first needed. */
export const STATE_FORMATS = word(55);

/** Byte address of the buffer of standard output, which functions of the language's kernel fill; 0: there is none. */
export const STATE_OUTPUT = word(60);

/** Another number whenever something new is watched: what nothing watched while it was this one, nothing watches as long as it stays. Never negative. */
export const STATE_WATCHES = word(61);

/** Bump allocation of objects that neither move nor die: next free byte, and the first byte past their region. */
export const STATE_IMMORTAL_TOP = word(51);
export const STATE_IMMORTAL_LIMIT = word(52);

/** Address of the table of interned strings, and how many are in it. Set by `object-model`, whose functions read it. */
export const STATE_INTERNED = word(53);
export const STATE_INTERNED_COUNT = word(54);

/** Value of STATE_EXIT_TRACE. */
export const EXIT_FRAMES_COMPLETE = -1;

/** Bits of {@link STATE_REQUEST}. */
export const REQUEST_COLLECT = 1;
export const REQUEST_INTERRUPT = 2;
export const REQUEST_FINALISE = 4;
/** With REQUEST_INTERRUPT: an operation of a kernel has been stopped by it. Cleared with it. */
export const REQUEST_STOPPED = 16;
/** An exception is pending in the frame in STATE_FRAME, which is not the frame of the code that is told to go on. */
export const REQUEST_RAISE = 8;
/** The language wants the next safepoint for something of its own: another of its threads is to run, say. */
export const REQUEST_LANGUAGE = 32;

/** Immortal objects that every language has; their headers are written by `object-model`. */
export const NONE = 0x400;
export const FALSE = 0x410;
export const TRUE = 0x420;

/** Live values of an exit are left here by compiled code, 8 bytes each, by position in the exit's list. */
export const EXIT_BUFFER = 0x1000;
export const EXIT_BUFFER_SLOTS = 1024;

/** Tables of doubles for elementary functions, 1 KiB and 2.25 KiB, which TypeScript makes when they are first needed; see their sources in `object-model`. */
export const TRIGONOMETRY_TABLE = 0x3000;
export const EXPONENTIAL_TABLE = 0x3400;

/**
 * A bit for each key that something watches in some object, by its address: 4096 of them, which several keys may share. Where a key has none, no trace
 * relies on it.
 */
export const WATCHED_KEYS = 0x3e00;
export const WATCHED_KEYS_BYTES = 512;

/** One word per trace: 1 while it is valid, 0 once a watched fact has changed. Compiled code reads it. */
export const TRACE_VALID = 0x4000;
export const TRACE_LIMIT = 8192;

/** Exits of a trace that have a place in the region `exits` of the memory, and the bytes of such a place. */
export const EXITS_PER_TRACE = 128;
export const EXIT_WORD_BYTES = 8;

/** A table of powers of ten, 128 bits each, which a function of a kernel makes when it is first needed; see its source in `object-model`. */
export const POWERS_OF_TEN = 0xc000;

/** 2 KiB each for the decimal digits of a float, and for limbs, while a function of a kernel runs. */
export const DIGITS_BUFFER = 0xf000;
export const LIMBS_BUFFER = 0xf800;

/** Size of the whole block in bytes. */
export const STATE_SIZE = 0x10000;
