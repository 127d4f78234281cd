import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "../number-attributes.js";
import { defineSourceModule } from "../source-module.js";
import { createWaiting, DESCRIPTOR_SOURCE } from "../waiting.js";
import { TERMINAL_NUMBERS } from "./terminal-numbers.js";

/** The kernel's `struct termios`: four flags, the line discipline, and the special characters. */
const STATE_BYTES = 36;
const CHARACTERS_AT = 17;
const CHARACTERS = 19;
/** Requests of `ioctl`. */
const { TCGETS, TCSETS, TIOCGWINSZ, TIOCSWINSZ } = TERMINAL_NUMBERS;
const SIZE_BYTES = 8;

const source = `${DESCRIPTOR_SOURCE}
class error(Exception):
    __module__ = 'termios'

class Speeds:
    "Where the speed stands among the flags."
    MASK = 0o10017

def calling(function, *args):
    try:
        return function(*args)
    except OSError as fault:
        raise error(fault.errno, fault.strerror) from None

def tcgetattr(fd):
    *flags, characters = calling(get_state, descriptor(fd))
    characters = [bytes((each,)) for each in characters] + [b'\\0'] * (32 - len(characters))
    if not flags[3] & 2:
        # Without lines two of them are numbers.
        for place in (5, 6):
            characters[place] = characters[place][0]
    speed = flags[2] & Speeds.MASK
    return [*flags, speed, speed, characters]

def character(value):
    if isinstance(value, bytes) and len(value) == 1:
        return value[0]
    if isinstance(value, int):
        return value & 255
    raise TypeError('tcsetattr: elements of attributes must be characters or integers')

def tcsetattr(fd, when, attributes):
    fd = descriptor(fd)
    if not isinstance(attributes, list) or len(attributes) != 7:
        raise TypeError('tcsetattr, arg 3: must be 7 element list')
    *numbers, characters = attributes
    for each in numbers:
        if not isinstance(each, int):
            raise TypeError(f"'{type(each).__name__}' object cannot be interpreted as an integer")
    if not isinstance(characters, list) or len(characters) != 32:
        raise TypeError('tcsetattr: attributes[6] must be 32 element list')
    characters = [character(each) for each in characters]
    inputs, outputs, control, local, input_speed, output_speed = numbers
    for speed in (input_speed, output_speed):
        if speed & ~Speeds.MASK:
            raise error(22, 'Invalid argument')
    if not 0 <= when <= 2:
        raise error(22, 'Invalid argument')
    control = control & ~Speeds.MASK | (input_speed or output_speed)
    calling(set_state, fd, when, [each & 0xffffffff for each in (inputs, outputs, control, local)], characters)

def tcsendbreak(fd, duration):
    fd = descriptor(fd)
    if duration > 0:
        calling(control_by, fd, 0x5425, (duration + 99) // 100)
    else:
        calling(control_by, fd, TCSBRK(), 0)

def tcdrain(fd):
    calling(control_by, descriptor(fd), TCSBRK(), 1)

def tcflush(fd, queue):
    calling(control_by, descriptor(fd), TCFLSH(), queue)

def tcflow(fd, action):
    calling(control_by, descriptor(fd), TCXONC(), action)

def tcgetwinsize(fd):
    return calling(get_size, descriptor(fd))

def tcsetwinsize(fd, winsize):
    fd = descriptor(fd)
    try:
        values = tuple(winsize)
    except TypeError:
        values = ()
    if len(values) != 2:
        raise TypeError('tcsetwinsize, arg 2: must be a two-item sequence')
    rows, columns = [whole(each) for each in values]
    if not (0 <= rows < 65536 and 0 <= columns < 65536):
        raise OverflowError('winsize value(s) out of range.')
    calling(set_size, fd, rows, columns)
`;

/** The module `termios`. */
export function defineTermios(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, lists, argument, numberArgument } = library;
  const { calling } = createWaiting(library);
  const { none } = realm;
  const numbersIn = (list: number): number[] => lists.itemsOf(list).map(realm.integers.toNumber);
  const constant = (name: string) => ({ name, parameters: "()", run: () => realm.int(TERMINAL_NUMBERS[name]) });

  defineSourceModule(builtins, {
    name: "termios",
    source,
    natives: [
      constant("TCSBRK"),
      constant("TCFLSH"),
      constant("TCXONC"),
      calling("get_state", "(fd, /)", (system, args) => {
        const state = new Uint8Array(STATE_BYTES);
        system.controlDevice(numberArgument(args, 0), TCGETS, state);
        const flags = Array.from(new Uint32Array(state.buffer, 0, 4), (flag) => realm.int(flag));
        const characters = realm.bytes.fromArray(state.subarray(CHARACTERS_AT, CHARACTERS_AT + CHARACTERS));
        return realm.tuple([...flags, characters]);
      }),
      calling("set_state", "(fd, when, flags, characters, /)", (system, args) => {
        const state = new Uint8Array(STATE_BYTES);
        // What is not told stays: the line discipline.
        system.controlDevice(numberArgument(args, 0), TCGETS, state);
        new Uint32Array(state.buffer, 0, 4).set(numbersIn(argument(args, 2)));
        state.set(numbersIn(argument(args, 3)).slice(0, CHARACTERS), CHARACTERS_AT);
        system.controlDevice(numberArgument(args, 0), TCSETS + numberArgument(args, 1), state);
        return none;
      }),
      calling("control_by", "(fd, request, argument, /)", (system, args) => {
        system.controlDevice(numberArgument(args, 0), numberArgument(args, 1), numberArgument(args, 2));
        return none;
      }),
      calling("get_size", "(fd, /)", (system, args) => {
        const size = new Uint8Array(SIZE_BYTES);
        system.controlDevice(numberArgument(args, 0), TIOCGWINSZ, size);
        return realm.tuple(Array.from(new Uint16Array(size.buffer, 0, 2), (each) => realm.int(each)));
      }),
      calling("set_size", "(fd, rows, columns, /)", (system, args) => {
        const size = new Uint8Array(SIZE_BYTES);
        system.controlDevice(numberArgument(args, 0), TIOCGWINSZ, size);
        new Uint16Array(size.buffer).set([numberArgument(args, 1), numberArgument(args, 2)]);
        system.controlDevice(numberArgument(args, 0), TIOCSWINSZ, size);
        return none;
      }),
    ],
    shows: ["error"],
    calls: [
      { name: "tcgetattr", parameters: "(fd, /)" },
      { name: "tcsetattr", parameters: "(fd, when, attributes, /)" },
      { name: "tcsendbreak", parameters: "(fd, duration, /)" },
      { name: "tcdrain", parameters: "(fd, /)" },
      { name: "tcflush", parameters: "(fd, queue, /)" },
      { name: "tcflow", parameters: "(fd, action, /)" },
      { name: "tcgetwinsize", parameters: "(fd, /)" },
      { name: "tcsetwinsize", parameters: "(fd, winsize, /)" },
    ],
    attributes: () => numberAttributes(realm, TERMINAL_NUMBERS),
  });
}
