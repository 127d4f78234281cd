/**
 * Builtin behaviour that calls back into Python code, in Python: nothing re-enters the interpreter's loop, and traces run
 * straight through. Natives bind the arguments and take the short ways; here is the general one. Iterators that are made
 * by calling a builtin (map, zip, …) are generators inside; StopIteration that escapes from a callback ends them. When they have ended or
 * raised, they start over with their parameters as they are then, so these are all that such a generator remembers.
 *
 * They call nothing of what they were given that CPython does not call. Lists and dicts to fill are of exactly that type.
 * \`iter()\` is called where CPython calls it: a loop over something that is an iterator already, for it was given as one or has
 * been made here, is written \`for item in advance(iterator)\` and takes the next items alone.
 */
export const surrogateSource = `
async def anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default

def aiter_of(iterable, method, checked):
    return checked(method(iterable))

def anext_of(iterator, method, default, make):
    return make(method(iterator), default)

def list_of(iterable):
    return [item for item in iterable]

def sized_iterator(iterable):
    """Its iterator; the methods that say how many items there may be are called behind \`__iter__\`, as what they raise shows."""
    iterator = iter(iterable)
    try:
        length = len(iterable)
    except TypeError:
        pass
    else:
        return iterator
    method = length_hint_of(iterable)
    if method is not None:
        try:
            hint = method()
        except TypeError:
            return iterator
        if hint is not NotImplemented:
            check_length_hint(hint)
    return iterator

def list_of_sized(iterable):
    items = []
    list_extend_sized(items, iterable)
    return items

def tuple_of_sized(iterable, to_tuple):
    return to_tuple(list_of_sized(iterable))

def bytes_of_sized(iterable, of_list):
    return of_list(list_of_sized(iterable))

def sorted_of_sized(iterable, key, reverse):
    items = list_of_sized(iterable)
    items.sort(key=key, reverse=reverse)
    return items

def list_extend_sized(target, iterable):
    for item in advance(sized_iterator(iterable)):
        target.append(item)

def list_extend_in_place_sized(target, iterable, result):
    list_extend_sized(target, iterable)
    return result

def tuple_of(iterable, to_tuple):
    return to_tuple([item for item in iterable])

def set_of(iterable):
    return {item for item in iterable}

def frozenset_of(iterable, to_frozenset):
    return to_frozenset({item for item in iterable})

def bytes_of(iterable, of_list):
    return of_list([item for item in iterable])

def bytes_into(target, iterable, fill):
    fill(target, [item for item in iterable])

def extend_bytearray(target, iterable, extend):
    extend(target, [item for item in iterable])

def list_extend(target, iterable):
    for item in iterable:
        target.append(item)

def list_extend_in_place(target, iterable, result):
    for item in iterable:
        target.append(item)
    return result

def sort_list(target, items, key, reverse, sort_by_keys, begin, resume, end, put_back):
    succeeded = False
    try:
        keys = items if key is None else [key(item) for item in items]
        if key is None or not sort_by_keys(keys, items, reverse):
            work = begin(keys, items, reverse)
            if work is not None:
                try:
                    less = False
                    while resume(work, less):
                        less = True if work[0] < work[1] else False
                finally:
                    end(work, items, reverse)
        succeeded = True
    finally:
        put_back(target, items, succeeded)

def sort_by_key(target, key, reverse, take_items, sort_by_keys, begin, resume, end, put_back):
    sort_list(target, take_items(target), key, reverse, sort_by_keys, begin, resume, end, put_back)

def sorted_list(items, key, reverse, sort_by_keys, begin, resume, end):
    keys = items if key is None else [key(item) for item in items]
    if key is None or not sort_by_keys(keys, items, reverse):
        work = begin(keys, items, reverse)
        if work is not None:
            less = False
            while resume(work, less):
                less = True if work[0] < work[1] else False
            end(work, items, reverse)
    return items

def sorted_of(iterable, key, reverse):
    items = [item for item in iterable]
    items.sort(key=key, reverse=reverse)
    return items

def join(separator, iterable, join_list):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError('can only join an iterable') from None
    items = []
    for item in advance(iterator):
        items.append(item)
    return join_list(separator, items)

def dict_from_keys(iterable, value):
    result = {}
    for key in iterable:
        result[key] = value
    return result

def class_from_keys(cls, iterable, value):
    result = cls()
    for key in iterable:
        result[key] = value
    return result

def dict_update_mapping(target, source, keywords, result):
    for key in source.keys():
        target[key] = source[key]
    if keywords:
        target.update(keywords)
    return result

def dict_united(first, second):
    result = {}
    for key in first.keys():
        result[key] = first[key]
    result.update(second)
    return result

def dict_of(pairs):
    target = {}
    return dict_update_pairs(target, pairs, None, target)

def dict_update_pairs(target, source, keywords, result):
    index = 0
    for pair in source:
        if type(pair) is not tuple or len(pair) != 2:
            pair = checked_pair(pair, index)
        key, value = pair
        target[key] = value
        index += 1
    if keywords:
        target.update(keywords)
    return result

def checked_pair(pair, index):
    try:
        items = tuple(iter(pair))
    except TypeError:
        raise TypeError(f"cannot convert dictionary update sequence element #{index} to a sequence") from None
    if len(items) != 2:
        raise ValueError(f"dictionary update sequence element #{index} has length {len(items)}; 2 is required")
    return items

def dir_by(names):
    return sorted(names())

def print_to(file, values, sep, end, flushes):
    is_first = True
    for value in values:
        if is_first:
            is_first = False
        else:
            file.write(sep)
        file.write(str(value))
    file.write(end)
    if flushes:
        file.flush()

def sum_of(iterable, start):
    for item in iterable:
        start = start + item
    return start

def any_of(iterable):
    for item in iterable:
        if item:
            return True
    return False

def all_of(iterable):
    for item in iterable:
        if not item:
            return False
    return True

def sequence_has(sequence, value):
    for item in sequence:
        if item is value or item == value:
            return True
    return False

def sequence_count(sequence, value):
    count = 0
    for item in sequence:
        if item is value or item == value:
            count += 1
    return count

def sequence_index(sequence, value):
    return sequence_index_within(sequence, value, 0, len(sequence))

def sequence_index_within(sequence, value, at, stop):
    while at < stop and at < len(sequence):
        item = sequence[at]
        if item is value or item == value:
            return at
        at += 1
    raise ValueError("tuple.index(x): x not in tuple" if type(sequence) is tuple else f"{value!r} is not in list")

def list_remove(items, value):
    at = 0
    while at < len(items):
        item = items[at]
        if item is value or item == value:
            items[at:at + 1] = ()
            return
        at += 1
    raise ValueError("list.remove(x): x not in list")

def min_of(iterable, has_default, default):
    iterator = iter(iterable)
    for best in advance(iterator):
        break
    else:
        if has_default:
            return default
        raise ValueError("min() arg is an empty sequence")
    for item in advance(iterator):
        if item < best:
            best = item
    return best

def max_of(iterable, has_default, default):
    iterator = iter(iterable)
    for best in advance(iterator):
        break
    else:
        if has_default:
            return default
        raise ValueError("max() arg is an empty sequence")
    for item in advance(iterator):
        if item > best:
            best = item
    return best

def min_by_key(iterable, key, has_default, default):
    iterator = iter(iterable)
    for best in advance(iterator):
        break
    else:
        if has_default:
            return default
        raise ValueError("min() arg is an empty sequence")
    least = key(best)
    for item in advance(iterator):
        value = key(item)
        if value < least:
            best = item
            least = value
    return best

def max_by_key(iterable, key, has_default, default):
    iterator = iter(iterable)
    for best in advance(iterator):
        break
    else:
        if has_default:
            return default
        raise ValueError("max() arg is an empty sequence")
    greatest = key(best)
    for item in advance(iterator):
        value = key(item)
        if value > greatest:
            best = item
            greatest = value
    return best

def not_implemented_bool(self):
    import _warnings
    _warnings.warn("NotImplemented should not be used in a boolean context", DeprecationWarning)
    return True

def next_or(iterator, default):
    for item in advance(iterator):
        return item
    return default

def map_one(function, iterable):
    try:
        for item in advance(iterable):
            yield function(item)
    except StopIteration:
        return

def map_two(function, first, second):
    try:
        for a in advance(first):
            for b in advance(second):
                yield function(a, b)
                break
            else:
                return
    except StopIteration:
        return

def map_many(function, iterators):
    try:
        while True:
            yield function(*[next(iterator) for iterator in iterators])
    except StopIteration:
        return

def filter_by(function, iterable):
    try:
        for item in advance(iterable):
            if function(item):
                yield item
    except StopIteration:
        return

def filter_true(iterable):
    for item in advance(iterable):
        if item:
            yield item

def zip_one(first):
    for item in advance(first):
        yield (item,)

def zip_two(first, second):
    for a in advance(first):
        for b in advance(second):
            yield a, b
            break
        else:
            return

def zip_three(first, second, third):
    for a in advance(first):
        for b in advance(second):
            for c in advance(third):
                yield a, b, c
                break
            else:
                return
            break
        else:
            return

def zip_many(iterators):
    missing = object()
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, missing)
            if item is missing:
                return
            items.append(item)
        yield tuple(items)

def zip_strict(iterators):
    missing = object()
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, missing)
            if item is not missing:
                items.append(item)
                continue
            count = len(items)
            if count:
                plural = " " if count == 1 else "s 1-"
                raise ValueError(f"zip() argument {count + 1} is shorter than argument{plural}{count}")
            for other in range(1, len(iterators)):
                if next(iterators[other], missing) is not missing:
                    plural = " " if other == 1 else "s 1-"
                    raise ValueError(f"zip() argument {other + 1} is longer than argument{plural}{other}")
            return
        yield tuple(items)

def enumerate_from(iterable, index):
    for item in advance(iterable):
        yield index, item
        index = index + 1

def reversed_sequence(sequence, index):
    while index > 0:
        position = index - 1
        index = 0
        try:
            item = sequence[position]
        except (IndexError, StopIteration):
            break
        index = position
        yield item
    sequence = item = None

def call_until(function, sentinel):
    try:
        while function is not None:
            value = function()
            if sentinel is value or sentinel == value:
                function = None
                return
            yield value
    except StopIteration:
        function = None
`;
