import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

/**
 * The library's decimals in Python, `_pydecimal`, say what went wrong in words; those in C, which programs know, give the list of the
 * conditions in place of a text, and name the flags of a context in the order of their bits.
 */
const SOURCE = `
def contents():
    import _pydecimal
    from _pydecimal import Context, Decimal, _condition_map
    def _raise_error(self, condition, explanation=None, *args):
        error = _condition_map.get(condition, condition)
        if error in self._ignored_flags:
            return error().handle(self, *args)
        self.flags[error] = True
        if not self.traps[error]:
            return condition().handle(self, *args)
        raise error([condition])
    order = ('Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Overflow', 'Rounded', 'Subnormal', 'Underflow', 'FloatOperation')
    def names(signals):
        chosen = {signal.__name__ for signal, holds in signals.items() if holds}
        return ', '.join([name for name in order if name in chosen])
    def __repr__(self):
        return (
            f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
            f'capitals={self.capitals}, clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])'
        )
    def _convert_other(other, raiseit=False, allow_float=False):
        converted = convert(other, False, allow_float)
        if raiseit and converted is NotImplemented:
            raise TypeError(f'conversion from {type(other).__name__} to Decimal is not supported')
        return converted
    def _parse_format_specifier(format_spec, _localeconv=None):
        try:
            return parse(format_spec, _localeconv)
        except ValueError:
            raise ValueError('invalid format string') from None
    def __int__(self):
        if not self._is_special:
            return to_int(self)
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer')
        raise OverflowError('cannot convert Infinity to integer')
    convert, _pydecimal._convert_other = _pydecimal._convert_other, _convert_other
    parse, _pydecimal._parse_format_specifier = _pydecimal._parse_format_specifier, _parse_format_specifier
    to_int = Decimal.__int__
    Decimal.__int__ = Decimal.__trunc__ = __int__
    Context._raise_error = _raise_error
    Context.__repr__ = __repr__
    names_of = [*_pydecimal.__all__, '__doc__', '__version__', '__libmpdec_version__']
    return {name: getattr(_pydecimal, name) for name in names_of}
`;

/** The module `_decimal`: what `_pydecimal` has, in the guise of the module in C. Without a standard library it is empty. */
export function defineDecimal(builtins: Builtins): void {
  const { realm } = builtins.library;
  const { dicts, strings } = realm;
  const surrogate = defineSourceModule(builtins, {
    name: "_decimal",
    source: SOURCE,
    attributes() {
      const contents: Record<string, Word> = {};
      const dict = realm.call(surrogate("contents"));
      if (dict === NULL) {
        realm.clearPending();
        return contents;
      }
      for (let at = dicts.nextEntry(dict, 0); at >= 0; at = dicts.nextEntry(dict, at + 1)) {
        contents[strings.toJS(dicts.keyAt(dict, at))] = dicts.valueAt(dict, at);
      }
      return contents;
    },
  });
}
