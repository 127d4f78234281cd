import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { tailCallSource } from "./source-call.js";

/** What becomes of the type variables in generic aliases and unions when these are subscripted. */
const source = `
def substituted(self, item):
    parameters = self.__parameters__
    if not parameters:
        raise TypeError(f'{self!r} is not a generic class')
    item = unpacked(item)
    for parameter in parameters:
        prepare = getattr(parameter, '__typing_prepare_subst__', None)
        if prepare is not None:
            item = prepare(self, item if isinstance(item, tuple) else (item,))
    items = item if isinstance(item, tuple) else (item,)
    if len(items) != len(parameters):
        many = 'many' if len(items) > len(parameters) else 'few'
        raise TypeError(f'Too {many} arguments for {self!r}; actual {len(items)}, expected {len(parameters)}')
    args = []
    for each in self.__args__:
        if isinstance(each, type):
            args.append(each)
            continue
        substitute = getattr(each, '__typing_subst__', None)
        if substitute is not None:
            value = substitute(items[parameters.index(each)])
        else:
            value = each
            inner = getattr(each, '__parameters__', ())
            if isinstance(inner, tuple) and inner:
                given = []
                for parameter in inner:
                    part = items[parameters.index(parameter)]
                    if isinstance(part, tuple) and hasattr(type(parameter), '__iter__'):
                        given.extend(part)
                    else:
                        given.append(part)
                value = each[tuple(given)]
        if isinstance(value, tuple) and getattr(each, '__typing_is_unpacked_typevartuple__', False):
            args.extend(value)
        else:
            args.append(value)
    return tuple(args)

def unpacked(item):
    """The arguments, those of tuple[...] of a known length with a star in its place."""
    result = []
    for each in item if isinstance(item, tuple) else (item,):
        inner = None if isinstance(each, type) else getattr(each, '__typing_unpacked_tuple_args__', None)
        if isinstance(inner, tuple) and not (inner and inner[-1] is Ellipsis):
            result.extend(inner)
        else:
            result.append(each)
    return tuple(result)

def substitute_alias(self, item):
    return make_alias(self.__origin__, substituted(self, item), self.__unpacked__)

def call_alias(self, args, kwargs):
    result = self.__origin__(*args, **kwargs)
    try:
        result.__orig_class__ = self
    except (AttributeError, TypeError):
        pass
    return result

class generic_alias_iterator:
    __module__ = 'builtins'
    __slots__ = ('_alias',)
    def __init__(self, alias):
        self._alias = alias
    def __iter__(self):
        return self
    def __next__(self):
        alias = self._alias
        if alias is None:
            raise StopIteration
        self._alias = None
        return make_alias(alias.__origin__, alias.__args__, True)
    def __reduce__(self):
        return iter, ((),) if self._alias is None else (self._alias,)

def iterate_alias(self):
    return generic_alias_iterator(self)

def dir_alias(self):
    return list({*dir(self.__origin__), *own_names()})

def substitute_union(self, item):
    result, *rest = substituted(self, item)
    for each in rest:
        result = result | each
    return result

def reduce_alias(self):
    if self.__unpacked__:
        return next, (iter(make_alias(self.__origin__, self.__args__, False)),)
    return type(self), (self.__origin__, self.__args__)

def reduce_union(self):
    import functools, operator
    return functools.reduce, (operator.or_, self.__args__)
`;

/** Gives types.GenericAlias and types.UnionType subscripts and `__reduce__`. */
export function defineGenericAliases({ library }: Builtins): void {
  const { realm, argument } = library;
  const surrogate = realm.defineSurrogates(source, [
    {
      name: "make_alias",
      parameters: "(origin, args, starred, /)",
      run: (args) => realm.genericAlias(argument(args, 0), argument(args, 1), argument(args, 2) === realm.bool(true)),
    },
    {
      name: "own_names",
      parameters: "()",
      run: () => realm.tuple(realm.genericAliasNames.map((name) => realm.intern(name))),
    },
  ]);
  const method = (name: string, parameters: string, calls: string): NativeDefinition => ({
    name,
    parameters,
    receives: "self",
    frames: true,
    leaf: false,
    run(args, count) {
      const given = Array.from({ length: count }, (_, index) => argument(args, index));
      return tailCallSource(library, surrogate, calls, given);
    },
  });
  realm.extendType(realm.type("types.GenericAlias"), {
    methods: [
      method("__getitem__", "(self, key, /)", "substitute_alias"),
      method("__reduce__", "(self, /)", "reduce_alias"),
      method("__call__", "(self, /, *args, **kwargs)", "call_alias"),
      method("__iter__", "(self, /)", "iterate_alias"),
      method("__dir__", "(self, /)", "dir_alias"),
    ],
  });
  realm.extendType(realm.type("types.UnionType"), {
    methods: [
      method("__getitem__", "(self, key, /)", "substitute_union"),
      method("__reduce__", "(self, /)", "reduce_union"),
    ],
  });
}
