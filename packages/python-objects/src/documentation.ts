import type { Word } from "@hotpy/memory";
import { NATIVE_OWNER } from "@hotpy/object-model";
import type { NativeRecord } from "./calls/natives.js";
import type { UpToValues } from "./context.js";
import { documentation } from "./generated/documentation.js";

/** What CPython says about a builtin. Both are "" where it says nothing. */
export interface Texts {
  /** `__text_signature__`, e.g. "($self, object, /)". */
  readonly signature: string;
  readonly doc: string;
}

/** The documentation of builtin types, their attributes and functions. The texts are read when the first is asked for. */
export interface Documentation {
  ofType(type: Word): Texts;
  /** Of an attribute that the type has in its own dict. */
  ofAttribute(type: Word, name: string): Texts;
  /** Of a native function; its owner is read from the object. */
  ofNative(native: Word, record: NativeRecord): Texts;
}

const NONE: Texts = { signature: "", doc: "" };

export function createDocumentation({ types, memory: { i32 } }: Pick<UpToValues, "types" | "memory">): Documentation {
  let texts: ReadonlyMap<string, Texts> | undefined;

  function find(name: string): Texts | undefined {
    texts ??= readTexts();
    return texts.get(name);
  }

  // What operators do is documented once for all types.
  const ofAttribute = (type: Word, name: string): Texts =>
    find(`${types.fullNameOf(type)}.${name}`) ?? find(`.${name}`) ?? NONE;

  return {
    ofType: (type) => find(types.fullNameOf(type)) ?? NONE,
    ofAttribute,
    ofNative(native, { definition, module, definedIn }) {
      const type = definedIn || i32[(native + NATIVE_OWNER) >>> 2];
      const own = definition.doc === undefined ? undefined : { signature: "", doc: definition.doc };
      if (type !== 0) return own ?? ofAttribute(type, definition.name);
      const prefix = module === undefined || module === "builtins" ? "" : `${module}.`;
      return own ?? find(prefix + definition.name) ?? NONE;
    },
  };
}

function readTexts(): ReadonlyMap<string, Texts> {
  const flat = documentation();
  const texts = new Map<string, Texts>();
  for (let at = 0; at < flat.length; at += 3) texts.set(flat[at], { signature: flat[at + 1], doc: flat[at + 2] });
  return texts;
}
