"""Errors of decimals give the list of conditions; frames of the module do not show; a context names flags in the order of their bits."""

import traceback
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException, Inexact, InvalidOperation, Overflow, getcontext, localcontext

ACTIONS = {
    "syntax": lambda: Decimal("12.3.4"),
    "division": lambda: Decimal(1) / 0,
    "undefined": lambda: Decimal(0) / 0,
    "floor": lambda: Decimal(5) // 0,
    "remainder": lambda: Decimal(5) % 0,
    "overflow": lambda: Decimal("1e999999") * 100,
    "root": lambda: Decimal(-1).sqrt(),
    "logarithm": lambda: Decimal(-1).ln(),
    "quantize": lambda: Decimal("1.5").quantize(Decimal("1e-40")),
    "comparison": lambda: Decimal("NaN") < 1,
    "signal": lambda: Decimal("sNaN") + 1,
    "infinities": lambda: Decimal("Infinity") - Decimal("Infinity"),
    "inexact": lambda: Context(traps=[Inexact]).divide(Decimal(1), Decimal(3)),
    "float": lambda: Decimal(1) + 1.5,
    "text": lambda: Decimal("1") < "a",
    "compare": lambda: Decimal(3).compare("a"),
    "attribute": lambda: Decimal(3).nothing,
    "format": lambda: format(Decimal(1), "q"),
    "nan": lambda: int(Decimal("NaN")),
    "infinity": lambda: int(Decimal("-Infinity")),
}
for name, action in ACTIONS.items():
    try:
        print(name, action())
    except (DecimalException, TypeError, ValueError, AttributeError, OverflowError) as error:
        print(name, type(error).__name__, error)

getcontext().clear_flags()
print(getcontext())
print(Context(prec=5, traps=[]), Context(prec=9, rounding=ROUND_HALF_UP, traps=[Overflow, Inexact]))
with localcontext() as context:
    context.clear_flags()
    context.prec = 5
    print(Decimal(1) / 3, context.flags[Inexact], context.flags[InvalidOperation] == 0, context)


def price(text):
    return Decimal(text).quantize(Decimal("0.01"))


try:
    price("twelve")
except InvalidOperation:
    print("".join(line for line in traceback.format_exc().splitlines(True) if "File" not in line), end="")
