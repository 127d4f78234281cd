"""A sales report: records grouped, summed and printed by %, format and f-strings."""

REGIONS = ["north", "south", "east", "west", "centre"]
PRODUCTS = ["apple", "pear", "plum", "cherry", "quince", "fig", "grape"]


def records(count):
    seed = 42
    for number in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield {
            "number": number,
            "region": REGIONS[seed % 5],
            "product": PRODUCTS[seed // 7 % 7],
            "amount": seed % 100 + 1,
            "price": seed % 10007 / 100,
        }


def table(title, groups):
    lines = [title.center(56, "="), "%-12s %10s %14s %8s" % ("name", "count", "revenue", "share")]
    whole = sum(revenue for _, revenue in groups.values())
    for name in sorted(groups, key=lambda name: (-groups[name][1], name)):
        count, revenue = groups[name]
        lines.append(f"{name:<12} {count:>10d} {revenue:>14,.2f} {revenue / whole:>8.2%}")
    lines.append("{:<12} {:>10} {:>14.2f}".format("total", sum(c for c, _ in groups.values()), whole))
    return lines


def group(rows, field):
    groups = {}
    for row in rows:
        count, revenue = groups.get(row[field], (0, 0.0))
        groups[row[field]] = (count + row["amount"], revenue + row["amount"] * row["price"])
    return groups


def main():
    rows = list(records(200000))
    lines = []
    for field in ("region", "product"):
        lines += table(" by " + field + " ", group(rows, field))
    for row in rows:
        lines.append("%05d|%-8s|%8s|%3d x %7.2f" % (row["number"], row["region"], row["product"], row["amount"], row["price"]))
        lines.append(f"{row['number']:#06x} {row['product'].title()!r:>10} {row['price']:e} {row['amount']:+04d}")
    text = "\n".join(line.rstrip() for line in lines)
    return f"{len(text)} {sum(ord(c) for c in text[::97])} {lines[3]}"
