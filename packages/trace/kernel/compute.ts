import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
/// Operations without effects that values of an exit are computed from; `src/recovery-operations.ts` numbers them.

import {
  BOX_VALUE,
  COMPUTE_F64_ABS,
  COMPUTE_F64_ADD,
  COMPUTE_F64_CEIL,
  COMPUTE_F64_DIV,
  COMPUTE_F64_EQ,
  COMPUTE_F64_FLOOR,
  COMPUTE_F64_GE,
  COMPUTE_F64_GT,
  COMPUTE_F64_LE,
  COMPUTE_F64_LT,
  COMPUTE_F64_MUL,
  COMPUTE_F64_NE,
  COMPUTE_F64_NEG,
  COMPUTE_F64_SQRT,
  COMPUTE_F64_SUB,
  COMPUTE_I32_ADD,
  COMPUTE_I32_AND,
  COMPUTE_I32_EQ,
  COMPUTE_I32_LT,
  COMPUTE_I32_NOT,
  COMPUTE_I32_OR,
  COMPUTE_I32_SUB,
  COMPUTE_I64_ADD_WRAP,
  COMPUTE_I64_AND,
  COMPUTE_I64_EQ,
  COMPUTE_I64_FROM_I32,
  COMPUTE_I64_GE,
  COMPUTE_I64_GT,
  COMPUTE_I64_LE,
  COMPUTE_I64_LT,
  COMPUTE_I64_MUL_WRAP,
  COMPUTE_I64_NE,
  COMPUTE_I64_OR,
  COMPUTE_I64_SUB_WRAP,
  COMPUTE_I64_TO_F64,
  COMPUTE_I64_TO_I32,
  COMPUTE_I64_XOR,
  COMPUTE_UNBOX_FLOAT,
  COMPUTE_UNBOX_INT,
  COMPUTE_WORD_EQ,
} from "./generated/constants";

/** Executes an operation on values at two addresses. */
export function compute(operation: i32, left: usize, right: usize, result: usize): void {
  switch (operation) {
    case COMPUTE_F64_ADD:
      store<f64>(result, load<f64>(left) + load<f64>(right));
      break;
    case COMPUTE_F64_SUB:
      store<f64>(result, load<f64>(left) - load<f64>(right));
      break;
    case COMPUTE_F64_MUL:
      store<f64>(result, load<f64>(left) * load<f64>(right));
      break;
    case COMPUTE_F64_DIV:
      store<f64>(result, load<f64>(left) / load<f64>(right));
      break;
    case COMPUTE_F64_NEG:
      store<f64>(result, -load<f64>(left));
      break;
    case COMPUTE_F64_ABS:
      store<f64>(result, abs<f64>(load<f64>(left)));
      break;
    case COMPUTE_F64_SQRT:
      store<f64>(result, sqrt<f64>(load<f64>(left)));
      break;
    case COMPUTE_F64_FLOOR:
      store<f64>(result, floor<f64>(load<f64>(left)));
      break;
    case COMPUTE_F64_CEIL:
      store<f64>(result, ceil<f64>(load<f64>(left)));
      break;
    case COMPUTE_F64_EQ:
      store<i32>(result, <i32>(load<f64>(left) === load<f64>(right)));
      break;
    case COMPUTE_F64_NE:
      store<i32>(result, <i32>(load<f64>(left) !== load<f64>(right)));
      break;
    case COMPUTE_F64_LT:
      store<i32>(result, <i32>(load<f64>(left) < load<f64>(right)));
      break;
    case COMPUTE_F64_LE:
      store<i32>(result, <i32>(load<f64>(left) <= load<f64>(right)));
      break;
    case COMPUTE_F64_GT:
      store<i32>(result, <i32>(load<f64>(left) > load<f64>(right)));
      break;
    case COMPUTE_F64_GE:
      store<i32>(result, <i32>(load<f64>(left) >= load<f64>(right)));
      break;
    case COMPUTE_I64_ADD_WRAP:
      store<i64>(result, load<i64>(left) + load<i64>(right));
      break;
    case COMPUTE_I64_SUB_WRAP:
      store<i64>(result, load<i64>(left) - load<i64>(right));
      break;
    case COMPUTE_I64_MUL_WRAP:
      store<i64>(result, load<i64>(left) * load<i64>(right));
      break;
    case COMPUTE_I64_AND:
      store<i64>(result, load<i64>(left) & load<i64>(right));
      break;
    case COMPUTE_I64_OR:
      store<i64>(result, load<i64>(left) | load<i64>(right));
      break;
    case COMPUTE_I64_XOR:
      store<i64>(result, load<i64>(left) ^ load<i64>(right));
      break;
    case COMPUTE_I32_ADD:
      store<i32>(result, load<i32>(left) + load<i32>(right));
      break;
    case COMPUTE_I32_SUB:
      store<i32>(result, load<i32>(left) - load<i32>(right));
      break;
    case COMPUTE_I32_AND:
      store<i32>(result, load<i32>(left) & load<i32>(right));
      break;
    case COMPUTE_I32_OR:
      store<i32>(result, load<i32>(left) | load<i32>(right));
      break;
    case COMPUTE_I64_TO_I32:
      store<i32>(result, load<i32>(left));
      break;
    case COMPUTE_I64_FROM_I32:
      store<i64>(result, <i64>load<i32>(left));
      break;
    case COMPUTE_I64_TO_F64:
      store<f64>(result, <f64>load<i64>(left));
      break;
    case COMPUTE_UNBOX_INT:
      store<i64>(result, unboxInt(load<i32>(left)));
      break;
    case COMPUTE_UNBOX_FLOAT:
      store<f64>(result, load<f64>(load<usize>(left) + BOX_VALUE));
      break;
    case COMPUTE_I64_EQ:
      store<i32>(result, <i32>(load<i64>(left) === load<i64>(right)));
      break;
    case COMPUTE_I64_NE:
      store<i32>(result, <i32>(load<i64>(left) !== load<i64>(right)));
      break;
    case COMPUTE_I64_LT:
      store<i32>(result, <i32>(load<i64>(left) < load<i64>(right)));
      break;
    case COMPUTE_I64_LE:
      store<i32>(result, <i32>(load<i64>(left) <= load<i64>(right)));
      break;
    case COMPUTE_I64_GT:
      store<i32>(result, <i32>(load<i64>(left) > load<i64>(right)));
      break;
    case COMPUTE_I64_GE:
      store<i32>(result, <i32>(load<i64>(left) >= load<i64>(right)));
      break;
    case COMPUTE_I32_EQ:
      store<i32>(result, <i32>(load<i32>(left) === load<i32>(right)));
      break;
    case COMPUTE_I32_LT:
      store<i32>(result, <i32>(load<i32>(left) < load<i32>(right)));
      break;
    case COMPUTE_I32_NOT:
      store<i32>(result, <i32>(load<i32>(left) === 0));
      break;
    case COMPUTE_WORD_EQ:
      store<i32>(result, <i32>(load<i32>(left) === load<i32>(right)));
      break;
  }
}

function unboxInt(word: i32): i64 {
  return isSmall(word) ? <i64>untagSmall(word) : load<i64>(<usize>word + BOX_VALUE);
}
