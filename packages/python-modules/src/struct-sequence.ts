/// The source of classes such as `os.times_result`: tuples whose items have names.

/** @param fields their names, in order */
export function structSequence(module: string, name: string, fields: readonly string[]): string {
  const getters = fields.map((field, index) => `    ${field} = property(lambda self: self[${index}])\n`);
  return `
class ${name}(tuple):
    __module__ = '${module}'
    n_sequence_fields = n_fields = ${fields.length}
    n_unnamed_fields = 0
    __match_args__ = (${fields.map((field) => `'${field}', `).join("")})
    def __new__(cls, sequence, dict=None):
        values = tuple(sequence)
        if len(values) != ${fields.length}:
            raise TypeError(f'${module}.${name}() takes a ${fields.length}-sequence ({len(values)}-sequence given)')
        return tuple.__new__(cls, values)
${getters.join("")}    def __repr__(self):
        parts = [f'{name}={value!r}' for name, value in zip(self.__match_args__, self)]
        return f"${module}.${name}({', '.join(parts)})"
    def __reduce__(self):
        return type(self), (tuple(self), {})
`;
}
