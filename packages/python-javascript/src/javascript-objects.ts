import { type Address, isSmall, NULL, type Word } from "@hotpy/memory";
import { type Context, type NativeDefinition, NotImplementedByHotPy } from "@hotpy/python-objects";
import { PythonError, type PythonValue } from "./values.js";

// biome-ignore lint/suspicious/noExplicitAny: Python code asks for properties by name, whatever there is
type Anything = any;

/** Objects of JavaScript in Python: instances of `javascript.Object`. */
export interface JavaScriptObjects {
  /** An object of Python that stands for this one. NULL: raised. May collect. */
  wrap(value: unknown): Word;
  isWrapped(word: Word): boolean;
  unwrap(word: Word): unknown;
  /** The exception of Python for what JavaScript code has thrown. NULL: raised. May collect. */
  exceptionOf(error: unknown): Word;
  /** Raises what JavaScript code has thrown: an exception of Python again where it was one, else `javascript.Error`. May collect. */
  raise(error: unknown): typeof NULL;
}

/** Functions of a JavaScript object are called with it as `this`. Arguments by name come last, as an object. */
const source = `
class Error(Exception):
    """What JavaScript code has thrown; \`value\` is that."""
    __module__ = 'javascript'
    def __init__(self, text, value):
        super().__init__(text)
        self.value = value

class Object:
    """An object of JavaScript."""
    __slots__ = ('__id',)
    __module__ = 'javascript'
    def __getattr__(self, name):
        return get(self.__id, name)
    def __setattr__(self, name, value):
        set_property(self.__id, name, value)
    def __delattr__(self, name):
        delete(self.__id, name)
    def __getitem__(self, key):
        return get_item(self.__id, key)
    def __setitem__(self, key, value):
        set_property(self.__id, key, value)
    def __delitem__(self, key):
        delete(self.__id, key)
    def __contains__(self, key):
        return contains(self.__id, key)
    def __len__(self):
        return length(self.__id)
    def __iter__(self):
        step = steps(self.__id)
        while True:
            done, value = step()
            if done:
                return
            yield value
    def __call__(self, *args, **keywords):
        return call(self.__id, args, keywords)
    def __await__(self):
        return (yield self)
    def __bool__(self):
        return True
    def __eq__(self, other):
        return self.__id == other.__id if type(other) is Object else NotImplemented
    def __hash__(self):
        return hash(self.__id)
    def __repr__(self):
        return text(self.__id)
    def __dir__(self):
        return names(self.__id)
    def __del__(self):
        drop(self.__id)

def make(id):
    instance = Object.__new__(Object)
    object.__setattr__(instance, '_Object__id', id)
    return instance
`;

