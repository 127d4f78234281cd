import { type Address, NULL, type Word } from "@hotpy/memory";
import { createSurrogates, type Surrogate, type SurrogateCompiler } from "../code/surrogates.js";
import type { Parts } from "../context.js";
import type { ModuleDefinition, NativeDefinition, TypeDefinition } from "../natives.js";
import { adoptBase } from "../types/adopt-base.js";
import { defineType, extendType } from "../types/define-type.js";
import type { Invoking } from "./invoking.js";
import type { BinaryMeaning, BinaryOperator, Comparison, UnaryOperator } from "./operator-types.js";

/** What a program finds there: types, functions, modules, meanings of operators. All leaf. */
export interface Defining {
  defineType(definition: TypeDefinition): Address;
  /** Adds methods to a type defined before. */
  extendType(type: Address, definition: Partial<TypeDefinition>): void;
  /** Makes a builtin type a subclass of a class, whose methods must ask its objects by their attributes alone. */
  adoptBase(type: Address, base: Address): void;
  /** Adds a function to the builtins. */
  defineBuiltin(definition: NativeDefinition): void;
  /** Sets any name in the builtins. */
  setBuiltin(name: string, value: Word): void;
  /** A native function object (immortal), of a module if it is named. */
  native(definition: NativeDefinition, module?: string): Word;
  defineModule(definition: ModuleDefinition): void;
  /** Modules of these names are defined by `define`, which is called when one of them is first asked for. */
  defineModules(names: readonly string[], define: () => void): void;
  /**
   * Python source of builtin behaviour (*surrogates*): functions and classes in a namespace of their own that sees the builtins.
   * Returns the function or class of a name, compiled when first asked for. Functions have no defaults, and asking for one is
   * leaf; the body of a class runs. Frames of surrogates do not show in tracebacks. The source sees the functions `natives`, too.
   */
  defineSurrogates(source: string, natives?: readonly NativeDefinition[]): Surrogate;
  /** Meaning of an operator for operands of two builtin types (all shapes of both). `__add__`, `__radd__` are made from it. */
  defineOperator(
    operator: BinaryOperator,
    left: Address,
    right: Address,
    meaning: BinaryMeaning,
    owner?: Address,
  ): void;
  /** A short cut for the in-place operator between exactly these types, tried before the type's own method (`__iadd__`). Leaf. */
  defineInPlace(operator: BinaryOperator, left: Address, right: Address, meaning: BinaryMeaning): void;
  defineComparison(operator: Comparison, left: Address, right: Address, meaning: BinaryMeaning, owner?: Address): void;
  defineUnary(operator: UnaryOperator, type: Address, meaning: (operand: Word) => Word): void;
}

/** @param compile compiles builtin behaviour that is written in Python */
export function createDefining(parts: Parts, { call }: Pick<Invoking, "call">, compile: SurrogateCompiler): Defining {
  const { memory, dicts, natives, modules, operators, name: intern } = parts;
  const setBuiltin = (name: string, value: Word): void =>
    void dicts.set(memory.i32[modules.builtins >>> 2], intern(name), value);
  return {
    defineType: (definition) => defineType(parts, definition),
    extendType: (type, definition) => extendType(parts, type, definition),
    adoptBase: (type, base) => adoptBase(parts, type, base),
    defineBuiltin: (definition) => setBuiltin(definition.name, natives.create(definition)),
    setBuiltin,
    native: (definition, module) => natives.create(definition, NULL, module),
    defineModule: modules.define,
    defineModules: modules.defineLater,
    defineSurrogates: createSurrogates(parts, compile, (fn) => call(fn)),
    defineOperator: operators.defineBinary,
    defineInPlace: operators.defineInPlace,
    defineComparison: operators.defineComparison,
    defineUnary: operators.defineUnary,
  };
}
