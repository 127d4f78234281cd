import {
  FUNCTION_CODE,
  FUNCTION_MODULE,
  FUNCTION_NAME,
  FUNCTION_QUALNAME,
  METHOD_FUNCTION,
  METHOD_SELF,
  NONE,
  TYPE_BASES,
  TYPE_MRO,
  TYPE_NAME,
} from "./generated/constants";

/// Attributes that are fields of their object.

export function nameOfType(type: usize): usize {
  return load<usize>(type, TYPE_NAME);
}

export function basesOfType(type: usize): usize {
  return load<usize>(type, TYPE_BASES);
}

export function orderOfType(type: usize): usize {
  return load<usize>(type, TYPE_MRO);
}

export function nameOfFunction(fn: usize): usize {
  return load<usize>(fn, FUNCTION_NAME);
}

export function qualnameOfFunction(fn: usize): usize {
  return load<usize>(fn, FUNCTION_QUALNAME);
}

export function moduleOfFunction(fn: usize): usize {
  const module = load<usize>(fn, FUNCTION_MODULE);
  return module === 0 ? NONE : module;
}

export function codeOfFunction(fn: usize): usize {
  return load<usize>(fn, FUNCTION_CODE);
}

export function functionOfMethod(method: usize): usize {
  return load<usize>(method, METHOD_FUNCTION);
}

export function selfOfMethod(method: usize): usize {
  return load<usize>(method, METHOD_SELF);
}
