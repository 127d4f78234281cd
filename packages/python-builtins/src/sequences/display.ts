import { NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import type { Library } from "../library.js";

/** `repr` of containers: items may run Python code, and a container may contain itself. */
export interface Display {
  /**
   * Opening text, then `write` for each item it is given the means to add, then the closing text. `recursive` is shown for a
   * container that is already being shown. `write` adds parts with `add` (a str word) and returns false if it raised. `parts`: how many
   * there will be, about.
   */
  show(
    container: Word,
    recursive: string,
    write: (kept: number, add: (part: Word) => void) => boolean,
    parts?: number,
  ): Word;
  /** `[a, b]` or `(a, b)` of a list or tuple. */
  sequence(container: Word, open: string, close: string): Word;
}

/** Characters of an item that is seldom so long. */
const LONG_PART = 10_000;

export function createDisplay(library: Library): Display {
  const { realm, lists } = library;
  const { handles, strings } = realm;
  const { displayPlain } = realm.pythonKernel;
  const made = madeBy(realm.heap);
  const comma = strings.internJS(", ");
  /** Handles of containers being shown, outermost first. */
  const active: number[] = [];

  function show(
    container: Word,
    recursive: string,
    write: (kept: number, add: (part: Word) => void) => boolean,
    expected = 8,
  ): Word {
    for (const handle of active) if (handles.get(handle) === container) return realm.str(recursive);
    return library.withHandles(() => {
      const kept = handles.push(container);
      const parts = handles.push(lists.create(expected));
      active.push(kept);
      try {
        const add = (part: Word): void => lists.append(handles.get(parts), part);
        if (!write(kept, add)) return NULL;
        const list = handles.get(parts);
        return strings.join(strings.empty, lists.items(list), lists.length(list));
      } finally {
        active.pop();
      }
    });
  }

  function sequence(container: Word, open: string, close: string): Word {
    // Of one item in a tuple there is a comma behind.
    if (open === "[" || lists.length(container) !== 1) {
      const text = displayPlain(
        lists.items(container),
        lists.length(container),
        open.charCodeAt(0),
        close.charCodeAt(0),
      );
      if (text !== UNDECIDED) return made(text);
    }
    return show(
      container,
      `${open}...${close}`,
      (kept, add) => {
        add(strings.internJS(open));
        for (let i = 0; i < lists.length(handles.get(kept)); i++) {
          if (i > 0) add(comma);
          const item = lists.item(handles.get(kept), i);
          const part = realm.repr(item);
          if (part === NULL || realm.isInterrupted()) return false;
          add(part);
          // The text may need more memory than there is before it is joined, and long items more time than the user has.
          if (strings.length(part) > LONG_PART && !realm.safepoint()) return false;
        }
        if (open === "(" && lists.length(handles.get(kept)) === 1) add(strings.internJS(","));
        add(strings.internJS(close));
        return true;
      },
      2 * lists.length(container) + 2,
    );
  }

  return { show, sequence };
}
