export { type Bridge, type Connected, connect } from "./bridge.js";
export { PythonError, type PythonObject, type PythonValue } from "./values.js";
