import type { PythonVm } from "../vm/python-vm.js";

/* Generated from the instruction definitions. Do not edit. */

export function createStep(vm: PythonVm): () => number {
  const { i32, u8, u16, f64 } = vm.memory;
  const { operateOnIntegers, negateInteger, invertInteger, compareIntegers, textOfNumber, formatPlain, percentPlain, bindNative, findKey, getOr, bindArguments, spreadItems, spreadKeywords, newGenerator, closeGenerator, stepApart, stepOfGenerator, constructPlain, iteratePlain, advanceInDict, nextOfDict, nextCharacter, equalStrings, orderOfStrings, setContains, addToSet, discardFromSet, setFrom, updateSet, nextOfSet, itemAt, globalOf, assignGlobal, nextOfDeque, newSlice, getSlice, endPlain, newFunction, prepareNew, listExtend, listToTuple, setSlice, containsPlain, deleteFromList, operatePlain, firstFieldFor, isInCarried, enterHashedAccess, itemOrDefault, setItemOfCarried, sequenceIn, operateOnCarried, compareCarried, truthWord, matchesException, comparePlain, callRepr, dictFrom, setKey, popKey, joinStrings, appendToList, loadGlobal, storeGlobal, deleteGlobal, loadName, storeName, deleteName, loadClassCell, unboundLocal, unboundCell, setupAnnotations, importStar, attributeTable, loadAttribute, storeAttribute, deleteAttribute, loadMethod, emptyTuple, tupleFrom, listFrom, buildMap, buildSet, formatValue, noMemory, setAdd, mapAdd, extendByAny, setUpdate, dictUpdate, dictMerge, unpackSequence, unpackAroundStar, dictGet, dictSet, getItem, setItem, deleteItem, contains, iterate, delegate, next, sendTo, retireFrame, createGenerator, endGenerator, stopIteration, makeFunction, spreadArguments, invoke, invokeSpread, callNative, nativeOperations, nativeAsks, strContinuation, reprContinuation, kernels, kernelCalls, shapesStart, initContinuation, newContinuation, attemptContinuation, comparisonContinuation, discardContinuation, truthContinuation, falsehoodContinuation, nextContinuation, operatorMethods, notImplemented, moduleName, assertionError, raise, reraise, matchException, bindExit, callEnter, callExit, endAsyncLoop, binary, unary, not, compare, truth, truthNow, continueWith, resumeWith, safepoint, unwind, loopIsHot, badInstruction, importName, importFrom, printExpression, buildClass, internals, builtinsSlot, refill, remember } = vm;

  function interpret(): number {
    let fp = 0, sp = 0, ip = 0, w = 0, result = 0, refill_needed = 0, remember_old_old = 0, remember_old_after = 0, box_float_number = 0, box_float_at = 0, box_float_above = 0, box_float_after = 0, dict_access_operator = 0, dict_access_o = 0, dict_access_k = 0, dict_access_value = 0, dict_access_at = 0, dict_access_after = 0, call_callee = 0, call_first = 0, call_count = 0, call_names = 0, call_cut = 0, call_after = 0, attempt_number = 0, attempt_a = 0, attempt_b = 0, attempt_base = 0, load_global_again_name = 0, binary_other_operator = 0, binary_other_a = 0, binary_other_b = 0, binary_other_at = 0, binary_other_above = 0, binary_other_after = 0, binary_other_base = 0, binary_other_opIp = 0, store_by_table_o = 0, store_by_table_v = 0, load_item_by_method_o = 0, load_item_by_method_k = 0, store_item_by_method_o = 0, store_item_by_method_k = 0, store_item_by_method_v = 0, contains_by_method_o = 0, contains_by_method_k = 0, next_by_method_it = 0, enter_by_method_o = 0, deliver_item = 0, compare_slow_operator = 0, compare_slow_a = 0, compare_slow_b = 0, compare_jump_operator = 0, compare_jump_a = 0, compare_jump_b = 0, a = 0, b = 0, top = 0, last = 0, i = 0, v = 0, cell = 0, after = 0, needed = 0, count = 0, first = 0, cells = 0, globals = 0, builtins = 0, values = 0, o = 0, fn = 0, self = 0, r = 0, p = 0, q = 0, y = 0, n = 0, x = 0, known = 0, k = 0, shape = 0, found = 0, jump = 0, bytes = 0, tuple = 0, array = 0, list = 0, set = 0, dict = 0, text = 0, slice = 0, name = 0, entry = 0, length = 0, items = 0, s = 0, value = 0, item = 0, part = 0, byte = 0, gone = 0, countdown = 0, cache = 0, c = 0, it = 0, remaining = 0, store = 0, form = 0, index = 0, following = 0, state = 0, code = 0, slots = 0, depth = 0, own = 0, returns = 0, from = 0, end = 0, string = 0, character = 0, key = 0, cut = 0, callee = 0, names = 0, size = 0, args = 0, keywords = 0, closure = 0, running = 0, module = 0, ending = 0, made = 0, generator = 0, to = 0, resumers = 0, handled = 0, mode = 0, exception = 0, old = 0, type = 0, fromList = 0, level = 0, operator = 0, outcome = 0, of = 0, exitName = 0, exit = 0, method = 0, manager = 0, place = 0, holder = 0, bound = 0, getter = 0, at = 0, above = 0, base = 0, opIp = 0, number = 0, other = 0, otherShape = 0, initialiser = 0, makes = 0, isRoom = 0, begin = 0, instance = 0, slot = 0, ends = 0, asked = 0, flags = 0, operands = 0, missing = 0, fallback = 0, filled = 0, defaults = 0, operation = 0, layout = 0, order = 0, bases = 0, several = 0, wanted = 0, cls = 0, meta = 0, isKnown = 0, body = 0, owner = 0, isOwn = 0, left = 0, hash = 0, keys = 0, mask = 0, perturb = 0, stored = 0, isSame = 0, words = 0, box = 0;
    fp = i32[16] >>> 2;
ip = i32[fp + 3] >>> 2;
sp = i32[fp + 4] >>> 2;
    dispatch: for (;;) {
      w = i32[ip];
      leave: {
refill: {
remember_old: {
box_float: {
dict_access: {
call: {
attempt: {
load_global_again: {
binary_other: {
load_from_table: {
store_by_table: {
method_from_table: {
load_item_by_method: {
store_item_by_method: {
contains_by_method: {
next_by_method: {
enter_by_method: {
deliver: {
compare_slow: {
compare_jump: {
switch (w & 255) {
          case 0: { // nop
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 1: { // load_const
            i32[sp++] = i32[(i32[(i32[fp + 1] + 56) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2];
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 2: { // load_small
            i32[sp++] = ((w >> 8) << 1) | 1;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 3: { // pop
            sp = (sp - (1)) | 0;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 4: { // dup
            a = i32[sp - (1)]; i32[sp++] = a;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 5: { // dup_two
            a = i32[sp - (2)], b = i32[sp - (1)]; i32[sp++] = a; i32[sp++] = b;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 6: { // swap
            b = i32[sp - (1)]; i32[sp - (1)] = i32[sp - (2)]; i32[sp - (2)] = b;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 7: { // rotate
            top = i32[sp - (1)];
            last = sp - (w >> 8);
            for (i = sp - 1; i > last; i--) i32[i] = i32[i - 1];
            i32[last] = top;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 8: { // load_local
            v = i32[fp + 7 + ((w >> 8))];
            if (v === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            i32[sp++] = v;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 9: { // store_local
            v = i32[--sp]; i32[fp + 7 + ((w >> 8))] = v;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 10: { // delete_local
            if (i32[fp + 7 + ((w >> 8))] === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            i32[fp + 7 + ((w >> 8))] = 0;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 11: { // load_closure
            i32[sp++] = i32[fp + 7 + ((w >> 8))];
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 12: { // load_cell
            v = i32[((i32[fp + 7 + ((w >> 8))]) + 8) >>> 2];
            if (v === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundCell((w >> 8)); { result = 0; break dispatch; } }
            i32[sp++] = v;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 13: { // store_cell
            cell = i32[fp + 7 + ((w >> 8))];
            i32[((cell) + 8) >>> 2] = i32[--sp];
            { after = (ip + 1); if ((i32[(cell) >>> 2] & 2) !== 0) { remember_old_old = cell; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 14: { // delete_cell
            cell = i32[fp + 7 + ((w >> 8))];
            if (i32[((cell) + 8) >>> 2] === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundCell((w >> 8)); { result = 0; break dispatch; } }
            i32[((cell) + 8) >>> 2] = 0;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 15: { // make_cell
            needed = 16; cell = i32[18]; if (((i32[19] - cell) | 0) < needed) { refill_needed = needed; break refill; } i32[18] = cell + needed;
            i32[cell >>> 2] = 6657;
            i32[(cell >>> 2) + 1] = 0;
            i32[((cell) + 8) >>> 2] = i32[fp + 7 + ((w >> 8))];
            i32[(cell >>> 2) + 3] = 0;
            i32[fp + 7 + ((w >> 8))] = cell;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 16: { // copy_free
            count = (w >> 8);
            first = fp + 7 + i32[((i32[fp + 1]) + 20) >>> 2] - count;
            cells = (i32[((i32[fp + 2]) + 24) >>> 2] + 8) >>> 2;
            for (i = 0; i < count; i++) i32[first + i] = i32[cells + i];
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 17: { // load_global
            { load_global_again_name = i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2]; break load_global_again; }
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 18: { // load_global_module
            globals = i32[((i32[fp + 2]) + 12) >>> 2];
            if (i32[((i32[((globals) + 16) >>> 2]) + 20) >>> 2] === i32[ip + 1 + (0)]) {
            i32[sp++] = i32[(i32[((globals) + 20) >>> 2] + i32[ip + 1 + (1)]) >>> 2];
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { load_global_again_name = i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2]; break load_global_again; }
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 19: { // load_global_builtin
            globals = i32[((i32[fp + 2]) + 12) >>> 2];
            if (i32[((i32[((globals) + 16) >>> 2]) + 20) >>> 2] === i32[ip + 1 + (0)]) {
            builtins = i32[builtinsSlot];
            if (i32[((i32[((builtins) + 16) >>> 2]) + 20) >>> 2] === i32[ip + 1 + (2)]) {
            i32[sp++] = i32[(i32[((builtins) + 20) >>> 2] + i32[ip + 1 + (1)]) >>> 2];
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            }
            { load_global_again_name = i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2]; break load_global_again; }
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 20: { // store_global
            { i32[fp + 3] = (ip + 5) << 2; i32[fp + 4] = sp << 2; }
            if (((result = storeGlobal(i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], i32[sp - (1)], ip)) & -3) === 0) { break leave; }
            sp = (sp - (1)) | 0;
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 21: { // store_global_module
            globals = i32[((i32[fp + 2]) + 12) >>> 2];
            if (i32[((i32[((globals) + 16) >>> 2]) + 20) >>> 2] === i32[ip + 1 + (0)] && (i32[61] === i32[ip + 1 + (2)] || (i32[globals >>> 2] & 64) === 0)) {
            values = i32[((globals) + 20) >>> 2];
            i32[(values + i32[ip + 1 + (1)]) >>> 2] = i32[--sp];
            i32[((globals) + 12) >>> 2] = 0;
            { after = (ip + 5); if ((i32[(values) >>> 2] & 2) !== 0) { remember_old_old = values; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            if (assignGlobal(globals, i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], i32[sp - (1)]) === 1024) { sp = (sp - (1)) | 0; { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { i32[fp + 3] = (ip + 5) << 2; i32[fp + 4] = sp << 2; }
            if (((result = storeGlobal(i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], i32[sp - (1)], ip)) & -3) === 0) { break leave; }
            sp = (sp - (1)) | 0;
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 22: { // delete_global
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = deleteGlobal(i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2])) & -3) === 0) { break leave; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 23: { // load_name
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = loadName(i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], i32[fp + 7 + (0)])) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 24: { // store_name
            sp = (sp - (1)) | 0;
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = storeName(i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], i32[fp + 7 + (0)], i32[sp])) & -3) === 0) { break leave; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 25: { // delete_name
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = deleteName(i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], i32[fp + 7 + (0)])) & -3) === 0) { break leave; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 26: { // load_class_cell
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = loadClassCell((w >> 8), i32[fp + 7 + (0)])) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 27: { // load_attr
            { break load_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 28: { // load_attr_slot
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)]) {
            i32[sp - (1)] = i32[(o + i32[ip + 1 + (1)]) >>> 2];
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (2)]) {
            i32[sp - (1)] = i32[(o + i32[ip + 1 + (3)]) >>> 2];
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { break load_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 29: { // load_attr_module
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === 32 && i32[((i32[((i32[((o) + 8) >>> 2]) + 16) >>> 2]) + 20) >>> 2] === i32[ip + 1 + (0)]) {
            i32[sp - (1)] = i32[(i32[((i32[((o) + 8) >>> 2]) + 20) >>> 2] + i32[ip + 1 + (1)]) >>> 2];
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { break load_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 30: { // load_attr_class
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)] && i32[((i32[ip + 1 + (2)]) + 12) >>> 2] === i32[ip + 1 + (3)] && (i32[ip + 1 + (0)] !== 29 || o === i32[ip + 1 + (2)])) {
            i32[sp - (1)] = i32[i32[ip + 1 + (4)] >>> 2];
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { break load_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 31: { // load_attr_property
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)] && i32[((i32[ip + 1 + (2)]) + 12) >>> 2] === i32[ip + 1 + (3)]) { call_callee = i32[i32[ip + 1 + (4)] >>> 2]; call_first = sp - 1; call_count = 1; call_names = 0; call_cut = sp - 1; call_after = (ip + 7); break call; }
            { break load_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 32: { // store_attr
            o = i32[sp - (1)], v = i32[sp - (2)];
            sp = (sp - (2)) | 0;
            { store_by_table_o = o; store_by_table_v = v; break store_by_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 33: { // store_attr_slot
            o = i32[sp - (1)], v = i32[sp - (2)];
            sp = (sp - (2)) | 0;
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)]) {
            i32[(o + i32[ip + 1 + (1)]) >>> 2] = v;
            { after = (ip + 7); if ((i32[(o) >>> 2] & 2) !== 0) { remember_old_old = o; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (2)]) {
            i32[(o + i32[ip + 1 + (3)]) >>> 2] = v;
            { after = (ip + 7); if ((i32[(o) >>> 2] & 2) !== 0) { remember_old_old = o; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { store_by_table_o = o; store_by_table_v = v; break store_by_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 34: { // store_attr_add
            o = i32[sp - (1)], v = i32[sp - (2)];
            sp = (sp - (2)) | 0;
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)]) {
            i32[o >>> 2] = (i32[ip + 1 + (4)] << 8) | (i32[o >>> 2] & 255);
            i32[(o + i32[ip + 1 + (1)]) >>> 2] = v;
            { after = (ip + 7); if ((i32[(o) >>> 2] & 2) !== 0) { remember_old_old = o; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { store_by_table_o = o; store_by_table_v = v; break store_by_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 35: { // store_attr_property
            o = i32[sp - (1)], v = i32[sp - (2)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)] && i32[((i32[ip + 1 + (2)]) + 12) >>> 2] === i32[ip + 1 + (3)]) {
            i32[sp - (2)] = ((ip + 7) << 1) | 1;
            i32[sp++] = v;
            { call_callee = i32[i32[ip + 1 + (4)] >>> 2]; call_first = sp - 2; call_count = 2; call_names = 0; call_cut = sp - 2; call_after = discardContinuation >>> 2; break call; }
            }
            sp = (sp - (2)) | 0;
            { store_by_table_o = o; store_by_table_v = v; break store_by_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 36: { // delete_attr
            sp = (sp - (1)) | 0;
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = deleteAttribute(i32[sp], i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2])) & -3) === 0) { break leave; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 37: { // load_method
            { break method_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 38: { // load_method_type
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)] && i32[((i32[ip + 1 + (2)]) + 12) >>> 2] === i32[ip + 1 + (3)]) {
            i32[sp - (1)] = i32[i32[ip + 1 + (4)] >>> 2];
            i32[sp++] = o;
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { break method_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 39: { // load_method_wrapped
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)] && i32[((i32[ip + 1 + (2)]) + 12) >>> 2] === i32[ip + 1 + (3)] && (i32[ip + 1 + (0)] !== 29 || o === i32[ip + 1 + (2)])) {
            fn = i32[i32[ip + 1 + (4)] >>> 2], self = i32[ip + 1 + (1)];
            i32[sp - (1)] = self === 0 ? 1 : fn;
            i32[sp++] = self === 0 ? fn : self;
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { break method_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 40: { // load_method_super
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (1)] && i32[((o) + 8) >>> 2] === i32[ip + 1 + (0)] && i32[((o) + 16) >>> 2] === i32[ip + 1 + (2)] && i32[((i32[ip + 1 + (2)]) + 12) >>> 2] === i32[ip + 1 + (3)] && i32[((o) + 12) >>> 2] !== i32[ip + 1 + (2)]) {
            i32[sp - (1)] = i32[i32[ip + 1 + (4)] >>> 2];
            i32[sp++] = i32[((o) + 12) >>> 2];
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { break method_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 41: { // load_method_slot
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 1 + (0)]) {
            i32[sp - (1)] = 1;
            i32[sp++] = i32[(o + i32[ip + 1 + (1)]) >>> 2];
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { break method_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 42: { // load_method_module
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === 32 && i32[((i32[((i32[((o) + 8) >>> 2]) + 16) >>> 2]) + 20) >>> 2] === i32[ip + 1 + (0)]) {
            i32[sp - (1)] = 1;
            i32[sp++] = i32[(i32[((i32[((o) + 8) >>> 2]) + 20) >>> 2] + i32[ip + 1 + (1)]) >>> 2];
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { break method_from_table; }
            { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 43: { // binary_add
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {r = (a + b - 1) | 0; if (((a ^ r) & (b ^ r)) >= 0) { sp = (sp - (1)) | 0; i32[sp - (1)] = r; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }} else
            if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) {{ box_float_number = f64[(a + 8) >>> 3] + f64[(b + 8) >>> 3]; box_float_at = (sp - 2) | 0; box_float_above = (sp - 1) | 0; box_float_after = (ip + 3) | 0; break box_float; }}
            { binary_other_operator = 0; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 44: { // binary_sub
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {r = (a - b + 1) | 0; if (((a ^ b) & (a ^ r)) >= 0) { sp = (sp - (1)) | 0; i32[sp - (1)] = r; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }} else
            if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) {{ box_float_number = f64[(a + 8) >>> 3] - f64[(b + 8) >>> 3]; box_float_at = (sp - 2) | 0; box_float_above = (sp - 1) | 0; box_float_after = (ip + 3) | 0; break box_float; }}
            { binary_other_operator = 1; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 45: { // binary_mul
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {p = (a >> 1) * (b >> 1); if (p >= -0x40000000 && p <= 0x3fffffff) { sp = (sp - (1)) | 0; i32[sp - (1)] = (p << 1) | 1; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }} else
            if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) {{ box_float_number = f64[(a + 8) >>> 3] * f64[(b + 8) >>> 3]; box_float_at = (sp - 2) | 0; box_float_above = (sp - 1) | 0; box_float_after = (ip + 3) | 0; break box_float; }}
            { binary_other_operator = 2; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 46: { // binary_truediv
            b = i32[sp - (1)], a = i32[sp - (2)];
            if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) {if (f64[(b + 8) >>> 3] !== 0) { box_float_number = f64[(a + 8) >>> 3] / f64[(b + 8) >>> 3]; box_float_at = (sp - 2) | 0; box_float_above = (sp - 1) | 0; box_float_after = (ip + 3) | 0; break box_float; }}
            { binary_other_operator = 3; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 47: { // binary_floordiv
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {if (b !== 1 && b !== -1) { q = Math.floor((a >> 1) / (b >> 1)); sp = (sp - (1)) | 0; i32[sp - (1)] = (q << 1) | 1; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }}
            { binary_other_operator = 4; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 48: { // binary_mod
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {if (b !== 1) { y = b >> 1; r = ((a >> 1) % y) | 0; if (r !== 0 && (r ^ y) < 0) r += y; sp = (sp - (1)) | 0; i32[sp - (1)] = (r << 1) | 1; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }}
            { binary_other_operator = 5; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 49: { // binary_pow
            b = i32[sp - (1)], a = i32[sp - (2)];
            { binary_other_operator = 6; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 50: { // binary_lshift
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {n = b >> 1; if (n >= 0 && n < 30) { x = a >> 1; r = x << n; if ((r << 1) >> (n + 1) === x) { sp = (sp - (1)) | 0; i32[sp - (1)] = (r << 1) | 1; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }}
            { binary_other_operator = 7; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 51: { // binary_rshift
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {n = b >> 1; if (n >= 0) { r = a >> (n < 31 ? n + 1 : 31); sp = (sp - (1)) | 0; i32[sp - (1)] = (r << 1) | 1; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }}
            { binary_other_operator = 8; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 52: { // binary_and
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {sp = (sp - (1)) | 0; i32[sp - (1)] = a & b; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }}
            { binary_other_operator = 9; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 53: { // binary_or
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {sp = (sp - (1)) | 0; i32[sp - (1)] = a | b; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }}
            { binary_other_operator = 10; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 54: { // binary_xor
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {sp = (sp - (1)) | 0; i32[sp - (1)] = (a ^ b) | 1; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }}
            { binary_other_operator = 11; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 55: { // binary_matmul
            b = i32[sp - (1)], a = i32[sp - (2)];
            { binary_other_operator = 12; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 2) | 0; binary_other_above = (sp - 1) | 0; binary_other_after = (ip + 3) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 56: { // unary_neg
            a = i32[sp - (1)];
            if ((a & 1) !== 0 && a !== -0x7fffffff) { i32[sp - (1)] = 2 - a; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if ((a & 1) === 0 && i32[a >>> 2] >>> 8 === 5) { box_float_number = -f64[(a + 8) >>> 3]; box_float_at = (sp - 1) | 0; box_float_above = sp; box_float_after = (ip + 1); break box_float; }
            if (((a & 1) !== 0 || i32[a >>> 2] >>> 8 === 1 || i32[a >>> 2] >>> 8 === 2)) { r = negateInteger(a); if (r !== 0) { i32[sp - (1)] = r; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            sp = (sp - (1)) | 0;
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = unary(0, a)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 57: { // unary_pos
            a = i32[--sp];
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = unary(1, a)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 58: { // unary_invert
            a = i32[sp - (1)];
            if ((a & 1) !== 0) { i32[sp - (1)] = ~a | 1; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (((a & 1) !== 0 || i32[a >>> 2] >>> 8 === 1 || i32[a >>> 2] >>> 8 === 2)) { r = invertInteger(a); if (r !== 0) { i32[sp - (1)] = r; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            sp = (sp - (1)) | 0;
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = unary(2, a)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 59: { // unary_not
            a = i32[sp - (1)];
            if (a === 1056) { i32[sp - (1)] = 1040; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (a === 1040 || a === 1024) { i32[sp - (1)] = 1056; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            known = truthWord(a);
            if (known !== -2) { i32[sp - (1)] = known === 1056 ? 1040 : 1056; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            sp = (sp - (1)) | 0;
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = not(a)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 60: { // compare_lt
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { sp = (sp - (1)) | 0; i32[sp - (1)] = ((a < b) ? 1056 : 1040); { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { compare_slow_operator = 0; compare_slow_a = a; compare_slow_b = b; break compare_slow; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 61: { // compare_le
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { sp = (sp - (1)) | 0; i32[sp - (1)] = ((a <= b) ? 1056 : 1040); { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { compare_slow_operator = 1; compare_slow_a = a; compare_slow_b = b; break compare_slow; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 62: { // compare_gt
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { sp = (sp - (1)) | 0; i32[sp - (1)] = ((a > b) ? 1056 : 1040); { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { compare_slow_operator = 2; compare_slow_a = a; compare_slow_b = b; break compare_slow; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 63: { // compare_ge
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { sp = (sp - (1)) | 0; i32[sp - (1)] = ((a >= b) ? 1056 : 1040); { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { compare_slow_operator = 3; compare_slow_a = a; compare_slow_b = b; break compare_slow; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 64: { // compare_eq
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { sp = (sp - (1)) | 0; i32[sp - (1)] = ((a === b) ? 1056 : 1040); { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { compare_slow_operator = 4; compare_slow_a = a; compare_slow_b = b; break compare_slow; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 65: { // compare_ne
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { sp = (sp - (1)) | 0; i32[sp - (1)] = ((a !== b) ? 1056 : 1040); { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { compare_slow_operator = 5; compare_slow_a = a; compare_slow_b = b; break compare_slow; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 66: { // is_same
            b = i32[--sp]; i32[sp - (1)] = (((i32[sp - (1)] === b) !== ((w >> 8) === 1)) ? 1056 : 1040);
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 67: { // contains
            o = i32[sp - (1)], k = i32[sp - (2)];
            if ((o & 1) === 0) {
            shape = (i32[(o) >>> 2] >>> 8);
            if (shape === 12) { dict_access_operator = 2; dict_access_o = o; dict_access_k = k; dict_access_value = 0; dict_access_at = (sp - 2) | 0; dict_access_after = (ip + 3) | 0; break dict_access; }
            found = shape === 49 || shape === 50 ? setContains(o, k) : containsPlain(o, k);
            if (found !== -2) { sp = (sp - (1)) | 0; i32[sp - (1)] = (((found === 1056) !== ((w >> 8) !== 0)) ? 1056 : 1040); { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            }
            { contains_by_method_o = o; contains_by_method_k = k; break contains_by_method; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 68: { // compare_lt_jump_false
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {
            sp = (sp - (2)) | 0;
            jump = ip + 3;
            ip = a < b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            { compare_jump_operator = 0; compare_jump_a = a; compare_jump_b = b; break compare_jump; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 69: { // compare_le_jump_false
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {
            sp = (sp - (2)) | 0;
            jump = ip + 3;
            ip = a <= b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            { compare_jump_operator = 1; compare_jump_a = a; compare_jump_b = b; break compare_jump; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 70: { // compare_gt_jump_false
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {
            sp = (sp - (2)) | 0;
            jump = ip + 3;
            ip = a > b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            { compare_jump_operator = 2; compare_jump_a = a; compare_jump_b = b; break compare_jump; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 71: { // compare_ge_jump_false
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {
            sp = (sp - (2)) | 0;
            jump = ip + 3;
            ip = a >= b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            { compare_jump_operator = 3; compare_jump_a = a; compare_jump_b = b; break compare_jump; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 72: { // compare_eq_jump_false
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {
            sp = (sp - (2)) | 0;
            jump = ip + 3;
            ip = a === b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            { compare_jump_operator = 4; compare_jump_a = a; compare_jump_b = b; break compare_jump; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 73: { // compare_ne_jump_false
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) {
            sp = (sp - (2)) | 0;
            jump = ip + 3;
            ip = a !== b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            { compare_jump_operator = 5; compare_jump_a = a; compare_jump_b = b; break compare_jump; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 74: { // build_tuple
            count = (w >> 8);
            if (count === 0) { i32[sp++] = emptyTuple; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (count > 500) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = tupleFrom((sp - count) << 2, count)) & -3) === 0) { break leave; }
            sp -= (w >> 8);
            i32[sp++] = result; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            bytes = (8 + (count << 2) + 7) & ~7;
            needed = bytes; tuple = i32[18]; if (((i32[19] - tuple) | 0) < needed) { refill_needed = needed; break refill; } i32[18] = tuple + needed;
            i32[tuple >>> 2] = 2305;
            i32[(tuple >>> 2) + 1] = count;
            sp = (sp - count) | 0;
            for (i = 0; i < count; i++) i32[(tuple >>> 2) + 2 + i] = i32[sp + i];
            i32[sp++] = tuple;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 75: { // build_list
            count = (w >> 8);
            if (count > 500) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = listFrom((sp - count) << 2, count)) & -3) === 0) { break leave; }
            sp -= (w >> 8);
            i32[sp++] = result; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            bytes = (8 + (count << 2) + 7) & ~7;
            needed = bytes + 16; array = i32[18]; if (((i32[19] - array) | 0) < needed) { refill_needed = needed; break refill; } i32[18] = array + needed;
            i32[array >>> 2] = 2561;
            i32[(array >>> 2) + 1] = count;
            sp = (sp - count) | 0;
            for (i = 0; i < count; i++) i32[(array >>> 2) + 2 + i] = i32[sp + i];
            list = array + bytes;
            i32[list >>> 2] = 2817;
            i32[(list >>> 2) + 1] = 0;
            i32[((list) + 8) >>> 2] = count;
            i32[((list) + 12) >>> 2] = array;
            i32[sp++] = list;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 76: { // build_set
            set = setFrom((sp - (w >> 8)) << 2, (w >> 8));
            if (set !== 0 && set !== -2) { sp -= (w >> 8); i32[sp++] = set; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = buildSet(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= (w >> 8);
            i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 77: { // build_map
            dict = dictFrom((sp - 2 * (w >> 8)) << 2, (w >> 8));
            if (dict !== 0 && dict !== -2) { sp -= 2 * (w >> 8); i32[sp++] = dict; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = buildMap(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= 2 * (w >> 8);
            i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 78: { // build_string
            text = joinStrings(i32[(i32[37] + 1024) >>> 2], (sp - (w >> 8)) << 2, (w >> 8));
            if (text === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } if (((result = noMemory()) & -3) === 0) { break leave; } }
            sp -= (w >> 8); i32[sp++] = text; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 79: { // build_slice
            slice = newSlice(i32[sp - ((w >> 8))], i32[sp - ((w >> 8) - 1)], (w >> 8) === 3 ? i32[sp - (1)] : 1024);
            if (slice === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } if (((result = noMemory()) & -3) === 0) { break leave; } }
            sp -= (w >> 8); i32[sp++] = slice; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 80: { // format_value
            top = i32[sp - (1)];
            if ((w >> 8) === 4) {
            text = formatPlain(i32[sp - (2)], top);
            if (text !== 0 && text !== -2) { sp = (sp - (1)) | 0; i32[sp - (1)] = text; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            } else if ((w >> 8) < 2 && (top & 1) === 0 && (i32[(top) >>> 2] >>> 8) >= 6 && (i32[(top) >>> 2] >>> 8) <= 8) { { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            else if ((w >> 8) < 4) {
            text = (w >> 8) === 2 ? callRepr(top) : textOfNumber(top);
            if (text !== 0 && text !== -2) { i32[sp - (1)] = text; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if ((w >> 8) < 3 && (top & 1) === 0 && i32[fp + 5] < i32[32]) {
            shape = (i32[(top) >>> 2] >>> 8), name = i32[(operatorMethods >>> 2) + 26 + (w >> 8)];
            entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
            if (i32[entry] === shape && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3] && (i32[(i32[i32[entry + 4] >>> 2]) >>> 2] >>> 8) === 25) {
            i32[sp - (1)] = ((ip + 1) << 1) | 1;
            i32[sp++] = top;
            { call_callee = i32[i32[entry + 4] >>> 2]; call_first = (sp - 1) | 0; call_count = 1; call_names = 0; call_cut = (sp - 1) | 0; call_after = ((w >> 8) === 2 ? reprContinuation : strContinuation) >>> 2; break call; }
            }
            }
            }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = formatValue(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= ((w >> 8) & 4) !== 0 ? 2 : 1;
            i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 81: { // list_append
            v = i32[sp - (1)], list = i32[sp - ((w >> 8) + 1)];
            length = i32[((list) + 8) >>> 2], items = i32[((list) + 12) >>> 2];
            if (length < i32[((items) + 4) >>> 2]) {
            i32[((items + 8) >>> 2) + length] = v;
            i32[((list) + 8) >>> 2] = length + 1;
            sp = (sp - (1)) | 0;
            { after = (ip + 1); if ((i32[(items) >>> 2] & 2) !== 0) { remember_old_old = items; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            if (appendToList(list, v) === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } if (((result = noMemory()) & -3) === 0) { break leave; } }
            sp = (sp - (1)) | 0;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 82: { // set_add
            if (addToSet(i32[sp - ((w >> 8) + 1)], i32[sp - (1)]) === 1024) { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = setAdd(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= 1;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 83: { // map_add
            if (setKey(i32[sp - ((w >> 8) + 2)], i32[sp - (2)], i32[sp - (1)]) === 1) { sp = (sp - (2)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = mapAdd(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= 2;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 84: { // list_extend
            if (listExtend(i32[sp - ((w >> 8) + 1)], i32[sp - (1)]) === 1024) { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = extendByAny(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= 1;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 85: { // set_update
            if (updateSet(i32[sp - ((w >> 8) + 1)], i32[sp - (1)]) === 1024) { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = setUpdate(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= 1;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 86: { // dict_update
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = dictUpdate(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= 1;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 87: { // dict_merge
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = dictMerge(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp -= 1;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 88: { // list_to_tuple
            tuple = listToTuple(i32[sp - (1)]);
            if (tuple === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } if (((result = noMemory()) & -3) === 0) { break leave; } }
            i32[sp - (1)] = tuple;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 89: { // unpack_sequence
            count = (w >> 8);
            s = i32[sp - (1)];
            if ((s & 1) === 0) {
            shape = (i32[(s) >>> 2] >>> 8);
            if (shape >= 64) {
            value = sequenceIn(s);
            if (value !== 0) { s = value; shape = (i32[(s) >>> 2] >>> 8); }
            }
            items = shape === 11 ? i32[((s) + 12) >>> 2] : s;
            if ((shape === 9 || shape === 11) && (shape === 11 ? i32[((s) + 8) >>> 2] : i32[((s) + 4) >>> 2]) === count) {
            sp = (sp - (1)) | 0;
            for (i = count - 1; i >= 0; i--) i32[sp++] = i32[((items + 8) >>> 2) + i];
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            }
            { i32[fp + 3] = (ip + 3) << 2; i32[fp + 4] = sp << 2; }
            if (((result = unpackSequence(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp += (w >> 8) - 1;
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 90: { // unpack_ex
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = unpackAroundStar(sp, (w >> 8))) & -3) === 0) { break leave; }
            sp += ((w >> 8) & 255) + ((w >> 8) >> 8);
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 91: { // load_subscript
            k = i32[sp - (1)], o = i32[sp - (2)];
            if ((o & 1) === 0) {
            shape = (i32[(o) >>> 2] >>> 8);
            if ((k & 1) !== 0) {
            i = k >> 1;
            if (shape === 11) {
            length = i32[((o) + 8) >>> 2];
            if (i < 0) i += length;
            if (i >= 0 && i < length) { sp = (sp - (1)) | 0; i32[sp - (1)] = i32[((i32[((o) + 12) >>> 2] + 8) >>> 2) + i]; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            } else if (shape === 9) {
            length = i32[((o) + 4) >>> 2];
            if (i < 0) i += length;
            if (i >= 0 && i < length) { sp = (sp - (1)) | 0; i32[sp - (1)] = i32[((o + 8) >>> 2) + i]; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            } else if (shape === 6) {
            length = i32[((o) + 4) >>> 2];
            if (i < 0) i += length;
            if (i >= 0 && i < length) { sp = (sp - (1)) | 0; i32[sp - (1)] = i32[(i32[37] >>> 2) + u8[o + 16 + i]]; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            } else if (shape !== 12) {
            item = itemAt(o, k);
            if (item !== -2) { sp = (sp - (1)) | 0; i32[sp - (1)] = item; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            }
            }
            if (shape === 12) { dict_access_operator = 0; dict_access_o = o; dict_access_k = k; dict_access_value = 0; dict_access_at = (sp - 2) | 0; dict_access_after = (ip + 3) | 0; break dict_access; }
            if ((k & 1) === 0 && (i32[(k) >>> 2] >>> 8) === 40) {
            part = getSlice(o, k);
            if (part !== 0 && part !== -2) { sp = (sp - (1)) | 0; i32[sp - (1)] = part; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            }
            }
            { load_item_by_method_o = o; load_item_by_method_k = k; break load_item_by_method; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 92: { // store_subscript
            k = i32[sp - (1)], o = i32[sp - (2)], v = i32[sp - (3)];
            if ((o & 1) === 0) {
            shape = (i32[(o) >>> 2] >>> 8);
            if (shape === 11 && (k & 1) !== 0) {
            length = i32[((o) + 8) >>> 2];
            i = k >> 1;
            if (i < 0) i += length;
            if (i >= 0 && i < length) {
            items = i32[((o) + 12) >>> 2];
            i32[((items + 8) >>> 2) + i] = v;
            sp = (sp - (3)) | 0;
            { after = (ip + 3); if ((i32[(items) >>> 2] & 2) !== 0) { remember_old_old = items; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            } else if (shape === 12) { dict_access_operator = 1; dict_access_o = o; dict_access_k = k; dict_access_value = v; dict_access_at = (sp - 3) | 0; dict_access_after = (ip + 3) | 0; break dict_access; }
            else if (shape === 53 && (k & v & 1) !== 0) {
            length = i32[((o) + 8) >>> 2], byte = v >> 1;
            i = k >> 1;
            if (i < 0) i += length;
            if (i >= 0 && i < length && byte >= 0 && byte < 256) {
            u8[i32[((o) + 12) >>> 2] + 8 + i] = byte;
            sp = (sp - (3)) | 0;
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            } else if (shape === 11 && (i32[(k) >>> 2] >>> 8) === 40 && setSlice(o, k, v) === 1024) { sp = (sp - (3)) | 0; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            }
            { store_item_by_method_o = o; store_item_by_method_k = k; store_item_by_method_v = v; break store_item_by_method; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 93: { // delete_subscript
            k = i32[sp - (1)], o = i32[sp - (2)];
            if ((o & 1) === 0) {
            shape = (i32[(o) >>> 2] >>> 8);
            if (shape === 12) {
            gone = popKey(o, k);
            if (gone !== 0 && gone !== -2) { sp = (sp - (2)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            } else if (shape === 11 && deleteFromList(o, k) === 1024) { sp = (sp - (2)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            }
            sp = (sp - (2)) | 0;
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = deleteItem(o, k)) & -3) === 0) { break leave; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 94: { // jump
            { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 95: { // jump_back
            countdown = i32[ip + 1 + (0)];
            cache = ip + 1;
            ip += (w >> 8);
            if (countdown > 0 && !(i32[20] !== 0)) {
            i32[cache] = countdown - 1;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2;
            if (countdown <= 0 && loopIsHot(cache) === 0) { result = 0; break dispatch; }
            { result = 2; break dispatch; }
          }
          case 96: { // jump_if_false
            c = i32[--sp];
            if (c === 1040 || c === 1024) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (c === 1056) { { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if ((c & 1) !== 0) { if ((c !== 1) === false) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } else { { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            known = truthWord(c);
            if (known !== -2) { if (known === 1040) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } else { { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2;
            if (((result = truth(c)) & -3) === 0) { break leave; }
            if (result === 1040) { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 97: { // jump_if_true
            c = i32[--sp];
            if (c === 1056) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (c === 1040 || c === 1024) { { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if ((c & 1) !== 0) { if ((c !== 1) === true) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } else { { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            known = truthWord(c);
            if (known !== -2) { if (known === 1056) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } else { { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2;
            if (((result = truth(c)) & -3) === 0) { break leave; }
            if (result === 1056) { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 98: { // jump_if_false_or_pop
            c = i32[sp - (1)];
            if (c === 1040 || c === 1024) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (c === 1056) { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if ((c & 1) !== 0) { if ((c !== 1) === false) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } else { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            known = truthWord(c);
            if (known !== -2) { if (known === 1040) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } else { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = truthNow(c)) & -3) === 0) { break leave; }
            if (result === 1040) { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            sp = (sp - (1)) | 0;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 99: { // jump_if_true_or_pop
            c = i32[sp - (1)];
            if (c === 1056) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (c === 1040 || c === 1024) { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if ((c & 1) !== 0) { if ((c !== 1) === true) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } else { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            known = truthWord(c);
            if (known !== -2) { if (known === 1056) { { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } else { sp = (sp - (1)) | 0; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = truthNow(c)) & -3) === 0) { break leave; }
            if (result === 1056) { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            sp = (sp - (1)) | 0;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 100: { // jump_if_none
            if (i32[--sp] === 1024) { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 101: { // jump_if_not_none
            if (i32[--sp] !== 1024) { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 102: { // get_iter
            o = i32[sp - (1)];
            if ((o & 1) === 0) {
            shape = (i32[(o) >>> 2] >>> 8);
            // Generators and the iterators of builtin containers are their own iterators.
            if (shape === 44 || shape === 31 || shape >= 16 && shape <= 21) { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            if (shape === 11 || shape === 9) {
            needed = 16; it = i32[18]; if (((i32[19] - it) | 0) < needed) { refill_needed = needed; break refill; } i32[18] = it + needed;
            i32[it >>> 2] = shape === 11 ? 4097 : 4353;
            i32[(it >>> 2) + 1] = 0;
            i32[((it) + 8) >>> 2] = 0;
            i32[((it) + 12) >>> 2] = o;
            i32[sp - (1)] = it;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            it = iteratePlain(o);
            if (it !== -2) {
            i32[sp - (1)] = it;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            }
            sp = (sp - (1)) | 0;
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = iterate(o)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 103: { // for_iter
            it = i32[sp - (1)];
            shape = (i32[(it) >>> 2] >>> 8);
            if (shape === 44) {
            remaining = i32[((it) + 12) >>> 2];
            if (remaining <= 0) { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            value = i32[((it) + 8) >>> 2];
            i32[((it) + 12) >>> 2] = remaining - 1;
            i32[((it) + 8) >>> 2] = (value + i32[((it) + 16) >>> 2]) | 0;
            v = (value << 1) | 1;
            store = i32[ip + 5], form = store & 255;
            if (form === 9 || form === 138) { i32[fp + 7 + (store >> 8)] = v; ip = (ip + 6) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            i32[sp++] = v;
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            if (shape === 16) {
            list = i32[((it) + 12) >>> 2];
            if (list === 0) { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            index = i32[((it) + 8) >>> 2];
            if (index < i32[((list) + 8) >>> 2]) {
            i32[((it) + 8) >>> 2] = index + 1;
            v = i32[((i32[((list) + 12) >>> 2] + 8) >>> 2) + index];
            store = i32[ip + 5], form = store & 255;
            if (form === 9 || form === 138) { i32[fp + 7 + (store >> 8)] = v; ip = (ip + 6) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            i32[sp++] = v;
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            i32[((it) + 12) >>> 2] = 0;
            { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            }
            if (shape === 31) {
            if (i32[((i32[((it) + 20) >>> 2]) + 28) >>> 2] >>> 20 !== 0) {
            following = i32[ip + 5], count = following >> 8;
            if ((following & 255) === 89 && stepApart(it, count, sp << 2) !== 0) {
            sp = sp + count;
            ip = (ip + 8) | 0;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            item = stepOfGenerator(it);
            if (item === 0) { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (item !== -2) { deliver_item = item; break deliver; }
            }
            state = i32[((it) + 8) >>> 2];
            if ((state === 1 || state === 0 && 1024 === 1024) && i32[22] === 0 && i32[((it) + 28) >>> 2] === 0) {
            code = i32[((it) + 20) >>> 2];
            slots = sp + 7;
            depth = i32[fp + 5] + ((i32[((code) + 28) >>> 2] & 262144) === 0 ? 1 : 0);
            if ((slots + i32[((code) + 20) >>> 2] + i32[((code) + 24) >>> 2]) << 2 <= i32[23] && depth <= i32[32]) {
            own = slots - 7;
            value = 1024;
            i32[fp + 3] = ((ip + 5)) << 2;
            i32[fp + 4] = own << 2;
            i32[own + 0] = fp << 2;
            i32[own + 1] = code;
            i32[own + 2] = i32[((it) + 24) >>> 2];
            i32[own + 5] = depth;
            i32[own + 6] = it;
            returns = (ip + (w >> 8)) << 1;
            ip = i32[((it) + 12) >>> 2] >>> 2;
            i32[((it) + 12) >>> 2] = returns;
            i32[((it) + 8) >>> 2] = 2;
            fp = own;
            i32[16] = fp << 2;
            sp = slots;
            from = (it + 36) >>> 2;
            end = slots + i32[((it) + 16) >>> 2];
            while (sp < end) i32[sp++] = i32[from++];
            // What has not begun takes nothing. A yield that is a statement drops what is sent to it.
            if (state === 0) { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            if ((i32[ip] & 255) === 3) ip++;
            else i32[sp++] = value;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            }
            }
            if (shape === 17) {
            tuple = i32[((it) + 12) >>> 2], index = i32[((it) + 8) >>> 2];
            if (tuple !== 0 && index < i32[((tuple) + 4) >>> 2]) {
            i32[((it) + 8) >>> 2] = index + 1;
            { deliver_item = i32[((tuple + 8) >>> 2) + index]; break deliver; }
            }
            i32[((it) + 12) >>> 2] = 0;
            { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            } else if (shape === 60) {
            list = i32[((it) + 12) >>> 2], index = i32[((it) + 8) >>> 2];
            if (list !== 0 && index >= 0 && index < i32[((list) + 8) >>> 2]) {
            i32[((it) + 8) >>> 2] = index - 1;
            { deliver_item = i32[((i32[((list) + 12) >>> 2] + 8) >>> 2) + index]; break deliver; }
            }
            i32[((it) + 12) >>> 2] = 0;
            { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            } else if (shape === 18) {
            string = i32[((it) + 12) >>> 2], index = i32[((it) + 8) >>> 2];
            if (string !== 0 && (i32[(string) >>> 2] >>> 8) === 6 && index < i32[((string) + 4) >>> 2]) {
            i32[((it) + 8) >>> 2] = index + 1;
            { deliver_item = i32[(i32[37] >>> 2) + u8[string + 16 + index]]; break deliver; }
            }
            character = nextCharacter(it);
            if (character === 0) { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (character !== -2) { deliver_item = character; break deliver; }
            } else if (shape >= 19 && shape <= 21) {
            if (shape === 21 && i32[ip + 5] === 89 + (2 << 8)) {
            entry = advanceInDict(it);
            if (entry >= 0) {
            dict = i32[((it) + 16) >>> 2];
            i32[sp++] = i32[((i32[((dict) + 20) >>> 2] + 8) >>> 2) + entry];
            i32[sp++] = i32[((i32[((dict) + 16) >>> 2] + 32) >>> 2) + entry];
            ip = (ip + 8) | 0;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            if (entry === -1) { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            } else {
            item = nextOfDict(it);
            if (item === 0) { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (item !== -2) { deliver_item = item; break deliver; }
            }
            } else if (shape === 51) {
            key = nextOfSet(it);
            if (key === 0) { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (key !== -2) { deliver_item = key; break deliver; }
            } else if (shape === 62 || shape === 63) {
            item = nextOfDeque(it);
            if (item === 0) { sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            if (item !== -2) { deliver_item = item; break deliver; }
            } else if (shape === 54) {
            bytes = i32[((it) + 12) >>> 2], index = i32[((it) + 8) >>> 2];
            if (bytes !== 0 && index < i32[((bytes) + 4) >>> 2]) {
            i32[((it) + 8) >>> 2] = index + 1;
            { deliver_item = (u8[bytes + 16 + index] << 1) | 1; break deliver; }
            }
            } else if (shape === 55) {
            array = i32[((it) + 12) >>> 2], index = i32[((it) + 8) >>> 2];
            if (array !== 0 && index < i32[((array) + 8) >>> 2]) {
            i32[((it) + 8) >>> 2] = index + 1;
            { deliver_item = (u8[i32[((array) + 12) >>> 2] + 8 + index] << 1) | 1; break deliver; }
            }
            }
            { next_by_method_it = it; break next_by_method; }
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 104: { // call
            count = (w >> 8), first = sp - count, cut = first - 1;
            { call_callee = i32[cut]; call_first = first; call_count = count; call_names = 0; call_cut = cut; call_after = (ip + 5); break call; }
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 105: { // call_method
            count = (w >> 8) + 1, first = sp - count;
            cut = first - 1;
            callee = i32[cut];
            if (callee === 1) { callee = i32[first++]; count--; }
            { call_callee = callee; call_first = first; call_count = count; call_names = 0; call_cut = cut; call_after = (ip + 5); break call; }
            { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 106: { // call_keywords
            names = i32[sp - (1)], first = sp - (w >> 8) - 1, cut = first - 1;
            { call_callee = i32[cut]; call_first = first; call_count = (w >> 8); call_names = names; call_cut = cut; call_after = (ip + 1); break call; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 107: { // call_spread
            size = spreadItems(i32[sp - (1 + (w >> 8))], sp << 2);
            if (size >= 0) {
            names = 0, top = sp + size;
            if ((w >> 8) === 1) {
            dict = i32[sp - (1)];
            names = (dict & 1) === 0 && (i32[(dict) >>> 2] >>> 8) === 12 && i32[((dict) + 8) >>> 2] <= 32 ? spreadKeywords(dict, top << 2) : -2;
            }
            if (names !== -2) {
            first = sp, cut = sp - 2 - (w >> 8);
            sp = names === 0 ? top : top + i32[((names) + 4) >>> 2];
            { call_callee = i32[cut]; call_first = first; call_count = sp - first; call_names = names; call_cut = cut; call_after = (ip + 1); break call; }
            }
            }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = spreadArguments(sp, (w >> 8))) & -3) === 0) { break leave; }
            args = i32[sp - 1 - (w >> 8)], keywords = (w >> 8) === 1 ? i32[sp - (1)] : 0;
            sp -= 2 + (w >> 8);
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = invokeSpread(i32[sp], args, keywords)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 108: { // make_function
            if (((w >> 8) & 6) === 0) {
            closure = (w >> 8) >> 3, running = i32[fp + 2];
            module = getOr(i32[((running) + 12) >>> 2], moduleName, 1024);
            if (module !== -2) {
            fn = newFunction(i32[sp - (1)], running, ((w >> 8) & 1) === 0 ? 0 : i32[sp - 2 - closure], closure === 0 ? 0 : i32[sp - (2)], module);
            if (fn !== 0) {
            sp -= 1 + ((w >> 8) & 1) + closure;
            i32[sp++] = fn;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            }
            }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = makeFunction(sp, (w >> 8), i32[fp + 2])) & -3) === 0) { break leave; }
            sp -= 1 + ((w >> 8) & 1) + (((w >> 8) >> 1) & 1) + (((w >> 8) >> 2) & 1) + (((w >> 8) >> 3) & 1);
            i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 109: { // return
            if (i32[fp + 6] !== 0) {
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = retireFrame()) & -3) === 0) { break leave; }
            }
            { value = i32[sp - (1)]; fp = i32[fp + 0] >>> 2; i32[16] = fp << 2; ip = i32[fp + 3] >>> 2; sp = i32[fp + 4] >>> 2; i32[sp++] = value; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 110: { // load_internal
            i32[sp++] = i32[((internals + 8) >>> 2) + (w >> 8)];
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 111: { // load_build_class
            i32[sp++] = buildClass;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 112: { // finish_init
            if (i32[sp - (1)] === 1024) {
            ip = ((i32[sp - (2)] & -2) << 1) >>> 2;
            // There may be another continuation, which is found by this.
            i32[fp + 3] = ip << 2;
            sp = (sp - (0 + 2)) | 0;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            sp--; i32[fp + 4] = sp << 2; if (((result = continueWith(i32[sp])) & -3) === 0) { break leave; } resumeWith(result); { result = 2; { break leave; } }
          }
          case 113: { // continue_with
            ending = (w >> 8) >> 8;
            v = i32[sp - (1)];
            if (ending > 24) v = endPlain(ending, v, sp << 2);
            else if (ending === 11 ? v === notImplemented : ending === 0) v = 0;
            if (v !== 0) {
            ip = ((i32[sp - (2)] & -2) << 1) >>> 2;
            // There may be another continuation, which is found by this.
            i32[fp + 3] = ip << 2;
            sp = (sp - ((ending & 7) + 2)) | 0;
            if (ending !== 24) i32[sp++] = v;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            sp--; i32[fp + 4] = sp << 2; if (((result = continueWith(i32[sp])) & -3) === 0) { break leave; } resumeWith(result); { result = 2; { break leave; } }
          }
          case 114: { // leave_loop
            v = i32[--sp];
            i32[fp + 4] = sp << 2;
            return v;
          }
          case 115: { // make_generator
            made = newGenerator(fp << 2, (ip + 1) << 2, sp << 2);
            if (made !== -2) { value = made; fp = i32[fp + 0] >>> 2; i32[16] = fp << 2; ip = i32[fp + 3] >>> 2; sp = i32[fp + 4] >>> 2; i32[sp++] = value; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = createGenerator()) & -3) === 0) { break leave; }
            { value = result; fp = i32[fp + 0] >>> 2; i32[16] = fp << 2; ip = i32[fp + 3] >>> 2; sp = i32[fp + 4] >>> 2; i32[sp++] = value; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 116: { // yield_value
            v = i32[--sp];
            generator = i32[fp + 6];
            to = (generator + 36) >>> 2;
            slots = fp + 7;
            for (i = slots; i < sp; i++) i32[to++] = i32[i];
            // What it has used more of before would be kept alive.
            end = ((generator + 36) >>> 2) + i32[((generator) + 16) >>> 2];
            while (to < end) i32[to++] = 0;
            i32[((generator) + 16) >>> 2] = sp - slots;
            i32[((generator) + 12) >>> 2] = (ip + 1) << 2;
            i32[((generator) + 8) >>> 2] = 1;
            resumers = i32[((generator) + 28) >>> 2];
            handled = i32[22];
            i32[((generator) + 28) >>> 2] = (w >> 8) !== 0 ? handled : 0;
            i32[22] = resumers;
            if ((i32[(generator) >>> 2] & 2) !== 0) remember(generator);
            { value = v; fp = i32[fp + 0] >>> 2; i32[16] = fp << 2; ip = i32[fp + 3] >>> 2; sp = i32[fp + 4] >>> 2; i32[sp++] = value; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 117: { // return_generator
            v = i32[--sp];
            generator = i32[fp + 6];
            if (generator === 0) { value = v; fp = i32[fp + 0] >>> 2; i32[16] = fp << 2; ip = i32[fp + 3] >>> 2; sp = i32[fp + 4] >>> 2; i32[sp++] = value; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            mode = i32[((generator) + 12) >>> 2];
            i32[22] = i32[((generator) + 28) >>> 2];
            i32[((generator) + 28) >>> 2] = 0;
            if (closeGenerator(generator, fp << 2) === 0) {
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            endGenerator(generator);
            }
            fp = i32[fp + 0] >>> 2;
            i32[16] = fp << 2;
            if (mode === 0) { stopIteration(v); { result = 0; break dispatch; } }
            sp = i32[fp + 4] >>> 2;
            if ((mode & 1) !== 0) i32[sp - (1)] = v; else sp = (sp - (1)) | 0;
            ip = ((mode & -2) << 1) >>> 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
          }
          case 118: { // get_yield_from
            o = i32[sp - (1)];
            if ((o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === 31) { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            sp = (sp - (1)) | 0;
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = delegate(o)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 119: { // send
            v = i32[--sp], it = i32[sp - (1)];
            if ((i32[(it) >>> 2] >>> 8) === 31) {
            state = i32[((it) + 8) >>> 2];
            if ((state === 1 || state === 0 && v === 1024) && i32[22] === 0 && i32[((it) + 28) >>> 2] === 0) {
            code = i32[((it) + 20) >>> 2];
            slots = sp + 7;
            depth = i32[fp + 5] + ((i32[((code) + 28) >>> 2] & 262144) === 0 ? 1 : 0);
            if ((slots + i32[((code) + 20) >>> 2] + i32[((code) + 24) >>> 2]) << 2 <= i32[23] && depth <= i32[32]) {
            own = slots - 7;
            value = v;
            i32[fp + 3] = ((ip + 1)) << 2;
            i32[fp + 4] = own << 2;
            i32[own + 0] = fp << 2;
            i32[own + 1] = code;
            i32[own + 2] = i32[((it) + 24) >>> 2];
            i32[own + 5] = depth;
            i32[own + 6] = it;
            returns = ((ip + (w >> 8)) << 1) | 1;
            ip = i32[((it) + 12) >>> 2] >>> 2;
            i32[((it) + 12) >>> 2] = returns;
            i32[((it) + 8) >>> 2] = 2;
            fp = own;
            i32[16] = fp << 2;
            sp = slots;
            from = (it + 36) >>> 2;
            end = slots + i32[((it) + 16) >>> 2];
            while (sp < end) i32[sp++] = i32[from++];
            // What has not begun takes nothing. A yield that is a statement drops what is sent to it.
            if (state === 0) { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            if ((i32[ip] & 255) === 3) ip++;
            else i32[sp++] = value;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            }
            }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = sendTo(it, v, ip + (w >> 8))) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 120: { // raise
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = raise(sp, (w >> 8))) & -3) === 0) { break leave; }
            { result = 0; break dispatch; }
          }
          case 121: { // push_handler
            exception = i32[sp - (1)];
            i32[sp - (1)] = i32[22] === 0 ? 1024 : i32[22];
            i32[22] = exception;
            i32[sp++] = exception;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 122: { // push_handler_generator
            exception = i32[sp - (1)];
            generator = i32[fp + 6];
            old = generator !== 0 && (w >> 8) === 0 ? 0 : i32[22];
            i32[sp - (1)] = old === 0 ? 1024 : old;
            i32[22] = exception;
            i32[sp++] = exception;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 123: { // match_exception
            type = i32[--sp];
            known = matchesException(i32[sp - (1)], type);
            if (known !== -2) { i32[sp++] = known; { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = matchException(i32[sp - (1)], type)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 124: { // pop_handler
            old = i32[--sp];
            i32[22] = old === 1024 ? 0 : old;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 125: { // pop_handler_generator
            old = i32[--sp];
            generator = i32[fp + 6];
            i32[22] = old !== 1024 ? old : generator !== 0 ? i32[((generator) + 28) >>> 2] : 0;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 126: { // reraise
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            reraise(i32[sp - (1)], (w >> 8));
            { result = 0; break dispatch; }
          }
          case 127: { // setup_with
            { enter_by_method_o = i32[sp - (1)]; break enter_by_method; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 128: { // with_except
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = callExit(i32[sp - (3)], i32[sp - (1)])) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 129: { // end_async_for
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = endAsyncLoop(i32[sp - (1)])) & -3) === 0) { break leave; }
            sp = (sp - (2)) | 0;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 130: { // load_assertion_error
            i32[sp++] = assertionError;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 131: { // import_name
            fromList = i32[--sp], level = i32[--sp];
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = importName(i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], fromList, level >> 1)) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 132: { // import_from
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = importFrom(i32[sp - (1)], i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2])) & -3) === 0) { break leave; } i32[sp++] = result;
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 133: { // import_star
            module = i32[--sp];
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = importStar(module, (w >> 8) === 1 ? i32[fp + 7 + (0)] : 0)) & -3) === 0) { break leave; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 134: { // setup_annotations
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = setupAnnotations((w >> 8) === 1 ? i32[fp + 7 + (0)] : 0)) & -3) === 0) { break leave; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 135: { // print_expr
            v = i32[--sp];
            { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
            if (((result = printExpression(v)) & -3) === 0) { break leave; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 136: { // load_local_local
            a = i32[fp + 7 + ((w >> 8))], b = i32[fp + 7 + ((i32[ip + 1] >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            i32[sp++] = a;
            if (b === 0) { ip++; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            i32[sp++] = b;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 137: { // load_local_small
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            i32[sp++] = a;
            i32[sp++] = ((i32[ip + 1] >> 8) << 1) | 1;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 138: { // store_local_load_local
            i32[fp + 7 + ((w >> 8))] = i32[sp - (1)];
            v = i32[fp + 7 + ((i32[ip + 1] >> 8))];
            if (v === 0) { sp--; ip++; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            i32[sp - (1)] = v;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 139: { // load_local_return
            v = i32[fp + 7 + ((w >> 8))];
            if (v === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            // The plain instruction has more to do.
            if (i32[fp + 6] !== 0) { i32[sp++] = v; ip++; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { value = v; fp = i32[fp + 0] >>> 2; i32[16] = fp << 2; ip = i32[fp + 3] >>> 2; sp = i32[fp + 4] >>> 2; i32[sp++] = value; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 140: { // load_const_return
            v = i32[(i32[(i32[fp + 1] + 56) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2];
            if (i32[fp + 6] !== 0) { i32[sp++] = v; ip++; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { value = v; fp = i32[fp + 0] >>> 2; i32[16] = fp << 2; ip = i32[fp + 3] >>> 2; sp = i32[fp + 4] >>> 2; i32[sp++] = value; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 141: { // load_local_local_add
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = i32[fp + 7 + ((i32[ip + 1] >> 8))];
            if ((a & b & 1) !== 0) { r = (a + b - 1) | 0; if (((a ^ r) & (b ^ r)) >= 0) { i32[sp++] = r; ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }  }
            else if (b === 0) { i32[sp++] = a; ip++; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] + f64[(b + 8) >>> 3]; box_float_at = sp; box_float_above = (sp + 1) | 0; box_float_after = (ip + 5) | 0; break box_float; }
            { binary_other_operator = 0; binary_other_a = a; binary_other_b = b; binary_other_at = sp; binary_other_above = (sp + 1) | 0; binary_other_after = (ip + 5) | 0; binary_other_base = sp; binary_other_opIp = (ip + 2) | 0; break binary_other; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 142: { // load_local_local_sub
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = i32[fp + 7 + ((i32[ip + 1] >> 8))];
            if ((a & b & 1) !== 0) { r = (a - b + 1) | 0; if (((a ^ b) & (a ^ r)) >= 0) { i32[sp++] = r; ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }  }
            else if (b === 0) { i32[sp++] = a; ip++; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] - f64[(b + 8) >>> 3]; box_float_at = sp; box_float_above = (sp + 1) | 0; box_float_after = (ip + 5) | 0; break box_float; }
            { binary_other_operator = 1; binary_other_a = a; binary_other_b = b; binary_other_at = sp; binary_other_above = (sp + 1) | 0; binary_other_after = (ip + 5) | 0; binary_other_base = sp; binary_other_opIp = (ip + 2) | 0; break binary_other; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 143: { // load_local_local_mul
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = i32[fp + 7 + ((i32[ip + 1] >> 8))];
            if ((a & b & 1) !== 0) { p = (a >> 1) * (b >> 1); if (p >= -0x40000000 && p <= 0x3fffffff) { r = (p << 1) | 1; { i32[sp++] = r; ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            else if (b === 0) { i32[sp++] = a; ip++; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] * f64[(b + 8) >>> 3]; box_float_at = sp; box_float_above = (sp + 1) | 0; box_float_after = (ip + 5) | 0; break box_float; }
            { binary_other_operator = 2; binary_other_a = a; binary_other_b = b; binary_other_at = sp; binary_other_above = (sp + 1) | 0; binary_other_after = (ip + 5) | 0; binary_other_base = sp; binary_other_opIp = (ip + 2) | 0; break binary_other; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 144: { // binary_add_store
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { r = (a + b - 1) | 0; if (((a ^ r) & (b ^ r)) >= 0) { sp = (sp - (2)) | 0; i32[fp + 7 + ((i32[ip + 3] >> 8))] = r; ip = (ip + 4) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }  }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] + f64[(b + 8) >>> 3]; box_float_at = (fp + 7 + (i32[ip + 3] >> 8)) | 0; box_float_above = (sp - 2) | 0; box_float_after = (ip + 4) | 0; break box_float; }
            { binary_other_operator = 0; binary_other_a = a; binary_other_b = b; binary_other_at = (fp + 7 + (i32[ip + 3] >> 8)) | 0; binary_other_above = (sp - 2) | 0; binary_other_after = (ip + 4) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 145: { // binary_sub_store
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { r = (a - b + 1) | 0; if (((a ^ b) & (a ^ r)) >= 0) { sp = (sp - (2)) | 0; i32[fp + 7 + ((i32[ip + 3] >> 8))] = r; ip = (ip + 4) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }  }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] - f64[(b + 8) >>> 3]; box_float_at = (fp + 7 + (i32[ip + 3] >> 8)) | 0; box_float_above = (sp - 2) | 0; box_float_after = (ip + 4) | 0; break box_float; }
            { binary_other_operator = 1; binary_other_a = a; binary_other_b = b; binary_other_at = (fp + 7 + (i32[ip + 3] >> 8)) | 0; binary_other_above = (sp - 2) | 0; binary_other_after = (ip + 4) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 146: { // binary_mul_store
            b = i32[sp - (1)], a = i32[sp - (2)];
            if ((a & b & 1) !== 0) { p = (a >> 1) * (b >> 1); if (p >= -0x40000000 && p <= 0x3fffffff) { r = (p << 1) | 1; { sp = (sp - (2)) | 0; i32[fp + 7 + ((i32[ip + 3] >> 8))] = r; ip = (ip + 4) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] * f64[(b + 8) >>> 3]; box_float_at = (fp + 7 + (i32[ip + 3] >> 8)) | 0; box_float_above = (sp - 2) | 0; box_float_after = (ip + 4) | 0; break box_float; }
            { binary_other_operator = 2; binary_other_a = a; binary_other_b = b; binary_other_at = (fp + 7 + (i32[ip + 3] >> 8)) | 0; binary_other_above = (sp - 2) | 0; binary_other_after = (ip + 4) | 0; binary_other_base = (sp - 2) | 0; binary_other_opIp = ip; break binary_other; }
            { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 147: { // load_local_add
            b = i32[fp + 7 + ((w >> 8))], a = i32[sp - (1)];
            if ((a & b & 1) !== 0) { r = (a + b - 1) | 0; if (((a ^ r) & (b ^ r)) >= 0) { i32[sp - (1)] = r; ip = (ip + 4) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }  }
            else if (b === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] + f64[(b + 8) >>> 3]; box_float_at = (sp - 1) | 0; box_float_above = sp; box_float_after = (ip + 4) | 0; break box_float; }
            { binary_other_operator = 0; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 1) | 0; binary_other_above = sp; binary_other_after = (ip + 4) | 0; binary_other_base = (sp - 1) | 0; binary_other_opIp = (ip + 1) | 0; break binary_other; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 148: { // load_local_sub
            b = i32[fp + 7 + ((w >> 8))], a = i32[sp - (1)];
            if ((a & b & 1) !== 0) { r = (a - b + 1) | 0; if (((a ^ b) & (a ^ r)) >= 0) { i32[sp - (1)] = r; ip = (ip + 4) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }  }
            else if (b === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] - f64[(b + 8) >>> 3]; box_float_at = (sp - 1) | 0; box_float_above = sp; box_float_after = (ip + 4) | 0; break box_float; }
            { binary_other_operator = 1; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 1) | 0; binary_other_above = sp; binary_other_after = (ip + 4) | 0; binary_other_base = (sp - 1) | 0; binary_other_opIp = (ip + 1) | 0; break binary_other; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 149: { // load_local_mul
            b = i32[fp + 7 + ((w >> 8))], a = i32[sp - (1)];
            if ((a & b & 1) !== 0) { p = (a >> 1) * (b >> 1); if (p >= -0x40000000 && p <= 0x3fffffff) { r = (p << 1) | 1; { i32[sp - (1)] = r; ip = (ip + 4) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } } }
            else if (b === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            else if (((a | b) & 1) === 0 && i32[a >>> 2] >>> 8 === 5 && i32[b >>> 2] >>> 8 === 5) { box_float_number = f64[(a + 8) >>> 3] * f64[(b + 8) >>> 3]; box_float_at = (sp - 1) | 0; box_float_above = sp; box_float_after = (ip + 4) | 0; break box_float; }
            { binary_other_operator = 2; binary_other_a = a; binary_other_b = b; binary_other_at = (sp - 1) | 0; binary_other_above = sp; binary_other_after = (ip + 4) | 0; binary_other_base = (sp - 1) | 0; binary_other_opIp = (ip + 1) | 0; break binary_other; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 150: { // load_local_attr
            o = i32[fp + 7 + ((w >> 8))];
            if ((i32[ip + 1] & 255) === 28 && o !== 0 && (o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 2]) {
            i32[sp++] = i32[(o + i32[ip + 3]) >>> 2];
            ip = (ip + 8) | 0;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            if (o === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            i32[sp++] = o;
            ip++;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 151: { // dup_load_attr
            o = i32[sp - (1)];
            if ((i32[ip + 1] & 255) === 28 && o !== 0 && (o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 2]) {
            i32[sp++] = i32[(o + i32[ip + 3]) >>> 2];
            ip = (ip + 8) | 0;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[sp++] = o;
            ip++;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 152: { // swap_store_attr
            o = i32[sp - (2)], v = i32[sp - (1)];
            if ((i32[ip + 1] & 255) === 33 && o !== 0 && (o & 1) === 0 && (i32[(o) >>> 2] >>> 8) === i32[ip + 2]) {
            i32[(o + i32[ip + 3]) >>> 2] = v;
            sp = (sp - (2)) | 0;
            { after = (ip + 8) | 0; if ((i32[(o) >>> 2] & 2) !== 0) { remember_old_old = o; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            i32[sp - (1)] = o;
            i32[sp - (2)] = v;
            ip++;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 153: { // load_local_small_add
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = ((i32[ip + 1] >> 8) << 1) | 1;
            if ((a & 1) !== 0) {
            r = (a + b - 1) | 0;
            if (((a ^ r) & (b ^ r)) >= 0) { i32[sp++] = r; ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { binary_other_operator = 0; binary_other_a = a; binary_other_b = b; binary_other_at = sp; binary_other_above = (sp + 1) | 0; binary_other_after = (ip + 5) | 0; binary_other_base = sp; binary_other_opIp = (ip + 2) | 0; break binary_other; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 154: { // load_local_small_sub
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = ((i32[ip + 1] >> 8) << 1) | 1;
            if ((a & 1) !== 0) {
            r = (a - b + 1) | 0;
            if (((a ^ b) & (a ^ r)) >= 0) { i32[sp++] = r; ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            }
            { binary_other_operator = 1; binary_other_a = a; binary_other_b = b; binary_other_at = sp; binary_other_above = (sp + 1) | 0; binary_other_after = (ip + 5) | 0; binary_other_base = sp; binary_other_opIp = (ip + 2) | 0; break binary_other; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 155: { // load_local_small_lt_jump
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = ((i32[ip + 1] >> 8) << 1) | 1;
            if ((a & b & 1) !== 0) {
            jump = ip + 5;
            ip = a < b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[sp++] = a;
            i32[sp++] = b;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 156: { // load_local_small_le_jump
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = ((i32[ip + 1] >> 8) << 1) | 1;
            if ((a & b & 1) !== 0) {
            jump = ip + 5;
            ip = a <= b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[sp++] = a;
            i32[sp++] = b;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 157: { // load_local_small_gt_jump
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = ((i32[ip + 1] >> 8) << 1) | 1;
            if ((a & b & 1) !== 0) {
            jump = ip + 5;
            ip = a > b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[sp++] = a;
            i32[sp++] = b;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 158: { // load_local_small_ge_jump
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = ((i32[ip + 1] >> 8) << 1) | 1;
            if ((a & b & 1) !== 0) {
            jump = ip + 5;
            ip = a >= b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[sp++] = a;
            i32[sp++] = b;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 159: { // load_local_small_eq_jump
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = ((i32[ip + 1] >> 8) << 1) | 1;
            if ((a & b & 1) !== 0) {
            jump = ip + 5;
            ip = a === b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[sp++] = a;
            i32[sp++] = b;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 160: { // load_local_small_ne_jump
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = ((i32[ip + 1] >> 8) << 1) | 1;
            if ((a & b & 1) !== 0) {
            jump = ip + 5;
            ip = a !== b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[sp++] = a;
            i32[sp++] = b;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          case 161: { // load_local_local_lt_jump
            a = i32[fp + 7 + ((w >> 8))];
            if (a === 0) { { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; } unboundLocal((w >> 8)); { result = 0; break dispatch; } }
            b = i32[fp + 7 + ((i32[ip + 1] >> 8))];
            if (b === 0) { i32[sp++] = a; ip++; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
            if ((a & b & 1) !== 0) {
            jump = ip + 5;
            ip = a < b ? jump + 1 : jump + (i32[jump] >> 8);
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            }
            i32[sp++] = a;
            i32[sp++] = b;
            ip += 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
            { ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
          }
          default: return badInstruction(w & 255, ip);
        }
}
{
operator = compare_jump_operator;
a = compare_jump_a;
b = compare_jump_b;

    if (((a | b) & 1) === 0 && (i32[(a) >>> 2] >>> 8) >= 6 && (i32[(a) >>> 2] >>> 8) <= 8 && (i32[(b) >>> 2] >>> 8) >= 6 && (i32[(b) >>> 2] >>> 8) <= 8) {
    x = 0, y = 0;
    if (operator < 4) x = orderOfStrings(a, b);
    else if (a !== b) {
      // Most strings that differ do so in size or in their first characters.
      x = i32[((a) + 4) >>> 2] !== i32[((b) + 4) >>> 2] || i32[((a) + 16) >>> 2] !== i32[((b) + 16) >>> 2] ? 1 : equalStrings(a, b) ? 0 : 1;
    }
    outcome = (((operator === 0 ? x < y : operator === 1 ? x <= y : operator === 2 ? x > y : operator === 3 ? x >= y : operator === 4 ? x === y : x !== y)) ? 1056 : 1040);
sp = (sp - (2)) | 0;
i32[sp++] = outcome;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
  if (((a & 1) !== 0 || i32[a >>> 2] >>> 8 === 1 || i32[a >>> 2] >>> 8 === 2) && ((b & 1) !== 0 || i32[b >>> 2] >>> 8 === 1 || i32[b >>> 2] >>> 8 === 2)) {
    x = compareIntegers(a, b), y = 0;
    outcome = (((operator === 0 ? x < y : operator === 1 ? x <= y : operator === 2 ? x > y : operator === 3 ? x >= y : operator === 4 ? x === y : x !== y)) ? 1056 : 1040);
sp = (sp - (2)) | 0;
i32[sp++] = outcome;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
  {
    found = comparePlain(operator, a, b);
    if (found !== -2) {
      outcome = ((found === 1056) ? 1056 : 1040);
sp = (sp - (2)) | 0;
i32[sp++] = outcome;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    }
  }
  { attempt_number = operator + 13; attempt_a = a; attempt_b = b; attempt_base = sp - 2; break attempt; }
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
operator = compare_slow_operator;
a = compare_slow_a;
b = compare_slow_b;

    if (((a | b) & 1) === 0 && (i32[(a) >>> 2] >>> 8) >= 6 && (i32[(a) >>> 2] >>> 8) <= 8 && (i32[(b) >>> 2] >>> 8) >= 6 && (i32[(b) >>> 2] >>> 8) <= 8) {
    x = 0, y = 0;
    if (operator < 4) x = orderOfStrings(a, b);
    else if (a !== b) {
      // Most strings that differ do so in size or in their first characters.
      x = i32[((a) + 4) >>> 2] !== i32[((b) + 4) >>> 2] || i32[((a) + 16) >>> 2] !== i32[((b) + 16) >>> 2] ? 1 : equalStrings(a, b) ? 0 : 1;
    }
    outcome = (((operator === 0 ? x < y : operator === 1 ? x <= y : operator === 2 ? x > y : operator === 3 ? x >= y : operator === 4 ? x === y : x !== y)) ? 1056 : 1040);
sp = (sp - (2)) | 0;
i32[sp++] = outcome;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
  if (((a & 1) !== 0 || i32[a >>> 2] >>> 8 === 1 || i32[a >>> 2] >>> 8 === 2) && ((b & 1) !== 0 || i32[b >>> 2] >>> 8 === 1 || i32[b >>> 2] >>> 8 === 2)) {
    x = compareIntegers(a, b), y = 0;
    outcome = (((operator === 0 ? x < y : operator === 1 ? x <= y : operator === 2 ? x > y : operator === 3 ? x >= y : operator === 4 ? x === y : x !== y)) ? 1056 : 1040);
sp = (sp - (2)) | 0;
i32[sp++] = outcome;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
  {
    found = comparePlain(operator, a, b);
    if (found !== -2) {
      outcome = ((found === 1056) ? 1056 : 1040);
sp = (sp - (2)) | 0;
i32[sp++] = outcome;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    }
  }
  { attempt_number = operator + 13; attempt_a = a; attempt_b = b; attempt_base = sp - 2; break attempt; }
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
item = deliver_item;

  v = item;
  store = i32[ip + 5], form = store & 255;
  if (form === 9 || form === 138) { i32[fp + 7 + (store >> 8)] = v; ip = (ip + 6) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  i32[sp++] = v;
  { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
{ ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
o = enter_by_method_o;

    if ((o & 1) === 0 && (w >> 8) === 0) {
      of = (i32[(o) >>> 2] >>> 8), exitName = i32[(operatorMethods >>> 2) + 24];
      exit = (attributeTable >>> 2) + 2048 + (((exitName >>> 3) + (of << 3) + of) & 511) * 8;
      if (i32[exit] === of && i32[exit + 1] === exitName && i32[((i32[exit + 2]) + 12) >>> 2] === i32[exit + 3] && (i32[(i32[i32[exit + 4] >>> 2]) >>> 2] >>> 8) === 25) {
        
  shape = (i32[(o) >>> 2] >>> 8), name = i32[(operatorMethods >>> 2) + 23];
  entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
  if (i32[entry] === shape && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3] && (i32[(i32[i32[entry + 4] >>> 2]) >>> 2] >>> 8) === 25) {
          
  needed = 16; method = i32[18]; if (((i32[19] - method) | 0) < needed) { refill_needed = needed; break refill; } i32[18] = method + needed;
  i32[method >>> 2] = 6913;
  i32[(method >>> 2) + 1] = 0;
  i32[((method) + 8) >>> 2] = i32[i32[exit + 4] >>> 2];
  i32[((method) + 12) >>> 2] = o;
          i32[sp - (1)] = method;
          i32[sp++] = o;
          { call_callee = i32[i32[entry + 4] >>> 2]; call_first = (sp - 1) | 0; call_count = 1; call_names = 0; call_cut = (sp - 1) | 0; call_after = (ip + 1); break call; }}
      }
    }
    { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
    if (((result = bindExit(o, (w >> 8))) & -3) === 0) { break leave; }
    manager = i32[--sp];
    i32[sp++] = result;
    { i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
    if (((result = callEnter(manager, (w >> 8))) & -3) === 0) { break leave; } i32[sp++] = result;
{ ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
it = next_by_method_it;

    
  shape = (i32[(it) >>> 2] >>> 8), name = i32[(operatorMethods >>> 2) + 22];
  entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
  if (i32[entry] === shape && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3] && (i32[(i32[i32[entry + 4] >>> 2]) >>> 2] >>> 8) === 25) {
      i32[sp++] = ((ip + (w >> 8)) << 1) | 1;
      i32[sp++] = ((ip + 5) << 1) | 1;
      i32[sp++] = it;
      { call_callee = i32[i32[entry + 4] >>> 2]; call_first = (sp - 1) | 0; call_count = 1; call_names = 0; call_cut = (sp - 1) | 0; call_after = nextContinuation >>> 2; break call; }}
    { i32[fp + 3] = (ip + 5) << 2; i32[fp + 4] = sp << 2; }
    if ((result = next(it, ip + (w >> 8))) === 2) { result = 2; { break leave; } }
    if (result === 0) { if (i32[21] !== 0) { result = 0; break dispatch; } sp = (sp - (1)) | 0; { ip = (ip + (w >> 8)) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
    i32[sp++] = result;
    { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
{ ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
o = contains_by_method_o;
k = contains_by_method_k;

    if ((o & 1) === 0) {
      
  shape = (i32[(o) >>> 2] >>> 8), name = i32[(operatorMethods >>> 2) + 21];
  entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
  if (i32[entry] === shape && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3] && (i32[(i32[i32[entry + 4] >>> 2]) >>> 2] >>> 8) === 25) {
        i32[sp - (2)] = ((ip + 3) << 1) | 1;
        i32[sp - (1)] = o;
        i32[sp++] = k;
        { call_callee = i32[i32[entry + 4] >>> 2]; call_first = (sp - 2) | 0; call_count = 2; call_names = 0; call_cut = (sp - 2) | 0; call_after = ((w >> 8) === 0 ? truthContinuation : falsehoodContinuation) >>> 2; break call; }}
      found = isInCarried(o, k);
      if (found !== -2) { sp = (sp - (1)) | 0; i32[sp - (1)] = (((found === 1056) !== ((w >> 8) !== 0)) ? 1056 : 1040); { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
    }
    sp = (sp - (2)) | 0;
    { i32[fp + 3] = (ip + 3) << 2; i32[fp + 4] = sp << 2; }
    if (((result = contains(o, k, (w >> 8))) & -3) === 0) { break leave; } i32[sp++] = result;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
o = store_item_by_method_o;
k = store_item_by_method_k;
v = store_item_by_method_v;

    if ((o & 1) === 0) {
      
  shape = (i32[(o) >>> 2] >>> 8), name = i32[(operatorMethods >>> 2) + 20];
  entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
  if (i32[entry] === shape && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3] && (i32[(i32[i32[entry + 4] >>> 2]) >>> 2] >>> 8) === 25) {
        i32[sp - (3)] = ((ip + 3) << 1) | 1;
        i32[sp - (2)] = o;
        i32[sp - (1)] = k;
        i32[sp++] = v;
        { call_callee = i32[i32[entry + 4] >>> 2]; call_first = (sp - 3) | 0; call_count = 3; call_names = 0; call_cut = (sp - 3) | 0; call_after = discardContinuation >>> 2; break call; }}
      if (setItemOfCarried(o, k, v) === 1024) { sp = (sp - (3)) | 0; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
    }
    sp = (sp - (3)) | 0;
    { i32[fp + 3] = (ip + 3) << 2; i32[fp + 4] = sp << 2; }
    if (((result = setItem(o, k, v)) & -3) === 0) { break leave; }
    { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
o = load_item_by_method_o;
k = load_item_by_method_k;

    if ((o & 1) === 0) {
      
  shape = (i32[(o) >>> 2] >>> 8), name = i32[(operatorMethods >>> 2) + 19];
  entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
  if (i32[entry] === shape && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3] && (i32[(i32[i32[entry + 4] >>> 2]) >>> 2] >>> 8) === 25) {{ call_callee = i32[i32[entry + 4] >>> 2]; call_first = (sp - 2) | 0; call_count = 2; call_names = 0; call_cut = (sp - 2) | 0; call_after = (ip + 3); break call; }}
      item = itemOrDefault(o, k);
      if (item !== -2) { sp = (sp - (1)) | 0; i32[sp - (1)] = item; { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
    }
    sp = (sp - (2)) | 0;
    { i32[fp + 3] = (ip + 3) << 2; i32[fp + 4] = sp << 2; }
    if (((result = getItem(o, k)) & -3) === 0) { break leave; } i32[sp++] = result;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{

  o = i32[sp - (1)];
  if (i32[ip + 1 + (5)] >= 2) {
    shape = (o & 1) === 0 ? (i32[(o) >>> 2] >>> 8) : 1, name = i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2];
    entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
    if (i32[entry] === shape && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3]) {
      if (i32[(shapesStart + shape * 32 + 24) >>> 2] === 1 && findKey(i32[((o) + 8) >>> 2], name) >= 0) {} else {
        i32[sp - (1)] = i32[i32[entry + 4] >>> 2];
        i32[sp++] = o;
        { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
      }
    }
  }
  sp = (sp - (1)) | 0;
  { i32[fp + 3] = (ip + 7) << 2; i32[fp + 4] = sp << 2; }
  if (((result = loadMethod(o, i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], ip)) & -3) === 0) { break leave; }
  sp += 2;
{ ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
o = store_by_table_o;
v = store_by_table_v;

  if ((o & 1) === 0 && i32[ip + 1 + (5)] >= 2) {
    shape = (i32[(o) >>> 2] >>> 8), name = i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2];
    entry = (attributeTable >>> 2) + (((name >>> 3) + (shape << 3) + shape) & 511) * 4;
    if (i32[entry] === shape && i32[entry + 1] === name) {
      place = i32[entry + 2];
      if (place === 1) {
        dict = i32[((o) + 8) >>> 2];
        if ((i32[dict >>> 2] & 64) === 0 && setKey(dict, name, v) === 1) { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
      } else {
        holder = place < 0 ? i32[((o) + 8) >>> 2] : o;
        i32[o >>> 2] = (i32[entry + 3] << 8) | (i32[o >>> 2] & 255);
        i32[(place < 0 ? holder - place : o + place) >>> 2] = v;
        { after = (ip + 7); if ((i32[(holder) >>> 2] & 2) !== 0) { remember_old_old = holder; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
      }
    }
  }
  { i32[fp + 3] = (ip + 7) << 2; i32[fp + 4] = sp << 2; }
  if (((result = storeAttribute(o, i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], v, ip)) & -3) === 0) { break leave; }
{ ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{

  o = i32[sp - (1)];
  if ((o & 1) === 0 && i32[ip + 1 + (5)] >= 2) {
    shape = (i32[(o) >>> 2] >>> 8), name = i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2];
    entry = (attributeTable >>> 2) + (((name >>> 3) + (shape << 3) + shape) & 511) * 4;
    if (i32[entry] === shape && i32[entry + 1] === name && i32[entry + 3] === shape) {
      place = i32[entry + 2];
      value = 0;
      if (place === 1) value = getOr(i32[((o) + 8) >>> 2], name, 0);
      else value = place >= 0 ? i32[(o + place) >>> 2] : i32[(i32[((o) + 8) >>> 2] - place) >>> 2];
      if (value !== 0 && value !== -2) {
        i32[sp - (1)] = value;
        { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
      }
    }
    known = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
    if (i32[known] === shape && i32[known + 1] === name && i32[((i32[known + 2]) + 12) >>> 2] === i32[known + 3]) {
      fn = i32[i32[known + 4] >>> 2];
      if (i32[(shapesStart + shape * 32 + 24) >>> 2] === 1 && findKey(i32[((o) + 8) >>> 2], name) >= 0) {} else if ((i32[(fn) >>> 2] >>> 8) === 25) {
        
  needed = 16; method = i32[18]; if (((i32[19] - method) | 0) < needed) { refill_needed = needed; break refill; } i32[18] = method + needed;
  i32[method >>> 2] = 6913;
  i32[(method >>> 2) + 1] = 0;
  i32[((method) + 8) >>> 2] = fn;
  i32[((method) + 12) >>> 2] = o;
        i32[sp - (1)] = method;
        { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
      } else if ((i32[(fn) >>> 2] >>> 8) === 37) {
        bound = bindNative(fn, o);
        if (bound !== 0) {
          i32[sp - (1)] = bound;
          { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
        }
      }
    }
  }
  if (i32[ip + 1 + (5)] >= 2) {
    shape = (o & 1) === 0 ? (i32[(o) >>> 2] >>> 8) : 1, name = i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2];
    getter = (attributeTable >>> 2) + 6144 + (((name >>> 3) + (shape << 3) + shape) & 63) * 8;
    if (i32[getter] === shape && i32[getter + 1] === name && i32[((i32[getter + 2]) + 12) >>> 2] === i32[getter + 3] && (shape !== 29 || i32[((o) + 56) >>> 2] === i32[getter + 2])) {
      value = kernels.get(i32[getter + 4])(o);
      if (value !== 0 && value !== -2) {
        i32[sp - (1)] = value;
        { ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
      }
    }
  }
  sp = (sp - (1)) | 0;
  { i32[fp + 3] = (ip + 7) << 2; i32[fp + 4] = sp << 2; }
  if (((result = loadAttribute(o, i32[(i32[(i32[fp + 1] + 60) >>> 2] + 8 + ((w >> 8) << 2)) >>> 2], ip)) & -3) === 0) { break leave; } i32[sp++] = result;
{ ip = (ip + 7) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
operator = binary_other_operator;
a = binary_other_a;
b = binary_other_b;
at = binary_other_at;
above = binary_other_above;
after = binary_other_after;
base = binary_other_base;
opIp = binary_other_opIp;

  if (((a & 1) !== 0 || i32[a >>> 2] >>> 8 === 1 || i32[a >>> 2] >>> 8 === 2) && ((b & 1) !== 0 || i32[b >>> 2] >>> 8 === 1 || i32[b >>> 2] >>> 8 === 2)) {
    value = operateOnIntegers(operator, a, b);
    if (value !== 0) {
      i32[at] = value;
      sp = above;
      ip = after;
      { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
    }
  }

  if (operator <= 3 && ((a | b) & 1) !== 0 && (operator === 3 || (a & b & 1) === 0)) {
    x = (a & 1) === 0 && i32[a >>> 2] >>> 8 === 5 ? f64[(a + 8) >>> 3] : (a & 1) !== 0 ? a >> 1 : NaN, y = (b & 1) === 0 && i32[b >>> 2] >>> 8 === 5 ? f64[(b + 8) >>> 3] : (b & 1) !== 0 ? b >> 1 : NaN;
    if (x === x && y === y && (operator !== 3 || y !== 0)) {
      { box_float_number = operator === 0 ? x + y : operator === 1 ? x - y : operator === 2 ? x * y : x / y; box_float_at = at; box_float_above = above; box_float_after = after; break box_float; }
    }
  }

  if (operator === 5 && (a & 1) === 0 && (i32[(a) >>> 2] >>> 8) >= 6 && (i32[(a) >>> 2] >>> 8) <= 8) {
    text = percentPlain(a, b);
    if (text !== 0 && text !== -2) {
      i32[at] = text;
      sp = above;
      ip = after;
      { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
    }
  }

  {
    value = operatePlain(operator, i32[opIp] >> 8, a, b);
    if (value !== 0 && value !== -2) {
      i32[at] = value;
      sp = above;
      ip = after;
      { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
    }
  }

  ip = opIp;
  { attempt_number = operator; attempt_a = a; attempt_b = b; attempt_base = base; break attempt; }
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
name = load_global_again_name;

    value = globalOf(i32[((i32[fp + 2]) + 12) >>> 2], name, i32[builtinsSlot]);
    if (value !== -2) { i32[sp++] = value; { ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } } }
    { i32[fp + 3] = (ip + 5) << 2; i32[fp + 4] = sp << 2; }
    if (((result = loadGlobal(name, ip)) & -3) === 0) { break leave; } i32[sp++] = result;
{ ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
number = attempt_number;
a = attempt_a;
b = attempt_b;
base = attempt_base;

    w = i32[ip];
    self = a, other = b, at = 2, name = i32[(operatorMethods >>> 2) + number];
    if ((b & 1) === 0 && (i32[(b) >>> 2] >>> 8) >= 64 && ((a & 1) !== 0 || (i32[(a) >>> 2] >>> 8) <= 5)) {
      self = b;
      other = a;
      at = 3;
      name += 2;
    } else if ((w >> 8) !== 0) name += 4;
    if ((self & 1) === 0 && (i32[(self) >>> 2] >>> 8) >= 64) {
      shape = (i32[(self) >>> 2] >>> 8);
      entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (shape << 3) + shape) & 511) * 8;
      if (i32[entry] === shape && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3] && (i32[(i32[i32[entry + 4] >>> 2]) >>> 2] >>> 8) === 25) {
        otherShape = (other & 1) !== 0 ? 0 : (i32[(other) >>> 2] >>> 8);
        if (otherShape === shape || otherShape < 64) {
          i32[base] = ((number < 13 ? (number << 3) | ((w >> 8) << 2) | at : ((number - 13) << 2) | at) << 1) | 1;
          i32[base + 1] = a;
          i32[base + 2] = b;
          i32[base + 3] = ((ip + 3) << 1) | 1;
          i32[base + 4] = self;
          i32[base + 5] = other;
          sp = base + 6;
          { call_callee = i32[i32[entry + 4] >>> 2]; call_first = base + 4; call_count = 2; call_names = 0; call_cut = base + 4; call_after = (number < 13 ? attemptContinuation : comparisonContinuation) >>> 2; break call; }
        }
      }
    }
    if ((a & 1) === 0 && (i32[(a) >>> 2] >>> 8) >= 64 || (b & 1) === 0 && (i32[(b) >>> 2] >>> 8) >= 64) {
      found = -2;
      if (number >= 13) found = compareCarried(number - 13, a, b);
      else if ((w >> 8) === 0) found = operateOnCarried(number, a, b);
      if (found !== -2 && found !== 0) {
        sp = base;
        i32[sp++] = found;
        { ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
      }
    }
    sp = base;
    { i32[fp + 3] = (ip + 3) << 2; i32[fp + 4] = sp << 2; }
    if (((result = number < 13 ? binary(number, (w >> 8), a, b) : compare(number - 13, a, b)) & -3) === 0) { break leave; } i32[sp++] = result;
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
callee = call_callee;
first = call_first;
count = call_count;
names = call_names;
cut = call_cut;
after = call_after;
if ((callee & 1) === 0) {
    shape = i32[callee >>> 2] >>> 8;
    
  if (shape === 29 && i32[((callee) + 20) >>> 2] === i32[((callee) + 12) >>> 2]) {
    initialiser = i32[((callee) + 60) >>> 2], makes = i32[((callee) + 28) >>> 2];
    // Made first, as an instance is fresh memory until it is filled.
    bytes = i32[((callee) + 24) >>> 2];
    value = 0, isRoom = 1, begin = 0;
    if (bytes === 0) {
      isRoom = 0;
      if (prepareNew(callee, first << 2, count, names, cut << 2, (after << 1) | 1) !== 0) {
        after = newContinuation >>> 2;
        begin = cut + 4;
      }
    } else if (makes === 17 || makes === 18 && names === 0) value = firstFieldFor(callee, first << 2, count);
    if (makes >= 17 && value === 0) isRoom = 0;
    instance = i32[18];
    if (isRoom === 1 && (initialiser !== 0 || count === 0 || makes === 18) && ((i32[19] - instance) | 0) >= bytes) {
      slot = instance >>> 2;
      end = slot + (bytes >>> 2);
      i32[18] = instance + bytes;
      i32[slot++] = (i32[((callee) + 8) >>> 2] << 8) | 1;
      while (slot < end) i32[slot++] = 0;
      if (value !== 0) i32[((instance) + 12) >>> 2] = value;
      if (initialiser === 0) {
        sp = cut;
        i32[sp++] = instance;
        ip = after;
        { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      }
      // Up by two or three words: the instance and the real ip come below, and again the instance in front.
      i = count - 1;
      while (i >= 0) { i32[cut + 3 + i] = i32[first + i]; i--; }
      i32[cut] = instance;
      i32[cut + 1] = (after << 1) | 1;
      i32[cut + 2] = instance;
      after = initContinuation >>> 2;
      begin = cut + 2;
    }
    if (begin !== 0) {
      cut = begin;
      first = cut;
      count++;
      sp = cut + count;
      callee = initialiser;
      shape = 25;
    }
  }
    
  if (shape !== 25 && count === 1 && names === 0) {
    name = 0, ends = 0;
    if ((shape & -4) === 36) {
      asked = (nativeAsks >>> 2) + (i32[((callee) + 8) >>> 2] << 1);
      name = i32[asked];
      ends = i32[asked + 1];
    } else if (shape === 29 && i32[((callee) + 28) >>> 2] === 4) {
      name = i32[(operatorMethods >>> 2) + 27];
      ends = strContinuation;
    }
    x = i32[first];
    if (name !== 0 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) >= 64) {
      of = (i32[(x) >>> 2] >>> 8);
      entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (of << 3) + of) & 511) * 8;
      // At the limit of depth the native says what it was about.
      if (i32[entry] === of && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3] && (i32[(i32[i32[entry + 4] >>> 2]) >>> 2] >>> 8) === 25 && i32[fp + 5] < i32[32]) {
        callee = i32[i32[entry + 4] >>> 2];
        shape = 25;
        i32[cut] = (after << 1) | 1;
        i32[cut + 1] = x;
        cut = cut + 1;
        first = cut;
        sp = cut + 1;
        after = ends >>> 2;
      }
    }
  }
    if (shape === 29 && i32[((callee) + 28) >>> 2] !== 0) {
      made = constructPlain(callee, count, first << 2, names);
      if (made !== -2) {
        sp = cut;
        i32[sp++] = made;
        ip = after;
        { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      }
    }
    
  if (shape >= 64 && cut < first) {
    of = shape, name = i32[(operatorMethods >>> 2) + 25];
    entry = (attributeTable >>> 2) + 2048 + (((name >>> 3) + (of << 3) + of) & 511) * 8;
    if (i32[entry] === of && i32[entry + 1] === name && i32[((i32[entry + 2]) + 12) >>> 2] === i32[entry + 3]) {
      // The word below the arguments is free: it held what was called.
      first--;
      count++;
      i32[first] = callee;
      callee = i32[i32[entry + 4] >>> 2];
      shape = (callee & 1) !== 0 ? 0 : i32[callee >>> 2] >>> 8;
    }
  }
    if (shape === 27) {
      // The word below the arguments is free: it held what was called.
      first--;
      count++;
      i32[first] = i32[((callee) + 12) >>> 2];
      callee = i32[((callee) + 8) >>> 2];
      shape = (callee & 1) !== 0 ? 0 : i32[callee >>> 2] >>> 8;
    }
    if (shape === 25) {
      code = i32[(callee + 8) >>> 2] >>> 2;
      flags = i32[code + 7];
      countdown = i32[code + 10];
      if (countdown > 0) {
        slots = sp + 7;
        operands = slots + i32[code + 5];
        depth = i32[fp + 5] + 1;
        if ((flags & 262144) === 0 && (operands + i32[code + 6]) << 2 <= i32[23] && depth <= i32[32] && i32[20] === 0) {
          missing = i32[code + 4] - count, fallback = 0, filled = 0;
          if ((flags & 131072) !== 0 && names === 0) {
            if (missing > 0) {
              defaults = i32[((callee) + 16) >>> 2];
              if (defaults !== 0 && i32[((defaults) + 4) >>> 2] >= missing)
                fallback = ((defaults + 8) >>> 2) + i32[((defaults) + 4) >>> 2] - missing;
            }
            if (missing === 0 || fallback !== 0) {
              filled = slots;
              while (count > 0) { i32[filled++] = i32[first++]; count--; }
              while (missing > 0) { i32[filled++] = i32[fallback++]; missing--; }
            }
          } else if (bindArguments(callee, first << 2, count, names, slots << 2) === 1) filled = slots + missing + count;
          if (filled !== 0) {
            i32[code + 10] = countdown - 1;
            i32[fp + 3] = after << 2;
            i32[fp + 4] = cut << 2;
            i32[sp + 0] = fp << 2;
            i32[sp + 1] = code << 2;
            i32[sp + 2] = callee;
            i32[sp + 5] = depth;
            i32[sp + 6] = 0;
            fp = sp;
            sp = filled;
            while (sp < operands) i32[sp++] = 0;
            i32[16] = fp << 2;
            ip = i32[code + 2] >>> 2;
            { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
          }
        }
      } else {
        sp = cut;
  i32[fp + 3] = after << 2;
  i32[fp + 4] = cut << 2;
        // A value if a trace has run, else the function's frame has been pushed.
        result = invoke(callee, first << 2, count, names);
        if (result === 2) { result = 2; break dispatch; }
        if (result === 0) { result = 0; break dispatch; }
        i32[sp++] = result;
        ip = after;
        { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      }
    } else if ((shape & -4) === 36 && (i32[((callee) + 16) >>> 2] === 0 || cut < first)) {
      self = i32[((callee) + 16) >>> 2];
      if (self !== 0) {
        // As of a method.
        first--;
        count++;
        i32[first] = self;
      }
      index = i32[(callee + 8) >>> 2];
      operation = 0;
      if (names === 0) {
        operation = u8[nativeOperations + index] & 127;
        
  if (count > 0 && i32[((callee) + 20) >>> 2] !== 0 && (u8[nativeOperations + index] & 128) === 0) {
    self = i32[first];
    if ((self & 1) === 0 && (i32[(self) >>> 2] >>> 8) >= 64) {
      // The layout, of an object that has it not itself.
      layout = i32[(shapesStart + (i32[(self) >>> 2] >>> 8) * 32 + 28) >>> 2];
      if (layout !== 0 && (layout & 1) === 0) {
        of = i32[(shapesStart + (layout >> 1) * 32 + 0) >>> 2];
        if (of === i32[((callee) + 20) >>> 2]) i32[first] = i32[((self) + 12) >>> 2];
      }
    }
  }
      }
      // What is called is found on the stack, where `self` stands now.
      if (self !== 0 && operation === 4) operation = 0;
      if (operation !== 0) {
  plain: {
    y = i32[first + 1], x = i32[first];
    switch (operation) {
      case 1: {
  if (count === 1 && (x & 1) === 0) {
    shape = (i32[(x) >>> 2] >>> 8);
    if (shape === 11) { outcome = (i32[((x) + 8) >>> 2] << 1) | 1; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    if (shape === 9 || shape === 6 || shape === 52) { outcome = (i32[((x) + 4) >>> 2] << 1) | 1; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    if (shape === 12) { outcome = (i32[((x) + 8) >>> 2] << 1) | 1; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    if (shape === 49 || shape === 50) { outcome = (i32[((x) + 16) >>> 2] << 1) | 1; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    if (shape === 53) { outcome = (i32[((x) + 8) >>> 2] << 1) | 1; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
break plain;
}
case 2: {
  if (count === 2 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) === 11) {
    length = i32[((x) + 8) >>> 2], items = i32[((x) + 12) >>> 2];
    if (length < i32[((items) + 4) >>> 2]) {
      i32[((items + 8) >>> 2) + length] = y;
      i32[((x) + 8) >>> 2] = length + 1;
      sp = cut;
      i32[sp++] = 1024;
      { after = after; if ((i32[(items) >>> 2] & 2) !== 0) { remember_old_old = items; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    }
    if (appendToList(x, y) !== 0) { outcome = 1024; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
break plain;
}
case 3: {
  if (count === 1 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) === 11) {
    last = i32[((x) + 8) >>> 2] - 1;
    if (last >= 0) {
      place = ((i32[((x) + 12) >>> 2] + 8) >>> 2) + last;
      item = i32[place];
      i32[place] = 0;
      i32[((x) + 8) >>> 2] = last;
      { outcome = item; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    }
  }
break plain;
}
case 4: {
  if (count >= 2 && count <= 3 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) === 12)
    { dict_access_operator = 3; dict_access_o = x; dict_access_k = y; dict_access_value = count === 3 ? i32[first + 2] : 1024; dict_access_at = cut; dict_access_after = after; break dict_access; }
break plain;
}
case 5: {
  if (count === 2 && (y & 1) === 0) {
    shape = (x & 1) !== 0 ? 1 : (i32[(x) >>> 2] >>> 8);
    // Of a class the shape does not say what its class is.
    type = shape === 29 ? i32[((x) + 56) >>> 2] : i32[(shapesStart + shape * 32 + 0) >>> 2];
    order = i32[((type) + 48) >>> 2];
    length = i32[((order) + 4) >>> 2], bases = (order + 8) >>> 2;
    several = (i32[(y) >>> 2] >>> 8) === 9 ? 1 : 0;
    wanted = several === 1 ? i32[((y) + 4) >>> 2] : 1;
    number = 0;
    while (number < wanted) {
      cls = y;
      if (several === 1) cls = i32[((y + 8) >>> 2) + number];
      if ((cls & 1) !== 0 || (i32[(cls) >>> 2] >>> 8) !== 29) break plain;
      // The class of types is its own; another one may say what its instances are.
      meta = i32[((cls) + 56) >>> 2];
      if (i32[((meta) + 56) >>> 2] !== meta && cls !== type) break plain;
      i = 0;
      while (i < length && i32[bases + i] !== cls) i++;
      if (i < length) { outcome = 1056; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
      number++;
    }
    isKnown = i32[((type) + 32) >>> 2] === i32[((type) + 12) >>> 2] ? i32[((type) + 36) >>> 2] & 2 : 0;
    if (shape < 64 || isKnown !== 0) { outcome = 1040; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
break plain;
}
case 6: {if (count === 1 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) === 6 && i32[((x) + 4) >>> 2] === 1) { outcome = (u8[x + 16] << 1) | 1; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
break plain;
}
case 7: {
  if (count === 1 && (x & 1) !== 0) {
    character = x >> 1;
    if (character >= 0 && character < 256) { outcome = i32[(i32[37] >>> 2) + character]; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
break plain;
}
case 8: {
  if (count === 1) {
    if ((x & 1) !== 0) {
      if (x >> 1 > -1073741824) { outcome = x < 0 ? 2 - x : x; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
    } else if ((x & 1) === 0 && i32[x >>> 2] >>> 8 === 5) { box_float_number = Math.abs(f64[(x + 8) >>> 3]); box_float_at = cut; box_float_above = (cut + 1) | 0; box_float_after = after; break box_float; }
  }
break plain;
}
case 9: {if (count === 2 && (x & y & 1) !== 0) { outcome = x <= y ? x : y; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
break plain;
}
case 10: {if (count === 2 && (x & y & 1) !== 0) { outcome = x >= y ? x : y; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
break plain;
}
case 11: {
  if (count === 1 && (x & 1) === 0 && (x & 1) === 0 && i32[x >>> 2] >>> 8 === 5 && f64[(x + 8) >>> 3] >= 0)
    { box_float_number = Math.sqrt(f64[(x + 8) >>> 3]); box_float_at = cut; box_float_above = (cut + 1) | 0; box_float_after = after; break box_float; }
break plain;
}
case 12: {
  if (count === 2 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) === 49) {
    if (addToSet(x, y) === 1024) { outcome = 1024; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
break plain;
}
case 13: {
  if (count === 2 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) === 49) {
    if (discardFromSet(x, y) === 1024) { outcome = 1024; sp = cut; i32[sp++] = outcome; ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
  }
break plain;
}
case 14: {
  if (count === 1 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) === 31) {
    
  state = i32[((x) + 8) >>> 2];
  if ((state === 1 || state === 0 && 1024 === 1024) && i32[22] === 0 && i32[((x) + 28) >>> 2] === 0) {
    code = i32[((x) + 20) >>> 2];
    slots = cut + 7;
    depth = i32[fp + 5] + ((i32[((code) + 28) >>> 2] & 262144) === 0 ? 1 : 0);
    if ((slots + i32[((code) + 20) >>> 2] + i32[((code) + 24) >>> 2]) << 2 <= i32[23] && depth <= i32[32]) {
      own = slots - 7;
      value = 1024;
      i32[fp + 3] = (after) << 2;
      i32[fp + 4] = own << 2;
      i32[own + 0] = fp << 2;
      i32[own + 1] = code;
      i32[own + 2] = i32[((x) + 24) >>> 2];
      i32[own + 5] = depth;
      i32[own + 6] = x;
      returns = 0;
      ip = i32[((x) + 12) >>> 2] >>> 2;
      i32[((x) + 12) >>> 2] = returns;
      i32[((x) + 8) >>> 2] = 2;
      fp = own;
      i32[16] = fp << 2;
      sp = slots;
      from = (x + 36) >>> 2;
      end = slots + i32[((x) + 16) >>> 2];
      while (sp < end) i32[sp++] = i32[from++];
      // What has not begun takes nothing. A yield that is a statement drops what is sent to it.
      if (state === 0) { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      if ((i32[ip] & 255) === 3) ip++;
      else i32[sp++] = value;
      { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
    }
  }
  }
break plain;
}
case 15: {
  if (count === 2 && (x & 1) === 0 && (i32[(x) >>> 2] >>> 8) === 31) {
    
  state = i32[((x) + 8) >>> 2];
  if ((state === 1 || state === 0 && y === 1024) && i32[22] === 0 && i32[((x) + 28) >>> 2] === 0) {
    code = i32[((x) + 20) >>> 2];
    slots = cut + 7;
    depth = i32[fp + 5] + ((i32[((code) + 28) >>> 2] & 262144) === 0 ? 1 : 0);
    if ((slots + i32[((code) + 20) >>> 2] + i32[((code) + 24) >>> 2]) << 2 <= i32[23] && depth <= i32[32]) {
      own = slots - 7;
      value = y;
      i32[fp + 3] = (after) << 2;
      i32[fp + 4] = own << 2;
      i32[own + 0] = fp << 2;
      i32[own + 1] = code;
      i32[own + 2] = i32[((x) + 24) >>> 2];
      i32[own + 5] = depth;
      i32[own + 6] = x;
      returns = 0;
      ip = i32[((x) + 12) >>> 2] >>> 2;
      i32[((x) + 12) >>> 2] = returns;
      i32[((x) + 8) >>> 2] = 2;
      fp = own;
      i32[16] = fp << 2;
      sp = slots;
      from = (x + 36) >>> 2;
      end = slots + i32[((x) + 16) >>> 2];
      while (sp < end) i32[sp++] = i32[from++];
      // What has not begun takes nothing. A yield that is a statement drops what is sent to it.
      if (state === 0) { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      if ((i32[ip] & 255) === 3) ip++;
      else i32[sp++] = value;
      { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
    }
  }
  }
break plain;
}
case 16: {
  if (count === 2 && (x & 1) === 0 && i32[(shapesStart + (i32[(x) >>> 2] >>> 8) * 32 + 0) >>> 2] === i32[((callee) + 20) >>> 2]) {
    body = i32[((x) + 8) >>> 2];
    
  state = i32[((body) + 8) >>> 2];
  if ((state === 1 || state === 0 && y === 1024) && i32[22] === 0 && i32[((body) + 28) >>> 2] === 0) {
    code = i32[((body) + 20) >>> 2];
    slots = cut + 7;
    depth = i32[fp + 5] + ((i32[((code) + 28) >>> 2] & 262144) === 0 ? 1 : 0);
    if ((slots + i32[((code) + 20) >>> 2] + i32[((code) + 24) >>> 2]) << 2 <= i32[23] && depth <= i32[32]) {
      own = slots - 7;
      value = y;
      i32[fp + 3] = (after) << 2;
      i32[fp + 4] = own << 2;
      i32[own + 0] = fp << 2;
      i32[own + 1] = code;
      i32[own + 2] = i32[((body) + 24) >>> 2];
      i32[own + 5] = depth;
      i32[own + 6] = body;
      returns = 0;
      ip = i32[((body) + 12) >>> 2] >>> 2;
      i32[((body) + 12) >>> 2] = returns;
      i32[((body) + 8) >>> 2] = 2;
      fp = own;
      i32[16] = fp << 2;
      sp = slots;
      from = (body + 36) >>> 2;
      end = slots + i32[((body) + 16) >>> 2];
      while (sp < end) i32[sp++] = i32[from++];
      // What has not begun takes nothing. A yield that is a statement drops what is sent to it.
      if (state === 0) { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      if ((i32[ip] & 255) === 3) ip++;
      else i32[sp++] = value;
      { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
    }
  }
  }
break plain;
}
      default: break plain;
    }
  }}
      
  if (count > 0) {
    slot = (count < 4 ? count : 4) - 1;
    place = u16[(kernelCalls + index * 8 + (slot << 1)) >>> 1];
    if (place !== 0 && ((place & 8192) !== 0 || names === 0 && count <= 4)) {
      x = i32[first], owner = i32[((callee) + 20) >>> 2];
      isOwn = owner === 0 || (place & 16384) !== 0 ? 1 : 0;
      if (isOwn === 0) {
        shape = (x & 1) !== 0 ? 1 : (i32[(x) >>> 2] >>> 8);
        isOwn = i32[(shapesStart + shape * 32 + 0) >>> 2] === owner ? 1 : 0;
      }
      left = i32[49] - 1;
      if (left < 0) i32[49] = 64;
      else if (isOwn === 1) {
        i32[49] = left;
        outcome = 0;
        if ((place & 8192) !== 0) outcome = kernels.get(place & 8191)(first << 2, count, names);
        else if (place >= 32768) outcome = kernels.get(place & 8191)(first << 2, count);
        else if (count === 1) outcome = kernels.get(place)(x);
        else if (count === 2) outcome = kernels.get(place)(x, i32[first + 1]);
        else if (count === 3) outcome = kernels.get(place)(x, i32[first + 1], i32[first + 2]);
        else outcome = kernels.get(place)(x, i32[first + 1], i32[first + 2], i32[first + 3]);
        if (outcome !== 0 && outcome !== -2) {
          sp = cut;
          i32[sp++] = outcome;
          ip = after;
          { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
        }
      }
    }
  }
      if (names === 0) {
        i32[fp + 3] = after << 2;
        i32[fp + 4] = sp << 2;
        if (((result = callNative(callee, first << 2, count, cut << 2)) & -3) === 0) { break leave; }
        sp = cut;
        i32[sp++] = result;
        ip = after;
        { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      }
      if (self !== 0) {
        first++;
        count--;
      }
    }
  }
  sp = cut;
  i32[fp + 3] = after << 2;
  i32[fp + 4] = cut << 2;
  if (((result = invoke(callee, first << 2, count, names)) & -3) === 0) { break leave; } i32[sp++] = result;
  ip = after;
  { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
{ ip = (ip + 5) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
operator = dict_access_operator;
o = dict_access_o;
k = dict_access_k;
value = dict_access_value;
at = dict_access_at;
after = dict_access_after;

    entry = 0;
    undecided: {
      absent: {
        found: {
          if ((k & 1) === 0 && (i32[(k) >>> 2] >>> 8) === 6) {
            hash = i32[((k) + 8) >>> 2];
            keys = i32[((o) + 16) >>> 2];
            slots = (i32[((keys) + 8) >>> 2] + 8) >>> 2;
            mask = i32[((keys) + 12) >>> 2];
            slot = hash & mask, perturb = hash;
            number = i32[slots + slot];
            while (number !== 0 && (number < 0 || i32[slots + mask + number] !== hash)) {
              perturb = perturb >>> 5;
              slot = ((slot << 2) + slot + perturb + 1) & mask;
              number = i32[slots + slot];
            }
            if (number > 0) {
              stored = i32[((keys + 28) >>> 2) + number];
              entry = number - 1;
              if (stored === k) break found;
              if ((stored & 1) === 0 && (i32[(stored) >>> 2] >>> 8) === 6) {
                isSame = 0;
                
  if (i32[((stored) + 4) >>> 2] === i32[((k) + 4) >>> 2]) {
    words = (16 + i32[((stored) + 4) >>> 2] + 3) >> 2;
    i = 4;
    while (i < words && i32[(stored >>> 2) + i] === i32[(k >>> 2) + i]) i++;
    isSame = i === words ? 1 : 0;
  }
                if (isSame !== 0) break found;
              }
            } else if (hash !== 0) break absent;
          }
          entry = findKey(o, k);
          if (entry >= 0) break found;
          if (entry === -1) break absent;
          break undecided;
        }
        place = ((i32[((o) + 20) >>> 2] + 8) >>> 2) + entry;
        if (operator !== 1) {
          i32[at] = operator === 2 ? (((w >> 8) === 0) ? 1056 : 1040) : i32[place];
          sp = at + 1;
          ip = after;
          { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
        }
        if ((i32[o >>> 2] & 64) === 0) {
          i32[place] = value;
          i32[((o) + 12) >>> 2] = 0;
          sp = at;
          { after = after; if ((i32[(i32[((o) + 20) >>> 2]) >>> 2] & 2) !== 0) { remember_old_old = i32[((o) + 20) >>> 2]; remember_old_after = after; break remember_old; } ip = after; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
        }
        break undecided;
      }
      if (operator === 1 && (i32[o >>> 2] & 64) === 0 && setKey(o, k, value) === 1) {
        sp = at;
        ip = after;
        { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      }
      if (operator >= 2) {
        i32[at] = operator === 3 ? value : (((w >> 8) !== 0) ? 1056 : 1040);
        sp = at + 1;
        ip = after;
        { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
      }
    }
    result = enterHashedAccess(operator, (w >> 8), o, k, value, at, after);
    if (result === 2) { break leave; }
    // Of others than methods the operands are off the stack, as Python code may be called that returns to behind this.
    if (operator !== 3) sp = at;
    i32[fp + 3] = after << 2;
    i32[fp + 4] = sp << 2;
    if (operator === 0) { if (((result = dictGet(o, k)) & -3) === 0) { break leave; } }
    else if (operator === 1) {
      if (((result = dictSet(o, k, value)) & -3) === 0) { break leave; }
      ip = after;
      { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
    } else if (operator === 3) {
      // As load_method left it: the method and its self, or 1 and a function.
      first = i32[at] === 1 ? at + 2 : at + 1;
      if (((result = callNative(i32[first - 1], first << 2, sp - first, at << 2)) & -3) === 0) { break leave; }
    } else { if (((result = contains(o, k, (w >> 8))) & -3) === 0) { break leave; } }
    i32[at] = result;
    sp = at + 1;
    ip = after;
    { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
number = box_float_number;
at = box_float_at;
above = box_float_above;
after = box_float_after;

    needed = 16; box = i32[18]; if (((i32[19] - box) | 0) < needed) { refill_needed = needed; break refill; } i32[18] = box + needed;
    f64[box >>> 3] = 6.33e-321;
    f64[(box + 8) >>> 3] = number;
    i32[at] = box;
    sp = above;
    ip = after;
    { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
{ ip = (ip + 3) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
old = remember_old_old;
after = remember_old_after;
remember(old);
ip = after;
{ i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
{ ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
needed = refill_needed;
{ i32[fp + 3] = (ip + 1) << 2; i32[fp + 4] = sp << 2; }
if (refill(needed) === 0) { result = 0; break dispatch; }
{ i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; }
{ ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
}
{
break dispatch;
{ ip = (ip + 1) | 0; { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; return 2; } }
}
    }
    return result;
  }

  function step(): number {
    
      const result = i32[20] !== 0 && safepoint() === 0 ? 0 : interpret();
      if ((result & -3) !== 0) return result;
      if (result === 0 && unwind() === 0) return 0;
    return 2;
  }

  return step;
}
