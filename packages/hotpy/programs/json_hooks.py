"""Hooks of `json`: what they are given, what is raised, and where tracebacks see them."""

import collections
import decimal
import json
import os
import traceback
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e); print(traceback.format_exc().replace(os.path.dirname(__file__) + "/", ""), end="")
D = decimal.Decimal
bads = ['', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{1:2}', '{"a" 1}', '[1 2]', 'nul', 'tru', 'fals', 'Na', 'Inf', '-', '-I', '-Infinit', '"abc', '"\x01"', '"\\x"', '"\\u12"', '01', '1.', '1e', '.5', '+1', '1 2', '[]]', '{}{}', 'NaN', '[NaN, Infinity, -Infinity]', '1E400', '-0', '-0.0', '1e5', '12345678901234567890123', '[ ]', '{ }', ' { "a" : [ 1 , 2.5 , { "b" : null } ] , "c" : true } ', '\ufeff1', '[1,\n2', '{"a":\t[1,\r\n{"b": false}]}', '"\\ud83d\\ude00"', '\xa01', '[1.5, 2, -3, 1e2, -1.5E-3]', '{"a":1,"a":2}', '9'*5000, '[' * 100000, '{"a":' * 100000, '1١']
for b in bads:
    for kw in ({'parse_float': D}, {'object_pairs_hook': lambda p: p}, {'parse_int': float}, {'object_hook': lambda d: sorted(d)}, {'parse_constant': lambda c: 'C' + c, 'parse_float': str}, {'cls': json.JSONDecoder, 'strict': False}):
        try: print(repr(json.loads(b, **kw))[:100])
        except (ValueError, RecursionError) as e: print(type(e).__name__, str(e)[:150])
t(lambda: json.loads('[1]', object_hook=1, parse_int=lambda x: 1/0))
t(lambda: json.loads('{"a":1}', object_hook=lambda d: 1/0))
t(lambda: json.loads('{"a":[1,{"b":2}]}', object_pairs_hook=lambda d: 1/0))
t(lambda: json.loads('{"a":NaN}', parse_constant=lambda d: 1/0))
t(lambda: json.loads('{"a":nan}', parse_float=D))
t(lambda: json.loads('{"a" 1}', parse_float=D))
t(lambda: json.loads('{"a":1.5}', object_hook=lambda d: next(iter([]))))
t(lambda: json.loads('{"a":1.5}', object_pairs_hook=collections.OrderedDict))
t(lambda: json.JSONDecoder(object_hook=lambda d: d).raw_decode('{"a": 1} x'))
t(lambda: json.JSONDecoder(object_hook=lambda d: d).raw_decode('  x', 2))
t(lambda: json.JSONDecoder(object_hook=lambda d: d).scan_once('5', -1))
t(lambda: json.JSONDecoder(object_hook=lambda d: d).scan_once('5', 7))
t(lambda: json.JSONDecoder(object_hook=lambda d: d).scan_once(b'5', 0))
class It:
    def __iter__(self): return 5
t(lambda: ''.join(It())); t(lambda: ''.join(5)); t(lambda: b''.join(It())); t(lambda: b''.join(5))
