"""Encodings of East Asia: all codes of two bytes, all characters, and what is at fault."""
import codecs
import hashlib
import io

NAMES = ['gb2312', 'gbk', 'gb18030', 'big5', 'cp950', 'shift_jis', 'cp932', 'euc_jp', 'euc_kr', 'cp949']
CODES = b''.join(bytes([a, b, 0x0a]) for a in range(0x80, 0x100) for b in range(0x100))
CHARACTERS = ''.join(map(chr, [*range(0xd800), *range(0xe000, 0x10100), 0x1f600, 0x10ffff]))
PARTS = [b'\x81', b'abc\x81', b'\x81\x20', b'\xff\xff', b'\x8f\xa1', b'\x81\x30\x81', b'\x81\x30\x81\x30', b'\xfe\x39\xfe\x39',
         b'\x8f\xa2\xaf\x8f\xff\xff', b'\xe3\x32\x9a\x36', b'\xa1\xa1\xa1', b'\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd4', b'\xa4\xd4\xa4\xa1', b'\xa4\xd4\xa4\xa1\xa4\xbf\xa1\xd4']
TEXTS = ['a\u20acb\U0001f600c', '\ud800', '你好', '日本語テキスト', '한국어 갂', '\xb7']


def digest(data):
    return hashlib.md5(data).hexdigest()


for name in NAMES:
    print(name, codecs.lookup(name).name)
    print(digest(CODES.decode(name, 'replace').encode()), digest(CODES.decode(name, 'ignore').encode()))
    print(digest(CHARACTERS.encode(name, 'ignore')), digest(CHARACTERS.encode(name, 'backslashreplace')))
    print(CHARACTERS.encode(name, 'ignore').decode(name, 'replace').isascii())
    for data in PARTS:
        try:
            print(data, ascii(data.decode(name)))
        except UnicodeDecodeError as error:
            print(error, error.start, error.end, error.encoding)
        print([ascii(data.decode(name, errors)) for errors in ('replace', 'surrogateescape', 'backslashreplace')])
    for text in TEXTS:
        try:
            print(text.encode(name))
        except UnicodeEncodeError as error:
            print(ascii(str(error)), error.start, error.end)
        print(text.encode(name, 'replace'), text.encode(name, 'xmlcharrefreplace'))
    decoder = codecs.getincrementaldecoder(name)()
    print([decoder.decode(bytes([each])) for each in '一二三'.encode(name) + b'x'], decoder.getstate())
    print(decoder.decode(b'\xb0'), decoder.getstate())
    try:
        decoder.decode(b'', True)
    except UnicodeDecodeError as error:
        print(error)
    decoder.reset()
    print(decoder.getstate(), decoder.errors, codecs.getincrementalencoder(name)('ignore').encode('a\ud800一'))
    file = io.TextIOWrapper(io.BytesIO(), encoding=name, newline='')
    file.write('一二三\nabc\n')
    file.seek(0)
    print([file.readline(), file.read(), file.encoding])
    reader = codecs.getreader(name)(io.BytesIO('一二\n三四\n五'.encode(name)))
    print([reader.read(1), reader.readline(), reader.readlines()])
    stream = io.BytesIO()
    codecs.getwriter(name)(stream).writelines(['一', 'x'])
    print(stream.getvalue())
codecs.register_error('questions', lambda error: ('?!', error.end))
print('a\ud800b'.encode('gbk', 'questions'), b'a\xffb'.decode('gbk', 'questions'))
