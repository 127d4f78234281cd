import type { UpToValues } from "../context.js";
import type { NativeDefinition } from "../natives.js";
import type { Signature } from "./parameters.js";
import { slotWrapper } from "./slot-wrappers.js";

/** TypeErrors of calls of natives, worded as CPython's argument parsers do. Each raises and returns -1. */
export interface BindErrors {
  tooMany(count: number, given: number): -1;
  missing(parameter: number, given: number): -1;
  givenTwice(name: string, parameter: number): -1;
  unexpected(name: string): -1;
  /** There are named arguments, but no parameter has a name. */
  namesForbidden(): -1;
  /** More arguments, named ones counted, than parameters. */
  tooManyInAll(count: number, given: number): -1;
  /** A function of one argument or more, and none by position. */
  noneGiven(): -1;
  /** A method without `self`. */
  noSelf(): -1;
}

const plural = (count: number): string => (count === 1 ? "" : "s");

/**
 * @param owner the name of the class whose method is called
 * @param shownOwner the same, with its module
 */
export function bindErrors(
  { exceptions }: Pick<UpToValues, "exceptions">,
  given: Pick<NativeDefinition, "name" | "wording" | "namesFor" | "calledBy">,
  signature: Signature,
  owner: string | undefined,
  shownOwner: string | undefined,
  module: string | undefined,
): BindErrors {
  const isInit = owner !== undefined && given.name === "__init__";
  // What `list.__init__` is given was an argument of `list(…)`.
  const definition: Pick<NativeDefinition, "name" | "wording" | "namesFor"> = isInit
    ? { name: owner }
    : { ...given, name: given.calledBy ?? given.name };
  const { parameters, positional, required } = signature;
  const isMethod = owner !== undefined;
  const wrapper = isMethod ? slotWrapper(owner, definition.name) : undefined;
  // CPython counts neither `self` nor the class that a constructor gets.
  const hidden = isMethod || parameters[0]?.name === "cls" ? 1 : 0;
  const full = isInit
    ? definition.name
    : isMethod
      ? `${owner}.${definition.name}`
      : module === undefined
        ? definition.name
        : `${module}.${definition.name}`;
  const acceptsNames = parameters.some((p) => p.kind === "any" || p.kind === "keyword-only");
  const isAnonymous = definition.wording === "anonymous";
  /** What is called, in messages about its parameters. */
  const called = isAnonymous ? "function" : `${definition.name}()`;
  const most = positional - hidden;
  const least = required - hidden;

  function fail(message: string): -1 {
    exceptions.raise("TypeError", message);
    return -1;
  }

  function positionalCount(given: number): -1 {
    const got = given - hidden;
    if (wrapper === "exact") return fail(`expected ${most} argument${plural(most)}, got ${got}`);
    const limit = got < least ? least : most;
    const bound = least === most ? "" : got < least ? "at least " : "at most ";
    if (wrapper === "unpack") return fail(` expected ${bound}${limit} argument${plural(limit)}, got ${got}`);
    if (definition.wording === "parse" || isAnonymous) {
      const exactly = least === most ? "exactly " : bound;
      return fail(`${called} takes ${exactly}${limit} argument${plural(limit)} (${got} given)`);
    }
    if (definition.wording === "unpack" || definition.wording === "unpack()")
      return fail(
        `${definition.name}${definition.wording === "unpack()" ? "()" : ""} expected ${bound}${limit} argument${plural(limit)}, got ${got}`,
      );
    if (definition.wording === "groups") return fail(`${full} requires ${least} to ${most} arguments`);
    if (definition.wording === "function")
      return fail(`${definition.name}() takes ${most} positional arguments but ${got} were given`);
    if (most === 0) return fail(`${full}() takes no arguments (${got} given)`);
    if (most === 1 && least === 1) return fail(`${full}() takes exactly one argument (${got} given)`);
    if (least === most) return fail(`${definition.name} expected ${most} argument${plural(most)}, got ${got}`);
    return got < least
      ? fail(`${definition.name} expected at least ${least} argument${plural(least)}, got ${got}`)
      : fail(`${definition.name} expected at most ${most} argument${plural(most)}, got ${got}`);
  }

  // CPython calls such functions in an older way, which leaves the module out.
  const isOlder = definition.wording === "groups" || (!isMethod && (definition.wording === "parse" || isAnonymous));
  const caller = isOlder ? definition.name : full;
  const isWorded = definition.wording !== undefined && !isAnonymous;
  const namesForbidden = (): -1 =>
    fail(
      wrapper === undefined || wrapper === "own"
        ? `${caller}() takes no keyword arguments`
        : `wrapper ${definition.name}() takes no keyword arguments`,
    );

  return {
    tooMany(count, given) {
      if (!acceptsNames || isWorded) return positionalCount(given);
      if (most === 0) return fail(`${called} takes no positional arguments`);
      const bound = least === most && parameters.length > positional ? "exactly" : "at most";
      return parameters.length > positional
        ? fail(`${called} takes ${bound} ${most} positional argument${plural(most)} (${given - hidden} given)`)
        : fail(`${called} takes ${bound} ${most} argument${plural(most)} (${count - hidden} given)`);
    },
    missing(parameter, given) {
      const { name, kind } = parameters[parameter];
      if (!acceptsNames || isWorded) return positionalCount(given);
      if (kind === "keyword-only") return fail(`${called} missing required keyword-only argument: '${name}'`);
      if (kind === "positional-only") {
        const bound = most > least ? "at least" : "exactly";
        return fail(`${called} takes ${bound} ${least} positional argument${plural(least)} (${given - hidden} given)`);
      }
      return fail(`${called} missing required argument '${name}' (pos ${parameter - hidden + 1})`);
    },
    givenTwice: (name, parameter) =>
      fail(`argument for ${called} given by name ('${name}') and position (${parameter - hidden + 1})`),
    unexpected: (name) =>
      acceptsNames
        ? fail(
            `'${name}' is an invalid keyword argument for ${isAnonymous ? "this function" : `${definition.namesFor ?? definition.name}()`}`,
          )
        : namesForbidden(),
    namesForbidden,
    tooManyInAll(count, given) {
      if (definition.wording === "unpack" && given > positional) return positionalCount(given);
      const limit = parameters.length - hidden;
      const kind = given === hidden ? "keyword " : "";
      return fail(`${called} takes at most ${limit} ${kind}argument${plural(limit)} (${count - hidden} given)`);
    },
    noneGiven: () => fail(`${definition.name} expected at least 1 argument, got 0`),
    noSelf: () =>
      fail(
        wrapper === undefined && !isInit
          ? `unbound method ${full}() needs an argument`
          : `descriptor '${given.name}' of '${shownOwner}' object needs an argument`,
      ),
  };
}
