import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { type NativeDefinition, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import { createWaiting } from "../waiting.js";
import { createSystem } from "./system.js";

/** Requests of `ioctl` to the end of a pair of terminals that has no user: to let the other be opened, and which that is. */
const [TIOCSPTLCK, TIOCGPTN] = [0x40045431, 0x80045430];
const O_RDWR = 2;
const O_NOCTTY = 0o400;

/** Parts of files, processors, random bytes, devices and terminals. */
export function createMoreCalls(library: Library): readonly NativeDefinition[] {
  const { realm, argument, numberArgument, withHandles, lists } = library;
  const { integers, bytes, buffers, none, platform } = realm;
  const { calling } = createWaiting(library);
  const { pathOf, fullPath } = createSystem(library);

  /** Numbers of devices have both parts in pieces. */
  const device = (major: number, minor: number): bigint =>
    ((BigInt(major) & 0xfffn) << 8n) |
    ((BigInt(major) & ~0xfffn) << 32n) |
    (BigInt(minor) & 0xffn) |
    ((BigInt(minor) & ~0xffn) << 12n);
  /** A part of a device's number. */
  const part = (name: string, of: (device: bigint) => bigint): NativeDefinition => ({
    name,
    parameters: "(device, /)",
    run(args) {
      const device = realm.valueOf(argument(args, 0));
      if (!integers.isInteger(device)) return realm.raise("TypeError", "an integer is required");
      if (integers.toBigInt(device) < 0n) return realm.raise("OverflowError", "can't convert negative int to unsigned");
      return realm.int(of(integers.toBigInt(device)));
    },
  });

  function openTerminals(): Word {
    const { files } = platform;
    const system = platform.systemCalls?.();
    if (files === undefined || system === undefined) throw new SystemFault(ERRNO.ENOSYS, "Function not implemented");
    const controlling = files.open("/dev/ptmx", O_RDWR | O_NOCTTY, 0);
    try {
      system.controlDevice(controlling, TIOCSPTLCK, new Uint8Array(4));
      const which = new Uint8Array(4);
      system.controlDevice(controlling, TIOCGPTN, which);
      const terminal = files.open(`/dev/pts/${new Uint32Array(which.buffer)[0]}`, O_RDWR | O_NOCTTY, 0);
      return realm.tuple([realm.int(controlling), realm.int(terminal)]);
    } catch (error) {
      files.close(controlling);
      throw error;
    }
  }

  return [
    calling("openpty", "()", openTerminals),
    calling("pread", "(fd, length, offset, /)", (system, args) => {
      if (numberArgument(args, 1) < 0) throw new SystemFault(ERRNO.EINVAL, "Invalid argument");
      return bytes.fromArray(system.readAt(numberArgument(args, 0), numberArgument(args, 1), numberArgument(args, 2)));
    }),
    calling("pwrite", "(fd, buffer, offset, /)", (system, args) => {
      const found = buffers.required(argument(args, 1));
      if (found === undefined) return NULL;
      return realm.int(
        system.writeAt(numberArgument(args, 0), bytes.toArray(found.data, found.size), numberArgument(args, 2)),
      );
    }),
    calling("fchmod", "(fd, mode)", (system, args) => {
      system.number("fchmod", numberArgument(args, 0), numberArgument(args, 1));
      return none;
    }),
    calling("mkfifo", "(path, mode=438, *, dir_fd=None)", (system, args) => {
      const path = pathOf(args, 0, "mkfifo", { directory: 2 });
      if (path === undefined) return NULL;
      system.makePipe(fullPath(path), argument(args, 1) === NULL ? 0o666 : numberArgument(args, 1));
      return none;
    }),
    calling("sched_getaffinity", "(pid, /)", (system, args) =>
      withHandles(() => {
        const list = realm.handles.push(realm.list(system.processors(numberArgument(args, 0)).map(realm.int)));
        return realm.call(realm.type("set"), realm.handles.get(list));
      }),
    ),
    calling("sched_setaffinity", "(pid, mask, /)", (system, args) =>
      withHandles(() => {
        const process = numberArgument(args, 0);
        const list = realm.handles.push(realm.call(realm.type("list"), argument(args, 1)));
        if (realm.handles.get(list) === NULL) return NULL;
        // An item may be an object whose __index__ is called.
        const chosen = Array.from({ length: lists.length(realm.handles.get(list)) }, (_, index) =>
          realm.indexNumber(lists.item(realm.handles.get(list), index)),
        );
        if (chosen.includes(undefined)) return NULL;
        if ((chosen as number[]).some((each) => each < 0)) return realm.raise("ValueError", "negative CPU number");
        system.setProcessors(process, chosen as number[]);
        return none;
      }),
    ),
    {
      name: "getrandom",
      parameters: "(size, flags=0)",
      run(args) {
        const size = realm.indexNumber(argument(args, 0));
        if (size === undefined) return NULL;
        if (size < 0) return realm.raiseWith("OSError", realm.int(ERRNO.EINVAL), realm.str("Invalid argument"));
        const made = new Uint8Array(size);
        platform.randomBytes(made);
        return bytes.fromArray(made);
      },
    },
    {
      name: "makedev",
      parameters: "(major, minor, /)",
      run(args) {
        const major = realm.indexNumber(argument(args, 0));
        const minor = major === undefined ? undefined : realm.indexNumber(argument(args, 1));
        return major === undefined || minor === undefined ? NULL : realm.int(device(major, minor));
      },
    },
    part("major", (device) => ((device >> 8n) & 0xfffn) | ((device >> 32n) & ~0xfffn)),
    part("minor", (device) => (device & 0xffn) | ((device >> 12n) & 0xffffff00n)),
    { name: "ctermid", parameters: "()", run: () => realm.str("/dev/tty") },
  ];
}
