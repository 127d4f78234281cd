import { type PlainCalls, SystemFault } from "@hotpy/python-objects";
import type { CLibrary } from "./c-library.js";

/** Parameters of C's functions as koffi has them, and what they return. Memory may be read and written. */
const PROTOTYPES: Readonly<Record<string, readonly [result: string, ...parameters: string[]]>> = {
  pathconf: ["long", "path", "int"],
  fpathconf: ["long", "int", "int"],
  confstr: ["size_t", "int", "memory", "size_t"],
  chroot: ["int", "path"],
  mknod: ["int", "path", "uint32_t", "uint64_t"],
  sendfile: ["int64_t", "int", "int", "memory", "size_t"],
  copy_file_range: ["int64_t", "int", "memory", "int", "memory", "size_t", "uint32_t"],
  splice: ["int64_t", "int", "memory", "int", "memory", "size_t", "uint32_t"],
  eventfd: ["int", "uint32_t", "int"],
  memfd_create: ["int", "path", "uint32_t"],
  syscall: ["long", "long", "int", "int", "memory", "int"],
  lockf: ["int", "int", "int", "int64_t"],
  posix_fallocate: ["int", "int", "int64_t", "int64_t"],
  posix_fadvise: ["int", "int", "int64_t", "int64_t", "int"],
  getxattr: ["int64_t", "path", "path", "memory", "size_t"],
  lgetxattr: ["int64_t", "path", "path", "memory", "size_t"],
  fgetxattr: ["int64_t", "int", "path", "memory", "size_t"],
  setxattr: ["int", "path", "path", "memory", "size_t", "int"],
  lsetxattr: ["int", "path", "path", "memory", "size_t", "int"],
  fsetxattr: ["int", "int", "path", "memory", "size_t", "int"],
  removexattr: ["int", "path", "path"],
  lremovexattr: ["int", "path", "path"],
  fremovexattr: ["int", "int", "path"],
  listxattr: ["int64_t", "path", "memory", "size_t"],
  llistxattr: ["int64_t", "path", "memory", "size_t"],
  flistxattr: ["int64_t", "int", "memory", "size_t"],
  setuid: ["int", "uint32_t"],
  seteuid: ["int", "uint32_t"],
  setgid: ["int", "uint32_t"],
  setegid: ["int", "uint32_t"],
  setreuid: ["int", "uint32_t", "uint32_t"],
  setregid: ["int", "uint32_t", "uint32_t"],
  setresuid: ["int", "uint32_t", "uint32_t", "uint32_t"],
  setresgid: ["int", "uint32_t", "uint32_t", "uint32_t"],
  getresuid: ["int", "memory", "memory", "memory"],
  getresgid: ["int", "memory", "memory", "memory"],
  getgroups: ["int", "int", "memory"],
  setgroups: ["int", "size_t", "memory"],
  initgroups: ["int", "path", "uint32_t"],
  getgrouplist: ["int", "path", "uint32_t", "memory", "memory"],
  setpgrp: ["int"],
  getlogin_r: ["int", "memory", "size_t"],
  ttyname_r: ["int", "int", "memory", "size_t"],
  sync: ["void"],
  login_tty: ["int", "int"],
  sched_get_priority_max: ["int", "int"],
  sched_get_priority_min: ["int", "int"],
  sched_getscheduler: ["int", "int"],
  sched_setscheduler: ["int", "int", "int", "memory"],
  sched_getparam: ["int", "int", "memory"],
  sched_setparam: ["int", "int", "memory"],
  sched_rr_get_interval: ["int", "int", "memory"],
  waitid: ["int", "int", "uint32_t", "memory", "int"],
  sigtimedwait: ["int", "memory", "memory", "memory"],
  closelog: ["void"],
  setlogmask: ["int", "int"],
};
const TYPES: Readonly<Record<string, string>> = { path: "const uint8_t *", memory: "uint8_t *" };
const ENOSYS = 38;
const EINVAL = 22;

export function createPlainCalls({ koffi, functions, fault }: CLibrary): PlainCalls {
  const found = new Map<string, (...args: unknown[]) => unknown>();
  let crypt: ((password: Uint8Array, salt: Uint8Array) => string | null) | undefined;

  function functionOf(name: string): (...args: unknown[]) => unknown {
    const known = found.get(name);
    if (known !== undefined) return known;
    const prototype = PROTOTYPES[name];
    if (prototype === undefined) throw new SystemFault(ENOSYS, "Function not implemented");
    const [result, ...parameters] = prototype.map((type) => TYPES[type] ?? type);
    const made = functions<unknown>({ [name]: `${result} ${name}(${parameters.join(", ")})` })[name];
    found.set(name, made);
    return made;
  }

  return {
    call(name, given) {
      const called = functionOf(name);
      koffi.errno(0);
      const result = Number(called(...given) ?? 0);
      const errno = koffi.errno();
      if (result < 0 && errno !== 0) throw fault(errno);
      return result;
    },
    crypt(password, salt) {
      crypt ??= koffi.load("libcrypt.so.1").func("const char *crypt(const uint8_t *password, const uint8_t *salt)") as (
        password: Uint8Array,
        salt: Uint8Array,
      ) => string | null;
      const result = crypt(password, salt);
      if (result === null) throw fault(koffi.errno() || EINVAL);
      return result;
    },
    openLog(name, options, facility) {
      // C keeps where the name lies.
      const kept = koffi.alloc("uint8_t", name.length);
      koffi.encode(kept, "uint8_t", [...name], name.length);
      functions({ openlog: "void openlog(void *name, int options, int facility)" }).openlog(kept, options, facility);
    },
    log(priority, message) {
      const format = new TextEncoder().encode("%s\0");
      const log = functions({ syslog: "void syslog(int priority, const uint8_t *format, ...)" });
      log.syslog(priority, format, "const uint8_t *", message);
    },
  };
}
