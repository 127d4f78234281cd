/**
 * The iterators of `itertools` as generators, which the types wrap. `advance(iterator)` in a loop takes the next items without `iter()`.
 * They remember nothing but their parameters; see the surrogates of python-builtins.
 */
export const itertoolsSource = `
def accumulate_sum(iterator, total, is_begun):
    if is_begun is None:
        for total in advance(iterator):
            break
        else:
            return
    if not is_begun:
        is_begun = True
        yield total
    for item in advance(iterator):
        total = total + item
        yield total

def accumulate_by(iterator, function, total, is_begun):
    if is_begun is None:
        for total in advance(iterator):
            break
        else:
            return
    if not is_begun:
        is_begun = True
        yield total
    for item in advance(iterator):
        total = function(total, item)
        yield total

def chain_of(iterator):
    for each in advance(iterator):
        try:
            each = iter(each)
        except:
            # One that cannot be iterated ends it.
            iterator = iter(())
            raise
        for item in advance(each):
            yield item

def firsts(pools):
    return [pool[0] for pool in pools]

def combinations_of(pool, r, indices):
    if pool is None:
        return
    if r <= len(pool):
        if indices is None:
            indices = list(range(r))
            chosen = first_choice(pool, indices, r)
        else:
            chosen = next_combination(pool, indices)
        while chosen is not None:
            yield chosen
            if pool is None:
                return
            chosen = next_combination(pool, indices)
    pool = None

def combinations_again(pool, r, indices):
    if pool is None:
        return
    if pool or not r:
        if indices is None:
            indices = [0] * r
            chosen = first_choice(pool, indices, r)
        else:
            chosen = next_combination_again(pool, indices)
        while chosen is not None:
            yield chosen
            chosen = next_combination_again(pool, indices)
    pool = None

def permutations_of(pool, r, indices, cycles):
    if pool is None:
        return
    n = len(pool)
    if r <= n:
        if indices is None:
            indices = list(range(n))
            cycles = list(range(n, n - r, -1))
            chosen = first_choice(pool, indices, r)
        else:
            chosen = next_permutation(pool, indices, cycles)
        while chosen is not None:
            yield chosen
            if pool is None:
                return
            chosen = next_permutation(pool, indices, cycles)
    pool = None

def product_of(pools, indices):
    result = None
    if pools is None:
        return
    for pool in pools:
        if not pool:
            return
    if len(pools) == 2 and indices is None:
        first, second = pools
        for a in first:
            for b in second:
                yield a, b
        pools = None
        return
    if indices is None:
        indices = [0] * len(pools)
        result = firsts(pools)
        chosen = tuple(result)
    else:
        result = [pool[index] for pool, index in zip(pools, indices)]
        chosen = next_product(pools, indices, result)
    while chosen is not None:
        yield chosen
        if pools is None:
            return
        chosen = next_product(pools, indices, result)
    pools = None

def compress_by(data, selectors):
    for item in advance(data):
        for selector in advance(selectors):
            if selector:
                yield item
            break
        else:
            return

def count_from(number, step):
    while True:
        yield number
        number = number + step

def repr_of_count(number, step, is_behind):
    if is_behind:
        number = number + step
    return f'count({number!r})' if isinstance(step, int) and step == 1 else f'count({number!r}, {step!r})'

def cycle_of(iterator, saved):
    for item in advance(iterator):
        saved.append(item)
        yield item
    while saved:
        for item in saved:
            yield item

def drop_while(predicate, iterator):
    # With the iterator in its place, nothing is dropped any more.
    if predicate is not iterator:
        for item in advance(iterator):
            if not predicate(item):
                predicate = iterator
                yield item
                break
    for item in advance(iterator):
        yield item

def filter_false(predicate, iterator):
    for item in advance(iterator):
        if not predicate(item):
            yield item

def filter_falsy(iterator):
    for item in advance(iterator):
        if not item:
            yield item

def group_by(iterator, key, make, state):
    while True:
        state[3] = None
        while True:
            if state[1] is not state and (state[2] is state or not (state[2] is state[1] or state[2] == state[1])):
                break
            for value in advance(iterator):
                state[1] = value if key is None else key(value)
                state[0] = value
                break
            else:
                return
        state[2] = state[1]
        token = state[3] = [state[1]]
        yield state[1], make(iterator, key, state, token)

def group_of(iterator, key, state, token):
    while state[3] is token:
        if state[0] is state:
            for value in advance(iterator):
                state[1] = value if key is None else key(value)
                state[0] = value
                break
            else:
                return
        if not (token[0] is state[1] or token[0] == state[1]):
            return
        value = state[0]
        state[0] = state
        yield value

def slice_of(iterator, start, stop, step):
    index = 0
    while stop is None or start < stop:
        while index < start:
            for item in advance(iterator):
                index += 1
                break
            else:
                start = stop = 0
                return
        for item in advance(iterator):
            index += 1
            start += step
            yield item
            break
        else:
            start = stop = 0
            return
    while index < stop:
        for item in advance(iterator):
            index += 1
            break
        else:
            break
    start = stop = 0

def pairwise_of(iterator):
    for first in advance(iterator):
        break
    else:
        return
    for second in advance(iterator):
        yield first, second
        first = second

def repeat_ever(object):
    while True:
        yield object

def repeat_times(object, times):
    while times > 0:
        times -= 1
        yield object

def repr_of_repeat(object, times, is_behind):
    return f'repeat({object!r})' if times is None else f'repeat({object!r}, {times!r})'

def star_map(function, iterator):
    for args in advance(iterator):
        yield function(*args)

def take_while(predicate, iterator):
    # With the iterator in its place, nothing is taken any more.
    if predicate is iterator:
        return
    for item in advance(iterator):
        if not predicate(item):
            predicate = iterator
            return
        yield item

def tee_of(link, iterator):
    while True:
        if link[1] is None:
            for item in advance(iterator):
                link[0] = item
                link[1] = [None, None]
                break
            else:
                return
        item, link = link
        yield item

def zip_longest_of(iterators, fill):
    active = len(iterators)
    if not active:
        return
    missing = object()
    while True:
        values = []
        for index in range(len(iterators)):
            iterator = iterators[index]
            if iterator is None:
                values.append(fill)
                continue
            value = next(iterator, missing)
            if value is missing:
                active -= 1
                if not active:
                    iterators.clear()
                    return
                iterators[index] = None
                value = fill
            values.append(value)
        yield tuple(values)
`;
