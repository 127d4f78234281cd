/** What the module `readline` has in Python: history and completion, for the editor that reads lines. */
export const readlineSource = `
class State:
    history = []
    length = -1
    is_kept = True
    completer = None
    delimiters = ' \\t\\n\`~!@#$%^&*()-=+[{]}\\\\|;:\\'",<>/?'
    startup = None
    before_input = None
    shows_matches = None
    line = ''
    begin = end = 0
    inserted = ''
    tab_completes = False

def callback(value, name):
    if value is not None and not callable(value):
        raise TypeError(f'set_{name}(func): argument not callable')
    return value

def text_of(value, name):
    if not isinstance(value, str):
        raise TypeError(f'{name}() argument must be str, not {type(value).__name__}')
    return value

def position(index, purpose):
    if index < 0:
        raise ValueError('History index cannot be negative')
    if index >= len(State.history):
        raise ValueError(f'No history item at position {index}')
    return index

def file_name(filename):
    import os
    return os.path.expanduser('~/.history') if filename is None else os.fspath(filename)

def parse_and_bind(string):
    "Of all bindings the editor knows what Tab does."
    key, colon, function = text_of(string, 'parse_and_bind').partition(':')
    if colon and key.strip().lower() in ('tab', '"\\\\t"', '"\\\\c-i"'):
        State.tab_completes = function.strip() in ('complete', 'menu-complete')

def read_init_file(filename):
    import os
    with open(os.path.expanduser('~/.inputrc') if filename is None else filename, encoding='utf-8', errors='replace') as file:
        for line in file:
            parse_and_bind(line)

def get_line_buffer():
    return State.line

def insert_text(string):
    State.inserted += text_of(string, 'insert_text')

def redisplay():
    pass

def read_history_file(filename):
    with open(file_name(filename), encoding='utf-8', errors='surrogateescape') as file:
        State.history += [line.rstrip('\\n') for line in file]

def write_lines(file, lines):
    for line in lines:
        file.write(line + '\\n')

def truncated(filename):
    if State.length >= 0:
        with open(filename, encoding='utf-8', errors='surrogateescape') as file:
            lines = file.readlines()
        if len(lines) > State.length:
            with open(filename, 'w', encoding='utf-8', errors='surrogateescape') as file:
                file.writelines(lines[len(lines) - State.length:])

def open_private(filename, mode):
    import os
    return open(filename, mode, encoding='utf-8', errors='surrogateescape', opener=lambda path, flags: os.open(path, flags, 0o600))

def write_history_file(filename):
    name = file_name(filename)
    with open_private(name, 'w') as file:
        write_lines(file, State.history)
    truncated(name)

def append_history_file(nelements, filename):
    if nelements < 0:
        raise ValueError('nelements must be positive')
    name = file_name(filename)
    with open(name, 'r+', encoding='utf-8', errors='surrogateescape') as file:
        file.seek(0, 2)
        write_lines(file, State.history[len(State.history) - min(nelements, len(State.history)):])
    truncated(name)

def get_history_length():
    return State.length

def set_history_length(length):
    State.length = whole(length)

def get_current_history_length():
    return len(State.history)

def get_history_item(index):
    return State.history[index - 1] if 1 <= index <= len(State.history) else None

def remove_history_item(pos):
    del State.history[position(pos, 'remove')]

def replace_history_item(pos, line):
    State.history[position(pos, 'replace')] = text_of(line, 'replace_history_item')

def add_history(string):
    State.history.append(text_of(string, 'add_history'))

def set_auto_history(enabled):
    State.is_kept = bool(enabled)

def clear_history():
    State.history.clear()

def set_startup_hook(function):
    State.startup = callback(function, 'startup_hook')

def set_pre_input_hook(function):
    State.before_input = callback(function, 'pre_input_hook')

def set_completion_display_matches_hook(function):
    State.shows_matches = callback(function, 'completion_display_matches_hook')

def set_completer(function):
    State.completer = callback(function, 'completer')

def get_completer():
    return State.completer

def get_completion_type():
    return 0

def get_begidx():
    return State.begin

def get_endidx():
    return State.end

def set_completer_delims(string):
    State.delimiters = text_of(string, 'set_completer_delims')

def get_completer_delims():
    return State.delimiters

def candidates(line):
    "All that the completer offers for the last word of a line."
    begin = max(line.rfind(each) for each in State.delimiters) + 1 if State.delimiters else 0
    State.line, State.begin, State.end, State.inserted = line, begin, len(line), ''
    if not State.tab_completes:
        return [line[begin:] + '\\t'], line[begin:]
    found = []
    try:
        while State.completer is not None and isinstance(match := State.completer(line[begin:], len(found)), str):
            found.append(match)
    except Exception:
        pass
    if State.inserted:
        return [line[begin:] + State.inserted], line[begin:]
    return found, line[begin:]

def call_hook(hook):
    try:
        if hook is not None:
            hook()
    except Exception:
        pass

def read(prompt):
    "A line that the user edits, with its newline; '' at the end."
    State.line = State.inserted = ''
    call_hook(State.startup)
    call_hook(State.before_input)
    begin(prompt, State.history, State.inserted)
    try:
        while True:
            event = take()
            if event is None:
                continue
            kind, text = event
            if kind == 'completion':
                complete(*candidates(text))
            else:
                break
    except BaseException:
        cancel()
        raise
    if kind == 'end':
        return ''
    if State.is_kept and text and text != get_history_item(len(State.history)):
        add_history(text)
    return text + '\\n'
`;
