import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { type SymbolTable, symbolTables } from "@hotpy/python-compiler";
import type { ProgramMode } from "@hotpy/python-objects";
import { type ast, PythonSyntaxError } from "@hotpy/python-parser";
import { numberAttributes } from "./number-attributes.js";
import { defineSourceModule } from "./source-module.js";

const TYPES: Readonly<Record<SymbolTable["kind"], number>> = { function: 0, class: 1, module: 2 };

/** CPython's numbers. */
const NUMBERS: Readonly<Record<string, number>> = {
  USE: 16,
  DEF_GLOBAL: 1,
  DEF_NONLOCAL: 8,
  DEF_LOCAL: 2,
  DEF_PARAM: 4,
  DEF_FREE: 32,
  DEF_FREE_CLASS: 64,
  DEF_IMPORT: 128,
  DEF_BOUND: 134,
  DEF_ANNOT: 256,
  TYPE_FUNCTION: TYPES.function,
  TYPE_CLASS: TYPES.class,
  TYPE_MODULE: TYPES.module,
  LOCAL: 1,
  GLOBAL_EXPLICIT: 2,
  GLOBAL_IMPLICIT: 3,
  FREE: 4,
  CELL: 5,
  SCOPE_OFF: 11,
  SCOPE_MASK: 15,
};

const source = `
class Entry:
    __module__ = 'builtins'
    __slots__ = ('name', 'type', 'nested', 'lineno', 'symbols', 'varnames', 'children', '__weakref__')
    @property
    def id(self):
        return id(self)
    def __repr__(self):
        return f'<symtable entry {self.name}({id(self)}), line {self.lineno}>'

Entry.__name__ = Entry.__qualname__ = 'symtable entry'

def entry_of(name, type, nested, lineno, symbols, varnames, children):
    entry = Entry()
    entry.name, entry.type, entry.nested, entry.lineno = name, type, nested, lineno
    entry.symbols = dict(symbols)
    entry.varnames = list(varnames)
    entry.children = [entry_of(*child) for child in children]
    return entry

def symtable(source, filename, startstr):
    import os
    if not isinstance(source, str):
        try:
            source = bytes(memoryview(source))
        except TypeError:
            raise TypeError('symtable() arg 1 must be a string or bytes object') from None
    if not isinstance(startstr, str):
        raise TypeError(f"symtable() argument 3 must be str, not {type(startstr).__name__}")
    if startstr not in ('exec', 'eval', 'single'):
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    if '\\0' in source if isinstance(source, str) else 0 in source:
        raise ValueError('source code string cannot contain null bytes')
    if not isinstance(filename, (str, bytes)) and not hasattr(filename, '__fspath__'):
        try:
            name, filename = type(filename).__name__, bytes(memoryview(filename))
        except TypeError:
            pass
        else:
            import warnings
            warnings.warn(f'path should be string, bytes, or os.PathLike, not {name}', DeprecationWarning)
    return entry_of(*tables_of(source, os.fsdecode(filename), startstr))
`;

/** The module `_symtable`. */
export function defineSymtable(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const { strings, bytes } = realm;

  const wordOf = ({ name, kind, isNested, line, symbols, parameters, children }: SymbolTable): Word =>
    realm.tuple([
      realm.str(name),
      realm.int(TYPES[kind]),
      realm.int(isNested ? 1 : 0),
      realm.int(line),
      realm.tuple(symbols.map(([symbol, bits]) => realm.tuple([realm.intern(symbol), realm.int(bits)]))),
      realm.tuple(parameters.map((each) => realm.intern(each))),
      realm.tuple(children.map(wordOf)),
    ]);

  function tablesOf(args: number): Word {
    const given = realm.valueOf(argument(args, 0));
    const program = strings.isString(given) ? strings.toJS(given) : bytes.toArray(bytes.data(given), bytes.size(given));
    const [filename, mode] = [1, 2].map((index) => strings.toJS(realm.valueOf(argument(args, index))));
    const parsed = realm.parseProgram(program, filename, { mode: mode as ProgramMode, hasNamespace: false });
    if (parsed === undefined) return NULL;
    const found = symbolTables(parsed.tree as unknown as ast.ModNode, filename, null);
    if (!(found instanceof PythonSyntaxError)) return wordOf(found);
    const { message, lineno, offset, text, end_lineno, end_offset } = found;
    return realm.raiseFault({
      type: "SyntaxError",
      message,
      place: { filename, lineno, offset, text, end_lineno, end_offset },
    });
  }

  defineSourceModule(builtins, {
    name: "_symtable",
    source,
    natives: [{ name: "tables_of", parameters: "(source, filename, mode, /)", leaf: false, run: tablesOf }],
    calls: [{ name: "symtable", parameters: "(source, filename, startstr, /)" }],
    attributes: () => numberAttributes(realm, NUMBERS),
  });
}
