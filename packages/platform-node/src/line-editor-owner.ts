import { EventEmitter } from "node:events";
import type * as Readline from "node:readline";
import { StringDecoder } from "node:string_decoder";
import type { LineMessage, LineRequest } from "./line-editor.js";

type Completed = (error: null, result: [string[], string]) => void;

/** Lines that are shown to the user who goes back in them. */
const MOST_HISTORY = 10_000;

/**
 * Keys of the terminal, given out one by one while a line is edited: what has been typed behind the end of a line is for the next, as it would be if nobody
 * had read it yet.
 */
class Keys extends EventEmitter {
  private waiting: string[] = [];
  private isOpen = false;
  private readonly decoder = new StringDecoder("utf8");
  private readonly source = process.stdin;

  constructor() {
    super();
    this.source.on("data", (bytes: Buffer) => {
      this.waiting.push(...this.decoder.write(bytes));
      this.giveOut();
    });
    this.source.on("end", () => this.emit("end"));
  }

  setRawMode(isRaw: boolean): void {
    if (this.source.isTTY) this.source.setRawMode(isRaw);
  }

  /** The interface listens: keys may come. */
  resume(): void {
    this.isOpen = true;
    this.source.resume();
    setImmediate(() => this.giveOut());
  }

  pause(): void {
    this.isOpen = false;
    this.source.pause();
  }

  giveOut(): void {
    while (this.isOpen && this.waiting.length > 0) this.emit("data", Buffer.from(this.waiting.shift() as string));
  }
}

/** In the thread that has an event loop: edits lines by Node.js's `readline`. */
export function createLineEditorOwner(tell: (message: LineMessage) => void): (request: LineRequest) => void {
  let keys: Keys | undefined;
  let line: Readline.Interface | undefined;
  let completed: Completed | undefined;

  function close(): void {
    const open = line;
    line = undefined;
    completed = undefined;
    open?.close();
  }

  function begin({ session, prompt: given, history, text }: Extract<LineRequest, { edit: "begin" }>): void {
    close();
    keys ??= new Keys();
    // Only the last line of a prompt can be drawn anew.
    const start = given.lastIndexOf("\n") + 1;
    process.stdout.write(given.slice(0, start));
    // Loaded here, as most programs edit no lines.
    const { createInterface }: typeof Readline = process.getBuiltinModule("node:readline");
    const opened = createInterface({
      input: keys as unknown as NodeJS.ReadableStream,
      output: process.stdout,
      terminal: true,
      prompt: given.slice(start),
      history: history.slice(-MOST_HISTORY).reverse(),
      historySize: MOST_HISTORY,
      tabSize: 8,
      completer(text: string, callback: Completed) {
        completed = callback;
        tell({ session, event: { kind: "completion", text } });
      },
    });
    line = opened;
    opened.once("line", (text) => {
      close();
      tell({ session, event: { kind: "line", text } });
    });
    opened.once("close", () => {
      // The user's: Ctrl-D. Ours comes when the line is no longer the one that is edited.
      if (line !== opened) return;
      close();
      tell({ session, event: { kind: "end" } });
    });
    opened.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
    opened.prompt();
    if (text !== "") opened.write(text);
  }

  return (request) => {
    if (request.edit === "begin") begin(request);
    else if (request.edit === "cancel") close();
    else if (completed !== undefined) {
      const give = completed;
      completed = undefined;
      give(null, [[...request.candidates], request.replaced]);
    }
  };
}
