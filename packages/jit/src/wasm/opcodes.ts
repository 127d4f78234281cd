import type { BinaryOp, LirType, LoadOp, StoreOp, UnaryOp } from "../lir/lir.js";

/// Numbers of the WebAssembly core specification, section 5.4.

export const VALUE_TYPE: Record<LirType, number> = { i32: 0x7f, i64: 0x7e, f64: 0x7c };

export const UNARY: Record<UnaryOp, readonly number[]> = {
  "i32.eqz": [0x45],
  "i64.eqz": [0x50],
  "i32.wrap_i64": [0xa7],
  "i64.extend_i32_s": [0xac],
  "i64.extend_i32_u": [0xad],
  "f64.convert_i64_s": [0xb9],
  "f64.convert_i32_s": [0xb7],
  "i64.trunc_sat_f64_s": [0xfc, 0x06],
  "f64.neg": [0x9a],
  "f64.abs": [0x99],
  "f64.sqrt": [0x9f],
  "f64.floor": [0x9c],
  "f64.ceil": [0x9b],
  "f64.trunc": [0x9d],
  "i64.reinterpret_f64": [0xbd],
  "f64.reinterpret_i64": [0xbf],
};

export const BINARY: Record<BinaryOp, number> = {
  "i32.add": 0x6a,
  "i32.sub": 0x6b,
  "i32.mul": 0x6c,
  "i32.and": 0x71,
  "i32.or": 0x72,
  "i32.xor": 0x73,
  "i32.shl": 0x74,
  "i32.shr_s": 0x75,
  "i32.shr_u": 0x76,
  "i32.eq": 0x46,
  "i32.ne": 0x47,
  "i32.lt_s": 0x48,
  "i32.lt_u": 0x49,
  "i32.gt_s": 0x4a,
  "i32.gt_u": 0x4b,
  "i32.le_s": 0x4c,
  "i32.le_u": 0x4d,
  "i32.ge_s": 0x4e,
  "i32.ge_u": 0x4f,
  "i64.add": 0x7c,
  "i64.sub": 0x7d,
  "i64.mul": 0x7e,
  "i64.div_s": 0x7f,
  "i64.rem_s": 0x81,
  "i64.and": 0x83,
  "i64.or": 0x84,
  "i64.xor": 0x85,
  "i64.shl": 0x86,
  "i64.shr_s": 0x87,
  "i64.shr_u": 0x88,
  "i64.eq": 0x51,
  "i64.ne": 0x52,
  "i64.lt_s": 0x53,
  "i64.lt_u": 0x54,
  "i64.gt_s": 0x55,
  "i64.le_s": 0x57,
  "i64.ge_s": 0x59,
  "i64.ge_u": 0x5a,
  "f64.add": 0xa0,
  "f64.sub": 0xa1,
  "f64.mul": 0xa2,
  "f64.div": 0xa3,
  "f64.eq": 0x61,
  "f64.ne": 0x62,
  "f64.lt": 0x63,
  "f64.gt": 0x64,
  "f64.le": 0x65,
  "f64.ge": 0x66,
};

/** Opcode and alignment (log2 of bytes). Alignment is a hint: unaligned access works. */
export const LOAD: Record<LoadOp, readonly [number, number]> = {
  "i32.load": [0x28, 2],
  "i32.load8_u": [0x2d, 0],
  "i32.load16_u": [0x2f, 1],
  "i64.load": [0x29, 3],
  "f64.load": [0x2b, 3],
};
export const STORE: Record<StoreOp, readonly [number, number]> = {
  "i32.store": [0x36, 2],
  "i64.store": [0x37, 3],
  "f64.store": [0x39, 3],
};

export const LOOP = 0x03;
export const IF = 0x04;
export const ELSE = 0x05;
export const END = 0x0b;
export const BR = 0x0c;
export const RETURN = 0x0f;
export const CALL = 0x10;
export const CALL_INDIRECT = 0x11;
export const RETURN_CALL = 0x12;
export const RETURN_CALL_INDIRECT = 0x13;
export const SELECT = 0x1b;
export const LOCAL_GET = 0x20;
export const LOCAL_SET = 0x21;
export const I32_CONST = 0x41;
export const I64_CONST = 0x42;
export const F64_CONST = 0x44;
export const UNREACHABLE = 0x00;
export const VOID_BLOCK = 0x40;
export const FUNC_TYPE = 0x60;
export const FUNCREF = 0x70;
