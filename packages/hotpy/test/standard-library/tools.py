# dataclasses, unittest, logging, atexit, codecs, json, re and time, as programs use them.
import atexit, codecs, dataclasses, io, json, logging, re, sys, time, unittest

@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 2
    tags: list = dataclasses.field(default_factory=list, compare=False)

@dataclasses.dataclass(frozen=True)
class Frozen:
    a: str = 'q'

p = Point(1)
print(p, p == Point(1), p < Point(2), dataclasses.asdict(p), dataclasses.replace(p, y=5), Frozen(), hash(Frozen()) == hash(Frozen()))
try: Frozen().a = 1
except dataclasses.FrozenInstanceError as e: print(e)

class Tests(unittest.TestCase):
    def test_pass(self): self.assertEqual(1 + 1, 2)
    def test_fail(self): self.assertEqual([1, 2], [1, 3])
    def test_raise(self):
        with self.assertRaises(ZeroDivisionError): 1 / 0
    @unittest.skip('later')
    def test_skip(self): pass
stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped))
print(re.sub(r'in [\d.]+s', 'in T', stream.getvalue()))

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(levelname)s %(name)s: %(message)s'))
log = logging.getLogger('log'); log.addHandler(handler); log.setLevel(logging.INFO)
log.info('x %d', 3); log.debug('no')
try: {}['k']
except KeyError: log.exception('bad')

print(json.dumps({'a': [1, 2.5, None, True, 'é\n']}, indent=1, sort_keys=True), json.loads('{"x": [1, {"y": null}]}'))
try: json.loads('{bad')
except json.JSONDecodeError as e: print(e)
d = codecs.getincrementaldecoder('utf-8')(); print(repr(d.decode(b'a\xc3')), repr(d.decode(b'\xa9b')), codecs.encode('hello', 'rot13'))
print(re.findall(r'(?i)a+', 'aAbbA'), re.sub(r'(\w)(\d)', r'\2\1', 'a1 b2'), re.compile('a|b', re.I), re.split(r'[,;]\s*', 'a, b;c'))
print(re.match(r'(?P<y>\d{4})-(?P<m>\d\d)', '2020-12').groupdict(), re.sub('x', lambda m: m.group().upper(), 'axbx'))
for s in [0, 951782400, 1700000000.7, -1, 4102444800, 1709164800]:
    g = time.gmtime(s)
    print(g, time.asctime(g), time.strftime('%a %A %b %B %c %C %d %D %e %F %g %G %H %I %j %k %l %m %M %p %r %R %S %T %u %U %V %w %W %x %X %y %Y %%', g), time.mktime(time.localtime(s)))
print(time.strptime('2020-03-04 05:06:07', '%Y-%m-%d %H:%M:%S'))
atexit.register(print, 'at', sep='-')
atexit.register(print, 'exit', 1)
