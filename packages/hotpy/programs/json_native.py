# JSON by the native module: texts right and wrong, values of all kinds, hooks, subclasses.
import json
import json.decoder
import json.encoder
from collections import OrderedDict, namedtuple
from decimal import Decimal

print(json.decoder.c_scanstring is json.decoder.scanstring, json.encoder.c_make_encoder, json.scanner.c_make_scanner)

texts = [
    '', ' ', 'null', ' true ', 'false', 'nul', 'nulll', '0', '-0', '-', '01', '1.5', '1.', '.5', '1e5', '1E+5', '1e', '1e+', '-1.25e-3',
    '123456789012345678', '1234567890123456789', '-123456789012345678901234567890', '1' * 5000, '1e400', '12345678901234567890.5',
    'NaN', 'Infinity', '-Infinity', '[NaN]', '{"a": -Infinity}', 'Na', '-I', '"a"', '"', '"abc', '"\\', '"\\"', '"a\\n\\t\\"\\/\\b\\f\\r\\\\"',
    '"\\u00e9\\u20ac\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ud83d\\u0041"', '"\\ud83d\\uzzzz"', '"\\u12"', '"\\u12g4"', '"\\u123', '"\\x41"',
    '"a\tb"', '"é€😀"', '"é\\n€"', '[]', '[ ]', '[1, 2,3 , 4]', '[1,]', '[1 2]', '[1', '[', '[[[]]]', '{}', '{ }', '{"a": 1}', '{"a" : 1 , "b":[]}',
    '{"a": 1,}', '{"a" 1}', '{"a": }', '{a: 1}', '{"a": 1', '{', '{"a', '{"a": 1 "b": 2}', '{"a": 1, "a": 2}', '{"": 0, "x": {"": 1}}',
    '{"é": 1, "name": 2, "name2": 3, "name": 4}', '1 2', '[1] x', '"\\u0000"', '\ufeff1', '[true, false, null]', '\n\r\t 1 \n',
]
for text in texts:
    try:
        print(ascii(json.loads(text)))
    except (ValueError, RecursionError) as error:
        print(type(error).__name__, ascii(str(error))[:120])

for text in ('"a\tb"', '"a\nb', '{"k\x01": 1}'):
    print(ascii(json.loads(text, strict=False)) if text.endswith(('"', '}')) else None)
    try:
        json.loads(text)
    except ValueError as error:
        print(error)

print(json.loads('[1.5, 2, NaN, {"a": {"b": 1}}]', parse_float=Decimal, parse_int=str, parse_constant=lambda name: 'c' + name))
print(json.loads('{"a": {"b": 1}}', object_pairs_hook=OrderedDict), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)))
print(json.JSONDecoder().raw_decode('  [1, 2] rest', 2))
try:
    json.loads('[' * 100000)
except RecursionError as error:
    print(error)

Point = namedtuple('Point', 'x y')


class Text(str):
    pass


class Number(int):
    def __repr__(self):
        return 'number'


class Fraction(float):
    pass


class Names(dict):
    pass


class Other:
    def __init__(self, value):
        self.value = value


values = [
    None, True, False, 0, -1, 2**29, 2**31, -2**31, 2**63, 10**30, 0.0, -0.0, 1.5, 1e16, 1e-7, 1e300, float('nan'), float('inf'), -float('inf'),
    '', 'abc', 'a"b\\c/d\b\f\n\r\t\x00\x1f\x7f', 'é', '€', '😀', '\ud800', 'é€😀x', [], (), {}, [[]], [{}], {'a': []}, [1, 'a', None, [2.5]],
    {'a': 1, 'b': [True, {'c': None}]}, {1: 2, True: 3, None: 4, False: 5, 1.5: 6, 'k': 7}, Point(1, 2), Text('te"xt'), Number(5), Fraction(2.5),
    Names(a=1), {'x': Point(1, Text('y'))}, {Text('k'): Number(1)}, {Number(3): 1}, {Fraction(3): 1},
]
for value in values:
    print(json.dumps(value), ascii(json.dumps(value, ensure_ascii=False)), json.dumps(value, separators=(',', ':')))

for value in (Other(1), {'a': [Other(2)]}, {(1, 2): 3}, {Other(1): 1}, {1, 2}, b'bytes', [object]):
    try:
        print(json.dumps(value))
    except TypeError as error:
        print(error)
print(json.dumps({'a': [Other(1), {'b': Other([1, 2])}], 'c': 'plain'}, default=lambda other: other.value))
print(json.dumps({'b': 1, 'a': {'d': 1, 'c': [{'z': 1, 'y': 2}]}}, sort_keys=True), json.dumps([{'b': 1}, {'a': 2}], sort_keys=True))
print(json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True), json.dumps({(1, 2): 3}, skipkeys=True))
for value in (float('nan'), [float('inf')], {'a': -float('inf')}, {float('nan'): 1}):
    try:
        json.dumps(value, allow_nan=False)
    except ValueError as error:
        print(error)
circular = [1]
circular.append([circular, circular])
mapping = {}
mapping['self'] = {'again': mapping}
for value in (circular, mapping):
    try:
        json.dumps(value)
    except ValueError as error:
        print(error)
deep = []
for _ in range(500):
    deep = [deep]
print(len(json.dumps(deep)), json.loads(json.dumps(deep)) == deep)
print(json.dumps({'a': [1, {'b': 2}]}, indent=2))
for function in (json.encoder.encode_basestring, json.encoder.encode_basestring_ascii):
    print(ascii(function('é"\n')))
    try:
        function(1)
    except TypeError as error:
        print(error)
print(json.decoder.scanstring('abc"def', 0), json.decoder.scanstring('"a\nb"', 1, False))
try:
    json.decoder.scanstring('abc', 7)
except ValueError as error:
    print(error)

data = [{'id': i, 'name': f'user{i}', 'score': i * 1.5, 'tags': ['a', 'b'], 'ok': i % 2 == 0} for i in range(200)]
for _ in range(30):
    assert json.loads(json.dumps(data)) == data
print('done')
