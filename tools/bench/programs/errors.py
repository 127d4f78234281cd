"""Dirty input: exceptions raised, caught, chained and cleaned up after."""


class FieldError(ValueError):
    def __init__(self, field, text):
        super().__init__(f"bad {field}: {text!r}")
        self.field = field


class Row:
    def __init__(self, name, age, score):
        self.name = name
        self.age = age
        self.score = score


class Transaction:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.changes = []
        return self

    def __exit__(self, kind, error, trace):
        if error is None:
            self.log.extend(self.changes)
        return isinstance(error, KeyError)


def parse(line):
    try:
        name, age, score = line.split(",")
    except ValueError as error:
        raise FieldError("line", line) from error
    try:
        age = int(age)
    except ValueError:
        raise FieldError("age", age) from None
    try:
        score = float(score)
    except ValueError:
        score = 0.0
    finally:
        name = name.strip()
    return Row(name, age, score)


def lines(count):
    for i in range(count):
        kind = i % 10
        if kind == 3:
            yield f"name{i},old,1.5"
        elif kind == 6:
            yield f"name{i},{i % 90}"
        elif kind == 8:
            yield f" name{i} ,{i % 90},much"
        else:
            yield f"name{i},{i % 90},{i / 8}"


def main():
    rows, bad, log, missing = [], {}, [], 0
    for line in lines(200000):
        try:
            rows.append(parse(line))
        except FieldError as error:
            bad[error.field] = bad.get(error.field, 0) + 1
    ages = {row.age: row for row in rows if row.age % 3}
    for age in range(150000):
        with Transaction(log) as transaction:
            transaction.changes.append(ages[age % 97].name)
        try:
            ages[age % 93]
        except KeyError:
            missing += 1
    items = iter(rows)
    total = 0.0
    while True:
        try:
            total += next(items).score
        except StopIteration:
            break
    return f"{len(rows)} {sorted(bad.items())} {len(log)} {missing} {total:.3f}"
