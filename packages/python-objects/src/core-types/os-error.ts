import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import type { Context } from "../context.js";
import { extendType } from "../types/define-type.js";

/** What holds for all exceptions. */
interface ExceptionParts {
  /** What `pickle` and `copy` make it again of. */
  reduced(self: Word, given: Word): Word;
  /** The text of one that has no form of its own. */
  textOfArguments(self: Word): Word;
  /** `args`, their number, and one of them. */
  argsOf(self: Word): Word;
  count(self: Word): number;
  argument(self: Word, index: number): Word;
}

/** How OSError is shown, and copied: the names of files are not among its `args`. */
export function defineOsError(context: Context, parts: ExceptionParts): void {
  const { reduced, textOfArguments, argsOf, count, argument } = parts;
  const { memory, types, objects, exceptions, strings, realm, handles, name: intern } = context;
  const { i32 } = memory;

  /** Whether it was made with a number and a text, or has been given them. */
  const isOfSystem = (self: Word): boolean =>
    (count(self) >= 2 && count(self) <= 5) ||
    ["errno", "strerror"].every((name) => exceptions.member(self, intern(name)) !== NULL);

  function text(self: Word): Word {
    if (!isOfSystem(self)) return textOfArguments(self);
    const mark = handles.mark();
    const kept = handles.push(self);
    const part = (name: string, shownAs: (word: Word) => Word): string | undefined => {
      const value = realm.getAttribute(handles.get(kept), intern(name));
      if (value === NONE) return name.startsWith("filename") ? undefined : "None";
      const shown = value === NULL ? NULL : shownAs(value);
      return shown === NULL ? undefined : strings.toJS(shown);
    };
    const [code, reason] = [part("errno", realm.toStr), part("strerror", realm.toStr)];
    const [from, to] = [part("filename", realm.repr), part("filename2", realm.repr)];
    handles.release(mark);
    if (exceptions.pending() !== NULL) return NULL;
    const files = from === undefined ? "" : to === undefined ? `: ${from}` : `: ${from} -> ${to}`;
    return strings.fromJS(`[Errno ${code}] ${reason}${files}`);
  }

  /** The arguments that make it again, with the names of its files. */
  function argumentsOf(self: Word): Word {
    const [file, second] = ["filename", "filename2"].map((name) => exceptions.member(self, intern(name)) || NONE);
    if (count(self) !== 2 || file === NONE) return argsOf(self);
    const [code, reason] = [argument(self, 0), argument(self, 1)];
    return objects.tuple(second === NONE ? [code, reason, file] : [code, reason, file, NONE, second]);
  }

  const self = (args: Address): Word => i32[args >>> 2];
  extendType(context, types.named("OSError"), {
    methods: [
      { name: "__str__", parameters: "(self, /)", run: (args) => text(self(args)) },
      {
        name: "__reduce__",
        parameters: "(self, /)",
        run: (args) => reduced(self(args), argumentsOf(self(args))),
      },
    ],
  });
}
