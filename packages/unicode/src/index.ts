export { foldCase, lowerCase, titleCase, upperCase } from "./case.js";
export type { NumberValue } from "./data.js";
export { type Database, unicode, unicode3_2 } from "./database.js";
export { codeNamed, type LookUpOptions, nameOf, sequenceNamed } from "./names.js";
export type { Form } from "./normalize.js";
export {
  CHAR_CASE_IGNORABLE,
  CHAR_DECIMAL,
  CHAR_DIGIT,
  CHAR_LETTER,
  CHAR_LOWER,
  CHAR_NAME_PART,
  CHAR_NAME_START,
  CHAR_NUMERIC,
  CHAR_PRINTABLE,
  CHAR_SPACE,
  CHAR_TITLE,
  CHAR_UPPER,
  propertiesOf,
} from "./properties.js";
export { unpackBytes } from "./unpack.js";
