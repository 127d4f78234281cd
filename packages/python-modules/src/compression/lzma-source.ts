import { streamClassSource } from "./class-source.js";

/** What the module `_lzma` has in Python. */
export const lzmaSource = `${streamClassSource}
class LZMAError(Exception):
    "Call to liblzma failed."
    __module__ = '_lzma'

class Numbers:
    AUTO, XZ, ALONE, RAW = range(4)
    LZMA1, LZMA2, DELTA = 0x4000000000000001, 0x21, 3
    # Those of branch converters.
    BRANCH = 4, 5, 6, 7, 8, 9
    NO_LIMIT = 0xffffffffffffffff
    MESSAGES = {
        3: 'Unsupported integrity check', 6: 'Memory usage limit exceeded', 7: 'Input format not supported by decoder',
        8: 'Invalid or unsupported options', 9: 'Corrupt input data', 10: 'Insufficient buffer space', 11: 'Internal error',
    }

def finish_action():
    return 3

def end_code():
    return 1

def ended_text():
    return 'Already at end of stream'

def check_code(code):
    if code in (0, 1, 2, 4, 10):
        return
    if code == 5:
        raise MemoryError
    raise LZMAError(Numbers.MESSAGES.get(code, f'Unrecognized error from liblzma: {code}'))

def opened(number):
    if number < 0:
        check_code(-1 - number)
        raise LZMAError('Internal error')
    return number

def unsigned(value, bits):
    value = whole(value)
    if not 0 <= value < 1 << bits:
        raise OverflowError(f'Value too large for uint{bits}_t type' if value > 0 else "can't convert negative value to unsigned int")
    return value

def checked_spec(spec, allowed, what):
    for key in spec:
        if key not in allowed:
            raise ValueError(f'Invalid filter specifier for {what} filter')

def filter_of(spec):
    "A filter as the library has it: its number and the bytes of its options."
    if not hasattr(spec, 'keys'):
        raise TypeError('Filter specifier must be a dict or dict-like object')
    if 'id' not in spec:
        raise ValueError('Filter specifier must have an "id" entry')
    number = unsigned(spec['id'], 64)
    if number in (Numbers.LZMA1, Numbers.LZMA2):
        preset = unsigned(spec['preset'], 32) if 'preset' in spec else 6
        options = options_of_preset(preset)
        if options is None:
            raise LZMAError(f'Invalid compression preset: {preset}')
        places = {'dict_size': 0, 'lc': 20, 'lp': 24, 'pb': 28, 'mode': 32, 'nice_len': 36, 'mf': 40, 'depth': 44}
        checked_spec(spec, {'id', 'preset', *places}, 'LZMA')
        options = bytearray(options)
        for name, place in places.items():
            if name in spec:
                options[place:place + 4] = unsigned(spec[name], 32).to_bytes(4, 'little')
        return number, bytes(options)
    if number == Numbers.DELTA:
        checked_spec(spec, {'id', 'dist'}, 'delta')
        return number, bytes(4) + unsigned(spec.get('dist', 1), 32).to_bytes(4, 'little') + bytes(40)
    if number in Numbers.BRANCH:
        checked_spec(spec, {'id', 'start_offset'}, 'BCJ')
        return number, unsigned(spec.get('start_offset', 0), 32).to_bytes(4, 'little')
    raise ValueError(f'Invalid filter ID: {number}')

def filters_of(specs):
    if len(specs) > 4:
        raise ValueError('Too many filters - liblzma supports a maximum of 4')
    return [filter_of(specs[index]) for index in range(len(specs))]

class LZMACompressor(Compressor):
    '''LZMACompressor(format=FORMAT_XZ, check=-1, preset=None, filters=None)

Create a compressor object for compressing data incrementally.'''
    __module__ = '_lzma'
    def __new__(cls, format=1, check=-1, preset=None, filters=None):
        self = object.__new__(cls)
        self._number = 0
        format, check = whole(format), whole(check)
        if preset is not None and filters is not None:
            raise ValueError('Cannot specify both preset and filter chain')
        level = 6 if preset is None else unsigned(preset, 32)
        if format not in (Numbers.XZ, Numbers.ALONE, Numbers.RAW):
            raise ValueError(f'Invalid container format: {format}')
        if format != Numbers.XZ and check not in (-1, 0):
            raise ValueError('Integrity checks are only supported by FORMAT_XZ')
        if format == Numbers.XZ:
            check = 4 if check == -1 else check
            made = compressor_easy(level, check) if filters is None else compressor_xz(filters_of(filters), check)
        elif format == Numbers.ALONE:
            if filters is None:
                options = options_of_preset(level)
                if options is None:
                    raise LZMAError(f'Invalid compression preset: {level}')
            else:
                chain = filters_of(filters)
                if len(chain) != 1 or chain[0][0] != Numbers.LZMA1:
                    raise ValueError('Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter')
                options = chain[0][1]
            made = compressor_alone(options)
        else:
            if filters is None:
                raise ValueError('Must specify filters for FORMAT_RAW')
            made = compressor_raw(filters_of(filters))
        self._number = opened(made)
        return self

class LZMADecompressor(Decompressor):
    '''Create a decompressor object for decompressing data incrementally.

  format
    Specifies the container format of the input stream.  If this is
    FORMAT_AUTO (the default), the decompressor will automatically detect
    whether the input is FORMAT_XZ or FORMAT_ALONE.  Streams created with
    FORMAT_RAW cannot be autodetected.
  memlimit
    Limit the amount of memory used by the decompressor.  This will cause
    decompression to fail if the input cannot be decompressed within this
    limit.
  filters
    A custom filter chain.  This argument is required for FORMAT_RAW, and
    not accepted with any other format.  When provided, this should be a
    sequence of dicts, each indicating the ID and options for a single
    filter.'''
    __module__ = '_lzma'
    def __new__(cls, format=0, memlimit=None, filters=None):
        self = object.__new__(cls)
        self._number = 0
        format = whole(format)
        if memlimit is not None:
            if format == Numbers.RAW:
                raise ValueError('Cannot specify memory limit with FORMAT_RAW')
            memlimit = unsigned(memlimit, 64)
        if format == Numbers.RAW and filters is None:
            raise ValueError('Must specify filters for FORMAT_RAW')
        if format != Numbers.RAW and filters is not None:
            raise ValueError('Cannot specify filters except with FORMAT_RAW')
        if format not in (Numbers.AUTO, Numbers.XZ, Numbers.ALONE, Numbers.RAW):
            raise ValueError(f'Invalid container format: {format}')
        # 16: not known yet.
        self._check = 0 if format in (Numbers.RAW, Numbers.ALONE) else 16
        if format == Numbers.RAW:
            made = decompressor_raw(filters_of(filters))
        else:
            made = decompressor(format, Numbers.NO_LIMIT if memlimit is None else memlimit)
        self._number = opened(made)
        self._start()
        return self
    def _noted(self):
        check = check_of(self._number)
        if self._check == 16 and check is not None:
            self._check = check
    check = property(lambda self: self._check, doc='ID of the integrity check used by the input stream.')

def is_check_supported(check_id):
    check_id = c_int(check_id)
    return supports_check(check_id)

def _encode_filter_properties(spec):
    number, options = filter_of(spec)
    result = encode_properties(number, options)
    if isinstance(result, int):
        check_code(result)
    return result

def _decode_filter_properties(filter_id, encoded_props):
    result = decode_properties(unsigned(filter_id, 64), bytes(bytes_like(encoded_props)))
    if isinstance(result, int):
        check_code(result)
    def field(place):
        return int.from_bytes(result[place:place + 4], 'little')
    spec = {'id': filter_id}
    if filter_id == Numbers.LZMA1:
        spec.update(lc=field(20), lp=field(24), pb=field(28), dict_size=field(0))
    elif filter_id == Numbers.LZMA2:
        spec['dict_size'] = field(0)
    elif filter_id == Numbers.DELTA:
        spec['dist'] = field(4)
    elif filter_id in Numbers.BRANCH:
        if result:
            spec['start_offset'] = field(0)
    else:
        raise ValueError(f'Invalid filter ID: {filter_id}')
    return spec
`;
