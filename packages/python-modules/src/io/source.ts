import { baseSource } from "./source/base.js";
import { bufferedSource } from "./source/buffered.js";
import { inMemorySource } from "./source/in-memory.js";
import { newlinesSource } from "./source/newlines.js";
import { openSource } from "./source/open.js";
import { rawSource } from "./source/raw.js";
import { standardSource } from "./source/standard.js";
import { textSource } from "./source/text.js";

/** The classes of `_io` in Python, and what `open` does. */
export const ioSource = [
  baseSource,
  rawSource,
  bufferedSource,
  newlinesSource,
  inMemorySource,
  textSource,
  openSource,
  standardSource,
].join("");
