export type { Bridge as Python } from "@hotpy/python-javascript";
export { PythonError, type PythonObject, type PythonValue } from "@hotpy/python-javascript";
export { createPython, type EmbeddingOptions } from "./embedding.js";
