"""Makes a failing program smaller."""


def blocks(lines):
    """(start, end) of each statement with all that is indented below it, long ones first."""
    found = []
    for start, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        end = start + 1
        while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent:
            end += 1
        found.append((start, end))
    return sorted(found, key=lambda block: block[0] - block[1])


def reduce_program(source, difference):
    """
    The program without the statements that it fails without as well. `difference` gives the lines that differ, or None;
    a smaller program counts if it fails, and not with a SyntaxError of its own.
    """
    lines = source.splitlines()
    wanted_syntax_error = "SyntaxError" in "".join(difference(source) or ())
    shrinking = True
    while shrinking:
        shrinking = False
        for start, end in blocks(lines):
            smaller = lines[:start] + lines[end:]
            if end > len(lines) or not is_program(smaller, wanted_syntax_error):
                continue
            if difference("\n".join(smaller) + "\n") is not None:
                lines = smaller
                shrinking = True
                break
    return "\n".join(lines) + "\n"


def is_program(lines, may_have_errors):
    try:
        compile("\n".join(lines) + "\n", "reduced", "exec")
    except SyntaxError:
        return may_have_errors
    return True
