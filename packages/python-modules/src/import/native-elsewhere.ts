/**
 * What of Python's standard library is C in CPython and runs here as the library's own Python: frames of it do not show, and its types
 * have the names of a module in messages, as those of natives do. By module: names of functions and classes; undefined: all.
 */
const NATIVE_ELSEWHERE: Readonly<Record<string, readonly string[] | undefined>> = {
  _pydecimal: undefined,
  "asyncio.futures": ["Future"],
  "asyncio.tasks": ["Task"],
  operator: ["attrgetter", "itemgetter", "methodcaller"],
  pickle: [
    ...["_Framer", "_Unframer", "_Pickler", "_Unpickler", "_dump", "_dumps", "_load", "_loads", "_getattribute"],
    ...["whichmodule", "encode_long", "decode_long"],
  ],
  "xml.etree.ElementTree": ["Element", "SubElement", "TreeBuilder", "XMLParser"],
  "zoneinfo._zoneinfo": undefined,
};

/** Which code of a module, by its qualified name, does not show; undefined: all does. */
export function hiddenIn(module: string): ((qualname: string) => boolean) | undefined {
  if (!Object.hasOwn(NATIVE_ELSEWHERE, module)) return undefined;
  const names = NATIVE_ELSEWHERE[module];
  return names === undefined ? () => true : (qualname) => names.includes(qualname.split(".", 1)[0]);
}
