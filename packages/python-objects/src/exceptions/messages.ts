import type { Word } from "@hotpy/memory";
import type { Storage, Values } from "../context.js";

/** How many messages are kept. */
const KEPT = 8;

/**
 * Makes the strings of messages. Those made last are kept, as what is raised in a loop mostly says the same each time, and making a string is
 * a good part of what raising costs.
 */
export function createMessages({
  memory,
  strings,
  objects,
}: Storage & Pick<Values, "objects">): (text: string) => Word {
  const { i32 } = memory;
  const texts: string[] = [];
  const roots: number[] = [];
  let oldest = 0;
  return (text) => {
    for (let i = 0; i < texts.length; i++) if (texts[i] === text) return i32[roots[i] >>> 2];
    const word = strings.fromJS(text);
    texts[oldest] = text;
    if (roots.length === oldest) roots.push(objects.root(word));
    else i32[roots[oldest] >>> 2] = word;
    oldest = (oldest + 1) % KEPT;
    return word;
  };
}
