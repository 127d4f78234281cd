import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "../source-module.js";

/** The library's own class shows itself by its name alone; CPython's, which is C, with its module. */
const source = `
def library_class():
    import sys
    if 'zoneinfo' in sys.modules:
        from zoneinfo._zoneinfo import ZoneInfo
        return ZoneInfo
    # The package asks for this module, which is not there yet. It is made again when a program asks for it.
    sys.modules['_zoneinfo'] = None
    try:
        from zoneinfo._zoneinfo import ZoneInfo
    finally:
        sys.modules.pop('_zoneinfo', None)
        sys.modules.pop('zoneinfo', None)
    return ZoneInfo

class ZoneInfo(library_class()):
    __module__ = 'zoneinfo'
    def __repr__(self):
        name = 'zoneinfo.ZoneInfo' if type(self) is ZoneInfo else type(self).__name__
        if self._key is not None:
            return f'{name}(key={self._key!r})'
        return f'{name}.from_file({self._file_repr})'
    def __reduce__(self):
        make, (key, is_kept) = super().__reduce__()
        return make, (key, int(is_kept))
`;

/** The module `_zoneinfo`. */
export const defineZoneInfo = (builtins: Builtins): void =>
  void defineSourceModule(builtins, { name: "_zoneinfo", source, shows: ["ZoneInfo"] });
