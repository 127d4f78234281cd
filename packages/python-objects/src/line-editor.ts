/** What has come of a line that the user edits. */
export type LineEvent =
  /** The line, without its newline. */
  | { readonly kind: "line"; readonly text: string }
  /** The end of input (Ctrl-D in an empty line). */
  | { readonly kind: "end" }
  /** The user asks how the line up to here could go on; see {@link LineEditor.complete}. */
  | { readonly kind: "completion"; readonly text: string };

/** Editing of lines at a terminal, one at a time. It does not block, so that other threads run while the user thinks. */
export interface LineEditor {
  /** Whether the user sits at standard input and output. */
  isUsable(): boolean;
  /** Has the user edit a line that begins with `text`, behind the prompt; with the lines of the past, oldest first. */
  begin(prompt: string, history: readonly string[], text: string): void;
  /** The next event; undefined: nothing yet. A patient caller waits for it, or for the user's interrupt. */
  take(isPatient: boolean): LineEvent | undefined;
  /** The candidates that could stand in place of the line's last characters, given as `replaced`. */
  complete(candidates: readonly string[], replaced: string): void;
  /** The line is given up. */
  cancel(): void;
}
