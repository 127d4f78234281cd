/// Processes through the C library: Node.js starts them only for code that does not wait.

import type { MapCalls, ProcessCalls, ProcessRequest, SemaphoreCalls, Usage } from "@hotpy/python-objects";
import type { CLibrary } from "./c-library.js";
import { createMapCalls } from "./memory-maps.js";
import { createSemaphoreCalls } from "./semaphores.js";
import { createSpawning, terminated } from "./spawning.js";

const PROTOTYPES = {
  wait4: "int wait4(int pid, _Out_ int *status, int options, uint8_t *usage)",
  execve: "int execve(const uint8_t *path, uint8_t **argv, uint8_t **envp)",
  chdir: "int chdir(const char *path)",
  _exit: "void _exit(int status)",
  syscall: "long syscall(long number, int a, int b)",
  kill: "int kill(int pid, int signal)",
  signal: "intptr_t signal(int signal, intptr_t handler)",
  pipe2: "int pipe2(_Out_ int *fds, int flags)",
  dup2: "int dup2(int from, int to)",
  dup3: "int dup3(int from, int to, int flags)",
  fcntl: "int fcntl(int fd, int command, long argument)",
  fcntlStructure: "int fcntl(int fd, int command, uint8_t *structure)",
  setLock: "int fcntl(int fd, int command, const uint8_t *lock)",
  flock: "int flock(int fd, int operation)",
  umask: "int umask(int mask)",
  getrusage: "int getrusage(int who, uint8_t *usage)",
  getrlimit: "int getrlimit(int resource, uint8_t *limits)",
  setrlimit: "int setrlimit(int resource, const uint8_t *limits)",
  getloadavg: "int getloadavg(uint8_t *loads, int count)",
  fchmod: "int fchmod(int fd, uint32_t mode)",
  pread: "int64_t pread(int fd, uint8_t *bytes, size_t size, int64_t offset)",
  pwrite: "int64_t pwrite(int fd, const uint8_t *bytes, size_t size, int64_t offset)",
  mkfifo: "int mkfifo(const char *path, uint32_t mode)",
  sched_getaffinity: "int sched_getaffinity(int pid, size_t size, uint8_t *mask)",
  sched_setaffinity: "int sched_setaffinity(int pid, size_t size, const uint8_t *mask)",
  ioctlNumber: "int ioctl(int fd, unsigned long request, long argument)",
  ioctl: "int ioctl(int fd, unsigned long request, uint8_t *argument)",
  statvfs: "int statvfs(const char *path, uint8_t *status)",
  fstatvfs: "int fstatvfs(int fd, uint8_t *status)",
  setitimer: "int setitimer(int which, const uint8_t *value, uint8_t *before)",
  getitimer: "int getitimer(int which, uint8_t *value)",
  getpgrp: "int getpgrp()",
  getpgid: "int getpgid(int pid)",
  setpgid: "int setpgid(int pid, int group)",
  getsid: "int getsid(int pid)",
  setsid: "int setsid()",
  nice: "int nice(int increment)",
  getpriority: "int getpriority(int which, int who)",
  setpriority: "int setpriority(int which, int who, int priority)",
  sched_yield: "int sched_yield()",
  sysconf: "long sysconf(int name)",
  tcgetpgrp: "int tcgetpgrp(int fd)",
  tcsetpgrp: "int tcsetpgrp(int fd, int group)",
} as const;

const [F_GETFD, F_SETFD, F_GETFL] = [1, 2, 3];
const F_SETLK = 6;
const FD_CLOEXEC = 1;
const [SIG_DFL, SIG_IGN] = [0, 1];
const O_CLOEXEC = 0o2000000;
const O_NONBLOCK = 0o4000;
const TIOCGWINSZ = 0x5413;
const SYS_PIDFD_OPEN = 434;
const USAGE_BYTES = 144;
/** Room for 1,024 processors. */
const MASK_BYTES = 128;
const MICROSECONDS = 1e6;
/** Those that may give a negative number where nothing is wrong. */
const SIGNED = new Set(["nice", "getpriority", "sysconf"]);

