import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { TAIL_SIZE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { EXCEPTION_ARGS } from "../exceptions/layout.js";
import { extendType } from "../types/define-type.js";

/** What the other exceptions make of an exception for `pickle` and `copy`. */
interface Reducing {
  reduced(self: Word, given: Word): Word;
}

/** How OSError is shown, and copied: the names of files are not among its `args`. */
export function defineOsError(context: Context, { reduced }: Reducing): void {
  const { memory, types, objects, exceptions, strings, realm, handles, name: intern } = context;
  const { i32 } = memory;
  const argsOf = (exception: Word): Word => i32[(exception + EXCEPTION_ARGS) >>> 2];
  const count = (exception: Word): number => i32[(argsOf(exception) + TAIL_SIZE) >>> 2];
  const argument = (exception: Word, index: number): Word => i32[(argsOf(exception) >>> 2) + 2 + index];

  /** Whether it was made with a number and a text, or has been given them. */
  const isOfSystem = (self: Word): boolean =>
    (count(self) >= 2 && count(self) <= 5) ||
    ["errno", "strerror"].every((name) => exceptions.member(self, intern(name)) !== NULL);

  function text(self: Word): Word {
    if (!isOfSystem(self))
      return count(self) === 1
        ? realm.toStr(argument(self, 0))
        : count(self) === 0
          ? intern("")
          : realm.toStr(argsOf(self));
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