export function createJavaScriptObjects(
  context: Context,
  toPython: (value: unknown) => Word,
  toJavaScript: (word: Word) => PythonValue,
): JavaScriptObjects {
  const { realm, memory, handles } = context;
  const argument = (args: Address, index: number): Word => memory.i32[(args >>> 2) + index];

  /** By number: the object, and how many objects of Python stand for it. */
  const held = new Map<number, { readonly value: unknown; count: number }>();
  const idOf = new Map<unknown, number>();
  let next = 1;

  const idAt = (args: Address): number => realm.integers.toNumber(argument(args, 0));
  const valueAt = (args: Address): Anything => held.get(idAt(args))!.value;

  /** A native over the object and the other arguments. What it throws is raised in Python. */
  const native = (
    name: string,
    parameters: string,
    run: (value: Anything, ...args: readonly Anything[]) => unknown,
  ): NativeDefinition => ({
    name,
    parameters,
    leaf: false,
    run(args, count) {
      try {
        const given = Array.from({ length: count - 1 }, (_, index) => toJavaScript(argument(args, index + 1)));
        return toPython(run(valueAt(args), ...given));
      } catch (error) {
        return objects.raise(error);
      }
    },
  });

  const missing = (value: unknown, name: unknown): typeof NULL =>
    realm.raise("AttributeError", `${describe(value)} has no property ${JSON.stringify(name)}`);
  const bound = (value: Anything, property: unknown): unknown =>
    typeof property === "function" && typeof value !== "function" ? property.bind(value) : property;

  const natives: NativeDefinition[] = [
    {
      name: "get",
      parameters: "(id, name, /)",
      leaf: false,
      run(args) {
        try {
          const value = Object(valueAt(args));
          const name = toJavaScript(argument(args, 1)) as string;
          return name in value ? toPython(bound(value, value[name])) : missing(value, name);
        } catch (error) {
          return objects.raise(error);
        }
      },
    },
    native("get_item", "(id, key, /)", (value, key) =>
      value instanceof Map ? value.get(key) : bound(value, value[key]),
    ),
    native("set_property", "(id, name, value, /)", (value, name, given) => {
      if (value instanceof Map) value.set(name, given);
      else value[name] = given;
    }),
    native("delete", "(id, name, /)", (value, name) => {
      if (value instanceof Map) value.delete(name);
      else delete value[name];
    }),
    native("contains", "(id, key, /)", (value, key) => {
      if (value instanceof Map || value instanceof Set) return value.has(key);
      return Array.isArray(value) ? value.includes(key) : key in value;
    }),
    native("length", "(id, /)", (value) => value.length ?? value.size),
    native("steps", "(id, /)", (value) => {
      const iterator = value[Symbol.iterator]();
      return () => {
        const { done, value: item } = iterator.next();
        return [done === true, done ? undefined : item];
      };
    }),
    native("text", "(id, /)", (value) => describe(value)),
    native("names", "(id, /)", (value) => Object.keys(Object(value))),
    {
      name: "call",
      parameters: "(id, args, keywords, /)",
      leaf: false,
      run(args) {
        try {
          const callee = valueAt(args);
          if (typeof callee !== "function")
            return realm.raise("TypeError", `${describe(callee)} is not a function of JavaScript`);
          const given = [...items(argument(args, 1))];
          const keywords = toJavaScript(argument(args, 2)) as { size: number; toJs(): unknown };
          return toPython(callee(...given, ...(keywords.size > 0 ? [keywords.toJs()] : [])));
        } catch (error) {
          return objects.raise(error);
        }
      },
    },
    {
      name: "drop",
      parameters: "(id, /)",
      run(args) {
        const id = idAt(args);
        const entry = held.get(id)!;
        if (--entry.count === 0) {
          held.delete(id);
          idOf.delete(entry.value);
        }
        return realm.none;
      },
    },
  ];

  /** The items of a tuple, converted. */
  function* items(tuple: Word): Generator<PythonValue> {
    const mark = handles.mark();
    const kept = handles.push(tuple);
    const count = realm.length(handles.get(kept));
    for (let i = 0; i < count; i++) yield toJavaScript(realm.getItem(handles.get(kept), realm.int(i)));
    handles.release(mark);
  }

  const surrogate = realm.defineSurrogates(source, natives);
  realm.defineModule({
    name: "javascript",
    attributes() {
      const mark = handles.mark();
      const kept = ["Error", "Object"].map((name) => [name, handles.push(surrogate(name))] as const);
      const attributes = Object.fromEntries(kept.map(([name, handle]) => [name, handles.get(handle)]));
      handles.release(mark);
      return attributes;
    },
  });

  const objects: JavaScriptObjects = {
    wrap(value) {
      let id = idOf.get(value);
      if (id === undefined) {
        id = next++;
        idOf.set(value, id);
        held.set(id, { value, count: 0 });
      }
      held.get(id)!.count++;
      surrogate("Object");
      return realm.call(surrogate("make"), realm.int(id));
    },
    isWrapped: (word) => !isSmall(word) && held.size > 0 && realm.typeOf(word) === surrogate("Object"),
    unwrap: (word) => held.get(realm.integers.toNumber(realm.getAttribute(word, realm.intern("_Object__id"))))!.value,
    exceptionOf(error) {
      if (error instanceof PythonError) return toPython(error.exception);
      const mark = handles.mark();
      const value = handles.push(toPython(error));
      const type = handles.push(surrogate("Error"));
      const exception = realm.call(handles.get(type), realm.str(describe(error)), handles.get(value));
      handles.release(mark);
      return exception;
    },
    raise(error) {
      // What HotPy does not support ends the program, wherever it is.
      if (error instanceof NotImplementedByHotPy) throw error;
      const exception = objects.exceptionOf(error);
      return exception === NULL ? NULL : realm.raiseObject(exception);
    },
  };
  return objects;
}

/** A text of any value, without running into another error. */
function describe(value: unknown): string {
  try {
    return typeof value === "function" ? `[function ${value.name}]` : String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
