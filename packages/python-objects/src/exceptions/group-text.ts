import type { Word } from "@hotpy/memory";
import { TAIL_SIZE, TUPLE_ITEMS } from "@hotpy/object-model";
import type { Context } from "../context.js";

/** More members of a group, and groups deeper than this, are not shown. */
const [MAX_WIDTH, MAX_DEPTH] = [15, 10];

/** What has been shown of an exception that is being shown. */
export interface ShownGroups {
  /** The line that closes the groups is still to come: it is written once for all that end in one place. */
  needsClose: boolean;
  has(exception: Word): boolean;
  /** Keeps the exception. @returns a handle of it */
  add(exception: Word): number;
}

/** How exceptions are shown that are in no group. `depth`: of the groups around them. */
interface ExceptionTexts {
  single(handle: number, depth: number): string;
  chained(exception: Word, depth: number, shown: ShownGroups): string;
}

/** What stands before a line of an exception within groups. */
export const marginOf = (depth: number, mark = "|"): string => (depth === 0 ? "" : `${"  ".repeat(depth)}${mark} `);

/** Lines of an exception within groups. */
export const inMargin = (text: string, depth: number, mark = "|"): string =>
  depth === 0 ? text : text.replace(/^.*\n/gm, (line) => marginOf(depth, mark) + line);

/** The text of a group with its members, as a tree. */
export function createGroupText(context: Context, { single, chained }: ExceptionTexts) {
  const { memory, types, realm, handles, name: intern } = context;
  const { i32 } = memory;
  const membersName = intern("exceptions");
  const groupType = types.named("BaseExceptionGroup");
  const isGroup = (word: Word): boolean => types.isSubtype(types.typeOf(word), groupType);

  function text(handle: number, around: number, shown: ShownGroups): string {
    const depth = Math.max(around, 1);
    if (depth > MAX_DEPTH) return `${marginOf(depth)}... (max_group_depth is ${MAX_DEPTH})\n`;
    let result = single(handle, depth);
    const members = handles.push(realm.findAttribute(handles.get(handle), membersName));
    const count = i32[(handles.get(members) + TAIL_SIZE) >>> 2];
    const indent = "  ".repeat(depth);
    const lines = Math.min(count, MAX_WIDTH + 1);
    shown.needsClose = false;
    for (let i = 0; i < lines; i++) {
      const isLast = i === lines - 1;
      if (isLast) shown.needsClose = true;
      const isShown = i < MAX_WIDTH;
      result += `${indent}${i === 0 ? "+-" : "  "}+---------------- ${isShown ? i + 1 : "..."} ----------------\n`;
      if (isShown) {
        result += chained(i32[((handles.get(members) + TUPLE_ITEMS) >>> 2) + i], depth + 1, shown);
      } else {
        const more = count - MAX_WIDTH;
        result += `${marginOf(depth + 1)}and ${more} more exception${more === 1 ? "" : "s"}\n`;
      }
      if (isLast && shown.needsClose) {
        result += `${indent}  +------------------------------------\n`;
        shown.needsClose = false;
      }
    }
    return result;
  }

  return { isGroup, text };
}
