export { createPython, type Python, type PythonOptions, type Outcome } from "./python.js";
