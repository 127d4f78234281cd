/// Fields of objects, declared once as data. From a declaration derive the alias classes by which passes tell memory accesses
/// apart, the collectors' maps of references (`layoutOf` in layout.ts), the checks of the heap verifier, and the
/// immediates of loads and stores in core instructions.
///
///     const POINT_X = 8;
///     const POINT = defineFields("point", { x: mutable("word", POINT_X) });
///     POINT.x.alias        "point.x", of a type that no text has: a misspelt class is an error when compiled

/** What a field holds. */
export type FieldKind =
  /** A tagged word, or NULL: 4 bytes. */
  | "word"
  /** A raw integer: 4 bytes. */
  | "i32"
  /** A raw integer: 8 bytes. */
  | "i64"
  /** A raw float: 8 bytes. */
  | "f64"
  /** Tagged words up to the end of the object, which may be reached by a computed index. */
  | "words"
  /** The same, each a field of its own, with an alias class of its own, that only constant positions reach. */
  | "slots"
  /** Raw bytes up to the end of the object. */
  | "bytes";

/** Whether a field may change once its object exists. A load of one that may not is pure. */
export type Mutability = "fixed" | "mutable";

/** What a language says of a field. */
export interface FieldDeclaration<K extends FieldKind = FieldKind, M extends Mutability = Mutability> {
  /** Bytes from the start of the object; a constant of its own where code of the interpreter or kernels needs it. */
  readonly offset: number;
  readonly kind: K;
  readonly mutability: M;
  /** Id of the shape of whatever a tagged field refers to when it is not NULL; 0: any words. Heap verification checks it. */
  readonly refersTo: number;
}

declare const isAliasClass: unique symbol;

/**
 * The name of a set of words in memory. Two accesses of different classes never touch the same word. For people, names of words
 * that never change once their object exists begin with `fixed.`; programs ask the field. Only declarations make alias classes.
 */
export type AliasClass<Name extends string = string> = Name & { readonly [isAliasClass]: true };

/** A declared field. */
export interface Field<K extends FieldKind = FieldKind, M extends Mutability = Mutability, A extends string = string>
  extends FieldDeclaration<K, M> {
  readonly alias: AliasClass<A>;
}

/** Declared fields by name. */
export type FieldGroup = Readonly<Record<string, Field>>;

type AliasName<G extends string, F extends string, M extends Mutability> = M extends "fixed"
  ? `fixed.${G}.${F}`
  : `${G}.${F}`;

/** The fields that {@link defineFields} makes. */
export type Fields<G extends string, D extends Readonly<Record<string, FieldDeclaration>>> = {
  readonly [F in keyof D & string]: Field<D[F]["kind"], D[F]["mutability"], AliasName<G, F, D[F]["mutability"]>>;
};

/** The alias classes of a group's fields, as a union. */
export type AliasOf<G extends FieldGroup> = G[keyof G]["alias"];

/** A field that never changes once its object exists: only what makes the object writes it. */
export function fixed<const K extends FieldKind>(
  kind: K,
  offset: number,
  refersTo: K extends "word" | "words" | "slots" ? number : 0 = 0,
): FieldDeclaration<K, "fixed"> {
  return { offset, kind, mutability: "fixed", refersTo };
}

export function mutable<const K extends FieldKind>(
  kind: K,
  offset: number,
  refersTo: K extends "word" | "words" | "slots" ? number : 0 = 0,
): FieldDeclaration<K, "mutable"> {
  return { offset, kind, mutability: "mutable", refersTo };
}

/** An alias class of what no field holds: state of the world outside, say. */
export function defineAlias<const N extends string>(name: N): AliasClass<N> {
  return name as AliasClass<N>;
}

/** All memory. */
export const ANYTHING = defineAlias("*");
/** The shape in the header of an object. */
export const SHAPE_ALIAS = defineAlias("shape");

/** Whether accesses of these classes may touch the same word. */
export function mayOverlap(a: AliasClass, b: AliasClass): boolean {
  return a === b || a === ANYTHING || b === ANYTHING;
}

/** The alias classes of all that may change in objects with these fields. */
export function aliasesOf(group: FieldGroup): readonly AliasClass[] {
  return Object.values(group).flatMap(({ mutability, alias }) => (mutability === "mutable" ? [alias] : []));
}

/** Fields of one kind of object. `group` begins the names of their alias classes. */
export function defineFields<const G extends string, const D extends Readonly<Record<string, FieldDeclaration>>>(
  group: G,
  declarations: D,
): Fields<G, D> {
  const fields: Record<string, Field> = {};
  for (const name of Object.keys(declarations)) {
    const { offset, kind, mutability, refersTo } = declarations[name];
    const alias = defineAlias(mutability === "fixed" ? `fixed.${group}.${name}` : `${group}.${name}`);
    fields[name] = { offset, kind, mutability, refersTo, alias };
  }
  return fields as Fields<G, D>;
}

/** The word at a constant position of a tail of words: in the alias class of all of them. */
export function wordAt<M extends Mutability, A extends string>(
  { offset, mutability, refersTo, alias }: Field<"words", M, A>,
  position: number,
): Field<"word", M, A> {
  return { offset: offset + 4 * position, kind: "word", mutability, refersTo, alias };
}

/** A field of an object to which nothing else refers yet, whatever it is declared to be: for what fills new objects. */
export function anyField<const K extends FieldKind>(kind: K, offset: number): Field<K, "mutable"> {
  return { offset, kind, mutability: "mutable", refersTo: 0, alias: ANYTHING };
}

/** A field by the name of its alias class: for what reads texts. */
export function fieldNamed(kind: FieldKind, offset: number, name: string): Field {
  const mutability = name.startsWith("fixed.") ? "fixed" : "mutable";
  return { offset, kind, mutability, refersTo: 0, alias: defineAlias(name) };
}

/** One of an object's slots. */
export function slotAt<M extends Mutability, A extends string>(
  { offset, mutability, refersTo, alias }: Field<"slots", M, A>,
  position: number,
): Field<"word", M, `${A}.${number}`> {
  const own = defineAlias(`${alias}.${position}`);
  return { offset: offset + 4 * position, kind: "word", mutability, refersTo, alias: own };
}

/**
 * A field of objects to which nothing but `owner` refers, so that it has an alias class of its own: the items of an array that
 * is a list's are none of an array that is a dict's.
 */
export function ownedBy<K extends FieldKind, A extends string, const N extends string>(
  owner: Field<"word", "mutable", A>,
  name: N,
  { offset, kind, mutability, refersTo }: FieldDeclaration<K, "mutable">,
): Field<K, "mutable", `${A}.${N}`> {
  return { offset, kind, mutability, refersTo, alias: defineAlias(`${owner.alias}.${name}`) };
}
