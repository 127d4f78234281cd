"""What `match` takes for sequences and mappings: classes that refine or are registered with abstract classes, early or late."""
import collections
import collections.abc
from array import array


def kind(subject):
    match subject:
        case [*_]:
            return 'sequence'
        case {}:
            return 'mapping'
    return 'other'


class Words(collections.abc.Sequence):
    def __init__(self, text):
        self.words = text.split()

    def __len__(self):
        return len(self.words)

    def __getitem__(self, index):
        return self.words[index]


class Table(collections.abc.Mapping):
    def __getitem__(self, key):
        return {'a': 1}[key]

    def __iter__(self):
        return iter('a')

    def __len__(self):
        return 1


match Words('one two three'):
    case [first, *rest]:
        print(first, rest)
match Table():
    case {'a': value, **rest}:
        print(value, rest)


class Plain:
    pass


class Child(Plain):
    pass


print(kind(Plain()), kind(Child()))
collections.abc.Mapping.register(Plain)


class Late(Plain):
    pass


print(kind(Plain()), kind(Child()), kind(Late()))
collections.abc.Sequence.register(Late)
print(kind(Child()), kind(Late()), bool(Late.__flags__ & 32), bool(Late.__flags__ & 64))


class Both(collections.UserDict, collections.abc.Sequence):
    pass


class Other(collections.UserList, collections.abc.Mapping):
    pass


class Third(dict, collections.abc.Sequence):
    pass


print(kind(Both()), kind(Other()), kind(Third()))
for subject in ([], (), range(2), memoryview(b'ab'), array('b', b'ab'), collections.deque('ab'), collections.OrderedDict(), collections.defaultdict(int), 'ab', b'ab', bytearray(b'ab'), {1}, iter([]), collections.Counter()):
    print(type(subject).__name__, kind(subject))
print('__abc_tpflags__' in vars(collections.abc.Sequence), type(Words.__flags__))
try:
    class Wrong(collections.abc.Collection):
        __abc_tpflags__ = 32 | 64
except TypeError as error:
    print(error)
