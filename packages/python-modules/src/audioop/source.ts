/** Functions that measure a fragment of sound. */
export const MEASURED = ["max", "minmax", "avg", "rms", "avgpp", "maxpp", "cross"];

/** What of audioop is written in Python: arguments and their faults. The natives get bytes and numbers that fit. */
export const audioSource = `
class error(Exception):
    __module__ = 'audioop'

def real(value):
    kind = type(value)
    if not (hasattr(kind, '__float__') or hasattr(kind, '__index__')):
        raise TypeError(f'must be real number, not {type_name(value)}')
    return float(value)

def checked_width(width):
    width = c_int(width)
    if not 1 <= width <= 4:
        raise error('Size should be 1, 2, 3 or 4')
    return width

def checked(fragment, width):
    width = checked_width(width)
    if len(fragment) % width:
        raise error('not a whole number of frames')
    return fragment, width

def measured(name, fragment, width):
    return measure(name, *checked(content_of(fragment), width))

${MEASURED.map((name) => `def ${name}_of(fragment, width):\n    return measured('${name}', fragment, width)\n`).join("")}
def getsample_of(fragment, width, index):
    fragment, width, index = content_of(fragment), c_int(width), whole(index)
    checked(fragment, width)
    if not 0 <= index < len(fragment) // width:
        raise error('Index out of range')
    return sample(fragment, width, index * width)

def even(*fragments):
    if any(len(fragment) % 2 for fragment in fragments):
        raise error('Strings should be even-sized')

def findfit_of(fragment, reference):
    fragment, reference = content_of(fragment), content_of(reference)
    even(fragment, reference)
    if len(fragment) < len(reference):
        raise error('First sample should be longer')
    return find_fit(fragment, reference)

def findfactor_of(fragment, reference):
    fragment, reference = content_of(fragment), content_of(reference)
    even(fragment, reference)
    if len(fragment) != len(reference):
        raise error('Samples should be same size')
    return find_factor(fragment, reference)

def findmax_of(fragment, length):
    fragment, length = content_of(fragment), whole(length)
    even(fragment)
    if not 0 <= length <= len(fragment) // 2:
        raise error('Input sample should be longer')
    return find_loudest(fragment, length)

def mul_of(fragment, width, factor):
    fragment, width, factor = content_of(fragment), c_int(width), real(factor)
    return multiply(*checked(fragment, width), factor)

def tomono_of(fragment, width, lfactor, rfactor):
    fragment, width, left, right = content_of(fragment), c_int(width), real(lfactor), real(rfactor)
    checked(fragment, width)
    if len(fragment) // width % 2:
        raise error('not a whole number of frames')
    return make_mono(fragment, width, left, right)

def tostereo_of(fragment, width, lfactor, rfactor):
    fragment, width, left, right = content_of(fragment), c_int(width), real(lfactor), real(rfactor)
    return make_stereo(*checked(fragment, width), left, right)

def add_of(fragment1, fragment2, width):
    fragment1, fragment2 = content_of(fragment1), content_of(fragment2)
    fragment1, width = checked(fragment1, width)
    if len(fragment1) != len(fragment2):
        raise error('Lengths should be the same')
    return add_samples(fragment1, fragment2, width)

def bias_of(fragment, width, bias):
    fragment, width, bias = content_of(fragment), c_int(width), c_int(bias)
    return add_bias(*checked(fragment, width), bias)

def reverse_of(fragment, width):
    return reverse_samples(*checked(content_of(fragment), width))

def byteswap_of(fragment, width):
    return swap_bytes(*checked(content_of(fragment), width))

def lin2lin_of(fragment, width, newwidth):
    fragment, width, newwidth = content_of(fragment), c_int(width), c_int(newwidth)
    checked(fragment, width)
    return convert(fragment, width, checked_width(newwidth))

def lin2ulaw_of(fragment, width):
    return to_ulaw(*checked(content_of(fragment), width))

def lin2alaw_of(fragment, width):
    return to_alaw(*checked(content_of(fragment), width))

def ulaw2lin_of(fragment, width):
    return from_ulaw(content_of(fragment), checked_width(width))

def alaw2lin_of(fragment, width):
    return from_alaw(content_of(fragment), checked_width(width))

def adpcm_state(state, name):
    if state is None:
        return 0, 0
    if not isinstance(state, tuple):
        raise TypeError('state must be a tuple or None')
    if len(state) != 2:
        raise TypeError(f'{name}(): illegal state argument')
    value, step = c_int(state[0]), c_int(state[1])
    if not (-0x8000 <= value < 0x8000 and 0 <= step < 89):
        raise ValueError('bad state')
    return value, step

def lin2adpcm_of(fragment, width, state):
    fragment, width = content_of(fragment), c_int(width)
    checked(fragment, width)
    return to_adpcm(fragment, width, *adpcm_state(state, 'lin2adpcm'))

def adpcm2lin_of(fragment, width, state):
    fragment, width = content_of(fragment), c_int(width)
    checked_width(width)
    return from_adpcm(fragment, width, *adpcm_state(state, 'adpcm2lin'))

def rate_state(state, nchannels):
    if not isinstance(state, tuple):
        raise TypeError('state must be a tuple or None')
    if len(state) != 2 or not isinstance(state[1], tuple):
        raise TypeError('ratecv(): illegal state argument')
    distance, channels = c_int(state[0]), state[1]
    if len(channels) != nchannels:
        raise error('illegal state argument')
    numbers = []
    for channel in channels:
        if not isinstance(channel, tuple):
            raise TypeError('ratecv(): illegal state argument')
        if len(channel) != 2:
            raise TypeError(f'ratecv() takes exactly 2 arguments ({len(channel)} given)')
        numbers += c_int(channel[0]), c_int(channel[1])
    return distance, numbers

def ratecv_of(fragment, width, nchannels, inrate, outrate, state, weightA, weightB):
    fragment, width, nchannels = content_of(fragment), c_int(width), c_int(nchannels)
    inrate, outrate = c_int(inrate), c_int(outrate)
    weightA = 1 if weightA is None else c_int(weightA)
    weightB = 0 if weightB is None else c_int(weightB)
    checked_width(width)
    if nchannels < 1:
        raise error('# of channels should be >= 1')
    if width * nchannels > 0x7fffffff:
        raise OverflowError('width * nchannels too big for a C int')
    if weightA < 1 or weightB < 0:
        raise error('weightA should be >= 1, weightB should be >= 0')
    if len(fragment) % (width * nchannels):
        raise error('not a whole number of frames')
    if inrate <= 0 or outrate <= 0:
        raise error('sampling rate not > 0')
    distance, numbers = (None, []) if state is None else rate_state(state, nchannels)
    made, distance, numbers = change_rate(fragment, width, nchannels, inrate, outrate, weightA, weightB, distance, numbers)
    return made, (distance, tuple(zip(numbers[::2], numbers[1::2])))
`;
