import binascii as B
def t(s):
    try: print(s, '->', eval(s))
    except BaseException as e: print(s, '->', type(e).__module__, type(e).__name__, e)
for s in """B.a2b_hex('abc')|B.a2b_hex('ag')|B.a2b_hex('AbcD')|B.unhexlify(b'00ff')|B.hexlify(b'abcdef')|B.hexlify(b'abcdef', ':')|B.hexlify(b'abcdef', b'-', 2)|B.hexlify(b'abcdef','_',-4)|B.hexlify(b'abcdef','_',0)|B.hexlify(b'ab','ab')|B.hexlify(b'ab','\\xe9')|B.hexlify(b'ab',5)|B.hexlify('ab')|B.hexlify(memoryview(b'abc'))|B.a2b_hex('\\xe9')|B.a2b_hex(3)|B.b2a_hex(b'')
B.b2a_base64(b'abc')|B.b2a_base64(b'abcd', newline=False)|B.b2a_base64(b'')|B.b2a_base64('a')|B.a2b_base64('YWJj')|B.a2b_base64(b'YWJjZA==\\n')|B.a2b_base64('YWJjZA')|B.a2b_base64('Y')|B.a2b_base64('YWJjZ')|B.a2b_base64('YW Jj!ZA==')|B.a2b_base64('YWJj!',strict_mode=True)|B.a2b_base64('=',strict_mode=True)|B.a2b_base64('YW==Jj',strict_mode=True)|B.a2b_base64('YW=Jj',strict_mode=True)|B.a2b_base64('YWJj=',strict_mode=True)|B.a2b_base64('YWJjZA===',strict_mode=True)|B.a2b_base64('YWJjZA==\\n',strict_mode=True)|B.a2b_base64('YWJj=ZA==')|B.a2b_base64('YWJjZ===')|B.a2b_base64('')|B.a2b_base64('====')|B.a2b_base64('ab=c')|B.a2b_base64('ab=cd')|B.a2b_base64('YW==JjZA==')|B.a2b_base64('Y===')|B.a2b_base64('Y===',strict_mode=True)|B.a2b_base64('YW=',strict_mode=True)|B.a2b_base64('YW==a',strict_mode=True)|B.a2b_base64('\\xe9')
B.crc32(b'abc')|B.crc32(b'abc',5)|B.crc32('abc')|B.crc32(b'',2**40)|B.crc32(b'',-1)|B.crc_hqx(b'abc',0)|B.crc_hqx(b'abc',12345)|B.crc_hqx(b'abc')|B.crc_hqx(b'abc',2**40)
B.b2a_uu(b'abc')|B.b2a_uu(b'')|B.b2a_uu(b'a'*46)|B.b2a_uu(b'a'*45)|B.b2a_uu(b'ab\\0',backtick=True)|B.a2b_uu(b'#86)C\\n')|B.a2b_uu(b' \\n')|B.a2b_uu(b'')|B.a2b_uu(b'!XXX')|B.a2b_uu(b'#86)C~~~')|B.a2b_uu(b'\\x7f')|B.a2b_uu(b'!\\x01')|B.a2b_uu('`\\n')|B.a2b_uu(b'M')|B.a2b_uu('\\xe9')|B.a2b_uu(b'#86')
B.b2a_qp(b'a=b')|B.b2a_qp(b'a b ')|B.b2a_qp(b'a b\\t\\n')|B.b2a_qp(b'a b', quotetabs=True)|B.b2a_qp(b'a b_', header=True)|B.b2a_qp(b'a\\r\\nb')|B.b2a_qp(b'a\\nb', istext=False)|B.b2a_qp(b'x'*100)|B.b2a_qp(b'.\\n.x')|B.b2a_qp(b'.')|B.b2a_qp(b'\\xff'*30)|B.b2a_qp(b'x'*75+b' \\n')|B.b2a_qp(b'x'*76)|B.b2a_qp(b'x'*74+b'\\xff')|B.b2a_qp(b'a\\rb\\r\\n')|B.b2a_qp(b'a\\r',istext=False)|B.b2a_qp(b'')|B.a2b_qp(b'a=3Db')|B.a2b_qp(b'a=\\nb')|B.a2b_qp(b'a=\\r\\nb')|B.a2b_qp(b'a==b')|B.a2b_qp(b'a=b')|B.a2b_qp(b'a_b')|B.a2b_qp(b'a_b',header=True)|B.a2b_qp('a=')|B.a2b_qp('a=zz')|B.a2b_qp(b'a=3')|B.a2b_qp('=\\xe9')|B.a2b_qp(b'a= \\nb')|B.a2b_qp(b'foo=\\nbar\\n')
B.Error.__mro__|B.Incomplete.__mro__|sorted(x for x in dir(B) if x[0]!='_')|B.a2b_hex()|B.b2a_base64()|B.a2b_base64(data='aa')""".replace('\n','|').split('|'): t(s)

import random
random.seed(3)
for _ in range(120):
    data = bytes(random.choice([random.randrange(256), 32, 10, 13, 61, 46, 65]) for _ in range(random.randrange(100)))
    line = data[:45]
    print(B.b2a_base64(data), B.b2a_uu(line), B.b2a_qp(data), B.b2a_qp(data, istext=False, header=True), B.crc32(data, 7), B.crc_hqx(data, 7))
    assert B.a2b_base64(B.b2a_base64(data)) == data and B.a2b_uu(B.b2a_uu(line)) == line and B.a2b_hex(B.b2a_hex(data)) == data
    print(B.a2b_qp(data), B.hexlify(data[:9], '-', random.randrange(-4, 5)))
