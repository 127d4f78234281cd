"""The kinds of random programs: what makes one from a seed.

    python3.11 kinds.py FIRST LAST

prints those of these seeds as JSON: [kind, seed, source], ....
"""
import json
import sys

import control_flow
import hot_exceptions
import hot_loops
import scopes

KINDS = {
    "control_flow": lambda seed: control_flow.program(seed, catches=True),
    "uncaught": lambda seed: control_flow.program(seed, catches=False),
    "hot_loops": hot_loops.program,
    "hot_exceptions": hot_exceptions.program,
    "scopes": scopes.program,
}

if __name__ == "__main__":
    first, last = map(int, sys.argv[1:])
    json.dump([[kind, seed, make(seed)] for kind, make in KINDS.items() for seed in range(first, last)], sys.stdout)
