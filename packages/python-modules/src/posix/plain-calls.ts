import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition, SystemCalls } from "@hotpy/python-objects";
import { ARGUMENTS_SOURCE } from "../arguments-source.js";
import { tailCallSource } from "../source-call.js";
import { createWaiting, DESCRIPTOR_SOURCE, WAITING_SOURCE } from "../waiting.js";
import { plainSource } from "./plain-source.js";
import { PATH_SOURCE } from "./process-source.js";

/** Functions of `posix` in {@link plainSource}, and their parameters. */
const PLAIN_CALLS: Readonly<Record<string, string>> = {
  pathconf: "(path, name)",
  fpathconf: "(fd, name, /)",
  confstr: "(name, /)",
  device_encoding: "(fd)",
  chroot: "(path)",
  mknod: "(path, mode=384, device=0, *, dir_fd=None)",
  fstatvfs: "(fd, /)",
  sync: "()",
  lockf: "(fd, command, length, /)",
  posix_fallocate: "(fd, offset, length, /)",
  posix_fadvise: "(fd, offset, length, advice, /)",
  sendfile: "(out_fd, in_fd, offset, count)",
  copy_file_range: "(src, dst, count, offset_src=None, offset_dst=None)",
  splice: "(src, dst, count, offset_src=None, offset_dst=None, flags=0)",
  eventfd: "(initval, flags=524288)",
  eventfd_read: "(fd)",
  eventfd_write: "(fd, value)",
  memfd_create: "(name, flags=1)",
  pidfd_open: "(pid, flags=0)",
  getxattr: "(path, attribute, *, follow_symlinks=True)",
  setxattr: "(path, attribute, value, flags=0, *, follow_symlinks=True)",
  removexattr: "(path, attribute, *, follow_symlinks=True)",
  listxattr: "(path=None, *, follow_symlinks=True)",
  setuid: "(uid, /)",
  seteuid: "(euid, /)",
  setgid: "(gid, /)",
  setegid: "(egid, /)",
  setreuid: "(ruid, euid, /)",
  setregid: "(rgid, egid, /)",
  setresuid: "(ruid, euid, suid, /)",
  setresgid: "(rgid, egid, sgid, /)",
  getresuid: "()",
  getresgid: "()",
  getgroups: "()",
  setgroups: "(groups, /)",
  initgroups: "(username, gid, /)",
  getgrouplist: "(user, group, /)",
  setpgrp: "()",
  getlogin: "()",
  ttyname: "(fd, /)",
  login_tty: "(fd, /)",
  forkpty: "()",
  sched_get_priority_max: "(policy)",
  sched_get_priority_min: "(policy)",
  sched_getscheduler: "(pid, /)",
  sched_setscheduler: "(pid, policy, param, /)",
  sched_getparam: "(pid, /)",
  sched_setparam: "(pid, param, /)",
  sched_rr_get_interval: "(pid, /)",
  waitid: "(idtype, id, options, /)",
};

/** These functions. Their source is compiled when one of them is called. */
export function createPlainFunctions(library: Library): readonly NativeDefinition[] {
  const { realm, argument } = library;
  const natives = [...createWaiting(library).natives, createPlainCall(library)];
  const surrogate = realm.defineSurrogates(
    ARGUMENTS_SOURCE + DESCRIPTOR_SOURCE + WAITING_SOURCE + PATH_SOURCE + plainSource,
    natives,
  );
  return Object.entries(PLAIN_CALLS).map(([name, parameters]) => ({
    name,
    parameters,
    frames: true,
    leaf: false,
    run(args, count) {
      const given = Array.from({ length: count }, (_, index) => argument(args, index) || realm.none);
      return tailCallSource(library, surrogate, name, given);
    },
  }));
}

/**
 * `call_c(name, arguments)` for sources: calls a function of C by its name. Arguments are numbers, bytes, None for a pointer to nothing, and bytearrays
 * into which C may write.
 */
export function createPlainCall(library: Library): NativeDefinition {
  const { realm, argument, withHandles, lists } = library;
  const { integers, strings, bytes, none } = realm;
  const { calling } = createWaiting(library);

  function run(system: SystemCalls, args: number): Word {
    const name = strings.toJS(argument(args, 0));
    const given = argument(args, 1);
    const kept = lists.itemsOf(given).map(realm.handles.push);
    const values = kept.map((handle) => {
      const word = realm.valueOf(realm.handles.get(handle));
      if (word === none) return null;
      return integers.isInteger(word)
        ? Number(integers.toBigInt(word))
        : bytes.toArray(bytes.data(word), bytes.size(word));
    });
    const result = system.plain().call(name, values);
    for (const [index, value] of values.entries()) {
      const word = realm.valueOf(realm.handles.get(kept[index]));
      if (value instanceof Uint8Array && !bytes.isBytes(word)) realm.memory.u8.set(value, bytes.data(word));
    }
    return realm.int(result);
  }
  return calling("call_c", "(name, arguments, /)", (system, args) => withHandles(() => run(system, args)));
}
