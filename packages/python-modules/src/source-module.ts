import type { Address, Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { ModuleDefinition, NativeDefinition, Surrogate } from "@hotpy/python-objects";
import { ARGUMENTS_SOURCE } from "./arguments-source.js";
import { tailCallSource } from "./source-call.js";

/** A native module that is written in Python, or partly. Its frames do not show in tracebacks. */
export interface SourceModule {
  readonly name: string;
  /** Functions and classes; see `defineSurrogates` of the realm. */
  readonly source: string;
  /** What the source sees beside the builtins. */
  readonly natives?: readonly NativeDefinition[];
  /** Names of classes and functions of the source that the module shows as they are, or `shown=name in the source`. */
  readonly shows?: readonly string[];
  /** Classes of the source that no class of a program can refine. */
  readonly final?: readonly string[];
  /** Functions of the module that call the function of the source of the same name: natives in the eyes of programs. */
  readonly calls?: readonly SourceCall[];
  /** Other natives of the module. */
  readonly functions?: readonly NativeDefinition[];
  /** Further contents. */
  readonly attributes?: () => Readonly<Record<string, Word>>;
  /** Whether what it needs of the system is there. */
  readonly isThere?: () => boolean;
  readonly doc?: string;
}

/** How a function of a source is called; arguments that are not given are None. */
export interface SourceCall {
  readonly name: string;
  /** What it is called in the source, if not so. */
  readonly calls?: string;
  readonly parameters: string;
  readonly wording?: NonNullable<NativeDefinition["wording"]>;
  /** What a kernel has to say of the commonest arguments. */
  readonly kernel?: NonNullable<NativeDefinition["kernel"]>;
}

/** Makes the module importable. Its classes come to be when it is imported. */
export function defineSourceModule({ library }: Builtins, definition: SourceModule): Surrogate {
  const { realm, argument } = library;
  const { name, source, natives = [], shows = [], final = [], calls = [], functions = [], attributes } = definition;
  const surrogate = realm.defineSurrogates(`${ARGUMENTS_SOURCE}${source}`, natives);

  const calling = (call: SourceCall): NativeDefinition => ({
    ...call,
    frames: true,
    leaf: false,
    run(args: Address, count: number) {
      const given = Array.from({ length: count }, (_, index) => argument(args, index) || realm.none);
      return tailCallSource(library, surrogate, call.calls ?? call.name, given);
    },
  });

  const module: ModuleDefinition = {
    name,
    functions: [...functions, ...calls.map(calling)],
    attributes: () =>
      library.withHandles(() => {
        const kept = shows.map((shown) => {
          const [outer, inner = outer] = shown.split("=");
          return [outer, realm.handles.push(surrogate(inner))] as const;
        });
        for (const each of final) realm.seal(surrogate(each));
        const more = attributes?.() ?? {};
        return { ...more, ...Object.fromEntries(kept.map(([key, handle]) => [key, realm.handles.get(handle)])) };
      }),
    ...(definition.isThere === undefined ? {} : { isThere: definition.isThere }),
    ...(definition.doc === undefined ? {} : { doc: definition.doc }),
  };
  realm.defineModule(module);
  return surrogate;
}
