/// What is said of coroutines that die before anything has awaited them.

import { NONE, NULL, STATE_PENDING, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";
import { NOTE_CODE, NOTE_GLOBALS, NOTE_OFFSET, NOTE_ORIGIN, NOTE_QUALNAME, noteOf } from "./notes.js";

export interface Unawaited {
  /** Warns of the coroutine whose body a generator is, at the place where it was made; where that lives until the program ends there is no such place. May collect. */
  warn(body: Word, isAtEnd: boolean): void;
}

export function createUnawaited(parts: UpToProtocols): Unawaited {
  const { memory, handles, strings, objects, dicts, modules, attributes, calls, reentry, types, codes, generators } =
    parts;
  const { execution, name: intern } = parts;
  const { i32 } = memory;

  /** A module that may have to be imported; NULL: there is none, nothing is pending. May collect. */
  function moduleNamed(name: string): Word {
    const module = reentry.complete(() => modules.import(intern(name), NULL, 0), NULL, NULL, NULL);
    if (module === NULL) i32[STATE_PENDING >>> 2] = NULL;
    return module;
  }

  function textOf(body: Word): string {
    const lines = [`coroutine '${strings.toJS(noteOf(parts, body, NOTE_QUALNAME))}' was never awaited`];
    const origin = noteOf(parts, body, NOTE_ORIGIN);
    if (origin === NONE) return lines[0];
    lines.push("Coroutine created at (most recent call last)");
    for (const entry of objects.itemsOf(origin).reverse()) {
      const [filename, line, name] = objects.itemsOf(entry);
      lines.push(`  File "${strings.toJS(filename)}", line ${line >> 1}, in ${strings.toJS(name)}`);
      const shown = parts.platform.readFile(strings.toJS(filename))?.split("\n")[(line >> 1) - 1];
      if (shown !== undefined) lines.push(`    ${shown.trim()}`);
    }
    return lines.join("\n");
  }

  /** The registry of warnings that have been shown, of the module whose globals these are. */
  function registryOf(globals: Word): Word {
    const key = intern("__warningregistry__");
    const before = dicts.getInterned(globals, key);
    if (before !== NULL) return before;
    const made = dicts.create();
    dicts.set(globals, key, made);
    return made;
  }

  function tell(body: number, isAtEnd: boolean): Word {
    // Without it nothing is shown but the line itself, as at the end.
    if (!isAtEnd) moduleNamed("warnings");
    const module = moduleNamed("_warnings");
    const callee = module === NULL ? NULL : attributes.find(module, intern("warn_explicit"));
    if (callee === NULL) return NONE;
    const kept = handles.push(callee);
    const coroutine = handles.push(isAtEnd ? NONE : generators.coroutines.wrap(handles.get(body)));
    const code = noteOf(parts, handles.get(body), NOTE_CODE);
    const hasPlace = !isAtEnd && code !== NONE;
    const offset = noteOf(parts, handles.get(body), NOTE_OFFSET) >> 1;
    const line = hasPlace ? codes.positionAt(code, codes.startOf(code) + 4 * (offset + 1))?.line : undefined;
    const filename = line === undefined ? "sys" : codes.record(code).unit.filename;
    const globals = noteOf(parts, handles.get(body), NOTE_GLOBALS);
    const registry = handles.push(hasPlace && globals !== NONE ? registryOf(globals) : NONE);
    const name = globals === NONE ? NULL : dicts.getInterned(globals, intern("__name__"));
    const args = [
      strings.fromJS(textOf(handles.get(body))),
      types.named("RuntimeWarning"),
      strings.fromJS(filename),
      objects.int(line ?? 1),
      name === NULL ? NONE : name,
      handles.get(registry),
      NONE,
      handles.get(coroutine),
    ];
    return reentry.complete(() => calls.invokeWith(handles.get(kept), ...args), NONE, NONE, NONE);
  }

  return {
    warn(given, isAtEnd) {
      const mark = handles.mark();
      const body = handles.push(given);
      if (tell(body, isAtEnd) === NULL) {
        const exception = i32[STATE_PENDING >>> 2];
        i32[STATE_PENDING >>> 2] = NULL;
        const pending = handles.push(exception);
        const source = generators.coroutines.wrap(handles.get(body));
        execution().exceptionIgnored(handles.get(pending), source);
      }
      handles.release(mark);
    },
  };
}
