import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { loopSource } from "./loop-source.js";

/** How a user is greeted who gives statements one by one. */
export interface Greeting {
  /** Stands before the first prompt. */
  readonly banner?: string;
  /** A program that runs before, in the same namespace: PYTHONSTARTUP. */
  readonly startup?: string;
}

/** Runs statements that the user gives one by one. */
export interface Interaction {
  /** Up to the end of input. NULL: SystemExit is pending, or what ends the program else. */
  run(namespace: Word, greeting: Greeting): Word;
}

/**
 * @param show shows an exception that a statement has raised, as one that nobody catches is shown
 */
export function createInteraction(builtins: Builtins, show: (exception: Word) => void): Interaction {
  const { library, streams } = builtins;
  const { realm, argument, withHandles } = library;
  const { strings, handles, none } = realm;
  const native = (name: string, parameters: string, run: (args: number) => Word): NativeDefinition => ({
    name,
    parameters,
    leaf: false,
    run,
  });

  /** A line with its newline, "" at the end. */
  function readLine(args: number): Word {
    streams.tell(strings.toJS(argument(args, 0)));
    const line = streams.readLine();
    return line === undefined ? NULL : realm.str(line);
  }

  const surrogate = realm.defineSurrogates(loopSource, [
    native("read_plain", "(prompt, /)", readLine),
    native("prompt_reader", "()", () => streams.promptReader() || none),
    native("tell", "(text, /)", (args) => {
      streams.tell(strings.toJS(argument(args, 0)));
      return none;
    }),
    native("show", "(exception, /)", (args) => {
      show(argument(args, 0));
      return none;
    }),
    native("flush", "()", () => {
      if (!streams.flush()) realm.clearPending();
      return none;
    }),
  ]);
  const call = (name: string, ...args: readonly Word[]): Word =>
    withHandles(() => {
      const kept = args.map(handles.push);
      const callee = surrogate(name);
      return realm.call(callee, ...kept.map(handles.get));
    });

  return {
    run(given, { banner, startup }) {
      return withHandles(() => {
        const namespace = handles.push(given);
        if (banner !== undefined) streams.tell(banner);
        if (call("prepare") === NULL) return NULL;
        if (startup !== undefined && call("run_file", realm.str(startup), handles.get(namespace)) === NULL) return NULL;
        if (call("call_hook") === NULL) return NULL;
        return call("run", handles.get(namespace));
      });
    },
  };
}
