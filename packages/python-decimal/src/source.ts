/// What of the module is written in Python: exceptions, the dict of signals, the context manager.

export const SOURCE = `
class DecimalException(ArithmeticError):
    __module__ = 'decimal'

class InvalidOperation(DecimalException):
    __module__ = 'decimal'

class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'

class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'

class Subnormal(DecimalException):
    __module__ = 'decimal'

class Inexact(DecimalException):
    __module__ = 'decimal'

class Rounded(DecimalException):
    __module__ = 'decimal'

class Clamped(DecimalException):
    __module__ = 'decimal'

class Overflow(Inexact, Rounded):
    __module__ = 'decimal'

class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'

class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'

class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'

class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'

class InvalidContext(InvalidOperation):
    __module__ = 'decimal'

class SignalDictMixin:
    __module__ = 'decimal'
    __hash__ = None
    def __init__(self, /, *args, **kwargs):
        pass
    def __len__(self):
        signal_mask(self)
        return 9
    def __iter__(self):
        signal_mask(self)
        return iter(signal_types())
    def __getitem__(self, key, /):
        return signal_mask(self) & mask_of(key) != 0
    def __setitem__(self, key, value, /):
        mask = signal_mask(self)
        bits = mask_of(key)
        set_signal_mask(self, mask | bits if value else mask & ~bits)
    def __delitem__(self, key, /):
        signal_mask(self)
        raise ValueError('signal keys cannot be deleted')
    def copy(self):
        mask = signal_mask(self)
        return {signal: mask & mask_of(signal) != 0 for signal in signal_types()}
    def __repr__(self):
        return '{' + ', '.join([f'{signal}:{on}' for signal, on in self.copy().items()]) + '}'
    def __eq__(self, other):
        if isinstance(other, SignalDictMixin):
            return signal_mask(self) == signal_mask(other)
        if not isinstance(other, dict):
            return NotImplemented
        try:
            return signal_mask(self) == dict_mask(other)
        except KeyError:
            return NotImplemented
    def __ne__(self, other):
        result = SignalDictMixin.__eq__(self, other)
        return result if result is NotImplemented else not result

class SignalDict(SignalDictMixin, __import__('_collections_abc').MutableMapping):
    __module__ = 'abc'

def dict_mask(flags):
    signals = signal_types()
    if len(flags) != len(signals):
        raise KeyError('invalid signal dict')
    mask = 0
    for signal in signals:
        if signal not in flags:
            raise KeyError('invalid signal dict')
        if flags[signal]:
            mask |= mask_of(signal)
    return mask

def given_mask(flags, may_be_list):
    if may_be_list and isinstance(flags, list):
        mask = 0
        for signal in flags:
            mask |= mask_of(signal)
        return mask
    if isinstance(flags, SignalDictMixin):
        return signal_mask(flags)
    if not isinstance(flags, dict):
        raise TypeError('argument must be a signal dict')
    return dict_mask(flags)

class ContextManager:
    __module__ = 'decimal'
    def __enter__(self):
        set_context(self._local)
        return self._local
    def __exit__(self, exc_type, exc_value, traceback):
        set_context(self._outer)
        return False

def make_manager(context, changes):
    manager = object.__new__(ContextManager)
    manager._outer = get_context()
    manager._local = copy_context(manager._outer if context is None else context)
    for name, value in changes:
        if value is not None:
            if name in ('flags', 'traps') and isinstance(value, list):
                value = dict.fromkeys(signal_types(), False) | {signal: mask_of(signal) != 0 for signal in value}
            setattr(manager._local, name, value)
    return manager

def make_tuple_type():
    from collections import namedtuple
    return namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')

def make_variable():
    from contextvars import ContextVar
    return ContextVar('decimal_context')

def register_types(Decimal):
    from numbers import Number
    Number.register(Decimal)

def rational_type():
    from numbers import Rational
    return Rational
`;
