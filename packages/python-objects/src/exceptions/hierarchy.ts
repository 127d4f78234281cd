/** Builtin exceptions: name and base, bases first. */
export const EXCEPTION_HIERARCHY: readonly (readonly [string, string])[] = [
  ["BaseException", "object"],
  ["Exception", "BaseException"], ["GeneratorExit", "BaseException"], ["KeyboardInterrupt", "BaseException"], ["SystemExit", "BaseException"],
  ["ArithmeticError", "Exception"], ["FloatingPointError", "ArithmeticError"], ["OverflowError", "ArithmeticError"],
  ["ZeroDivisionError", "ArithmeticError"],
  ["AssertionError", "Exception"], ["AttributeError", "Exception"], ["BufferError", "Exception"], ["EOFError", "Exception"],
  ["ImportError", "Exception"], ["ModuleNotFoundError", "ImportError"],
  ["LookupError", "Exception"], ["IndexError", "LookupError"], ["KeyError", "LookupError"],
  ["MemoryError", "Exception"],
  ["NameError", "Exception"], ["UnboundLocalError", "NameError"],
  ["OSError", "Exception"], ["BlockingIOError", "OSError"], ["ChildProcessError", "OSError"], ["ConnectionError", "OSError"],
  ["BrokenPipeError", "ConnectionError"], ["ConnectionAbortedError", "ConnectionError"], ["ConnectionRefusedError", "ConnectionError"],
  ["ConnectionResetError", "ConnectionError"], ["FileExistsError", "OSError"], ["FileNotFoundError", "OSError"],
  ["InterruptedError", "OSError"], ["IsADirectoryError", "OSError"], ["NotADirectoryError", "OSError"], ["PermissionError", "OSError"],
  ["ProcessLookupError", "OSError"], ["TimeoutError", "OSError"],
  ["ReferenceError", "Exception"],
  ["RuntimeError", "Exception"], ["NotImplementedError", "RuntimeError"], ["RecursionError", "RuntimeError"],
  ["StopAsyncIteration", "Exception"], ["StopIteration", "Exception"],
  ["SyntaxError", "Exception"], ["IndentationError", "SyntaxError"], ["TabError", "IndentationError"],
  ["SystemError", "Exception"],
  ["TypeError", "Exception"],
  ["ValueError", "Exception"], ["UnicodeError", "ValueError"], ["UnicodeDecodeError", "UnicodeError"],
  ["UnicodeEncodeError", "UnicodeError"], ["UnicodeTranslateError", "UnicodeError"],
  ["Warning", "Exception"], ["BytesWarning", "Warning"], ["DeprecationWarning", "Warning"], ["EncodingWarning", "Warning"],
  ["FutureWarning", "Warning"], ["ImportWarning", "Warning"], ["PendingDeprecationWarning", "Warning"], ["ResourceWarning", "Warning"],
  ["RuntimeWarning", "Warning"], ["SyntaxWarning", "Warning"], ["UnicodeWarning", "Warning"], ["UserWarning", "Warning"],
];

/** OSError called with one of these error numbers (Linux's) makes an instance of the subclass. */
export const ERRNO_TYPES: ReadonlyMap<number, string> = new Map([
  [1, "PermissionError"], [2, "FileNotFoundError"], [3, "ProcessLookupError"], [4, "InterruptedError"], [10, "ChildProcessError"],
  [11, "BlockingIOError"], [13, "PermissionError"], [17, "FileExistsError"], [20, "NotADirectoryError"], [21, "IsADirectoryError"],
  [32, "BrokenPipeError"], [103, "ConnectionAbortedError"], [104, "ConnectionResetError"], [108, "BrokenPipeError"],
  [110, "TimeoutError"], [111, "ConnectionRefusedError"], [114, "BlockingIOError"], [115, "BlockingIOError"],
]);
