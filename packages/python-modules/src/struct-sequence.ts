/// The source of classes such as `os.times_result`: tuples whose items have names.

/** What a struct sequence has beside named items. */
interface More {
  /** Names of what is no item: attributes alone. */
  readonly hidden?: readonly string[];
  /** How many of the items, the last ones, have no name of their own: the first of `hidden` are other forms of them. */
  readonly unnamed?: number;
  /** It is made of its items, not of a sequence of them. */
  readonly takesItems?: boolean;
}

/** @param fields the names of the items, in order */
export function structSequence(
  module: string,
  name: string,
  fields: readonly string[],
  { hidden = [], unnamed = 0, takesItems = false }: More = {},
): string {
  const shown = fields.length + unnamed;
  const most = shown + hidden.length;
  const quoted = (names: readonly string[]): string => `(${names.map((each) => `'${each}', `).join("")})`;
  const wrong = (least: string, count: number): string =>
    `raise TypeError(f'${module}.${name}() takes ${least} ${count}-sequence ({len(values)}-sequence given)')`;
  const getters = [
    ...fields.map((field, index) => `${field} = property(lambda self: self[${index}])`),
    ...hidden.map((field, index) => `${field} = property(lambda self: self._hidden[${index}])`),
  ];
  // What says that instances have no dict is not seen afterwards. Attributes that are no items take an instance with a dict: tuples have no slots.
  const storage =
    hidden.length === 0
      ? "__slots__ = ()"
      : `def __setattr__(self, name, value):
        if type(self) is not ${name}:
            return object.__setattr__(self, name, value)
        self._refuse(name)
    def __delattr__(self, name):
        if type(self) is not ${name}:
            return object.__delattr__(self, name)
        self._refuse(name)
    def _refuse(self, name):
        if name in ${quoted([...fields, ...hidden])}:
            raise AttributeError('readonly attribute')
        kind = f"object attribute '{name}' is read-only" if hasattr(${name}, name) else f"object has no attribute '{name}'"
        raise AttributeError(f"'${module}.${name}' {kind}")`;
  const keeping =
    hidden.length === 0
      ? "return tuple.__new__(cls, values)"
      : `self = tuple.__new__(cls, values[:${shown}])
        given = (*values[${shown}:], *[None] * (${most} - len(values)))
        if dict:
            given = tuple([dict.get(name, value) for name, value in zip(${quoted(hidden)}, given)])
        object.__setattr__(self, '_hidden', tuple([${unnamed > 0 ? `values[at + ${fields.length}] if value is None and at < ${unnamed} else ` : ""}value for at, value in enumerate(given)]))
        return self`;
  const making = takesItems
    ? `def __new__(cls, ${fields.join(", ")}):
        return tuple.__new__(cls, (${fields.join(", ")},))`
    : `def __new__(cls, sequence, dict=None):
        try:
            values = tuple(sequence)
        except TypeError:
            raise TypeError('constructor requires a sequence') from None
        if not (dict is None or isinstance(dict, type({}))):
            raise TypeError('${module}.${name}() takes a dict as second arg, if any')
        if ${hidden.length === 0 ? `len(values) != ${shown}` : "False"}:
            ${wrong("a", shown)}
        if len(values) < ${shown}:
            ${wrong("an at least", shown)}
        if len(values) > ${most}:
            ${wrong("an at most", most)}
        ${keeping}`;
  const reduced = takesItems
    ? "tuple(self)"
    : `(tuple(self), ${hidden.length === 0 ? "{}" : `{name: getattr(self, name) for name in ${quoted(hidden)}}`})`;
  return `
class ${name}(tuple):
    __module__ = '${module}'
    n_sequence_fields = ${shown}
    n_fields = ${most}
    n_unnamed_fields = ${unnamed}
    __match_args__ = ${quoted(fields)}
    ${making}
    ${storage}
${getters.map((getter) => `    ${getter}\n`).join("")}    def __repr__(self):
        parts = [f'{name}={value!r}' for name, value in zip(${quoted([...fields, ...hidden].slice(0, shown))}, self)]
        return f"${module}.${name}({', '.join(parts)})"
    def __reduce__(self):
        return type(self), ${reduced}
${hidden.length === 0 ? `del ${name}.__slots__` : ""}
`;
}
