import { NULL } from "@hotpy/memory";
import type { Streams } from "@hotpy/python-builtins";
import type { Context } from "@hotpy/python-objects";

/**
 * Makes a function that writes what becomes of exceptions to whatever the program has made `sys.stderr`: nothing, where that is None. It may collect;
 * that something cannot be written is no exception of the program's.
 */
export function createTelling({ realm, handles, exceptions }: Context, streams: Streams): (text: string) => void {
  return (text) => {
    const mark = handles.mark();
    const sys = realm.loadedModule("sys");
    const file = handles.push(sys === NULL ? NULL : realm.findAttribute(sys, realm.intern("stderr")));
    if (handles.get(file) === NULL || streams.isStandardError(handles.get(file))) {
      exceptions.clearPending();
      streams.tell(text);
    } else if (handles.get(file) !== realm.none) {
      const string = handles.push(realm.str(text));
      const write = realm.getAttribute(handles.get(file), realm.intern("write"));
      if (write === NULL || realm.call(write, handles.get(string)) === NULL) exceptions.clearPending();
      const flush = realm.findAttribute(handles.get(file), realm.intern("flush"));
      if (flush === NULL || realm.call(flush) === NULL) exceptions.clearPending();
    }
    handles.release(mark);
  };
}
