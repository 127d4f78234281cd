/** The name of the Python exception that a {@link PythonSyntaxError} becomes. */
export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError";

/** Where an error stands: lines and offsets count from 1, offsets in code points. */
export interface SyntaxErrorLocation {
  filename: string;
  lineno: number;
  /** Column of the first character at fault, from 1; 0 if the error concerns the whole line. */
  offset: number;
  end_lineno: number;
  /** The column after the last character at fault, from 1; 0 or -1 if there is no range. */
  end_offset: number;
  /** The source line without its newline, or null where there is none to show. */
  text: string | null;
  /** The source has ended where more was expected. CPython knows no column then, if it reads from a file. */
  isAtEnd?: boolean;
}

/**
 * An error in Python source, with the fields of CPython's SyntaxError. The parser throws it; the
 * compiler throws the same class for errors of its own stage.
 */
export class PythonSyntaxError extends Error implements SyntaxErrorLocation {
  readonly type: SyntaxErrorType;
  readonly filename: string;
  readonly lineno: number;
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
  readonly text: string | null;
  readonly isAtEnd: boolean;

  constructor(type: SyntaxErrorType, message: string, location: SyntaxErrorLocation) {
    super(message);
    this.name = type;
    this.type = type;
    this.filename = location.filename;
    this.lineno = location.lineno;
    this.offset = location.offset;
    this.end_lineno = location.end_lineno;
    this.end_offset = location.end_offset;
    this.text = location.text;
    this.isAtEnd = location.isAtEnd ?? false;
  }
}
