# Methods that get the object itself, called on instances of classes that refine builtin types in loops that get hot.
class Table(dict):
    pass

class Group(set):
    pass

class Row(list):
    pass

def tables(times):
    table = Table({1: 2})
    for i in range(times):
        table.__ior__({3: 4})
        table |= {i % 7: i}
    return table

def groups(times):
    group = Group({1})
    for i in range(times):
        group.__ior__({3})
        group |= {i % 7}
        group.__isub__({2})
        group &= {0, 1, 3, 5}
    return group

def rows(times):
    row = Row()
    for i in range(times):
        row.__iadd__([i])
        row += (i,)
        row.__imul__(1)
        del row[0]
        row.sort()
        del row[5:]
    return row

print(type(tables(3000)).__name__, tables(3000))
print(type(groups(3000)).__name__, groups(3000))
print(type(rows(3000)).__name__, rows(3000))
