const TAB_SIZE = 8;
const MAX_DEPTH = 100;

/** What is wrong with the indentation of a line. */
export type IndentationFault = "tabs" | "dedent" | "depth";

/**
 * The stack of indentations. Each is measured twice, with tabs to multiples of 8 and with tabs of
 * one column: where the two disagree about which is deeper, the source mixes tabs and spaces.
 */
export class Indentation {
  private readonly columns = [0];
  private readonly tabColumns = [0];
  private column = 0;
  private tabColumn = 0;

  /** How many blocks are open. */
  get depth(): number {
    return this.columns.length - 1;
  }

  /**
   * Measures the white space at `start`, across lines joined by backslashes (the first of them
   * decides). Gives the index after it; a backslash that joins nothing is left to the caller.
   *
   * @param onLine called with the index of each line joined
   */
  measure(source: string, start: number, onLine: (start: number) => void): number {
    let column = 0;
    let tabColumn = 0;
    let joined = 0;
    let i = start;
    for (; ; i++) {
      const c = source.charCodeAt(i);
      if (c === 32) {
        column++;
        tabColumn++;
      } else if (c === 9) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        tabColumn++;
      } else if (c === 12) {
        column = tabColumn = 0;
      } else if (c === 92 && source.charCodeAt(i + 1) === 10 && i + 2 < source.length) {
        joined ||= column;
        i++;
        onLine(i + 1);
      } else {
        break;
      }
    }
    this.column = joined || column;
    this.tabColumn = joined || tabColumn;
    return i;
  }

  /** Applies the measured indentation: 1 for an indent, -n for n dedents, 0, or what is wrong. */
  change(): number | IndentationFault {
    const { columns, tabColumns, column, tabColumn } = this;
    const top = columns.length - 1;
    if (column === columns[top]) return tabColumn === tabColumns[top] ? 0 : "tabs";
    if (column > columns[top]) {
      if (columns.length >= MAX_DEPTH) return "depth";
      if (tabColumn <= tabColumns[top]) return "tabs";
      columns.push(column);
      tabColumns.push(tabColumn);
      return 1;
    }
    let dedents = 0;
    while (column < columns[columns.length - 1]) {
      columns.pop();
      tabColumns.pop();
      dedents--;
    }
    if (column !== columns[columns.length - 1]) return "dedent";
    return tabColumn === tabColumns[tabColumns.length - 1] ? dedents : "tabs";
  }
}
