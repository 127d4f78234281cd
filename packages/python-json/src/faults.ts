/// Why a text cannot be read.

/** There is no memory. */
export const JSON_MEMORY = 1;
/** A value is expected. */
export const JSON_VALUE = 2;
/** A comma or the end of a container. */
export const JSON_COMMA = 3;
export const JSON_COLON = 4;
/** A name in quotes. */
export const JSON_NAME = 5;
/** The string that begins here does not end. */
export const JSON_OPEN_STRING = 6;
/** A control character within a string. */
export const JSON_CONTROL = 7;
/** An unknown letter behind a backslash. */
export const JSON_ESCAPE = 8;
/** No four digits behind a backslash and a u. */
export const JSON_HEXADECIMAL = 9;
/** Containers lie too deep in each other. */
export const JSON_DEEP = 10;
/** NaN or an infinity: what it stands for is for the program to say. */
export const JSON_CONSTANT = 11;
/** A number that the language must read. */
export const JSON_NUMBER = 12;

/** What is said of a fault at a place. */
export const FAULT_TEXTS: ReadonlyMap<number, string> = new Map([
  [JSON_COMMA, "Expecting ',' delimiter"],
  [JSON_COLON, "Expecting ':' delimiter"],
  [JSON_NAME, "Expecting property name enclosed in double quotes"],
  [JSON_OPEN_STRING, "Unterminated string starting at"],
  [JSON_CONTROL, "Invalid control character at"],
  [JSON_ESCAPE, "Invalid \\escape"],
  [JSON_HEXADECIMAL, "Invalid \\uXXXX escape"],
]);
