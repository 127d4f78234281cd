import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { AST_CLASSES } from "./ast-classes.js";
import { defineSourceModule } from "./source-module.js";

const source = `
class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    __module__ = 'ast'

    def __init__(self, *args, **kwargs):
        fields = self._fields
        name = type(self).__name__
        if len(args) > len(fields):
            ending = '' if len(fields) == 1 else 's'
            raise TypeError(f'{name} constructor takes at most {len(fields)} positional argument{ending}')
        for field, value in zip(fields, args):
            setattr(self, field, value)
        for field, value in kwargs.items():
            if field in fields[:len(args)]:
                raise TypeError(f"{name} got multiple values for argument '{field}'")
            setattr(self, field, value)

    def __reduce__(self):
        return type(self), (), self.__dict__

def classes_of(table):
    classes = {'AST': AST}
    for line in table.strip().splitlines():
        head, _, rest = line.partition(')')
        name, _, base = head.partition('(')
        fields, bar, attributes = rest.partition('|')
        names = tuple([field.rstrip('?') for field in fields.split()])
        members = {'_fields': names, '__match_args__': names, '__module__': 'ast'}
        if bar:
            members['_attributes'] = tuple([each.rstrip('?') for each in attributes.split()])
        for each in fields.split() + attributes.split():
            if each.endswith('?'):
                members[each[:-1]] = None
        classes[name] = type(name, (classes[base],), members)
    return classes
`;

/** Flags of `compile`. */
const FLAGS = { PyCF_ALLOW_TOP_LEVEL_AWAIT: 0x2000, PyCF_ONLY_AST: 0x400, PyCF_TYPE_COMMENTS: 0x1000 };

/** The module `_ast`: the classes of syntax trees. Trees are not made yet, see `compile`. */
export function defineAst(builtins: Builtins): void {
  const { realm, withHandles } = builtins.library;
  const { dicts, handles, strings } = realm;
  const surrogate = defineSourceModule(builtins, {
    name: "_ast",
    source,
    attributes: () =>
      withHandles(() => {
        const made = realm.call(surrogate("classes_of"), realm.str(AST_CLASSES));
        if (made === NULL) throw new Error("the classes of syntax trees cannot be made");
        const dict = handles.get(handles.push(made));
        const found: Record<string, Word> = {};
        for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1))
          found[strings.toJS(dicts.keyAt(dict, entry))] = dicts.valueAt(dict, entry);
        for (const [name, value] of Object.entries(FLAGS)) found[name] = realm.int(value);
        return found;
      }),
  });
}
