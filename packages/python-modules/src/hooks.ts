import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { tailCallSource } from "./tail-call.js";

const source = `
def displayhook(value):
    import builtins, sys
    if value is None:
        return
    # As the text may be made by code that looks at it.
    builtins._ = None
    try:
        out = sys.stdout
    except AttributeError:
        out = None
    if out is None:
        raise RuntimeError('lost sys.stdout')
    text = repr(value)
    try:
        out.write(text)
    except UnicodeEncodeError:
        escaped = text.encode(out.encoding, 'backslashreplace')
        if hasattr(out, 'buffer'):
            out.buffer.write(escaped)
        else:
            out.write(escaped.decode(out.encoding, 'strict'))
    out.write('\\n')
    builtins._ = value

def breakpointhook(args, keywords):
    import os
    place = os.environ.get('PYTHONBREAKPOINT') or 'pdb.set_trace'
    if place == '0':
        return None
    module, _, name = place.rpartition('.')
    try:
        import importlib
        hook = getattr(importlib.import_module(module or 'builtins'), name)
    except (ImportError, AttributeError, ValueError):
        import warnings
        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{place}"', RuntimeWarning, stacklevel=2)
        return None
    return hook(*args, **keywords)

def breakpoint(args, keywords):
    import sys
    try:
        hook = sys.breakpointhook
    except AttributeError:
        raise RuntimeError('lost sys.breakpointhook') from None
    return hook(*args, **keywords)
`;

/** The functions of `sys` that show values at the prompt and stop at breakpoints. Defines the builtin `breakpoint` too. */
export function createHooks({ library }: Builtins): readonly NativeDefinition[] {
  const { realm, argument } = library;
  const surrogate = realm.defineSurrogates(source);
  const calling = (name: string, parameters: string): NativeDefinition => ({
    name,
    parameters,
    frames: true,
    leaf: false,
    run: (args, count) =>
      tailCallSource(
        library,
        surrogate,
        name,
        Array.from({ length: count }, (_, index) => argument(args, index)),
      ),
  });
  realm.defineBuiltin(calling("breakpoint", "(*args, **kws)"));
  return [calling("displayhook", "(object, /)"), calling("breakpointhook", "(*args, **kws)")];
}
