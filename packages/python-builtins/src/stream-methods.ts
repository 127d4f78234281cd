import { type Address, NULL, type Word } from "@hotpy/memory";
import type { GetterDefinition, NativeDefinition, Realm } from "@hotpy/python-objects";
import type { Library } from "./library.js";
import type { StreamSettings } from "./stream-settings.js";
import type { TextInput } from "./text-input.js";

/** Methods of standard streams that are not called all the time. */
export function streamMethods(
  { realm, argument, withHandles, lists }: Library,
  settings: StreamSettings,
  input: TextInput,
  descriptorOf: (stream: Word) => number,
  write: (stream: Word, string: Word) => boolean,
  unsupported: (message: string) => Word,
): NativeDefinition[] {
  const { strings, handles, none } = realm;

  /** An optional number of characters; undefined: raised, "all": as many as there are. */
  function countOf(args: Address): number | "all" | undefined {
    const given = argument(args, 1);
    if (given === NULL || given === none) return "all";
    const count = realm.indexNumber(given);
    return count === undefined ? undefined : count < 0 ? "all" : count;
  }
  const notReadable = (): Word => unsupported("not readable");
  const reading = (
    name: string,
    parameters: string,
    run: (count: number | undefined) => string | undefined,
  ): NativeDefinition => ({
    name,
    parameters,
    leaf: false,
    run(args) {
      if (settings.hasRefused(descriptorOf(argument(args, 0)))) return NULL;
      if (descriptorOf(argument(args, 0)) !== 0) return notReadable();
      const count = countOf(args);
      const text = count === undefined ? undefined : run(count === "all" ? undefined : count);
      return text === undefined ? NULL : realm.str(text);
    },
  });

  function readLines(args: Address): Word {
    if (descriptorOf(argument(args, 0)) !== 0) return notReadable();
    const hint = countOf(args);
    if (hint === undefined) return NULL;
    return withHandles(() => {
      const list = handles.push(lists.create(0));
      for (let size = 0; hint === "all" || hint === 0 || size < hint; ) {
        const line = input.readLine();
        if (line === undefined) return NULL;
        if (line === "") break;
        size += line.length;
        lists.append(handles.get(list), realm.str(line));
      }
      return handles.get(list);
    });
  }

  function writeLines(args: Address): Word {
    return withHandles(() => {
      const iterator = handles.push(realm.iterate(argument(args, 1)));
      if (handles.get(iterator) === NULL) return NULL;
      for (;;) {
        const line = realm.next(handles.get(iterator));
        if (line === NULL) return realm.pending() === NULL ? none : NULL;
        const text = realm.valueOf(line);
        if (!strings.isString(text))
          return realm.raise("TypeError", `write() argument must be str, not ${realm.typeName(line)}`);
        if (!write(argument(args, 0), text)) return NULL;
      }
    });
  }

  const flush = (stream: Word): Word => realm.callMethod(stream, realm.intern("flush"));

  /** The text of an optional argument; null: raised. */
  function textOf(args: Address, index: number, name: string): string | undefined | null {
    const given = argument(args, index);
    if (given === NULL || given === none) return undefined;
    const value = realm.valueOf(given);
    if (strings.isString(value)) return strings.toJS(value);
    realm.raise("TypeError", `reconfigure() argument '${name}' must be str or None, not ${realm.typeName(given)}`);
    return null;
  }

  function reconfigure(args: Address): Word {
    const texts = ["encoding", "errors", "newline"].map((name, i) => textOf(args, i + 1, name));
    if (texts.includes(null)) return NULL;
    const [encoding, errors, newline] = texts as (string | undefined)[];
    if (newline !== undefined && !["", "\n", "\r", "\r\n"].includes(newline))
      return realm.raise("ValueError", `illegal newline value: ${newline}`);
    const flags: (boolean | undefined)[] = [];
    for (const index of [4, 5]) {
      const given = argument(args, index);
      const truth = given === NULL || given === none ? undefined : realm.truth(given);
      if (truth === -1) return NULL;
      flags.push(truth === undefined ? undefined : truth === 1);
    }
    const descriptor = descriptorOf(argument(args, 0));
    if (descriptor !== 0 && flush(argument(args, 0)) === NULL) return NULL;
    const isDone = settings.change(descriptor, {
      ...(encoding === undefined ? {} : { encoding, errors: "strict" }),
      ...(errors === undefined ? {} : { errors }),
      ...(newline === undefined ? {} : { newline: newline === "" ? "\n" : newline }),
      ...(flags[0] === undefined ? {} : { lineBuffering: flags[0] }),
      ...(flags[1] === undefined ? {} : { writeThrough: flags[1] }),
    });
    return isDone ? none : NULL;
  }

  function close(stream: Word): Word {
    const descriptor = descriptorOf(stream);
    if (settings.isClosed(descriptor)) return none;
    if (flush(stream) === NULL) return NULL;
    settings.end(descriptor, "closed");
    return none;
  }

  /** `flush`, and then what comes of it. */
  const flushing = (name: string, parameters: string, result: (stream: Word) => Word): NativeDefinition => ({
    name,
    parameters,
    leaf: false,
    run: (args) => (flush(argument(args, 0)) === NULL ? NULL : result(argument(args, 0))),
  });

  return [
    reading("read", "(self, size=-1, /)", (count) => input.read(count)),
    reading("readline", "(self, size=-1, /)", (count) => input.readLine(count)),
    { name: "readlines", parameters: "(self, hint=-1, /)", leaf: false, run: readLines },
    { name: "writelines", parameters: "(self, lines, /)", leaf: false, run: writeLines },
    {
      name: "reconfigure",
      parameters: "(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
      leaf: false,
      run: reconfigure,
    },
    flushing("detach", "(self, /)", (stream) => {
      const buffer = settings.buffer(descriptorOf(stream));
      if (buffer !== NULL) settings.end(descriptorOf(stream), "detached");
      return buffer;
    }),
    { name: "close", parameters: "(self, /)", leaf: false, run: (args) => close(argument(args, 0)) },
    {
      name: "__enter__",
      parameters: "(self, /)",
      run: (args) => (settings.hasRefused(descriptorOf(argument(args, 0))) ? NULL : argument(args, 0)),
    },
    { name: "__exit__", parameters: "(self, /, *args)", leaf: false, run: (args) => close(argument(args, 0)) },
    { name: "seekable", parameters: "(self, /)", run: () => realm.bool(false) },
  ];
}

/** Attributes of standard streams. */
export function streamGetters(
  realm: Realm,
  settings: StreamSettings,
  descriptorOf: (stream: Word) => number,
): GetterDefinition[] {
  const of = (self: Word): ReturnType<StreamSettings["of"]> => settings.of(descriptorOf(self));
  return [
    { name: "encoding", get: (self) => realm.str(of(self).encoding) },
    { name: "errors", get: (self) => realm.str(of(self).errors) },
    { name: "line_buffering", get: (self) => realm.bool(of(self).lineBuffering) },
    { name: "write_through", get: (self) => realm.bool(of(self).writeThrough) },
    { name: "newlines", get: () => realm.none },
    { name: "mode", get: (self) => realm.str(descriptorOf(self) === 0 ? "r" : "w") },
    {
      name: "buffer",
      get: (self) => (settings.isDetached(descriptorOf(self)) ? realm.none : settings.buffer(descriptorOf(self))),
    },
  ];
}
