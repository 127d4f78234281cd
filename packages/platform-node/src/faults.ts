import { SystemFault } from "@hotpy/python-objects";

/** A system error of Node.js ("ENOSPC: no space left on device, write" and -28) as Python's are made; another error as it is. */
export function asFault(error: NodeJS.ErrnoException): Error {
  // A number that no file has is refused before the system is asked.
  if (error.code === "ERR_OUT_OF_RANGE" && error.message.includes('"fd"'))
    return new SystemFault(9, "Bad file descriptor");
  const text = /^[A-Z0-9]+: (.)(.*?)(, \w+.*)?$/.exec(error.message);
  if (text === null || error.errno === undefined) return error;
  return new SystemFault(-error.errno, TEXTS[error.code ?? ""] ?? text[1].toUpperCase() + text[2]);
}

/** What `strerror` says where Node.js has words of its own. */
const TEXTS: Readonly<Record<string, string>> = {
  EIO: "Input/output error",
  EISDIR: "Is a directory",
  ENOTDIR: "Not a directory",
  EEXIST: "File exists",
  ENOTEMPTY: "Directory not empty",
  ESPIPE: "Illegal seek",
  EMFILE: "Too many open files",
  ELOOP: "Too many levels of symbolic links",
  ENAMETOOLONG: "File name too long",
  EXDEV: "Invalid cross-device link",
  EBUSY: "Device or resource busy",
  EROFS: "Read-only file system",
};

/** @throws SystemFault where the system refuses */
export function withFaults<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asFault(error as NodeJS.ErrnoException);
  }
}
