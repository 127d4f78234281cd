/** Where a node stands in the source. */
export interface Located {
  /** First line, counted from 1. */
  lineno: number;
  /** First column, in code points, counted from 0. */
  col_offset: number;
  /** Last line, counted from 1. */
  end_lineno: number;
  /** The column after the last one, in code points, counted from 0. */
  end_col_offset: number;
}
