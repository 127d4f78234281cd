import { type Address, NULL, type Word } from "@hotpy/memory";
import { SHAPE_CELL, SHAPE_CODE, SHAPE_DICT } from "@hotpy/object-model";
import type { ProgramMode, ProgramSource } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { createSyntaxTreeReader } from "./syntax-tree-reader.js";
import { createSyntaxTrees } from "./syntax-trees.js";

const MODES: readonly string[] = ["exec", "eval", "single"] satisfies readonly ProgramMode[];
/** Flags of `compile`: those of `__future__` features, of the parser, and the one that asks for a syntax tree. */
const KNOWN_FLAGS = 0x1fe_0000 | 0x7600 | 0x10;
const ONLY_AST = 0x400;

/** `eval` ignores spaces and tabs before the expression. */
function withoutIndent(source: ProgramSource): ProgramSource {
  if (typeof source === "string") return source.replace(/^[ \t]+/, "");
  return source.subarray(source.findIndex((byte) => byte !== 0x20 && byte !== 0x09));
}

/** eval, exec and compile. */
export function defineEvaluation(library: Library): void {
  const { realm, lists, argument, withHandles } = library;
  const surrogate = realm.defineSurrogates("def call_for_nothing(function):\n    function()\n");
  const trees = createSyntaxTrees(library);
  const reader = createSyntaxTreeReader(library);
  const { memory, dicts, handles, strings, none } = realm;
  const { i32 } = memory;
  const [getItemName, builtinsName, fspathName] = ["__getitem__", "__builtins__", "__fspath__"].map(realm.intern);
  const isShape = (word: Word, shape: number): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === shape;
  const isGiven = (word: Word): boolean => word !== NULL && word !== none;
  const isMapping = (word: Word): boolean => realm.lookupOnType(realm.typeOf(word), getItemName) !== NULL;
  const fault = (text: string): typeof NULL => realm.raise("TypeError", text);

  /** The text of a source argument, a str or bytes; undefined: raised, as `otherwise` says if it is none. */
  function textOf(source: Word, otherwise: string): ProgramSource | undefined {
    const value = realm.valueOf(source);
    const bytes = strings.isString(value) ? undefined : realm.buffers.bytes(value);
    if (bytes === undefined && !strings.isString(value)) {
      if (realm.pending() === NULL) fault(otherwise);
      return undefined;
    }
    const text = bytes === undefined ? strings.toJS(value) : memory.u8.slice(bytes.data, bytes.data + bytes.size);
    if (typeof text === "string" ? !text.includes("\0") : !text.includes(0)) return text;
    realm.raise("ValueError", "source code string cannot contain null bytes");
    return undefined;
  }

  /** The namespaces of `eval` and `exec`: dict and mapping, as handles. False: raised. */
  function namespaces(args: Address, name: "eval" | "exec"): { globals: number; locals: number } | undefined {
    const [globals, locals] = [argument(args, 1), argument(args, 2)];
    if (isGiven(locals) && !isMapping(locals)) {
      fault(
        name === "eval"
          ? "locals must be a mapping"
          : `locals must be a mapping or None, not ${realm.typeName(locals)}`,
      );
      return undefined;
    }
    const dict = isGiven(globals) ? realm.valueOf(globals) : realm.frameGlobals();
    if (!isShape(dict, SHAPE_DICT)) {
      const advice = isMapping(globals)
        ? "globals must be a real dict; try eval(expr, {}, mapping)"
        : "globals must be a dict";
      fault(name === "eval" ? advice : `exec() globals must be a dict, not ${realm.typeName(globals)}`);
      return undefined;
    }
    const keptGlobals = handles.push(dict);
    // Methods of a class of dicts are asked for names, where CPython asks them.
    const own = isGiven(locals) ? locals : isGiven(globals) ? globals : realm.frameLocals();
    const keptLocals = handles.push(own);
    if (dicts.getInterned(handles.get(keptGlobals), builtinsName) === NULL)
      dicts.set(handles.get(keptGlobals), builtinsName, realm.builtins());
    return { globals: keptGlobals, locals: keptLocals };
  }

  function run(args: Address, name: "eval" | "exec"): Word {
    return withHandles(() => {
      const spaces = namespaces(args, name);
      if (spaces === undefined) return NULL;
      let code = argument(args, 0);
      const closure = name === "exec" && isGiven(argument(args, 3)) ? argument(args, 3) : NULL;
      if (!isShape(code, SHAPE_CODE)) {
        if (closure !== NULL) return fault("closure can only be used when source is a code object");
        const text = textOf(code, `${name}() arg 1 must be a string, bytes or code object`);
        if (text === undefined) return NULL;
        const options = { mode: name, flags: realm.inheritedFlags() };
        code = realm.compileProgram(name === "eval" ? withoutIndent(text) : text, "<string>", options);
      } else if (closure !== NULL || realm.freeNames(code) > 0) {
        return runInClosure(code, handles.get(spaces.globals), closure, name);
      }
      const isOne = handles.get(spaces.globals) === handles.get(spaces.locals);
      if (code !== NULL && !isOne) code = realm.withNamespace(code);
      if (code === NULL) return NULL;
      // Asked before there is a function, which that might move.
      const isForNothing = name === "exec" && isOfFunction(code);
      const callee = realm.functionOf(code, handles.get(spaces.globals));
      if (isForNothing) return realm.tailCall(surrogate("call_for_nothing"), callee);
      return isOne ? realm.tailCall(callee) : realm.tailCall(callee, handles.get(spaces.locals));
    });
  }

  /** Whether it may return something: `exec` does not. May collect; code does not move. */
  const isOfFunction = (code: Word): boolean => (realm.getAttribute(code, realm.intern("co_flags")) & (1 << 1)) !== 0;

  /** Code of a function that uses variables of others; its own lie in no namespace. */
  function runInClosure(code: Word, globals: Word, closure: Word, name: string): Word {
    const count = realm.freeNames(code);
    if (count > 0 && name === "eval") return fault("code object passed to eval() may not contain free variables");
    if (count === 0) return fault("cannot use a closure with this code object");
    const cells = lists.isTuple(closure) ? lists.itemsOf(closure) : [];
    if (cells.length !== count || !cells.every((each) => isShape(each, SHAPE_CELL)))
      return fault(`code object requires a closure of exactly length ${count}`);
    // Stays: the surrogate is a function, and no class that its name stands for has a body to run.
    return realm.tailCall(surrogate("call_for_nothing"), realm.functionOf(code, globals, closure));
  }

  /** The name of a file that is given as text, as bytes, or by `__fspath__`; undefined: raised. May collect. */
  function filenameOf(given: Word): string | undefined {
    const isName = (word: Word): boolean => strings.isString(word) || realm.bytes.isBytes(word);
    let name = realm.valueOf(given);
    if (!isName(name)) {
      if (realm.lookupOnType(realm.typeOf(given), fspathName) === NULL) {
        fault(`expected str, bytes or os.PathLike object, not ${realm.plainTypeName(given)}`);
        return undefined;
      }
      const type = realm.plainTypeName(given);
      const method = realm.boundSpecial(given, fspathName);
      const path = method === NULL ? NULL : realm.call(method);
      if (path === NULL) return undefined;
      name = realm.valueOf(path);
      if (!isName(name)) {
        fault(`expected ${type}.__fspath__() to return str or bytes, not ${realm.plainTypeName(path)}`);
        return undefined;
      }
    }
    if (strings.isString(name)) return strings.toJS(name);
    const start = realm.bytes.data(name);
    return new TextDecoder().decode(memory.u8.slice(start, start + realm.bytes.size(name)));
  }

  function compile(args: Address): Word {
    // Any of them may run Python code, which may move the others.
    const given = [0, 1, 2, 3, 4, 5].map((index) => handles.push(argument(args, index)));
    const valueOf = (index: number): Word => handles.get(given[index]);
    const shown = filenameOf(valueOf(1));
    if (shown === undefined) return NULL;
    const mode = realm.valueOf(valueOf(2));
    if (!strings.isString(mode)) return fault(`compile() argument 'mode' must be str, not ${realm.typeName(mode)}`);
    const kind = strings.toJS(mode);
    const integerOr = (index: number, otherwise: number): number | undefined =>
      valueOf(index) === NULL ? otherwise : realm.indexNumber(valueOf(index));
    const [bits, level] = [integerOr(3, 0), integerOr(5, -1)];
    if (bits === undefined || level === undefined) return NULL;
    const inherits = valueOf(4) === NULL ? 0 : realm.truth(valueOf(4));
    if (inherits < 0) return NULL;
    if ((bits & ~KNOWN_FLAGS) !== 0) return realm.raise("ValueError", "compile(): unrecognised flags");
    if (level < -1 || level > 2) return realm.raise("ValueError", "compile(): invalid optimize value");
    const isTree = (bits & ONLY_AST) !== 0;
    if (!MODES.includes(kind) && !(isTree && kind === "func_type")) {
      if (kind === "func_type")
        return realm.raise("ValueError", "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
      return realm.raise(
        "ValueError",
        `compile() mode must be 'exec', 'eval'${isTree ? ", 'single' or 'func_type'" : " or 'single'"}`,
      );
    }
    if (isShape(valueOf(0), SHAPE_CODE)) return valueOf(0);
    const options = {
      mode: kind as ProgramMode,
      hasNamespace: false,
      flags: inherits === 1 ? bits : bits | realm.inheritedFlags(),
      optimize: level === -1 ? realm.optimize : (level as 0 | 1 | 2),
    };
    if (reader.isTree(given[0])) {
      if (isTree) return valueOf(0);
      const tree = reader.read(given[0], kind);
      return tree === undefined ? NULL : realm.compileProgram(tree, shown, options);
    }
    const text = textOf(valueOf(0), "compile() arg 1 must be a string, bytes or AST object");
    if (text === undefined) return NULL;
    return isTree ? trees(text, shown, options) : realm.compileProgram(text, shown, options);
  }

  // They look at the running frame.
  const inFrame = { frames: true, leaf: false } as const;
  realm.defineBuiltin({
    name: "eval",
    parameters: "(source, globals=None, locals=None, /)",
    ...inFrame,
    run: (args) => run(args, "eval"),
  });
  realm.defineBuiltin({
    name: "exec",
    parameters: "(source, globals=None, locals=None, /, *, closure=None)",
    ...inFrame,
    run: (args) => run(args, "exec"),
  });
  realm.defineBuiltin({
    name: "compile",
    parameters: "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
    leaf: false,
    run: (args) => withHandles(() => compile(args)),
  });
}
