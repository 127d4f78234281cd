import { NULL, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";
import { createJavaScriptObjects, type JavaScriptObjects } from "./javascript-objects.js";
import { runCoroutine } from "./promises.js";
import { createPythonObjects } from "./python-objects.js";
import { createReferences } from "./references.js";
import { createToJavaScript } from "./to-javascript.js";
import { createToPython } from "./to-python.js";
import { PythonError, type PythonObject, type PythonValue } from "./values.js";

/** A running Python, as `@hotpy/runtime` makes it. */
export interface Connected {
  readonly context: Context;
  /** What Python shows of an exception that nobody has caught. May collect. */
  describe(exception: Word): string;
  /** Writes what `print` has left in a buffer. */
  flush(): void;
}

/** Python for JavaScript. All members throw {@link PythonError} where Python raises an exception. */
export interface Bridge {
  /** The names of the module `__main__`, a dict. */
  readonly globals: PythonObject;
  /** Runs statements in `__main__`. `filename` is what tracebacks say. */
  run(source: string, filename?: string): void;
  /** The value of an expression in `__main__`. */
  evaluate(expression: string): PythonValue;
  /** A module, imported. */
  import(name: string): PythonObject;
  /** A name of `__main__`. */
  get(name: string): PythonValue;
  set(name: string, value: unknown): void;
}

/** Connects JavaScript with a Python that runs no program. */
export function connect({ context, describe, flush }: Connected): Bridge {
  const { realm, modules, dicts, handles, name: intern } = context;
  const references = createReferences(context);
  let objects: JavaScriptObjects;
  const toPython = createToPython(context, references, () => objects);
  const toJavaScript = createToJavaScript(context, {
    javaScriptObjects: () => objects,
    objectFor: (word) => objectFor(word),
    run: (coroutine) => runCoroutine(coroutine, (error) => enter(() => objects.exceptionOf(error)) as PythonObject),
  });
  objects = createJavaScriptObjects(context, toPython, toJavaScript);
  const objectFor = createPythonObjects(context, { references, toPython, toJavaScript, enter });

  let depth = 0;

  function enter(body: () => Word): PythonValue {
    const mark = handles.mark();
    depth++;
    try {
      const word = body();
      if (word === NULL) throw takeError();
      return toJavaScript(word);
    } finally {
      depth--;
      handles.release(mark);
      if (depth === 0) flush();
    }
  }

  /** The pending exception, for JavaScript to catch. */
  function takeError(): PythonError {
    const exception = handles.push(realm.pending());
    realm.clearPending();
    const text = realm.toStr(handles.get(exception));
    if (text === NULL) realm.clearPending();
    const message = text === NULL ? "<exception str() failed>" : realm.strings.toJS(text);
    const type = realm.typeName(handles.get(exception));
    const traceback = describe(handles.get(exception));
    return new PythonError(type, message, traceback, objectFor(handles.get(exception)));
  }

  const main = handles.push(modules.create("__main__"));
  const dictOfMain = (): Word => context.attributes.instances.dictOf(handles.get(main));
  dicts.set(realm.modules(), intern("__main__"), handles.get(main));
  dicts.set(dictOfMain(), intern("__annotations__"), dicts.create());
  dicts.set(dictOfMain(), intern("__builtins__"), modules.import(intern("builtins"), NULL, 0));
  const globals = objectFor(dictOfMain());
  handles.release(main);

  const builtin = (name: string): PythonObject => objectFor(dicts.getInterned(realm.builtins(), intern(name)));
  const [compile, exec, evaluate] = ["compile", "exec", "eval"].map(builtin);
  const importModule = builtin("__import__");

  return {
    globals,
    run(source, filename = "<script>") {
      exec(compile(source, filename, "exec"), globals);
    },
    evaluate: (expression) => evaluate(expression, globals),
    import(name) {
      importModule(name);
      return enter(() => realm.getItem(realm.modules(), realm.str(name))) as PythonObject;
    },
    get: (name) => globals.item(name),
    set: (name, value) => globals.setItem(name, value),
  };
}
