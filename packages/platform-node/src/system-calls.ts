/// Sockets, pipes and processes through the C library, as Node.js has none of them for code that waits for the result.

import { createRequire } from "node:module";
import { getSystemErrorMap } from "node:util";
import { type Polled, type SystemCalls, SystemFault } from "@hotpy/python-objects";
import type Koffi from "koffi";
import { TEXTS } from "./faults.js";

/** What of the C library is called. `int32_t` and `int64_t` stand for pointers' sizes of Linux on 64 bits. */
const PROTOTYPES = {
  pipe2: "int pipe2(_Out_ int *fds, int flags)",
  socket: "int socket(int family, int type, int protocol)",
  socketpair: "int socketpair(int family, int type, int protocol, _Out_ int *fds)",
  bind: "int bind(int fd, const uint8_t *address, uint32_t size)",
  connect: "int connect(int fd, const uint8_t *address, uint32_t size)",
  listen: "int listen(int fd, int backlog)",
  accept4: "int accept4(int fd, uint8_t *address, _Inout_ uint32_t *size, int flags)",
  recvfrom:
    "int64_t recvfrom(int fd, uint8_t *bytes, size_t count, int flags, uint8_t *address, _Inout_ uint32_t *size)",
  sendto:
    "int64_t sendto(int fd, const uint8_t *bytes, size_t count, int flags, const uint8_t *address, uint32_t size)",
  shutdown: "int shutdown(int fd, int how)",
  getsockname: "int getsockname(int fd, uint8_t *address, _Inout_ uint32_t *size)",
  getpeername: "int getpeername(int fd, uint8_t *address, _Inout_ uint32_t *size)",
  getsockopt: "int getsockopt(int fd, int level, int name, uint8_t *value, _Inout_ uint32_t *size)",
  setsockopt: "int setsockopt(int fd, int level, int name, const uint8_t *value, uint32_t size)",
  fcntl: "int fcntl(int fd, int command, long value)",
  poll: "int poll(uint8_t *fds, unsigned long count, int timeout)",
  waitpid: "int waitpid(int pid, _Out_ int *status, int options)",
  kill: "int kill(int pid, int signal)",
  setitimer: "int setitimer(int which, const int64_t *value, int64_t *before)",
  gethostname: "int gethostname(uint8_t *name, size_t size)",
  posix_spawn:
    "int posix_spawn(_Out_ int *pid, const char *path, uint8_t *actions, uint8_t *attributes, const char **argv, const char **envp)",
  posix_spawn_file_actions_init: "int posix_spawn_file_actions_init(uint8_t *actions)",
  posix_spawn_file_actions_destroy: "int posix_spawn_file_actions_destroy(uint8_t *actions)",
  posix_spawn_file_actions_adddup2: "int posix_spawn_file_actions_adddup2(uint8_t *actions, int from, int to)",
  posix_spawn_file_actions_addchdir_np: "int posix_spawn_file_actions_addchdir_np(uint8_t *actions, const char *path)",
  posix_spawnattr_init: "int posix_spawnattr_init(uint8_t *attributes)",
  posix_spawnattr_destroy: "int posix_spawnattr_destroy(uint8_t *attributes)",
  posix_spawnattr_setflags: "int posix_spawnattr_setflags(uint8_t *attributes, short flags)",
  posix_spawnattr_setpgroup: "int posix_spawnattr_setpgroup(uint8_t *attributes, int group)",
  posix_spawnattr_setsigmask: "int posix_spawnattr_setsigmask(uint8_t *attributes, const uint8_t *signals)",
  posix_spawnattr_setsigdefault: "int posix_spawnattr_setsigdefault(uint8_t *attributes, const uint8_t *signals)",
  getaddrinfo: "int getaddrinfo(const char *host, const char *service, const uint8_t *hints, _Out_ void **result)",
  freeaddrinfo: "void freeaddrinfo(void *result)",
  gai_strerror: "const char *gai_strerror(int error)",
} as const;

const CLOEXEC = 0o2000000;
const SOCK_NONBLOCK_AND_CLOEXEC = 0o2004000;
const MSG_NOSIGNAL = 0x4000;
const [F_GETFL, F_SETFL, F_DUPFD_CLOEXEC] = [3, 4, 1030];
const O_NONBLOCK = 0o4000;
const WNOHANG = 1;
const ADDRESS_BYTES = 128;
/** More than C's opaque structures for posix_spawn need. */
const OPAQUE_BYTES = 512;
const [SPAWN_SETPGROUP, SPAWN_SETSIGDEF, SPAWN_SETSIGMASK, SPAWN_SETSID] = [2, 4, 8, 0x80];
const SIGNAL_SET_BYTES = 128;
const [SIGPIPE, SIGXFSZ] = [13, 25];
const [ENOENT, ENOTDIR] = [2, 20];
const MICROSECONDS = 1_000_000;

