"""An interpreter for a machine with eight instructions: a while loop over a dispatch of strings."""

PROGRAM = """
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.
>++++++++++[>++++++++++[>++++++++++[>++++++++[>+<-]<-]<-]<-]
"""


def parse(text):
    code, stack, jumps = [], [], {}
    for char in text:
        if char not in "+-<>.[]":
            continue
        if char == "[":
            stack.append(len(code))
        elif char == "]":
            start = stack.pop()
            jumps[start] = len(code)
            jumps[len(code)] = start
        code.append(char)
    return code, jumps


def run(code, jumps):
    tape, at, pc, out, steps = [0] * 64, 0, 0, [], 0
    while pc < len(code):
        op = code[pc]
        if op == "+":
            tape[at] = (tape[at] + 1) & 255
        elif op == "-":
            tape[at] = (tape[at] - 1) & 255
        elif op == ">":
            at += 1
        elif op == "<":
            at -= 1
        elif op == "[":
            if tape[at] == 0:
                pc = jumps[pc]
        elif op == "]":
            if tape[at]:
                pc = jumps[pc]
        else:
            out.append(chr(tape[at]))
        pc += 1
        steps += 1
    return "".join(out), steps


def main():
    results = [run(*parse(PROGRAM)) for _ in range(90)]
    return results[-1]
