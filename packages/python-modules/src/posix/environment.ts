import type { Realm } from "@hotpy/python-objects";

/** The environment that processes get which are started, as `putenv` and `unsetenv` have left it. */
export interface Environment {
  set(name: Uint8Array, value: Uint8Array): void;
  remove(name: Uint8Array): void;
  /** The text of a variable; undefined: there is none. */
  get(name: string): string | undefined;
  /** Texts `NAME=value`. */
  entries(): readonly Uint8Array[];
}

const known = new WeakMap<Realm, Environment>();

/** That of a realm. */
export function environmentOf(realm: Realm): Environment {
  const found = known.get(realm) ?? createEnvironment(realm);
  known.set(realm, found);
  return found;
}

function createEnvironment({ platform }: Realm): Environment {
  let variables: Map<string, Uint8Array> | undefined;
  const keyOf = (name: Uint8Array): string => String.fromCharCode(...name);

  function all(): Map<string, Uint8Array> {
    if (variables !== undefined) return variables;
    variables = new Map();
    const encoder = new TextEncoder();
    for (const [name, value] of Object.entries(platform.environment))
      if (value !== undefined) variables.set(keyOf(encoder.encode(name)), encoder.encode(value));
    return variables;
  }

  return {
    set: (name, value) => void all().set(keyOf(name), value),
    remove: (name) => void all().delete(keyOf(name)),
    get(name) {
      const value = all().get(keyOf(new TextEncoder().encode(name)));
      return value === undefined ? undefined : new TextDecoder().decode(value);
    },
    entries: () =>
      [...all()].map(([name, value]) =>
        Uint8Array.of(...Array.from(name, (letter) => letter.charCodeAt(0)), 0x3d, ...value),
      ),
  };
}
