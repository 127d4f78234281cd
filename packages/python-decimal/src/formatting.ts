import { type Address, NULL, type Word } from "@hotpy/memory";
import type { NativeDefinition } from "@hotpy/python-objects";
import { type Conventions, formatted, NO_MORE, parseSpec } from "./format.js";
import type { Kit } from "./kit.js";

const PLAIN: Conventions = { point: ".", separator: ",", groups: [3] };

/** Most bytes of a separator in UTF-8. */
const MOST_BYTES = 4;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** `Decimal.__format__`, which for the format `n` asks the module `locale`. */
export function createFormatting({ library, values, contexts }: Kit): NativeDefinition {
  const { realm, argument, withHandles } = library;
  const { strings } = realm;

  const text = (word: Word): string | undefined => {
    const value = (word & 1) === 0 ? realm.valueOf(word) : word;
    return (value & 1) === 0 && strings.isString(value) ? strings.toJS(value) : undefined;
  };

  /** Conventions that a mapping gives; undefined: raised. May collect. */
  function conventionsOf(mapping: Word, base: Conventions): Conventions | undefined {
    return withHandles(() => {
      const kept = realm.handles.push(mapping);
      const item = (name: string): Word => {
        const found = realm.getItem(realm.handles.get(kept), realm.intern(name));
        if (found === NULL && realm.pendingIs("KeyError")) realm.clearPending();
        return found;
      };
      const strict = (name: string, instead: string): string | undefined => {
        const found = item(name);
        return found === NULL ? instead : text(found);
      };
      const point = strict("decimal_point", base.point);
      const separator = strict("thousands_sep", base.separator);
      const grouping = item("grouping");
      let groups: readonly number[] | undefined = base.groups;
      if (grouping !== NULL) {
        const value = (grouping & 1) === 0 ? realm.valueOf(grouping) : grouping;
        const given = text(value);
        if (given !== undefined) groups = Array.from(given, (character) => character.charCodeAt(0));
        else if ((value & 1) === 0 && (library.lists.isList(value) || library.lists.isTuple(value)))
          groups = library.lists.itemsOf(value).map((word) => word >> 1);
        else groups = undefined;
      }
      if (realm.pending() !== NULL) return undefined;
      if (
        point === undefined ||
        separator === undefined ||
        groups === undefined ||
        point === "" ||
        bytesOf(point) > MOST_BYTES ||
        bytesOf(separator) > MOST_BYTES ||
        groups.some((size) => size > NO_MORE)
      ) {
        realm.raise("ValueError", "invalid override dict");
        return undefined;
      }
      return { point, separator, groups: groups };
    });
  }

  function localConventions(): Conventions | undefined {
    const importer = realm.getItem(realm.builtins(), realm.intern("__import__"));
    const module = importer === NULL ? NULL : realm.call(importer, realm.intern("locale"));
    const mapping = module === NULL ? NULL : realm.callMethod(module, realm.intern("localeconv"));
    return mapping === NULL ? undefined : conventionsOf(mapping, PLAIN);
  }

  return {
    name: "__format__",
    parameters: "(self, format_spec, override=None, /)",
    wording: "parse",
    run(args: Address) {
      const given = text(argument(args, 1));
      if (given === undefined) return realm.raise("TypeError", "format arg must be str");
      const spec = parseSpec(given);
      if (spec === undefined) return realm.raise("ValueError", "invalid format string");
      let place: Conventions | undefined = PLAIN;
      const override = argument(args, 2);
      if (override !== NULL) {
        if (!realm.isInstance(override, realm.type("dict")))
          return realm.raise("TypeError", "optional argument must be a dict");
        place = conventionsOf(override, PLAIN);
      } else if (spec.type === "n" || spec.type === "N") place = localConventions();
      if (place === undefined) return NULL;
      const context = contexts.current();
      if (context === NULL) return NULL;
      const inner = realm.valueOf(context);
      const rules = { rounding: contexts.part(inner, "rounding"), capitals: contexts.part(inner, "capitals") };
      return realm.str(formatted(values.read(argument(args, 0)), spec, rules, place));
    },
  };
}
