"""Symbol tables, the locale, clocks and epoll."""
import locale, os, select, symtable, time
import _locale, _symtable

def t(f, *args):
    try: print(f(*args))
    except Exception as e: print(type(e).__name__, e)

source = '''
import os, sys as s
x: int = 5
def f(a, *b, c=1, **d):
    global declared
    declared = a
    def inner(z):
        nonlocal a
        a = z
        return [y for y in b if (w := y)]
    return inner
class C(object):
    attr = 1
    def m(self):
        super().m()
        return attr, __class__
    def n(self): lambda q: q + self
gen = (i for i in range(3))
'''
def show(table, depth=0):
    margin = ' ' * depth
    print(margin, table.get_type(), table.get_name(), table.get_lineno(), table.is_nested(), table.has_children(), sorted(table.get_identifiers()))
    for symbol in sorted(table.get_symbols(), key=str): print(margin, symbol, [name for name in dir(symbol) if name.startswith('is_') and getattr(symbol, name)()])
    if table.get_type() == 'function': print(margin, table.get_parameters(), table.get_locals(), table.get_frees(), table.get_globals(), table.get_nonlocals())
    if table.get_type() == 'class': print(margin, table.get_methods())
    for child in table.get_children(): show(child, depth + 2)
show(symtable.symtable(source, '?', 'exec'))
print(sorted(_symtable.symtable(source, '?', 'exec').symbols.items()))
for args in ('def f(x): global x', 'foo.py', 'exec'), ('1', 'f', 'bad'), (5, 'f', 'exec'), ('x+1', 'f', 'eval'), ('if 1: pass\n', 'f', 'single'), ('def f(', 'f', 'exec'):
    t(symtable.symtable, *args)

print(locale.localeconv(), locale.setlocale(locale.LC_NUMERIC), locale.getlocale(locale.LC_NUMERIC))
for args in (6, 'xx_XX.UTF-8'), (99,), (1, 'C'), ('a',), (0, 5): t(locale.setlocale, *args)
print(_locale.nl_langinfo(_locale.DAY_1), [_locale.nl_langinfo(getattr(_locale, name)) for name in sorted(vars(_locale)) if 'FMT' in name or 'DAY' in name])
t(_locale.nl_langinfo, 5); t(locale.strcoll, 'a', 'b'); t(locale.strxfrm, 'abc'); t(locale.strcoll, 1, 'a'); t(_locale.strxfrm, '\0')
t(_locale.gettext, 'x'); t(_locale.dgettext, None, 'x'); t(_locale.textdomain, 'foo'); t(_locale.bindtextdomain, 'foo', '/tmp'); t(_locale.bindtextdomain, '', None)
print(sorted(['b', 'B', 'a'], key=locale.strxfrm), locale.format_string('%d', 1234567, grouping=True), _locale.Error.__module__)

print(abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 5, time.clock_gettime_ns(time.CLOCK_MONOTONIC) > 0, time.clock_getres(0) <= 1)
t(time.clock_gettime, 99)
r, w = os.pipe()
with select.epoll() as events:
    events.register(r, select.EPOLLIN); print(events.poll(0), events.poll(0.01)); os.write(w, b'x'); print(events.poll(1) == [(r, select.EPOLLIN)])
    t(events.register, r); events.modify(r, 0); print(events.poll(0)); events.unregister(r); t(events.unregister, r); t(events.poll, 0, 0); t(events.register, -1)
print(events.closed); t(events.poll); t(events.fileno)
