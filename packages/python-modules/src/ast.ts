import { NULL, type Word } from "@hotpy/memory";
import { type Builtins, LOCATED, SYNTAX_TREE_CLASSES } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

const source = `
class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    __module__ = 'ast'

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        if args:
            fields = self._fields
            name = type(self).__name__
            if len(args) > len(fields):
                ending = '' if len(fields) == 1 else 's'
                raise TypeError(f'{name} constructor takes at most {len(fields)} positional argument{ending}')
            for field, value in zip(fields, args):
                setattr(self, field, value)
        if kwargs:
            given = self._fields[:len(args)]
            for field, value in kwargs.items():
                if field in given:
                    raise TypeError(f"{type(self).__name__} got multiple values for argument '{field}'")
                setattr(self, field, value)

    def __reduce__(self):
        return type(self), (), self.__dict__

def classes_of(text, located):
    classes = {'AST': AST}
    base = AST
    kinds = {}
    for line in text.strip().splitlines():
        if line[-1] == ':':
            base = line[:-1]
            kinds[base] = []
        elif line[0] == ' ':
            kinds[base].append(line.strip())
        else:
            kinds[line.partition('(')[0]] = line
    for name, docs in kinds.items():
        if isinstance(docs, str):
            classes[name] = class_of(name, AST, docs, docs, name in located)
            continue
        between = ('\\n' + ' ' * (len(name) + 1) if '(' in ''.join(docs) else ' ') + '| '
        classes[name] = class_of(name, AST, f'{name} = {between.join(docs)}', '', name in located)
        for doc in docs:
            kind = doc.partition('(')[0]
            classes[kind] = class_of(kind, classes[name], doc, doc, False)
    return classes

def class_of(name, base, doc, declaration, is_located):
    fields = [part.split(' ') for part in declaration.partition('(')[2][:-1].split(', ') if part]
    names = tuple([field for _, field in fields])
    members = {'_fields': names, '__match_args__': names, '__module__': 'ast', '__doc__': doc}
    for kind, field in fields:
        if kind[-1] == '?':
            members[field] = None
    if is_located:
        members['_attributes'] = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
        if name != 'pattern':
            members['end_lineno'] = members['end_col_offset'] = None
    return type(name, (base,), members)
`;

/** Flags of `compile`. */
const FLAGS = { PyCF_ALLOW_TOP_LEVEL_AWAIT: 0x2000, PyCF_ONLY_AST: 0x400, PyCF_TYPE_COMMENTS: 0x1000 };

/** The module `_ast`: the classes of syntax trees. */
export function defineAst(builtins: Builtins): void {
  const { realm, withHandles } = builtins.library;
  const { dicts, handles, strings } = realm;
  const surrogate = defineSourceModule(builtins, {
    name: "_ast",
    source,
    attributes: () =>
      withHandles(() => {
        const callee = handles.push(surrogate("classes_of"));
        const located = handles.push(realm.tuple([...LOCATED].map(realm.intern)));
        const made = realm.call(handles.get(callee), realm.str(SYNTAX_TREE_CLASSES), handles.get(located));
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
