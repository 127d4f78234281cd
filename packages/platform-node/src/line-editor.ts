import { parentPort, receiveMessageOnPort } from "node:worker_threads";
import type { LineEditor, LineEvent } from "@hotpy/python-objects";
import type { Interrupts } from "./interrupts.js";
import { isTerminal } from "./terminals.js";

/** What the thread that runs Python asks of the one that has an event loop. */
export type LineRequest =
  | {
      readonly edit: "begin";
      readonly session: number;
      readonly prompt: string;
      readonly history: readonly string[];
      readonly text: string;
    }
  | {
      readonly edit: "complete";
      readonly session: number;
      readonly candidates: readonly string[];
      readonly replaced: string;
    }
  | { readonly edit: "cancel"; readonly session: number };

/** What that one tells of a session. */
export interface LineMessage {
  readonly session: number;
  readonly event: LineEvent;
}

const NEWLINE = 10;
/** Longest part of a line of output that is shown again as part of a prompt. */
const LONGEST_PART = 4096;

/** The editor as the thread that runs Python sees it, and what must be told of output; undefined: no other thread has an event loop. */
export function createLineEditor(
  interrupts: Interrupts,
): { readonly editor: LineEditor; noteOutput(bytes: Uint8Array): void } | undefined {
  const port = parentPort;
  if (port === null) return undefined;
  let session = 0;
  let hasTerminal: boolean | undefined;
  /** What stands in the line of the cursor: the editor draws the line anew, and with it what the program has printed there. */
  let part = "";

  const isUsable = (): boolean => {
    hasTerminal ??= isTerminal(0) && isTerminal(1);
    return hasTerminal;
  };
  const request = (asked: LineRequest): void => port.postMessage(asked);

  function received(): LineEvent | undefined {
    for (;;) {
      const found = receiveMessageOnPort(port as NonNullable<typeof port>)?.message as LineMessage | undefined;
      if (found === undefined || found.session === session) return found?.event;
    }
  }

  return {
    noteOutput(bytes) {
      if (!isUsable()) return;
      const end = bytes.lastIndexOf(NEWLINE) + 1;
      const last = new TextDecoder().decode(bytes.subarray(Math.max(end, bytes.length - LONGEST_PART)));
      // A program may print for ever without a newline.
      part = (end === 0 ? part + last : last).slice(-LONGEST_PART);
    },
    editor: {
      isUsable,
      begin(prompt, history, text) {
        request({ edit: "begin", session: ++session, prompt: part + prompt, history, text });
        part = "";
      },
      take(isPatient) {
        for (;;) {
          const seen = interrupts.events;
          const event = received();
          if (event !== undefined || !isPatient || interrupts.pending) return event;
          interrupts.awaitEvent(seen);
        }
      },
      complete: (candidates, replaced) => request({ edit: "complete", session, candidates, replaced }),
      cancel: () => request({ edit: "cancel", session }),
    },
  };
}
