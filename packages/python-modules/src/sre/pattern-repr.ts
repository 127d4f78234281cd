import type { Word } from "@hotpy/memory";
import { NULL } from "@hotpy/memory";
import {
  FOR_TEXT,
  type Machine,
  type Making,
  PATTERN_FLAGS,
  PATTERN_KIND,
  PATTERN_SOURCE,
  type Texts,
} from "@hotpy/python-objects";

const FLAGS: readonly (readonly [name: string, bit: number])[] = [
  ["re.TEMPLATE", 1],
  ["re.IGNORECASE", 2],
  ["re.LOCALE", 4],
  ["re.MULTILINE", 8],
  ["re.DOTALL", 16],
  ["re.UNICODE", 32],
  ["re.VERBOSE", 64],
  ["re.DEBUG", 128],
  ["re.ASCII", 256],
];
const [LOCALE, UNICODE, ASCII] = [4, 32, 256];
/** So much of the source is shown. */
const MOST_SHOWN = 200;

/** `re.compile('…', flags)`. NULL: raised. */
export function patternRepr(realm: Machine & Making & Texts, pattern: Word): Word {
  const { i32 } = realm.memory;
  const field = (offset: number): number => i32[(pattern + offset) >>> 2];
  let flags = field(PATTERN_FLAGS);
  const isText = field(PATTERN_KIND) === FOR_TEXT;
  // What is so by default is not shown.
  if (isText && (flags & (LOCALE | UNICODE | ASCII)) === UNICODE) flags &= ~UNICODE;
  const shown = FLAGS.filter(([, bit]) => (flags & bit) !== 0).map(([name]) => name);
  for (const [, bit] of FLAGS) flags &= ~bit;
  if (flags !== 0) shown.push(`0x${(flags >>> 0).toString(16)}`);
  const text = realm.repr(field(PATTERN_SOURCE));
  if (text === NULL) return NULL;
  const source = Array.from(realm.strings.toJS(text)).slice(0, MOST_SHOWN).join("");
  return realm.str(`re.compile(${source}${shown.length === 0 ? "" : `, ${shown.join("|")}`})`);
}