type Library = { readonly [name in keyof typeof PROTOTYPES]: (...args: unknown[]) => number };

/** The C library; undefined: it cannot be called here. */
function loadLibrary(): { readonly koffi: typeof Koffi; readonly c: Library } | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    // In the bundle, which is run as a script, there is no URL; koffi is then found from the program that was started.
    const koffi = createRequire(import.meta.url ?? process.argv[1])("koffi") as typeof Koffi;
    const library = koffi.load("libc.so.6");
    const c = Object.fromEntries(
      Object.entries(PROTOTYPES).map(([name, prototype]) => [name, library.func(prototype)]),
    );
    return { koffi, c: c as unknown as Library };
  } catch {
    return undefined;
  }
}

/** Undefined: koffi is not installed, or this is no Linux. It takes some milliseconds, so it is asked for when first needed. */
export function createSystemCalls(currentDirectory: () => string): SystemCalls | undefined {
  const loaded = loadLibrary();
  if (loaded === undefined) return undefined;
  const { koffi, c } = loaded;

  function fault(errno: number): SystemFault {
    const [code, text] = getSystemErrorMap().get(-errno) ?? ["", `unknown error ${errno}`];
    return new SystemFault(errno, TEXTS[code] ?? text[0].toUpperCase() + text.slice(1));
  }
  function checked(result: number): number {
    if (result < 0) throw fault(koffi.errno());
    return result;
  }
  /** For those that return the error's number. */
  function done(errno: number): void {
    if (errno !== 0) throw fault(errno);
  }
  function addressOf(read: (address: Uint8Array, size: number[]) => number): { count: number; address: Uint8Array } {
    const address = new Uint8Array(ADDRESS_BYTES);
    const size = [ADDRESS_BYTES];
    const count = checked(read(address, size));
    return { count, address: address.slice(0, size[0]) };
  }
  function pair(make: (descriptors: number[]) => number): [number, number] {
    const descriptors = [0, 0];
    checked(make(descriptors));
    return [descriptors[0], descriptors[1]];
  }
  const signalSet = (...signals: readonly number[]): Uint8Array => {
    const set = new Uint8Array(SIGNAL_SET_BYTES);
    for (const signal of signals) set[(signal - 1) >>> 3] |= 1 << ((signal - 1) & 7);
    return set;
  };

  function spawn(start: Parameters<SystemCalls["spawn"]>[0]): number {
    const actions = new Uint8Array(OPAQUE_BYTES);
    const attributes = new Uint8Array(OPAQUE_BYTES);
    done(c.posix_spawn_file_actions_init(actions));
    done(c.posix_spawnattr_init(attributes));
    try {
      // Threads of Node.js have no directory of their own: the process's may be another.
      done(c.posix_spawn_file_actions_addchdir_np(actions, start.directory ?? currentDirectory()));
      start.standard.forEach((from, to) => {
        if (from !== undefined) done(c.posix_spawn_file_actions_adddup2(actions, from, to));
      });
      for (const each of start.passed) done(c.posix_spawn_file_actions_adddup2(actions, each, each));
      let flags = SPAWN_SETSIGMASK;
      done(c.posix_spawnattr_setsigmask(attributes, signalSet()));
      if (start.newSession) flags |= SPAWN_SETSID;
      if (start.restoresSignals) {
        flags |= SPAWN_SETSIGDEF;
        done(c.posix_spawnattr_setsigdefault(attributes, signalSet(SIGPIPE, SIGXFSZ)));
      }
      if (start.group >= 0) {
        flags |= SPAWN_SETPGROUP;
        done(c.posix_spawnattr_setpgroup(attributes, start.group));
      }
      done(c.posix_spawnattr_setflags(attributes, flags));
      const environment =
        start.environment ?? Object.entries(process.env).map(([name, value]) => `${name}=${value ?? ""}`);
      let errno = ENOENT;
      for (const executable of start.executables) {
        const pid = [0];
        const failed = c.posix_spawn(
          pid,
          executable,
          actions,
          attributes,
          [...start.args, null],
          [...environment, null],
        );
        if (failed === 0) return pid[0];
        // As execvp: what another place says is of more interest.
        if (failed !== ENOENT && failed !== ENOTDIR) errno = failed;
      }
      throw fault(errno);
    } finally {
      c.posix_spawn_file_actions_destroy(actions);
      c.posix_spawnattr_destroy(attributes);
    }
  }

  const addressInfo = koffi.struct({
    flags: "int",
    family: "int",
    type: "int",
    protocol: "int",
    size: "uint32_t",
    address: "void *",
    name: "void *",
    next: "void *",
  });
  const addresses: SystemCalls["addresses"] = (host, service, { family, type, protocol, flags }) => {
    const hints = new Uint8Array(48);
    new Int32Array(hints.buffer).set([flags, family, type, protocol]);
    const result: unknown[] = [null];
    const error = c.getaddrinfo(host ?? null, service ?? null, hints, result);
    if (error !== 0) throw new SystemFault(error, c.gai_strerror(error) as unknown as string);
    const found: ReturnType<SystemCalls["addresses"]>[number][] = [];
    for (let at = result[0]; at !== null; ) {
      const each = koffi.decode(at, addressInfo);
      found.push({
        family: each.family,
        type: each.type,
        protocol: each.protocol,
        name: each.name === null ? "" : (koffi.decode(each.name, "char", -1) as string),
        address: Uint8Array.from(koffi.decode(each.address, "uint8_t", each.size) as number[]),
      });
      at = each.next;
    }
    c.freeaddrinfo(result[0]);
    return found;
  };

  return {
    processId: process.pid,
    pipe: () => pair((ends) => c.pipe2(ends, CLOEXEC)),
    socket: (family, type, protocol) => checked(c.socket(family, type | SOCK_NONBLOCK_AND_CLOEXEC, protocol)),
    socketPair: (family, type, protocol) =>
      pair((ends) => c.socketpair(family, type | SOCK_NONBLOCK_AND_CLOEXEC, protocol, ends)),
    bind: (socket, address) => void checked(c.bind(socket, address, address.length)),
    connect: (socket, address) => void checked(c.connect(socket, address, address.length)),
    listen: (socket, backlog) => void checked(c.listen(socket, backlog)),
    accept(socket) {
      const { count, address } = addressOf((bytes, size) => c.accept4(socket, bytes, size, SOCK_NONBLOCK_AND_CLOEXEC));
      return { descriptor: count, address };
    },
    receive: (socket, bytes, flags) =>
      addressOf((address, size) => c.recvfrom(socket, bytes, bytes.length, flags, address, size)),
    send: (socket, bytes, flags, address) =>
      checked(c.sendto(socket, bytes, bytes.length, flags | MSG_NOSIGNAL, address ?? null, address?.length ?? 0)),
    shutdown: (socket, how) => void checked(c.shutdown(socket, how)),
    localAddress: (socket) => addressOf((address, size) => c.getsockname(socket, address, size)).address,
    peerAddress: (socket) => addressOf((address, size) => c.getpeername(socket, address, size)).address,
    option(socket, level, name, size) {
      const value = new Uint8Array(Math.max(size, 1));
      const length = [size];
      checked(c.getsockopt(socket, level, name, value, length));
      return value.slice(0, length[0]);
    },
    setOption: (socket, level, name, value) => void checked(c.setsockopt(socket, level, name, value, value.length)),
    duplicate: (descriptor) => checked(c.fcntl(descriptor, F_DUPFD_CLOEXEC, 0)),
    setBlocking(descriptor, blocks) {
      const flags = checked(c.fcntl(descriptor, F_GETFL, 0));
      checked(c.fcntl(descriptor, F_SETFL, blocks ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
    },
    isBlocking: (descriptor) => (checked(c.fcntl(descriptor, F_GETFL, 0)) & O_NONBLOCK) === 0,
    poll(polled: readonly Polled[], milliseconds) {
      const table = new DataView(new ArrayBuffer(polled.length * 8));
      polled.forEach(({ descriptor, events }, i) => {
        table.setInt32(i * 8, descriptor, true);
        table.setInt16(i * 8 + 4, events, true);
      });
      const count = checked(c.poll(new Uint8Array(table.buffer), polled.length, Math.ceil(milliseconds)));
      polled.forEach((each, i) => {
        each.result = table.getUint16(i * 8 + 6, true);
      });
      return count;
    },
    spawn,
    waitFor(pid) {
      const status = [0];
      return { process: checked(c.waitpid(pid, status, WNOHANG)), status: status[0] };
    },
    kill: (pid, signal) => void checked(c.kill(pid, signal)),
    setTimer(timer, value, interval) {
      const split = (time: number): bigint[] =>
        [Math.floor(time / MICROSECONDS), Math.round(time % MICROSECONDS)].map(BigInt);
      const before = new BigInt64Array(4);
      checked(c.setitimer(timer, BigInt64Array.from([...split(interval), ...split(value)]), before));
      const [intervalSeconds, intervalRest, seconds, rest] = [...before].map(Number);
      return { value: seconds * MICROSECONDS + rest, interval: intervalSeconds * MICROSECONDS + intervalRest };
    },
    hostName() {
      const name = new Uint8Array(256);
      checked(c.gethostname(name, name.length));
      return new TextDecoder().decode(name.subarray(0, name.indexOf(0)));
    },
    addresses,
  };
}
