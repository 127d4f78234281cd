"""A small language: tokenizer, recursive descent parser, tree evaluator."""


class Token:
    def __init__(self, kind, text, position):
        self.kind = kind
        self.text = text
        self.position = position


class ParseError(Exception):
    pass


def tokenize(source):
    tokens = []
    at = 0
    while at < len(source):
        char = source[at]
        if char.isspace():
            at += 1
        elif char.isdigit():
            start = at
            while at < len(source) and (source[at].isdigit() or source[at] == "."):
                at += 1
            tokens.append(Token("number", source[start:at], start))
        elif char.isalpha() or char == "_":
            start = at
            while at < len(source) and (source[at].isalnum() or source[at] == "_"):
                at += 1
            tokens.append(Token("name", source[start:at], start))
        elif char in "+-*/%()=,;":
            tokens.append(Token(char, char, at))
            at += 1
        else:
            raise ParseError(f"unexpected {char!r} at {at}")
    tokens.append(Token("end", "", at))
    return tokens


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, scope):
        return self.value


class Name:
    def __init__(self, name):
        self.name = name

    def evaluate(self, scope):
        if self.name not in scope:
            raise ParseError(f"unknown name {self.name}")
        return scope[self.name]


class Binary:
    def __init__(self, operator, left, right):
        self.operator = operator
        self.left = left
        self.right = right

    def evaluate(self, scope):
        left = self.left.evaluate(scope)
        right = self.right.evaluate(scope)
        if self.operator == "+":
            return left + right
        if self.operator == "-":
            return left - right
        if self.operator == "*":
            return left * right
        if self.operator == "%":
            return left % right
        return left / right


class Negative:
    def __init__(self, operand):
        self.operand = operand

    def evaluate(self, scope):
        return -self.operand.evaluate(scope)


class Call:
    functions = {"max": max, "min": min, "abs": abs}

    def __init__(self, name, arguments):
        self.name = name
        self.arguments = arguments

    def evaluate(self, scope):
        values = [argument.evaluate(scope) for argument in self.arguments]
        return self.functions[self.name](*values)


class Assignment:
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def evaluate(self, scope):
        scope[self.name] = value = self.value.evaluate(scope)
        return value


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    def peek(self):
        return self.tokens[self.at].kind

    def take(self, kind=None):
        token = self.tokens[self.at]
        if kind is not None and token.kind != kind:
            raise ParseError(f"expected {kind}, got {token.kind} at {token.position}")
        self.at += 1
        return token

    def program(self):
        statements = []
        while self.peek() != "end":
            statements.append(self.statement())
            self.take(";")
        return statements

    def statement(self):
        if self.peek() == "name" and self.tokens[self.at + 1].kind == "=":
            name = self.take().text
            self.take("=")
            return Assignment(name, self.sum())
        return self.sum()

    def sum(self):
        left = self.product()
        while self.peek() in ("+", "-"):
            operator = self.take().kind
            left = Binary(operator, left, self.product())
        return left

    def product(self):
        left = self.factor()
        while self.peek() in ("*", "/", "%"):
            operator = self.take().kind
            left = Binary(operator, left, self.factor())
        return left

    def factor(self):
        kind = self.peek()
        if kind == "number":
            text = self.take().text
            return Number(float(text) if "." in text else int(text))
        if kind == "-":
            self.take()
            return Negative(self.factor())
        if kind == "(":
            self.take()
            inner = self.sum()
            self.take(")")
            return inner
        name = self.take("name").text
        if self.peek() != "(":
            return Name(name)
        self.take("(")
        arguments = [self.sum()]
        while self.peek() == ",":
            self.take()
            arguments.append(self.sum())
        self.take(")")
        return Call(name, arguments)


SOURCE = """
a = 3 * (4 + 5) - 6 / 2; b = a % 7 + 2.5;
c = max(a, b, 3) * min(1, 2) - abs(0 - 5);
total = total + c * -(a - b) + (a + b) * (a - b) / (1 + c);
count = count + 1; total = total % 1000;
"""


def main():
    scope = {"total": 0.0, "count": 0}
    for _ in range(900):
        program = Parser(tokenize(SOURCE)).program()
        for _ in range(100):
            for statement in program:
                statement.evaluate(scope)
    errors = 0
    for text in ["1 +", "a b", "(1", "x;", "$"] * 400:
        try:
            for statement in Parser(tokenize(text + ";")).program():
                statement.evaluate({})
        except ParseError:
            errors += 1
    return f"{scope['total']:.6f} {scope['count']} {errors}"
