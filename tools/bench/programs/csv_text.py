"""Text in lines: CSV read and written, words stripped, joined, replaced and counted."""


def make(count):
    lines = ["id,name,city,amount"]
    for i in range(count):
        name = '"Doe, John %d"' % i if i % 5 == 0 else f"name {i}"
        lines.append(f"{i},{name},  City {i % 37}  ,{i * 17 % 1009}.{i % 100:02d}")
    return "\n".join(lines)


def fields(line):
    if '"' not in line:
        return line.split(",")
    result, current, quoted = [], "", False
    for char in line:
        if char == '"':
            quoted = not quoted
        elif char == "," and not quoted:
            result.append(current)
            current = ""
        else:
            current += char
    result.append(current)
    return result


def read(text):
    header, *body = text.splitlines()
    names = header.split(",")
    return [dict(zip(names, fields(line))) for line in body]


def slug(text):
    words = text.lower().replace(",", " ").split()
    return "-".join(word.strip(".;") for word in words if word.isalnum() or word.endswith("."))


def main():
    rows = read(make(150000))
    cities = {}
    for row in rows:
        city = row["city"].strip().upper()
        cities.setdefault(city, []).append(float(row["amount"]))
    out = []
    for city in sorted(cities):
        amounts = cities[city]
        out.append(",".join([city.title(), str(len(amounts)), "%.2f" % (sum(amounts) / len(amounts))]))
    slugs = [slug(row["name"]) for row in rows]
    longest = max(slugs, key=len)
    text = " ".join(slugs)
    return f"{len(out)} {out[7]} {longest} {text.count('john')} {text.find('name-4999')} {len(set(slugs))}"
