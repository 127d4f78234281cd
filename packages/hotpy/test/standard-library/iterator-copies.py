"""Iterators of itertools and of builtins, copied and pickled at each place."""
import copy
import itertools
import operator
import pickle

MAKERS = {
    'count': lambda: itertools.count(3),
    'count by 2': lambda: itertools.count(1, 2),
    'count of floats': lambda: itertools.count(1.5, .5),
    'accumulate': lambda: itertools.accumulate([1, 2, 3, 4]),
    'accumulate by': lambda: itertools.accumulate([1, 2, 3, 4], operator.mul),
    'accumulate from': lambda: itertools.accumulate([1, 2, 3], initial=100),
    'chain': lambda: itertools.chain([1, 2], [], [3, 4]),
    'chain from': lambda: itertools.chain.from_iterable([[1, 2], [3, 4]]),
    'combinations': lambda: itertools.combinations('abcd', 2),
    'none': lambda: itertools.combinations('ab', 3),
    'with replacement': lambda: itertools.combinations_with_replacement('abc', 2),
    'permutations': lambda: itertools.permutations('abc', 2),
    'product': lambda: itertools.product('ab', 'cde'),
    'product of 3': lambda: itertools.product('ab', repeat=3),
    'compress': lambda: itertools.compress('abcdef', [1, 0, 1, 1, 0, 1]),
    'cycle': lambda: itertools.cycle('abc'),
    'dropwhile': lambda: itertools.dropwhile(bool, [1, 2, 0, 3, 4]),
    'takewhile': lambda: itertools.takewhile(bool, [1, 2, 3, 0, 4]),
    'filterfalse': lambda: itertools.filterfalse(None, [0, 1, 0, 2, 0]),
    'filterfalse by': lambda: itertools.filterfalse(operator.not_, [0, 1, 0, 2, 0, 3]),
    'islice': lambda: itertools.islice('abcdefgh', 1, 7, 2),
    'islice to': lambda: itertools.islice('abcdefgh', 5),
    'islice from': lambda: itertools.islice('abcdefgh', 2, None),
    'repeat': lambda: itertools.repeat('x', 3),
    'repeat ever': lambda: itertools.repeat('x'),
    'starmap': lambda: itertools.starmap(operator.add, [(1, 2), (3, 4), (5, 6)]),
    'zip_longest': lambda: itertools.zip_longest('abc', 'de', fillvalue=0),
    'groupby': lambda: itertools.groupby('aabbc'),
    'map': lambda: map(operator.add, [1, 2, 3], [4, 5, 6]),
    'filter': lambda: filter(operator.not_, [0, 1, 0]),
    'zip': lambda: zip('abc', 'def', strict=True),
    'enumerate': lambda: enumerate('abc', 5),
    'reversed': lambda: reversed([1, 2, 3]),
}


def advanced(iterator, count):
    for _ in range(count):
        next(iterator, None)
    return iterator


def shown(iterator):
    return [(item[0], list(item[1])) if isinstance(iterator, itertools.groupby) else item for item in itertools.islice(iterator, 8)]


for name, make in MAKERS.items():
    for count in 0, 1, 2, 3, 5, 7:
        print(name, count)
        print(shown(pickle.loads(pickle.dumps(advanced(make(), count)))))
        print(shown(copy.deepcopy(advanced(make(), count))))
        print(shown(copy.copy(advanced(make(), count))))
first, second = itertools.tee('abcd')
next(first)
third = copy.copy(first)
print(list(first), list(second), list(third))
