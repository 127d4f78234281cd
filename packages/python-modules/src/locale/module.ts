import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { LocaleCalls, LocaleText, NativeDefinition } from "@hotpy/python-objects";
import { numberAttributes } from "../number-attributes.js";
import { createSystem } from "../posix/system.js";
import { defineSourceModule } from "../source-module.js";
import { createCLocale } from "./c-locale.js";
import { CODESET, LAST_CATEGORY, LOCALE_NUMBERS } from "./numbers.js";

/** Only `Error` is Python's: a class of programs. */
const source = `
class Error(Exception):
    __module__ = 'locale'

def setlocale(category, locale):
    found = set_category(category, locale)
    if found is None:
        raise Error('locale query failed' if locale is None else 'unsupported locale setting')
    return found
`;

/** The module `_locale`: the library of C's locale, or C's own where that cannot be called. */
export function defineLocale(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument } = library;
  const { strings, none } = realm;
  const { guarded } = createSystem(library);
  let found: LocaleCalls | undefined;
  const locale = (): LocaleCalls => {
    found ??= realm.platform.locale?.() ?? createCLocale();
    return found;
  };
  const isMissing = (word: Word): boolean => word === NULL || word === none;

  /** The text of argument `index`; undefined: raised. */
  function text(args: Address, index: number, name: string): string | undefined {
    const value = realm.valueOf(argument(args, index));
    if (!strings.isString(value)) {
      realm.raise("TypeError", `${name} must be str, not ${realm.plainTypeName(argument(args, index))}`);
      return undefined;
    }
    const found = strings.toJS(value);
    if (!found.includes("\0")) return found;
    realm.raise("ValueError", "embedded null character");
    return undefined;
  }

  /** A function whose arguments are texts, the last `optional` of which may be None. */
  const ofTexts = (
    name: string,
    parameters: readonly string[],
    optional: number,
    run: (...texts: (string | undefined)[]) => Word,
  ): NativeDefinition => ({
    name,
    parameters: `(${parameters.join(", ")}, /)`,
    run(args) {
      const texts: (string | undefined)[] = [];
      for (let i = 0; i < parameters.length; i++) {
        const isOptional = i >= parameters.length - optional && isMissing(argument(args, i));
        const shown = `${name}() argument${parameters.length > 1 ? ` ${i + 1}` : ""}`;
        const each = isOptional ? undefined : text(args, i, shown);
        if (each === undefined && !isOptional) return NULL;
        texts.push(each);
      }
      return run(...texts);
    },
  });

  function conventions(): Word {
    const { texts, groupings, numbers } = locale().conventions();
    return library.withHandles(() => {
      const dict = realm.handles.push(realm.dicts.create());
      const set = (key: string, value: Word): void =>
        void realm.dicts.set(realm.handles.get(dict), realm.intern(key), value);
      const put = (names: readonly LocaleText[]): void => {
        for (const name of names) set(name, realm.str(texts[name]));
      };
      const putSizes = (name: "grouping" | "mon_grouping"): void =>
        set(name, realm.list(groupings[name].map((size) => realm.int(size))));
      // In CPython's order.
      put(["int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"]);
      putSizes("mon_grouping");
      put(["positive_sign", "negative_sign"]);
      for (const [name, value] of Object.entries(numbers)) set(name, realm.int(value));
      put(["decimal_point", "thousands_sep"]);
      putSizes("grouping");
      return realm.handles.get(dict);
    });
  }

  function information(args: Address): Word {
    const item = realm.indexNumber(argument(args, 0));
    if (item === undefined) return NULL;
    if (!Object.values(LOCALE_NUMBERS).includes(item) || item <= LAST_CATEGORY)
      return realm.raise("ValueError", "unsupported langinfo constant");
    return realm.str(locale().information(item));
  }

  function dcgettext(args: Address): Word {
    const domain = isMissing(argument(args, 0)) ? undefined : text(args, 0, "dcgettext() argument 1");
    if (domain === undefined && !isMissing(argument(args, 0))) return NULL;
    const message = text(args, 1, "dcgettext() argument 2");
    const category = message === undefined ? undefined : realm.indexNumber(argument(args, 2));
    if (message === undefined || category === undefined) return NULL;
    return realm.str(locale().translate(message, domain, category));
  }

  const bind = (what: "directory" | "codeset") => (domain: string | undefined, value: string | undefined) =>
    guarded(() => {
      const bound = locale().bind(domain ?? "", what, value);
      return bound === undefined ? none : realm.str(bound);
    });

  const surrogate = defineSourceModule(builtins, {
    name: "_locale",
    source,
    natives: [
      {
        name: "set_category",
        parameters: "(category, name, /)",
        run(args) {
          const category = realm.indexNumber(argument(args, 0));
          if (category === undefined) return NULL;
          const isAsked = isMissing(argument(args, 1));
          const name = isAsked ? undefined : text(args, 1, "setlocale() argument 2");
          if (!isAsked && name === undefined) return NULL;
          const set = category < 0 || category > LAST_CATEGORY ? undefined : locale().set(category, name);
          return set === undefined ? none : realm.str(set);
        },
      },
    ],
    calls: [{ name: "setlocale", parameters: "(category, locale=None, /)" }],
    functions: [
      { name: "localeconv", parameters: "()", run: conventions },
      { name: "nl_langinfo", parameters: "(key, /)", run: information },
      { name: "getencoding", parameters: "()", run: () => realm.str(locale().information(CODESET) || "UTF-8") },
      ofTexts("strcoll", ["os1", "os2"], 0, (a = "", b = "") => realm.int(locale().compare(a, b))),
      ofTexts("strxfrm", ["string"], 0, (given = "") => realm.str(locale().transform(given))),
      ofTexts("gettext", ["msg"], 0, (message = "") => realm.str(locale().translate(message, undefined, undefined))),
      {
        name: "dgettext",
        parameters: "(domain, msg, /)",
        run(args) {
          const isAsked = isMissing(argument(args, 0));
          const domain = isAsked ? undefined : text(args, 0, "dgettext() argument 1");
          const message = domain === undefined && !isAsked ? undefined : text(args, 1, "dgettext() argument 2");
          return message === undefined ? NULL : realm.str(locale().translate(message, domain, undefined));
        },
      },
      { name: "dcgettext", parameters: "(domain, msg, category, /)", run: dcgettext },
      ofTexts("textdomain", ["domain"], 1, (name) => realm.str(locale().domain(name))),
      {
        ...ofTexts("bindtextdomain", ["domain", "dir"], 1, (domain, value) =>
          domain === ""
            ? realm.raiseObject(realm.call(surrogate("Error"), realm.str("domain must be a non-empty string")))
            : bind("directory")(domain, value),
        ),
        leaf: false,
      },
      ofTexts("bind_textdomain_codeset", ["domain", "codeset"], 1, bind("codeset")),
    ],
    shows: ["Error"],
    attributes: () => numberAttributes(realm, LOCALE_NUMBERS),
    doc: "Support for POSIX locales.",
  });
}
