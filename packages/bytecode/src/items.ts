import type { Item, Label } from "./assembler.js";

/** The wanted items; labels are moved to what is left. */
export function keep(items: readonly Item[], wanted: (item: Item, index: number) => boolean): Item[] {
  const result: Item[] = [];
  const moved = new Int32Array(items.length + 1);
  const labels = new Set<Label>();
  items.forEach((item, index) => {
    moved[index] = result.length;
    if (!wanted(item, index)) return;
    result.push(item);
    if (item.target !== null) labels.add(item.target);
    if (item.handler !== null) labels.add(item.handler.label);
  });
  moved[items.length] = result.length;
  for (const label of labels) label.index = moved[label.index];
  return result;
}
