import type { Word } from "@hotpy/memory";
import { SHAPE_CODE, shapeIdOf } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

/**
 * CPython's format version 4: numbers, strings, bytes and containers. References to objects are read, not written. What follows the mark of code is ours: its
 * file's name, a string, and its bytes.
 */
const source = `
class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0
        self.references = []

    def take(self, size):
        end = self.at + size
        if end > len(self.data):
            raise EOFError('marshal data too short')
        part = self.data[self.at:end]
        self.at = end
        return part

    def number(self, size):
        return int.from_bytes(self.take(size), 'little', signed=True)

    def items(self, size):
        return [self.read() for _ in range(self.number(size) if size == 4 else self.take(1)[0])]

    def read(self):
        code = self.take(1)[0]
        kind = chr(code & 0x7f)
        if kind == 'r':
            return self.references[self.number(4)]
        place = None
        if code & 0x80:
            place = len(self.references)
            self.references.append(None)
        value = self.value(kind)
        if place is not None:
            self.references[place] = value
        return value

    def value(self, kind):
        match kind:
            case 'N':
                return None
            case 'T':
                return True
            case 'F':
                return False
            case '.':
                return Ellipsis
            case 'S':
                return StopIteration
            case 'i':
                return self.number(4)
            case 'l':
                count = self.number(4)
                total = 0
                for index in range(abs(count)):
                    total |= int.from_bytes(self.take(2), 'little') << (15 * index)
                return -total if count < 0 else total
            case 'g':
                return double_of(self.take(8))
            case 'y':
                real = double_of(self.take(8))
                return complex(real, double_of(self.take(8)))
            case 's':
                return self.take(self.number(4))
            case 'u' | 't':
                return self.take(self.number(4)).decode('utf-8', 'surrogatepass')
            case 'a' | 'A':
                return self.take(self.number(4)).decode('latin-1')
            case 'z' | 'Z':
                return self.take(self.take(1)[0]).decode('latin-1')
            case 'c':
                filename = self.read()
                return code_of(self.take(self.number(4)), filename)
            case '(':
                return tuple(self.items(4))
            case ')':
                return tuple(self.items(1))
            case '[':
                return self.items(4)
            case '<':
                return set(self.items(4))
            case '>':
                return frozenset(self.items(4))
            case '{':
                result = {}
                while self.data[self.at:self.at + 1] != b'0':
                    key = self.read()
                    result[key] = self.read()
                self.at += 1
                return result
        raise ValueError('bad marshal data (unknown type code)')

def digits_of(value):
    parts = []
    rest = abs(value)
    while rest:
        parts.append((rest & 0x7fff).to_bytes(2, 'little'))
        rest >>= 15
    count = -len(parts) if value < 0 else len(parts)
    return b'l' + count.to_bytes(4, 'little', signed=True) + b''.join(parts)

def size_of(value):
    return len(value).to_bytes(4, 'little')

def write(value, parts, is_short):
    kind = type(value)
    if value is None:
        parts.append(b'N')
    elif value is True:
        parts.append(b'T')
    elif value is False:
        parts.append(b'F')
    elif value is Ellipsis:
        parts.append(b'.')
    elif value is StopIteration:
        parts.append(b'S')
    elif kind is int:
        small = -0x80000000 <= value <= 0x7fffffff
        parts.append(b'i' + value.to_bytes(4, 'little', signed=True) if small else digits_of(value))
    elif kind is float:
        parts.append(b'g' + bytes_of_double(value))
    elif kind is complex:
        parts.append(b'y' + bytes_of_double(value.real) + bytes_of_double(value.imag))
    elif kind is bytes or kind is bytearray:
        parts.append(b's' + size_of(value) + bytes(value))
    elif kind is str:
        data = value.encode('utf-8', 'surrogatepass')
        if not (is_short and value.isascii()):
            parts.append(b'u' + size_of(data) + data)
        elif len(data) < 256:
            parts.append(b'z' + bytes([len(data)]) + data)
        else:
            parts.append(b'a' + size_of(data) + data)
    elif kind is tuple:
        parts.append(b')' + bytes([len(value)]) if is_short and len(value) < 256 else b'(' + size_of(value))
        for each in value:
            write(each, parts, is_short)
    elif kind is list or kind is set or kind is frozenset:
        parts.append((b'[' if kind is list else b'<' if kind is set else b'>') + size_of(value))
        for each in value:
            write(each, parts, is_short)
    elif kind is dict:
        parts.append(b'{')
        for key, each in value.items():
            write(key, parts, is_short)
            write(each, parts, is_short)
        parts.append(b'0')
    elif is_code(value):
        data = bytes_of_code(value)
        parts.append(b'c')
        write(value.co_filename, parts, is_short)
        parts.append(size_of(data) + data)
    else:
        raise ValueError('unmarshallable object')

def dumps(value, version):
    parts = []
    write(value, parts, (4 if version is None else c_int(version)) >= 4)
    return b''.join(parts)

def loads(data):
    return Reader(content_of(data)).read()

def dump(value, file, version):
    version = 4 if version is None else c_int(version)
    return file.write(dumps(value, version))

def load(file):
    return loads(file.read())
`;

/** The module `marshal`. */
export function defineMarshal(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const bits = new DataView(new ArrayBuffer(8));
  const isCode = (word: Word): boolean => (word & 1) === 0 && shapeIdOf(realm.memory, word) === SHAPE_CODE;
  const malformed = (): Word => realm.raise("ValueError", "bad marshal data (code of another version, or damaged)");
  defineSourceModule(builtins, {
    name: "marshal",
    source,
    natives: [
      {
        name: "double_of",
        parameters: "(data, /)",
        run(args) {
          const { data } = realm.buffers.bytes(argument(args, 0)) ?? { data: 0 };
          for (let index = 0; index < 8; index++) bits.setUint8(index, realm.memory.u8[data + index]);
          return realm.float(bits.getFloat64(0, true));
        },
      },
      {
        name: "bytes_of_double",
        parameters: "(value, /)",
        run(args) {
          bits.setFloat64(0, realm.floats.value(argument(args, 0)), true);
          return realm.bytes.fromArray(new Uint8Array(bits.buffer.slice(0)));
        },
      },
      {
        name: "is_code",
        parameters: "(value, /)",
        run: (args) => realm.bool(isCode(argument(args, 0))),
      },
      {
        name: "bytes_of_code",
        parameters: "(code, /)",
        run: (args) => realm.bytes.fromArray(realm.codeToBytes(argument(args, 0))),
      },
      {
        name: "code_of",
        parameters: "(data, filename, /)",
        run(args) {
          const found = realm.buffers.bytes(argument(args, 0));
          const filename = argument(args, 1);
          if (found === undefined || !realm.strings.isString(filename)) return malformed();
          const bytes = realm.memory.u8.slice(found.data, found.data + found.size);
          return realm.codeFromBytes(bytes, realm.strings.toJS(filename)) ?? malformed();
        },
      },
    ],
    calls: [
      { name: "dumps", parameters: "(value, version=4, /)" },
      { name: "loads", parameters: "(bytes, /)" },
      { name: "dump", parameters: "(value, file, version=4, /)" },
      { name: "load", parameters: "(file, /)" },
    ],
    attributes: () => ({ version: realm.int(4) }),
  });
}
