import { FRAME_CODE, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import { type Address, NONE, NULL, STATE_FRAME, TRUE, type Word } from "@hotpy/memory";
import { ARRAY_ITEMS, LIST_ITEMS, LIST_LENGTH, SHAPE_LIST } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { createGroupText, inMargin, marginOf, type ShownGroups } from "./group-text.js";
import {
  EXCEPTION_CAUSE,
  EXCEPTION_CONTEXT,
  EXCEPTION_SUPPRESS,
  EXCEPTION_TRACEBACK,
  TRACEBACK_CODE,
  TRACEBACK_GLOBALS,
  TRACEBACK_IP,
  TRACEBACK_LINE,
  TRACEBACK_NEXT,
} from "./layout.js";
import { suggest } from "./suggestions.js";
import { type SyntaxErrorDetails, syntaxErrorText } from "./syntax-error-text.js";

/** Where in a piece of source the operator of its outermost operation lies: code points, end exclusive. */
export type FindAnchors = (segment: string) => { readonly start: number; readonly end: number } | undefined;

/** What an uncaught exception is shown with. */
export interface TracebackText {
  /** CPython's text for an uncaught exception, its causes first. May collect: it calls `__str__`. */
  format(exception: Word): string;
  /** The text for an exception that nothing can catch, raised by `source`: a finaliser. May collect. */
  formatIgnored(exception: Word, source: Word, where?: string): string;
}

/** Consecutive entries for the same place are shown this often. */
const SHOWN_REPETITIONS = 3;

interface Entry {
  readonly code: Address;
  readonly ip: Address;
  /** 0: that of the ip. */
  readonly line: number;
}

export function createTracebackText(
  context: Context,
  findAnchors: FindAnchors,
  sourceOf: (filename: string) => string | undefined,
): TracebackText {
  const { memory, types, strings, codes, dicts, handles, attributes, exceptions, platform, name: intern } = context;
  const { i32 } = memory;
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const sources = new Map<string, readonly string[] | undefined>();

  function sourceLine(filename: string, line: number): string | undefined {
    if (!sources.has(filename))
      sources.set(filename, (sourceOf(filename) ?? platform.readFile(filename))?.split(/\r\n|\r|\n/));
    return sources.get(filename)?.[line - 1];
  }

  /** The line of `~` and `^` below a source line, or "" if it would mark the whole line. */
  function markers(
    line: string,
    position: { line: number; endLine: number; column: number; endColumn: number },
  ): string {
    if (position.column < 0) return "";
    const points = Array.from(line);
    const indent = points.length - Array.from(line.trimStart()).length;
    // White space at the end counts, as it is shown.
    const trimmed = points.length - indent;
    const end = position.endLine === position.line && position.endColumn >= 0 ? position.endColumn : indent + trimmed;
    const anchors =
      position.endLine === position.line ? findAnchors(points.slice(position.column, end).join("")) : undefined;
    if (anchors === undefined && end - position.column === trimmed) return "";
    let text = " ".repeat(Math.max(0, position.column - indent));
    for (let i = position.column; i < end; i++) {
      const isOperator =
        anchors !== undefined && i - position.column >= anchors.start && i - position.column < anchors.end;
      text += anchors === undefined || isOperator ? "^" : "~";
    }
    return text;
  }

  function entryText({ code, ip, line: given }: Entry): string {
    const { unit } = codes.record(code);
    const position = given === 0 ? codes.positionAt(code, ip) : undefined;
    const line = given || (position?.line ?? unit.firstLine);
    let text = `  File "${unit.filename}", line ${line}, in ${unit.name}\n`;
    const source = sourceLine(unit.filename, line);
    if (source === undefined || source.trim() === "") return text;
    text += `    ${source.trimStart()}\n`;
    const marks = position === undefined ? "" : markers(source, position);
    return marks === "" ? text : `${text}    ${marks}\n`;
  }

  function entriesOf(exception: Word): Entry[] {
    const entries: Entry[] = [];
    for (let each = field(exception, EXCEPTION_TRACEBACK); each !== NULL; each = field(each, TRACEBACK_NEXT)) {
      const [code, ip, line] = [TRACEBACK_CODE, TRACEBACK_IP, TRACEBACK_LINE].map((offset) => field(each, offset));
      entries.push({ code, ip, line });
    }
    return entries;
  }

  /** Where the innermost frame of the program stands. */
  function runningEntry(): Entry[] {
    for (let frame = i32[STATE_FRAME >>> 2]; frame !== NULL; frame = field(frame, FRAME_PREVIOUS)) {
      const code = field(frame, FRAME_CODE);
      const ip = context.continuations.realIp(frame);
      if (code !== NULL && !codes.record(code).isHidden && ip !== context.continuations.leaveLoop)
        return [{ code, ip, line: 0 }];
    }
    return [];
  }

  function tracebackText(entries: readonly Entry[]): string {
    let text = "";
    let previous = "";
    let repetitions = 0;
    const flush = (): void => {
      const more = repetitions - SHOWN_REPETITIONS;
      if (more > 0) text += `  [Previous line repeated ${more} more time${more === 1 ? "" : "s"}]\n`;
    };
    for (const entry of entries) {
      const { unit } = codes.record(entry.code);
      const place = `${unit.filename}:${codes.positionAt(entry.code, entry.ip)?.line}:${unit.name}`;
      if (place !== previous) {
        flush();
        previous = place;
        repetitions = 0;
      }
      if (++repetitions <= SHOWN_REPETITIONS) text += entryText(entry);
    }
    flush();
    return text;
  }

  const namesIn = (dict: Word): string[] => {
    const names: string[] = [];
    for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1)) {
      const key = dicts.keyAt(dict, entry);
      if (strings.isString(key)) names.push(strings.toJS(key));
    }
    return names;
  };

  function suggestion(exception: Word): string {
    const name = context.exceptions.member(exception, intern("name"));
    if (name === NULL || !strings.isString(name)) return "";
    let found: string | undefined;
    if (types.isSubtype(types.typeOf(exception), types.named("AttributeError"))) {
      const object = context.exceptions.member(exception, intern("obj"));
      if (object === NULL) return "";
      const list = context.realm.dir(object);
      if (list === NULL) {
        context.exceptions.clearPending();
        return "";
      }
      const items = field(list, LIST_ITEMS);
      found = suggest(
        strings.toJS(name),
        Array.from({ length: field(list, LIST_LENGTH) }, (_, i) =>
          strings.toJS(i32[((items + ARRAY_ITEMS) >>> 2) + i]),
        ),
      );
    } else if (types.isSubtype(types.typeOf(exception), types.named("NameError"))) {
      let last = field(exception, EXCEPTION_TRACEBACK);
      if (last === NULL) return "";
      while (field(last, TRACEBACK_NEXT) !== NULL) last = field(last, TRACEBACK_NEXT);
      const wanted = strings.toJS(name);
      found =
        suggest(wanted, codes.record(field(last, TRACEBACK_CODE)).unit.localNames) ??
        suggest(wanted, namesIn(field(last, TRACEBACK_GLOBALS))) ??
        suggest(wanted, namesIn(i32[context.modules.builtins >>> 2]));
    }
    return found === undefined ? "" : `. Did you mean: '${found}'?`;
  }

  /** What a SyntaxError says of its place; undefined: it is none, or does not say. */
  function syntaxErrorOf(exception: Word, type: string): SyntaxErrorDetails | undefined {
    if (!types.isSubtype(types.typeOf(exception), types.named("SyntaxError"))) return undefined;
    const member = (name: string): Word => context.exceptions.member(exception, intern(name));
    const text = (name: string): string | undefined => {
      const word = member(name);
      return word !== NULL && strings.isString(word) ? strings.toJS(word) : undefined;
    };
    const number = (name: string, otherwise: number): number => {
      const word = member(name);
      return (word & 1) !== 0 ? word >> 1 : otherwise;
    };
    const message = text("msg");
    const lineno = number("lineno", -1);
    if (message === undefined || lineno < 0) return undefined;
    return {
      type,
      message,
      filename: text("filename") ?? "<string>",
      lineno,
      offset: number("offset", 0),
      end_lineno: number("end_lineno", lineno),
      end_offset: number("end_offset", -1),
      text: text("text") ?? null,
    };
  }

  /** "Type: message" and notes. */
  function summary(handle: number, depth: number): string {
    const { name: typeName, qualname, module } = types.record(types.typeOf(handles.get(handle)));
    const shown = module === "builtins" || module === "__main__" ? qualname : `${module}.${qualname || typeName}`;
    const details = syntaxErrorOf(handles.get(handle), shown);
    if (details !== undefined) {
      // CPython leaves the line of source and its marks outside.
      const lines = syntaxErrorText(details).replace(/^(?! {4}).*\n/gm, (line) => marginOf(depth) + line);
      return lines + inMargin(notes(handle), depth);
    }
    const hint = suggestion(handles.get(handle));
    const message = context.realm.toStr(handles.get(handle));
    let text: string;
    if (message === NULL) {
      exceptions.clearPending();
      text = `${shown}: <exception str() failed>${hint}\n`;
    } else {
      const body = strings.toJS(message);
      text = body === "" ? `${shown}${hint === "" ? "" : `: ${hint.slice(2)}`}\n` : `${shown}: ${body}${hint}\n`;
    }
    // A message of more lines is not moved, as in CPython.
    return marginOf(depth) + text + inMargin(notes(handle), depth);
  }

  function notes(handle: number): string {
    const list = attributes.instances.get(handles.get(handle), intern("__notes__"));
    if (list === NULL || i32[list >>> 2] >>> 8 !== SHAPE_LIST) return "";
    const items = field(list, LIST_ITEMS);
    let text = "";
    for (let i = 0; i < field(list, LIST_LENGTH); i++) {
      const note = i32[((items + ARRAY_ITEMS) >>> 2) + i];
      if (strings.isString(note)) text += `${strings.toJS(note)}\n`;
    }
    return text;
  }

  /** An exception alone. `depth`: of the groups around it, itself included. */
  function single(handle: number, depth: number): string {
    const exception = handles.get(handle);
    const entries = entriesOf(exception);
    let text = "";
    if (entries.length > 0) {
      const isGroup = groups.isGroup(exception);
      const header = `${isGroup ? "Exception Group " : ""}Traceback (most recent call last):\n`;
      text = inMargin(header, depth, isGroup && depth === 1 ? "+" : "|") + inMargin(tracebackText(entries), depth);
    }
    return text + summary(handle, depth);
  }

  /** The chain from the first cause to the exception itself, without running into a cycle. */
  function chained(exception: Word, depth: number, shown: ShownGroups): string {
    const chain: { handle: number; link: string }[] = [];
    for (let each = exception; each !== NULL && (chain.length === 0 || !shown.has(each)); ) {
      const cause = field(each, EXCEPTION_CAUSE);
      const isExplicit = cause !== NULL;
      const link = isExplicit
        ? "\nThe above exception was the direct cause of the following exception:\n\n"
        : "\nDuring handling of the above exception, another exception occurred:\n\n";
      chain.unshift({ handle: shown.add(each), link });
      each = isExplicit ? cause : field(each, EXCEPTION_SUPPRESS) === TRUE ? NULL : field(each, EXCEPTION_CONTEXT);
    }
    let text = "";
    const { needsClose } = shown;
    chain.forEach(({ handle, link }, i) => {
      if (i > 0) text += inMargin(link, depth);
      // Only the last one of a chain can close the group around it.
      shown.needsClose = needsClose;
      text += groups.isGroup(handles.get(handle)) ? groups.text(handle, depth, shown) : single(handle, depth);
    });
    return text;
  }

  const groups = createGroupText(context, { single, chained });

  function format(exception: Word): string {
    const mark = handles.mark();
    const kept: number[] = [];
    const text = chained(exception, 0, {
      needsClose: false,
      has: (word) => kept.some((handle) => handles.get(handle) === word),
      add(word) {
        kept.push(handles.push(word));
        return kept[kept.length - 1];
      },
    });
    handles.release(mark);
    return text;
  }

  function formatIgnored(exception: Word, source: Word, where = "in"): string {
    const mark = handles.mark();
    const raised = handles.push(exception);
    let text = "";
    if (source !== NONE) {
      const shown = context.realm.repr(source);
      if (shown === NULL) exceptions.clearPending();
      text = `Exception ignored ${where}: ${shown === NULL ? "<object repr() failed>" : strings.toJS(shown)}\n`;
    }
    let entries = entriesOf(handles.get(raised));
    if (entries.length === 0) entries = runningEntry();
    if (entries.length > 0) text += `Traceback (most recent call last):\n${tracebackText(entries)}`;
    const { qualname, module } = types.record(types.typeOf(handles.get(raised)));
    const message = context.realm.toStr(handles.get(raised));
    if (message === NULL) exceptions.clearPending();
    const body = message === NULL ? "<exception str() failed>" : strings.toJS(message);
    handles.release(mark);
    return `${text}${module === "builtins" || module === "__main__" ? "" : `${module}.`}${qualname}: ${body}\n`;
  }

  return { format, formatIgnored };
}
