import type { Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { callSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { EXPAT_ERRORS } from "./errors.js";
import { expatSource } from "./source.js";

const VERSION = [2, 5, 0] as const;

/** The module `pyexpat`: a parser of XML that tells what expat tells. */
export function defineExpat(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument, withHandles } = library;
  const textOf = (word: Word): Word => {
    const code = realm.indexNumber(word);
    const text = code === undefined ? undefined : EXPAT_ERRORS[code - 1]?.[1];
    return text === undefined ? realm.none : realm.str(text);
  };
  const surrogate = defineSourceModule(builtins, {
    name: "pyexpat",
    source: expatSource,
    natives: [{ name: "error_text", parameters: "(code, /)", run: (args) => textOf(argument(args, 0)) }],
    shows: ["ExpatError", "error=ExpatError", "XMLParserType=xmlparser"],
    final: ["xmlparser"],
    calls: [{ name: "ParserCreate", parameters: "(encoding=None, namespace_separator=None, intern=None)" }],
    functions: [{ name: "ErrorString", parameters: "(code, /)", run: (args) => textOf(argument(args, 0)) }],
    attributes: () =>
      withHandles(() => {
        const names = realm.tuple(EXPAT_ERRORS.map((pair) => realm.tuple(pair.map(realm.str))));
        const errors = realm.handles.push(callSource(library, surrogate, "make_errors", [names]));
        const model = realm.handles.push(realm.call(surrogate("make_model")));
        return {
          errors: realm.handles.get(errors),
          model: realm.handles.get(model),
          EXPAT_VERSION: realm.str(`expat_${VERSION.join(".")}`),
          version_info: realm.tuple(VERSION.map(realm.int)),
          native_encoding: realm.str("UTF-8"),
          features: realm.list([]),
          XML_PARAM_ENTITY_PARSING_NEVER: realm.int(0),
          XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE: realm.int(1),
          XML_PARAM_ENTITY_PARSING_ALWAYS: realm.int(2),
        };
      }),
    doc: "Python wrapper for Expat parser.",
  });
}
