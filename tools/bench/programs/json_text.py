"""JSON: an encoder and a decoder over nested lists and dicts."""

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
UNESCAPES = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "t": "\t", "b": "\b", "r": "\r", "f": "\f"}


def encode(value):
    parts = []
    write(value, parts)
    return "".join(parts)


def write(value, parts):
    if value is None:
        parts.append("null")
    elif value is True:
        parts.append("true")
    elif value is False:
        parts.append("false")
    elif isinstance(value, str):
        parts.append(quote(value))
    elif isinstance(value, (int, float)):
        parts.append(repr(value))
    elif isinstance(value, dict):
        parts.append("{")
        first = True
        for key, item in value.items():
            if not first:
                parts.append(", ")
            first = False
            parts.append(quote(key))
            parts.append(": ")
            write(item, parts)
        parts.append("}")
    elif isinstance(value, (list, tuple)):
        parts.append("[")
        for index, item in enumerate(value):
            if index:
                parts.append(", ")
            write(item, parts)
        parts.append("]")
    else:
        raise TypeError(f"{type(value).__name__} is not JSON")


def quote(text):
    return '"' + "".join([ESCAPES.get(char, char) for char in text]) + '"'


class Decoder:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def space(self):
        while self.at < len(self.text) and self.text[self.at] in " \n\t\r":
            self.at += 1

    def value(self):
        self.space()
        char = self.text[self.at]
        if char == "{":
            return self.object()
        if char == "[":
            return self.array()
        if char == '"':
            return self.string()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def object(self):
        result = {}
        self.at += 1
        self.space()
        while self.text[self.at] != "}":
            self.space()
            key = self.string()
            self.space()
            if self.text[self.at] != ":":
                raise ValueError(f"expected : at {self.at}")
            self.at += 1
            result[key] = self.value()
            self.space()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
        return result

    def array(self):
        result = []
        self.at += 1
        self.space()
        while self.text[self.at] != "]":
            result.append(self.value())
            self.space()
            if self.text[self.at] == ",":
                self.at += 1
                self.space()
        self.at += 1
        return result

    def string(self):
        self.at += 1
        start = self.at
        parts = []
        while True:
            char = self.text[self.at]
            if char == '"':
                parts.append(self.text[start : self.at])
                self.at += 1
                return "".join(parts)
            if char == "\\":
                parts.append(self.text[start : self.at])
                parts.append(UNESCAPES[self.text[self.at + 1]])
                self.at += 2
                start = self.at
            else:
                self.at += 1

    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-0123456789.eE":
            self.at += 1
        text = self.text[start : self.at]
        try:
            return int(text)
        except ValueError:
            return float(text)


def document(seed):
    return {
        "id": seed,
        "name": f'user "{seed}"',
        "tags": ["a\tb", "c\\d", "plain"] * 3,
        "score": seed / 7,
        "active": seed % 2 == 0,
        "parent": None,
        "address": {"street": "line one\nline two", "zip": str(10000 + seed), "geo": [seed * 0.5, -seed * 0.25]},
        "history": [{"at": i, "delta": i * seed % 13 - 6, "note": "note %d" % i} for i in range(8)],
    }


def main():
    total = 0
    for seed in range(5000):
        value = document(seed)
        text = encode(value)
        back = Decoder(text).value()
        if back != value:
            raise AssertionError(text)
        total += len(text)
    return total
