import { picklerSource } from "./pickler-source.js";
import { unpicklerSource } from "./unpickler-source.js";

/** What of _pickle is written in Python: what both directions need, then each. */
export const pickleSource = `
class PickleError(Exception):
    __module__ = '_pickle'

class PicklingError(PickleError):
    __module__ = '_pickle'

class UnpicklingError(PickleError):
    __module__ = '_pickle'

def library():
    import pickle
    return pickle

class MemoProxy:
    def __init__(self, owner):
        self._owner = owner
    def __reduce__(self):
        return dict, (self.copy(),)
${picklerSource}${unpicklerSource}`;
