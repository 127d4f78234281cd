import { NULL } from "@hotpy/memory";
import type { Builtins, Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { lazyModule, type ModuleContents } from "../lazy-module.js";
import { numberAttributes } from "../number-attributes.js";
import { tailCallSource } from "../source-call.js";
import { ACCESS_READ, createConstruct, MAP_NUMBERS } from "./construct.js";
import { createMapKit } from "./kit.js";
import { createMaps } from "./maps.js";
import { mapMethods } from "./methods.js";
import { mapSubscripts } from "./subscripts.js";

/** Iteration sees bytes objects, where subscripts give numbers. */
const source = `
def iter(map):
    for index in range(len(map)):
        yield map[index:index + 1]

def contains(map, item):
    return any(item == each for each in iter(map))
`;

/** The module `mmap`, where the system can map files into memory. */
export function defineMmap({ library }: Builtins): void {
  const { realm } = library;
  const isThere = () => realm.platform.systemCalls?.() !== undefined;
  realm.defineModule(lazyModule("mmap", () => makeMmap(library), isThere));
}

const ACCESSES = ["DEFAULT", "READ", "WRITE", "COPY"];

function makeMmap(library: Library): ModuleContents {
  const { realm, argument } = library;
  const { buffers, none } = realm;
  const maps = createMaps(library);
  const kit = createMapKit(library, maps);
  const surrogate = realm.defineSurrogates(source);
  const inPython = (name: string, parameters: string): NativeDefinition => ({
    name,
    parameters,
    receives: "self",
    frames: true,
    leaf: false,
    run(args, count) {
      const given = Array.from({ length: count }, (_, index) => argument(args, index));
      return tailCallSource(library, surrogate, name.replaceAll("__", ""), given);
    },
  });

  buffers.define(maps.shape, {
    bytes: (map) => (kit.isOpen(maps.stateOf(map)) ? maps.bytesOf(map) : undefined),
    isWritable: (map) => maps.stateOf(map).access !== ACCESS_READ,
    holder: maps.exportsOf,
  });

  const close: NativeDefinition = {
    name: "close",
    parameters: "(self, /)",
    leaf: false,
    run(args) {
      const map = argument(args, 0);
      const state = maps.stateOf(map);
      if (state.place === undefined) return none;
      if (!kit.isUnused(map, "close")) return NULL;
      return kit.guarded(() => {
        maps.close(state);
        return none;
      });
    },
  };

  const type = realm.defineType({
    name: "mmap",
    module: "mmap",
    shapes: [maps.shape],
    isBase: true,
    isWeaklyReferable: true,
    construct: {
      name: "mmap",
      parameters: "(cls, /, fileno, length, flags=1, prot=3, access=0, offset=0)",
      wording: "anonymous",
      leaf: false,
      run: createConstruct(library, maps),
    },
    methods: [
      ...mapSubscripts(kit),
      inPython("__iter__", "(self, /)"),
      inPython("__contains__", "(self, key, /)"),
      close,
      ...mapMethods(kit),
      kit.method("__enter__", "(self, /)", (_, args) => argument(args, 0)),
      { ...close, name: "__exit__", parameters: "(self, exc_type=None, exc_value=None, traceback=None, /)" },
      {
        name: "__repr__",
        parameters: "(self, /)",
        receives: "self",
        run(args) {
          const self = argument(args, 0);
          const { place, access, size, position, offset } = maps.stateOf(realm.valueOf(self));
          const name = realm.typeName(self);
          if (place === undefined) return realm.str(`<${name} closed=True>`);
          const rest = `length=${size}, pos=${position}, offset=${offset}`;
          return realm.str(`<${name} closed=False, access=ACCESS_${ACCESSES[access]}, ${rest}>`);
        },
      },
    ],
    getters: [{ name: "closed", get: (map) => realm.bool(maps.stateOf(map).place === undefined) }],
    doc: DOC,
  });

  return {
    attributes: () => {
      const pageSize = realm.platform.systemCalls?.()?.maps().pageSize ?? 4096;
      const numbers = { ...MAP_NUMBERS, PAGESIZE: pageSize, ALLOCATIONGRANULARITY: pageSize };
      return { mmap: type, error: realm.type("OSError"), ...numberAttributes(realm, numbers) };
    },
  };
}

const DOC = `Windows: mmap(fileno, length[, tagname[, access[, offset]]])

Maps length bytes from the file specified by the file handle fileno,
and returns a mmap object.  If length is larger than the current size
of the file, the file is extended to contain length bytes.  If length
is 0, the maximum length of the map is the current size of the file,
except that if the file is empty Windows raises an exception (you cannot
create an empty mapping on Windows).

Unix: mmap(fileno, length[, flags[, prot[, access[, offset]]]])

Maps length bytes from the file specified by the file descriptor fileno,
and returns a mmap object.  If length is 0, the maximum length of the map
will be the current size of the file when mmap is called.
flags specifies the nature of the mapping. MAP_PRIVATE creates a
private copy-on-write mapping, so changes to the contents of the mmap
object will be private to this process, and MAP_SHARED creates a mapping
that's shared with all other processes mapping the same areas of the file.
The default value is MAP_SHARED.

To map anonymous memory, pass -1 as the fileno (both versions).`;
