import type { Builtins } from "@hotpy/python-builtins";
import { tailCallSource } from "./tail-call.js";

/** What becomes of the type variables in generic aliases and unions when these are subscripted. */
const source = `
def substituted(self, item):
    parameters = self.__parameters__
    if not parameters:
        raise TypeError(f'{self!r} is not a generic class')
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

def substitute_alias(self, item):
    return type(self)(self.__origin__, substituted(self, item))

def substitute_union(self, item):
    result, *rest = substituted(self, item)
    for each in rest:
        result = result | each
    return result

def reduce_alias(self):
    return type(self), (self.__origin__, self.__args__)

def reduce_union(self):
    import functools, operator
    return functools.reduce, (operator.or_, self.__args__)
`;

/** Gives types.GenericAlias and types.UnionType subscripts and `__reduce__`. */
export function defineGenericAliases({ library }: Builtins): void {
  const { realm, argument } = library;
  const surrogate = realm.defineSurrogates(source);
  const inFrame = { frames: true, leaf: false } as const;
  for (const [name, substitute, reduce] of [
    ["types.GenericAlias", "substitute_alias", "reduce_alias"],
    ["types.UnionType", "substitute_union", "reduce_union"],
  ] as const)
    realm.extendType(realm.type(name), {
      methods: [
        {
          name: "__getitem__",
          parameters: "(self, key, /)",
          ...inFrame,
          run: (args) => tailCallSource(library, surrogate, substitute, [argument(args, 0), argument(args, 1)]),
        },
        {
          name: "__reduce__",
          parameters: "(self, /)",
          ...inFrame,
          run: (args) => tailCallSource(library, surrogate, reduce, [argument(args, 0)]),
        },
      ],
    });
}
