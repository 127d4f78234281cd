import { NULL } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";

/**
 * Files that are open for writing. CPython closes a file with the last reference to it, so that a program may write one, forget it, and find what it
 * has written when it opens the file again or asks for its size. Here nobody has counted: when a path is named for which a file is open for writing, a
 * full collection closes those files that nothing refers to any more.
 */
export interface OpenFiles {
  /** A file has been opened for writing. */
  add(path: string, descriptor: number): void;
  /** A descriptor has been closed. */
  remove(descriptor: number): void;
  /** To be called before the system is asked about a path. May collect. */
  settle(path: string): void;
}

interface Written {
  open: number;
  /** Collections that have closed nothing become rare: so many requests pass until the next. */
  wait: number;
  left: number;
}

const MOST_REQUESTS = 1024;
const collectSource = `
def collect_files():
    import gc
    gc.collect()
`;

const known = new WeakMap<Realm, OpenFiles>();

/** Those of a realm. */
export function openFilesOf(realm: Realm): OpenFiles {
  const found = known.get(realm) ?? createOpenFiles(realm);
  known.set(realm, found);
  return found;
}

function createOpenFiles(realm: Realm): OpenFiles {
  const byPath = new Map<string, Written>();
  const paths = new Map<number, string>();
  const surrogate = realm.defineSurrogates(collectSource);

  /** One text for each file, but for links. */
  function normal(path: string): string {
    const parts: string[] = [];
    const whole = path.startsWith("/") ? path : `${realm.platform.files?.currentDirectory() ?? ""}/${path}`;
    for (const part of whole.split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    return parts.join("/");
  }

  function remove(descriptor: number): void {
    const path = paths.get(descriptor);
    if (path === undefined) return;
    paths.delete(descriptor);
    const written = byPath.get(path);
    if (written !== undefined && --written.open === 0) byPath.delete(path);
  }

  return {
    remove,
    add(given, descriptor) {
      remove(descriptor);
      const path = normal(given);
      paths.set(descriptor, path);
      byPath.set(path, { open: (byPath.get(path)?.open ?? 0) + 1, wait: 0, left: 0 });
    },
    settle(given) {
      if (byPath.size === 0) return;
      const written = byPath.get(normal(given));
      if (written === undefined || --written.left >= 0) return;
      written.wait = Math.min(MOST_REQUESTS, 2 * written.wait + 1);
      written.left = written.wait;
      if (realm.call(surrogate("collect_files")) === NULL) realm.clearPending();
    },
  };
}
