import type { Builtins } from "@hotpy/python-builtins";
import type { LineEditor, NativeDefinition } from "@hotpy/python-objects";
import { numberAttributes } from "../number-attributes.js";
import { defineSourceModule, type SourceCall } from "../source-module.js";
import { readlineSource } from "./readline-source.js";

/** Milliseconds between two looks for the user's line while other threads run. */
const LOOK = 10;

const CALLS: readonly SourceCall[] = [
  { name: "parse_and_bind", parameters: "(string, /)" },
  { name: "read_init_file", parameters: "(filename=None, /)" },
  { name: "get_line_buffer", parameters: "()" },
  { name: "insert_text", parameters: "(string, /)" },
  { name: "redisplay", parameters: "()" },
  { name: "read_history_file", parameters: "(filename=None, /)" },
  { name: "write_history_file", parameters: "(filename=None, /)" },
  { name: "append_history_file", parameters: "(nelements, filename=None, /)" },
  { name: "get_history_length", parameters: "()" },
  { name: "set_history_length", parameters: "(length, /)" },
  { name: "get_current_history_length", parameters: "()" },
  { name: "get_history_item", parameters: "(index, /)" },
  { name: "remove_history_item", parameters: "(pos, /)" },
  { name: "replace_history_item", parameters: "(pos, line, /)" },
  { name: "add_history", parameters: "(string, /)" },
  { name: "set_auto_history", parameters: "(enabled, /)" },
  { name: "clear_history", parameters: "()" },
  { name: "set_startup_hook", parameters: "(function=None, /)" },
  { name: "set_pre_input_hook", parameters: "(function=None, /)" },
  { name: "set_completion_display_matches_hook", parameters: "(function=None, /)" },
  { name: "set_completer", parameters: "(function=None, /)" },
  { name: "get_completer", parameters: "()" },
  { name: "get_completion_type", parameters: "()" },
  { name: "get_begidx", parameters: "()" },
  { name: "get_endidx", parameters: "()" },
  { name: "set_completer_delims", parameters: "(string, /)" },
  { name: "get_completer_delims", parameters: "()" },
];

/** The version of the GNU library whose functions there are. */
const VERSION = 0x802;

/** The module `readline`, where lines can be edited. From its import on `input` has lines edited too. */
export function defineReadline(builtins: Builtins): void {
  const { library, streams } = builtins;
  const { realm } = library;
  const editor = realm.platform.lineEditor;
  if (editor === undefined) return;
  const surrogate = defineSourceModule(builtins, {
    name: "readline",
    source: readlineSource,
    natives: editingNatives(builtins, editor),
    calls: CALLS,
    attributes() {
      streams.setPromptReader(surrogate("read"));
      return numberAttributes(realm, { _READLINE_VERSION: VERSION, _READLINE_RUNTIME_VERSION: VERSION });
    },
    doc: "Importing this module enables command line editing using Node.js's readline.",
  });
}

function editingNatives({ library, streams }: Builtins, editor: LineEditor): NativeDefinition[] {
  const { realm, lists, argument } = library;
  const { threads, strings, none } = realm;
  const textsOf = (list: number): string[] => lists.itemsOf(list).map(strings.toJS);
  return [
    {
      name: "begin",
      parameters: "(prompt, history, inserted, /)",
      leaf: false,
      run(args) {
        if (!streams.flush()) return 0;
        editor.begin(strings.toJS(argument(args, 0)), textsOf(argument(args, 1)), strings.toJS(argument(args, 2)));
        return none;
      },
    },
    {
      name: "take",
      parameters: "()",
      leaf: false,
      run() {
        const isAlone = threads.count === 1;
        const event = editor.take(isAlone);
        if (event !== undefined)
          return realm.tuple([realm.intern(event.kind), event.kind === "end" ? none : realm.str(event.text)]);
        if (!isAlone) threads.wait(0, threads.now() + LOOK);
        return none;
      },
    },
    {
      name: "complete",
      parameters: "(candidates, replaced, /)",
      run(args) {
        editor.complete(textsOf(argument(args, 0)), strings.toJS(argument(args, 1)));
        return none;
      },
    },
    {
      name: "cancel",
      parameters: "()",
      run() {
        editor.cancel();
        return none;
      },
    },
  ];
}