const longs = (bytes: Uint8Array): number[] => Array.from(new BigInt64Array(bytes.buffer), Number);

/** C's `struct timeval`s, as seconds. */
function seconds(bytes: Uint8Array): number[] {
  const words = longs(bytes);
  return Array.from({ length: words.length / 2 }, (_, i) => words[2 * i] + words[2 * i + 1] / MICROSECONDS);
}

function timeValues(given: readonly number[]): Uint8Array {
  const words = given.flatMap((time) => {
    const micros = Math.round(time * MICROSECONDS);
    return [Math.floor(micros / MICROSECONDS), micros % MICROSECONDS];
  });
  return new Uint8Array(BigInt64Array.from(words, BigInt).buffer);
}

function usageOf(bytes: Uint8Array): Usage {
  const [user, system] = seconds(bytes.slice(0, 32));
  return { user, system, counts: longs(bytes).slice(4, 18) };
}

export function createProcessCalls(library: CLibrary): ProcessCalls {
  const { koffi, checked } = library;
  const c = library.functions(PROTOTYPES);
  const spawning = createSpawning(library);
  let semaphores: SemaphoreCalls | undefined;
  let maps: MapCalls | undefined;

  // Node.js has the new program of this process, and the processes that it starts itself, not inherit them.
  for (const descriptor of [0, 1, 2]) {
    const flags = c.fcntl(descriptor, F_GETFD, 0);
    if (flags >= 0) c.fcntl(descriptor, F_SETFD, flags & ~FD_CLOEXEC);
  }

  const filled = (size: number, fill: (bytes: Uint8Array) => number): Uint8Array => {
    const bytes = new Uint8Array(size);
    checked(fill(bytes));
    return bytes;
  };
  const getFlags = (descriptor: number): number => checked(c.fcntl(descriptor, F_GETFD, 0));
  function pairOf(bytes: Uint8Array): [number, number] {
    const [first, second] = longs(bytes);
    return [first, second];
  }

  return {
    startProcess(request: ProcessRequest) {
      if (request.mask === undefined) return spawning.start(request);
      const before = c.umask(request.mask);
      try {
        return spawning.start(request);
      } finally {
        c.umask(before);
      }
    },
    replaceProcess(program, given, environment, directory) {
      checked(c.chdir(directory));
      checked(c.execve(terminated(program), [...given.map(terminated), null], [...environment.map(terminated), null]));
    },
    exit: (status) => void c._exit(status),
    waitProcess(process, options) {
      const status = [0];
      const usage = new Uint8Array(USAGE_BYTES);
      return { process: checked(c.wait4(process, status, options, usage)), status: status[0], usage: usageOf(usage) };
    },
    processDescriptor(process) {
      const descriptor = c.syscall(SYS_PIDFD_OPEN, process, 0);
      return descriptor < 0 ? undefined : descriptor;
    },
    signalProcess: (process, signal) => void checked(c.kill(process, signal)),
    setAction: (signal, isIgnored) => void c.signal(signal, isIgnored ? SIG_IGN : SIG_DFL),
    pipe(flags) {
      const descriptors: [number, number] = [0, 0];
      checked(c.pipe2(descriptors, flags));
      return descriptors;
    },
    duplicateTo(from, to, isInheritable) {
      if (from === to || isInheritable) checked(c.dup2(from, to));
      else checked(c.dup3(from, to, O_CLOEXEC));
    },
    isInheritable: (descriptor) => (getFlags(descriptor) & FD_CLOEXEC) === 0,
    setInheritable(descriptor, isInheritable) {
      const flags = getFlags(descriptor);
      checked(c.fcntl(descriptor, F_SETFD, isInheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC));
    },
    isBlocking: (descriptor) => (checked(c.fcntl(descriptor, F_GETFL, 0)) & O_NONBLOCK) === 0,
    control: (descriptor, command, argument) =>
      checked(
        typeof argument === "number"
          ? c.fcntl(descriptor, command, argument)
          : c.fcntlStructure(descriptor, command, argument),
      ),
    readAt(descriptor, size, offset) {
      const bytes = new Uint8Array(size);
      return bytes.subarray(0, Number(checked(c.pread(descriptor, bytes, size, offset))));
    },
    writeAt: (descriptor, bytes, offset) => Number(checked(c.pwrite(descriptor, bytes, bytes.length, offset))),
    makePipe: (path, mode) => void checked(c.mkfifo(path, mode)),
    processors(process) {
      const mask = filled(MASK_BYTES, (bytes) => c.sched_getaffinity(process, MASK_BYTES, bytes));
      return Array.from({ length: 8 * MASK_BYTES }, (_, each) => each).filter(
        (each) => (mask[each >>> 3] & (1 << (each & 7))) !== 0,
      );
    },
    setProcessors(process, processors) {
      const mask = new Uint8Array(MASK_BYTES);
      for (const each of processors) if (each < 8 * MASK_BYTES) mask[each >>> 3] |= 1 << (each & 7);
      checked(c.sched_setaffinity(process, MASK_BYTES, mask));
    },
    semaphores() {
      semaphores ??= createSemaphoreCalls(library);
      return semaphores;
    },
    maps() {
      maps ??= createMapCalls(library);
      return maps;
    },
    controlDevice: (descriptor, request, argument) =>
      checked(
        typeof argument === "number"
          ? c.ioctlNumber(descriptor, request, argument)
          : c.ioctl(descriptor, request, argument),
      ),
    lock: (descriptor, operation) => void checked(c.flock(descriptor, operation)),
    lockPart(descriptor, kind, start, length, whence) {
      const lock = new DataView(new ArrayBuffer(32));
      lock.setInt16(0, kind, true);
      lock.setInt16(2, whence, true);
      lock.setBigInt64(8, BigInt(start), true);
      lock.setBigInt64(16, BigInt(length), true);
      checked(c.setLock(descriptor, F_SETLK, new Uint8Array(lock.buffer)));
    },
    mask: (mask) => c.umask(mask),
    number(name, ...args) {
      koffi.errno(0);
      const result = Number(c[name](...args));
      if (result < 0 && (!SIGNED.has(name) || koffi.errno() !== 0)) throw library.fault(koffi.errno());
      return result;
    },
    usage: (who) => usageOf(filled(USAGE_BYTES, (bytes) => c.getrusage(who, bytes))),
    limits: (resource) => pairOf(filled(16, (bytes) => c.getrlimit(resource, bytes))),
    setLimits(resource, limits) {
      checked(c.setrlimit(resource, new Uint8Array(BigInt64Array.from(limits, BigInt).buffer)));
    },
    loads() {
      const [one, five, fifteen] = new Float64Array(filled(24, (bytes) => c.getloadavg(bytes, 3)).buffer);
      return [one, five, fifteen];
    },
    terminalSize(descriptor) {
      const [rows, columns] = new Uint16Array(filled(8, (bytes) => c.ioctl(descriptor, TIOCGWINSZ, bytes)).buffer);
      return [columns, rows];
    },
    fileSystemStatus: (path) =>
      longs(
        filled(112, (bytes) => (typeof path === "number" ? c.fstatvfs(path, bytes) : c.statvfs(path, bytes))),
      ).slice(0, 11),
    setTimer(timer, time, interval) {
      const [left, before] = seconds(
        filled(32, (bytes) => c.setitimer(timer, timeValues([interval, time]), bytes)),
      ).reverse();
      return [left, before];
    },
    timer(timer) {
      const [interval, left] = seconds(filled(32, (bytes) => c.getitimer(timer, bytes)));
      return [left, interval];
    },
  };
}
