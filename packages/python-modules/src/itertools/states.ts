/**
 * How the iterators of `itertools` are taken apart for `copy` and `pickle`, in Python: by the name of the generator's function and its slots, of
 * which the first are its parameters; behind the locals lies what its loops go over. The state is parameters by their positions.
 */
export const statesSource = `
def reduce_iterator(cls, name, slots, is_behind):
    return Reductions.__dict__[name](cls, slots, is_behind)

def position_in(iterator):
    """How many items an iterator over a list or tuple has given; -1: all."""
    reduced = iterator.__reduce__()
    return reduced[2] if len(reduced) > 2 else -1

class Reductions:
    def accumulate_sum(cls, slots, is_behind):
        return cls, (slots[0],), {1: slots[1], 2: slots[2]}

    def accumulate_by(cls, slots, is_behind):
        return cls, (slots[0], slots[1]), {2: slots[2], 3: slots[3]}

    def chain_of(cls, slots, is_behind):
        if not is_behind:
            return cls, (), {0: slots[0]}
        from itertools import chain
        return cls, (), {0: chain.from_iterable(([slots[-1]], slots[0]))}

    def combinations_of(cls, slots, is_behind):
        pool, r, indices = slots[:3]
        if pool is None:
            return cls, ((), 1)
        return (cls, (pool, r), {2: list(indices)}) if is_behind else (cls, (pool, r))

    combinations_again = combinations_of

    def permutations_of(cls, slots, is_behind):
        pool, r, indices, cycles = slots[:4]
        if pool is None:
            return cls, ((), 1)
        return (cls, (pool, r), {2: list(indices), 3: list(cycles)}) if is_behind else (cls, (pool, r))

    def product_of(cls, slots, is_behind):
        pools, indices = slots[:2]
        if pools is None:
            return cls, ((),)
        if not is_behind:
            return cls, tuple(pools)
        if indices is None:
            counts = [position_in(iterator) for iterator in slots[-2:]]
            indices = [(len(pool) if count < 0 else count) - 1 for count, pool in zip(counts, pools)]
        return cls, tuple(pools), {1: list(indices)}

    def compress_by(cls, slots, is_behind):
        return cls, (slots[0], slots[1])

    def count_from(cls, slots, is_behind):
        number, step = slots[:2]
        if is_behind:
            number = number + step
        return cls, (number,) if isinstance(step, int) and step == 1 else (number, step)

    def cycle_of(cls, slots, is_behind):
        iterator, saved = slots[:2]
        if not is_behind or slots[-1] is iterator:
            return cls, (iterator,), {1: list(saved)}
        count = position_in(slots[-1])
        if count < 0:
            count = len(saved)
        return cls, ((),), {1: saved[count:] + saved[:count]}

    def drop_while(cls, slots, is_behind):
        return cls, (slots[0], slots[1])

    filter_false = star_map = take_while = drop_while

    def filter_falsy(cls, slots, is_behind):
        return cls, (None, slots[0])

    def group_by(cls, slots, is_behind):
        iterator, key, _, state = slots[:4]
        shared = list(state)
        for index, each in enumerate(state):
            if each is state:
                shared[index] = shared
        shared[3] = None
        return cls, (iterator, key), {3: shared}

    def slice_of(cls, slots, is_behind):
        iterator, start, stop, step = slots[:4]
        index = slots[4] if is_behind else 0
        return cls, (iterator, start - index, stop if stop is None else max(stop - index, 0), step)

    def repeat_ever(cls, slots, is_behind):
        return cls, (slots[0],)

    def repeat_times(cls, slots, is_behind):
        return cls, (slots[0], slots[1])

    def zip_longest_of(cls, slots, is_behind):
        iterators, fill = slots[:2]
        return cls, tuple([() if each is None else each for each in iterators]), {1: fill}
`;
