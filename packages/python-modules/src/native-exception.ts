import type { NULL, Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";

/** An exception class of a native module, made when it is first needed. */
export interface NativeException {
  /** The class. May collect when it is first asked for. */
  type(): Word;
  /** Raises it with one str argument. May collect. */
  raise(message: string): typeof NULL;
}

/** @param base a builtin exception, or several */
export function nativeException({ realm }: Library, module: string, name: string, base = "Exception"): NativeException {
  const surrogate = realm.defineSurrogates(`class ${name}(${base}):\n    __module__ = '${module}'\n`);
  const type = (): Word => surrogate(name);
  return {
    type,
    raise(message) {
      const exception = realm.call(type(), realm.str(message));
      return exception === 0 ? exception : realm.raiseObject(exception);
    },
  };
}
