import io, sys
sys.stdout.reconfigure(line_buffering=True)
sys.stdout.writelines(['x\n', 'é\n'])
sys.stdout.reconfigure(encoding='latin-1', errors='replace')
print('é€', sys.stdout.encoding, sys.stdout.errors)
sys.stdout.flush()
sys.stdout.buffer.write(b'raw\n')
sys.stdout.reconfigure(encoding='utf-8', newline='\r\n')
print('nl', sys.stdout.line_buffering, sys.stdout.mode, sys.stdout.name, sys.stdin.name, sys.stdin.mode)
sys.stdout.reconfigure(newline='\n')
for options in {'encoding': 'nope'}, {'newline': 'x'}, {'encoding': 5}:
    try: sys.stdout.reconfigure(**options)
    except (LookupError, ValueError, TypeError) as e: print(type(e), e)
out = sys.stdout
sys.stdout = io.TextIOWrapper(out.detach(), encoding='utf-8', line_buffering=True)
print('wrapped é', sys.stdout.encoding)
