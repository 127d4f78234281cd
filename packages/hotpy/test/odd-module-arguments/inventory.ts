import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inBoth, PRELUDE } from "../odd-arguments/compare.js";
import { isCalledModule } from "./modules.js";
import { CANDIDATES, MODULE_RECEIVERS } from "./values.js";

/// What native modules have, in both CPython and HotPy, found by looking.

const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");

/** A method or attribute, of the type that has it. */
export interface Method {
  readonly name: string;
  readonly isFunction: boolean;
  /** Expressions that make objects that have it. */
  readonly receivers: string[];
}

export interface ModuleInventory {
  /** What calls stand behind. */
  readonly prelude: string;
  /** "math.sin". */
  readonly functions: readonly string[];
  /** "array.array". */
  readonly types: readonly string[];
  /** By "array.array.append". */
  readonly methods: ReadonlyMap<string, Method>;
  /** Receivers that cannot be made, with the reasons. */
  readonly failures: readonly string[];
}

/** What the Python program `inventory.py` prints. */
interface Printed {
  readonly modules: Record<string, { functions: string[]; types: { path: string; objects: Described[] }[] }>;
  readonly receivers: Described[];
}

interface Described {
  readonly expression: string;
  readonly error?: string;
  readonly type: string;
  /** Name, type that has it, and whether it is called. */
  readonly names: readonly (readonly [string, string, boolean])[];
}

/** Attributes of all objects that differ between the two, or say how CPython is made. */
const NOT_ATTRIBUTES =
  /^__(sizeof|dir|subclasshook|doc|dict|module|class|class_getitem|weakref|getattribute|text_signature|objclass|init_subclass|abstractmethods|basicsize|itemsize|flags|dictoffset|weakrefoffset|hash|base|mro|bases)__$|^__subclasses__$|^mro$/;

export function moduleInventory(): ModuleInventory {
  const names = inBoth(`import sys\nprint(*sys.builtin_module_names)`)[1].trim().split(/\s+/).filter(isCalledModule);
  const present = inBoth(
    `import importlib\nfor name in ${JSON.stringify(names)}:\n    try:\n        importlib.import_module(name)\n        print(name)\n    except ImportError:\n        pass`,
  )[0]
    .trim()
    .split(/\s+/);
  const prelude = `${present.map((name) => `import ${name}`).join("\n")}\nimport re\n${PRELUDE}\n${read("prelude.py")}`;
  const python = (texts: readonly string[]): string => `[${texts.map((text) => JSON.stringify(text)).join(", ")}]`;
  const [theirs, ours] = inBoth(
    `${prelude}\nmodules = ${python(present)}\ncandidates = ${python(CANDIDATES)}\nreceivers = ${python(MODULE_RECEIVERS)}\n${read("inventory.py")}`,
  ).map((text) => JSON.parse(text) as Printed);

  const functions: string[] = [];
  const types: string[] = [];
  const failures: string[] = [];
  const methods = new Map<string, Method>();
  const ofOurs = new Map(described(ours).map((each) => [each.expression, each]));
  for (const [module, { functions: paths, types: shown }] of Object.entries(theirs.modules)) {
    const has = new Set([...ours.modules[module].functions, ...ours.modules[module].types.map(({ path }) => path)]);
    functions.push(...paths.filter((path) => has.has(path)));
    types.push(...shown.map(({ path }) => path).filter((path) => has.has(path)));
  }
  for (const { expression, error, names } of described(theirs)) {
    if (error !== undefined) failures.push(`${expression}: ${error}`);
    const other = new Set(ofOurs.get(expression)?.names?.map(([name]) => name));
    for (const [name, owner, isFunction] of names ?? []) {
      if (!other.has(name) || NOT_ATTRIBUTES.test(name)) continue;
      const path = `${owner}.${name}`;
      if (!methods.has(path)) methods.set(path, { name, isFunction, receivers: [] });
      methods.get(path)?.receivers.push(expression);
    }
  }
  return { prelude, functions, types, methods, failures };
}

function described({ modules, receivers }: Printed): Described[] {
  return [...receivers, ...Object.values(modules).flatMap(({ types }) => types.flatMap(({ objects }) => objects))];
}
