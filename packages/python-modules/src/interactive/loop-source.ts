/** Statements that are read, executed and shown one by one, as CPython's main program does it. Frames of it do not show. */
export const loopSource = `
class Flags:
    "Of compile: more lines may follow, and a block ends with an empty line only. And those of features."
    MORE = 0x4000 | 0x200
    FEATURES = 0x1FE0000

class Ended(BaseException):
    pass

def prepare():
    import sys
    try:
        import readline
    except ImportError:
        pass
    if not hasattr(sys, '__interactivehook__') and not sys.flags.isolated and not sys.flags.no_site:
        sys.__interactivehook__ = register_readline

def read_line(prompt):
    reader = prompt_reader()
    return read_plain(prompt) if reader is None else reader(prompt)

def prompt_of(name, usual):
    import sys
    if not hasattr(sys, name):
        setattr(sys, name, usual)
    try:
        return str(getattr(sys, name))
    except Exception:
        return ''

def is_blank(line):
    line = line.strip(' \\t\\f\\r\\n')
    return not line or line.startswith('#')

def statement(source, flags):
    "Code; None where more lines must follow."
    try:
        whole = compile(source, '<stdin>', 'single', flags | Flags.MORE, True)
        # Without its last newline the source is of a block that has not been ended by an empty line.
        if ':' in source:
            compile(source.removesuffix('\\n'), '<stdin>', 'single', flags | Flags.MORE, True)
        return whole
    except SyntaxError as error:
        if error.msg == 'incomplete input':
            return None
        if error.msg.startswith('multiple statements found'):
            # Lines come one by one: the last is where a statement has ended and another begins.
            lines = source.splitlines()
            width = len(lines[-1].split(None, 1)[0])
            raise SyntaxError('invalid syntax', ('<stdin>', len(lines), 1, lines[-1] + '\\n', len(lines), 1 + width)) from None
        raise

def next_statement(flags):
    source = ''
    while True:
        line = read_line(prompt_of('ps2', '... ') if source else prompt_of('ps1', '>>> '))
        if not line:
            if not source:
                raise Ended
            return compile(source, '<stdin>', 'single', flags, True)
        if not source and is_blank(line):
            continue
        source += line
        code = statement(source, flags)
        if code is not None:
            return code

def run(namespace):
    flags = 0
    while True:
        try:
            code = next_statement(flags)
        except Ended:
            tell('\\n')
            return
        except KeyboardInterrupt:
            tell('\\nKeyboardInterrupt\\n')
            continue
        except BaseException as error:
            show(error.with_traceback(None))
            continue
        flags |= code.co_flags & Flags.FEATURES
        try:
            exec(code, namespace)
        except SystemExit:
            raise
        except BaseException as error:
            show(error)
        flush()

def run_file(path, namespace):
    "What PYTHONSTARTUP names."
    try:
        with open(path, 'rb') as file:
            source = file.read()
    except OSError as error:
        tell(f'Could not open PYTHONSTARTUP\\n{type(error).__name__}: {error}\\n')
        return
    namespace['__file__'] = path
    try:
        exec(compile(source, path, 'exec', 0, True), namespace)
    except SystemExit:
        raise
    except BaseException as error:
        show(error)
    finally:
        namespace.pop('__file__', None)

def call_hook():
    import sys
    hook = getattr(sys, '__interactivehook__', None)
    if hook is not None:
        try:
            hook()
        except Exception as error:
            tell('Failed calling sys.__interactivehook__\\n')
            show(error)

def register_readline():
    "What the module site makes of the editor, where it is there: completion, and a file that keeps the history."
    import atexit
    try:
        import readline
        import rlcompleter
    except ImportError:
        return
    readline.parse_and_bind('tab: complete')
    try:
        readline.read_init_file()
    except OSError:
        pass
    if readline.get_current_history_length() == 0:
        import os
        history = os.path.join(os.path.expanduser('~'), '.python_history')
        try:
            readline.read_history_file(history)
        except OSError:
            pass
        def write_history():
            try:
                readline.write_history_file(history)
            except OSError:
                pass
        atexit.register(write_history)
`;
