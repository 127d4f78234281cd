import type { Address } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { Realm } from "@hotpy/python-objects";
import { defineSourceModule } from "./source-module.js";

const source = `
class Context:
    __module__ = '_contextvars'
    __hash__ = None
    def __init__(self, *args, **options):
        if args or options:
            raise TypeError('Context() does not accept any arguments')
        self._values = {}
        self._entered = False
    def run(self, *args, **kwargs):
        if not args:
            raise TypeError('run() missing 1 required positional argument')
        callable, *args = args
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        outer = current()
        self._entered = True
        enter(self)
        try:
            return callable(*args, **kwargs)
        finally:
            enter(outer)
            self._entered = False
    def copy(self):
        other = Context()
        other._values = dict(self._values)
        return other
    def __getitem__(self, var):
        check_var(var)
        return self._values[var]
    def get(self, var, default=None, /):
        check_var(var)
        return self._values.get(var, default)
    def __contains__(self, var):
        check_var(var)
        return var in self._values
    def __iter__(self):
        return iter(self._values)
    def __len__(self):
        return len(self._values)
    def keys(self):
        return self._values.keys()
    def values(self):
        return self._values.values()
    def items(self):
        return self._values.items()
    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

def check_var(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f'a ContextVar key was expected, got {var!r}')

def active():
    context = current()
    if context is None:
        context = Context()
        context._entered = True
        enter(context)
    return context

class Missing:
    __module__ = 'Token'
    __qualname__ = 'MISSING'
    def __repr__(self):
        return '<Token.MISSING>'

class ContextVar:
    __module__ = '_contextvars'
    __slots__ = ('_name', '_default')
    def __init__(self, name, /, *, default=Missing):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default
    @property
    def name(self):
        return self._name
    def get(self, default=Missing, /):
        values = active()._values
        if self in values:
            return values[self]
        if default is not Missing:
            return default
        if self._default is not Missing:
            return self._default
        raise LookupError(self)
    def set(self, value, /):
        values = active()._values
        token = object.__new__(Token)
        token._context = active()
        token._var = self
        token._used = False
        token._old = values.get(self, Token.MISSING)
        values[self] = value
        return token
    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token._var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        if token._context is not active():
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if token._old is Token.MISSING:
            del active()._values[self]
        else:
            active()._values[self] = token._old
    def __repr__(self):
        default = '' if self._default is Missing else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'
    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

class Token:
    __module__ = '_contextvars'
    __slots__ = ('_context', '_var', '_used', '_old')
    __hash__ = None
    MISSING = Missing()
    def __new__(cls, *args, **options):
        raise RuntimeError('Tokens can only be created by ContextVars')
    @property
    def var(self):
        return self._var
    @property
    def old_value(self):
        return self._old
    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self._var!r} at {id(self):#x}>'

def copy_context():
    return active().copy()
`;

const slots = new WeakMap<Realm, Address>();

/**
 * Where the running thread's context lies: a root of that object, or of None as long as there is none. Who keeps the value of a variable beside the
 * context that it was read in can tell by this whether it still holds.
 */
export function contextSlot(realm: Realm): Address {
  let slot = slots.get(realm);
  if (slot === undefined) {
    slot = realm.root(realm.none);
    realm.threads.separate(slot, realm.none);
    slots.set(realm, slot);
  }
  return slot;
}

/** The module `_contextvars`. Each thread has a context of its own. */
export function defineContextvars(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const { i32 } = realm.memory;
  const current = contextSlot(realm);
  defineSourceModule(builtins, {
    name: "_contextvars",
    source,
    natives: [
      { name: "current", parameters: "()", run: () => i32[current >>> 2] },
      {
        name: "enter",
        parameters: "(context, /)",
        run(args) {
          i32[current >>> 2] = argument(args, 0);
          return realm.none;
        },
      },
    ],
    shows: ["Context", "ContextVar", "Token"],
    final: ["Context", "ContextVar", "Token"],
    calls: [{ name: "copy_context", parameters: "()" }],
  });
}
