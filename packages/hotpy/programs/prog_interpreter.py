# An interpreter for a small language: dispatch on strings, a stack, dicts.
def tokenize(text):
    return text.replace("(", " ( ").replace(")", " ) ").split()
def read(tokens):
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens[0] != ")":
            items.append(read(tokens))
        tokens.pop(0)
        return items
    try:
        return int(token)
    except ValueError:
        try:
            return float(token)
        except ValueError:
            return token
class Env:
    def __init__(self, names, outer=None):
        self.names, self.outer = names, outer
    def find(self, name):
        env = self
        while env is not None:
            if name in env.names: return env.names
            env = env.outer
        raise NameError(f"unknown {name}")
def evaluate(x, env):
    while True:
        if isinstance(x, str): return env.find(x)[x]
        if not isinstance(x, list): return x
        head = x[0]
        if head == "if":
            x = x[2] if evaluate(x[1], env) else x[3]
        elif head == "define":
            env.names[x[1]] = evaluate(x[2], env)
            return None
        elif head == "lambda":
            params, body = x[1], x[2]
            return lambda *args, env=env: evaluate(body, Env(dict(zip(params, args)), env))
        elif head == "begin":
            for item in x[1:-1]: evaluate(item, env)
            x = x[-1]
        else:
            f, *args = [evaluate(item, env) for item in x]
            return f(*args)
world = Env({"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b, "=": lambda a, b: a == b, "list": lambda *a: list(a), "print": print})
def run(text): return evaluate(read(tokenize(text)), world)
run("(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))")
run("(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))")
print(run("(fact 20)"), run("(fact 30)"), run("(fib 12)"), run("((lambda (x y) (+ x y)) 1 2.5)"), run("(begin (print 1) (print 2) (list 1 2 (fib 7)))"))
try:
    run("(oops 1)")
except NameError as e:
    print(e)
def brainf(program, limit=200000):
    jumps, stack = {}, []
    for i, c in enumerate(program):
        if c == "[": stack.append(i)
        elif c == "]":
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    tape, p, i, out = [0] * 100, 0, 0, []
    while i < len(program) and limit:
        c = program[i]
        if c == ">": p += 1
        elif c == "<": p -= 1
        elif c == "+": tape[p] = tape[p] + 1 & 255
        elif c == "-": tape[p] = tape[p] - 1 & 255
        elif c == ".": out.append(chr(tape[p]))
        elif c == "[" and not tape[p]: i = jumps[i]
        elif c == "]" and tape[p]: i = jumps[i]
        i += 1
        limit -= 1
    return "".join(out)
print(brainf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."), end="")
