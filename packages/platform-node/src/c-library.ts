/// The C library, called through koffi where that is installed.

import { createRequire } from "node:module";
import { SystemFault } from "@hotpy/python-objects";
import type Koffi from "koffi";

/** Functions of C by name. */
type Functions<P, R> = { readonly [name in keyof P]: (...args: unknown[]) => R };

/** Text that ends with a zero byte. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));

export interface CLibrary {
  readonly koffi: typeof Koffi;
  /** `R`: what they return, if not all return numbers. */
  functions<R = number, P extends Readonly<Record<string, string>> = Readonly<Record<string, string>>>(
    prototypes: P,
  ): Functions<P, R>;
  /** What a call says went wrong by its number. */
  fault(errno: number): SystemFault;
  /** The result of a call. @throws SystemFault where it is negative */
  checked(result: number): number;
}

/** Undefined: it cannot be called here. */
export function loadLibrary(): CLibrary | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    // In the bundle, which is run as a script, there is no URL; koffi is then found from the program that was started.
    const koffi = createRequire(import.meta.url ?? process.argv[1])("koffi") as typeof Koffi;
    const library = koffi.load("libc.so.6");
    const strerror = library.func("const char *strerror(int errno)");
    const fault = (errno: number): SystemFault => new SystemFault(errno, strerror(errno) as string);
    return {
      koffi,
      functions: <R, P extends Readonly<Record<string, string>>>(prototypes: P) =>
        Object.fromEntries(
          Object.entries(prototypes).map(([name, prototype]) => [name, library.func(prototype)]),
        ) as unknown as Functions<P, R>,
      fault,
      checked(result) {
        if (result < 0) throw fault(koffi.errno());
        return result;
      },
    };
  } catch {
    return undefined;
  }
}
