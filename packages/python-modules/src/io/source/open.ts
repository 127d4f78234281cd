/** `open`: which classes a file is made of. */
export const openSource = `
def open_file(file, mode, buffering, encoding, errors, newline, closefd, opener):
    if not hasattr(type(file), '__index__'):
        file = sys_path(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    for name, value in (('encoding', encoding), ('errors', errors)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {type(value).__name__}")
    modes = set(mode)
    if modes - set('axrwb+t') or len(mode) > len(modes):
        raise ValueError(f'invalid mode: {mode!r}')
    is_text = 't' in modes
    is_binary = 'b' in modes
    if is_text and is_binary:
        raise ValueError("can't have text and binary mode at once")
    if len(modes & set('xrwa')) > 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if is_binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if is_binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if is_binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    raw = FileIO(file, mode.replace('t', '').replace('b', ''), closefd, opener)
    try:
        line_buffering = buffering == 1 or buffering < 0 and raw.isatty()
        if buffering == 1 and is_binary:
            import warnings
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", RuntimeWarning, 1)
            buffering = -1
        if buffering == 0:
            if is_binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        size = 8192 if buffering < 2 else buffering
        if '+' in modes:
            buffer = BufferedRandom(raw, size)
        elif 'r' in modes:
            buffer = BufferedReader(raw, size)
        else:
            buffer = BufferedWriter(raw, size)
        if is_binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        text.mode = mode
        return text
    except:
        raw.close()
        raise

def open_code(path):
    return open_file(path, 'rb', -1, None, None, None, True, None)
`;
