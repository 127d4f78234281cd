/// Starting a process: C's posix_spawn, told in advance what the new process does before the program.

import { readdirSync } from "node:fs";
import type { ProcessRequest, SystemFault } from "@hotpy/python-objects";
import type { CLibrary } from "./c-library.js";

const PROTOTYPES = {
  posix_spawn:
    "int posix_spawn(_Out_ int *pid, const uint8_t *path, const uint8_t *actions, const uint8_t *attributes, uint8_t **argv, uint8_t **envp)",
  posix_spawn_file_actions_init: "int posix_spawn_file_actions_init(uint8_t *actions)",
  posix_spawn_file_actions_destroy: "int posix_spawn_file_actions_destroy(uint8_t *actions)",
  posix_spawn_file_actions_adddup2: "int posix_spawn_file_actions_adddup2(uint8_t *actions, int from, int to)",
  posix_spawn_file_actions_addclose: "int posix_spawn_file_actions_addclose(uint8_t *actions, int fd)",
  posix_spawn_file_actions_addopen:
    "int posix_spawn_file_actions_addopen(uint8_t *actions, int fd, const uint8_t *path, int flags, uint32_t mode)",
  posix_spawn_file_actions_addchdir_np:
    "int posix_spawn_file_actions_addchdir_np(uint8_t *actions, const char *directory)",
  posix_spawnattr_init: "int posix_spawnattr_init(uint8_t *attributes)",
  posix_spawnattr_setflags: "int posix_spawnattr_setflags(uint8_t *attributes, short flags)",
  posix_spawnattr_setpgroup: "int posix_spawnattr_setpgroup(uint8_t *attributes, int group)",
  posix_spawnattr_setsigdefault: "int posix_spawnattr_setsigdefault(uint8_t *attributes, const uint8_t *signals)",
  posix_spawnattr_setsigmask: "int posix_spawnattr_setsigmask(uint8_t *attributes, const uint8_t *signals)",
  fcntl: "int fcntl(int fd, int command, long argument)",
  close: "int close(int fd)",
} as const;

/** Sizes of C's types, in bytes. */
const [ACTIONS, ATTRIBUTES, SIGNAL_SET] = [80, 336, 128];
const [SET_GROUP, SET_DEFAULT_SIGNALS, SET_MASK, SET_SESSION] = [0x02, 0x04, 0x08, 0x80];
const F_DUPFD_CLOEXEC = 1030;
const [SIGPIPE, SIGXFSZ] = [13, 25];
const [ENOENT, ENOTDIR] = [2, 20];

/** A text of C. */
export const terminated = (bytes: Uint8Array): Uint8Array => Uint8Array.of(...bytes, 0);

export interface Spawning {
  /** The number of the process. @throws SystemFault */
  start(request: ProcessRequest): number;
}

export function createSpawning({ functions, fault, checked }: CLibrary): Spawning {
  const c = functions(PROTOTYPES);

  function setOf(numbers: readonly number[]): Uint8Array {
    const signals = new Uint8Array(SIGNAL_SET);
    for (const signal of numbers) signals[(signal - 1) >> 3] |= 1 << ((signal - 1) & 7);
    return signals;
  }

  function attributesOf(request: ProcessRequest): Uint8Array {
    const { group, startsSession, restoresSignals, heldSignals } = request;
    const attributes = new Uint8Array(ATTRIBUTES);
    c.posix_spawnattr_init(attributes);
    let flags = 0;
    if (startsSession) flags |= SET_SESSION;
    if (group !== undefined) {
      flags |= SET_GROUP;
      c.posix_spawnattr_setpgroup(attributes, group);
    }
    const usual = [...(restoresSignals ? [SIGPIPE, SIGXFSZ] : []), ...(request.usualSignals ?? [])];
    if (usual.length > 0) {
      flags |= SET_DEFAULT_SIGNALS;
      c.posix_spawnattr_setsigdefault(attributes, setOf(usual));
    }
    if (heldSignals !== undefined) {
      flags |= SET_MASK;
      c.posix_spawnattr_setsigmask(attributes, setOf(heldSignals));
    }
    c.posix_spawnattr_setflags(attributes, flags);
    return attributes;
  }

  /** What the new process closes: all but the standard ones and those that it keeps. */
  function closedBy({ kept }: ProcessRequest): readonly number[] {
    if (kept === undefined) return [];
    const keeps = new Set([0, 1, 2, ...kept]);
    return readdirSync("/proc/self/fd")
      .map(Number)
      .filter((descriptor) => !keeps.has(descriptor));
  }

  /** `temporary` takes descriptors to close when the process has started. */
  function addActions(actions: Uint8Array, request: ProcessRequest, temporary: number[]): void {
    // Those among the standard ones could be overwritten before they are copied.
    const standard = request.standard.map((descriptor, to) => {
      if (descriptor === undefined || descriptor > 2 || descriptor === to) return descriptor;
      const moved = checked(c.fcntl(descriptor, F_DUPFD_CLOEXEC, 3));
      temporary.push(moved);
      return moved;
    });
    standard.forEach((descriptor, to) => {
      if (descriptor !== undefined) c.posix_spawn_file_actions_adddup2(actions, descriptor, to);
    });
    c.posix_spawn_file_actions_addchdir_np(actions, request.directory);
    for (const descriptor of closedBy(request)) c.posix_spawn_file_actions_addclose(actions, descriptor);
    // One that is copied to itself is inherited.
    for (const descriptor of request.kept ?? []) c.posix_spawn_file_actions_adddup2(actions, descriptor, descriptor);
    for (const action of request.actions ?? []) {
      const { kind, descriptor } = action;
      if (kind === "open") {
        const path = terminated(action.path);
        c.posix_spawn_file_actions_addopen(actions, descriptor, path, action.flags, action.mode);
      } else if (kind === "close") c.posix_spawn_file_actions_addclose(actions, descriptor);
      else c.posix_spawn_file_actions_adddup2(actions, action.from, descriptor);
    }
  }

  return {
    start(request) {
      const actions = new Uint8Array(ACTIONS);
      const temporary: number[] = [];
      c.posix_spawn_file_actions_init(actions);
      try {
        addActions(actions, request, temporary);
        const attributes = attributesOf(request);
        const argv = [...request.arguments.map(terminated), null];
        const environment = [...request.environment.map(terminated), null];
        let refusal: SystemFault | undefined;
        for (const program of request.programs) {
          const process = [0];
          const errno = c.posix_spawn(process, terminated(program), actions, attributes, argv, environment);
          if (errno === 0) return process[0];
          // A program that may not be run says more than others that are not there.
          if (refusal === undefined || (errno !== ENOENT && errno !== ENOTDIR)) refusal = fault(errno);
        }
        throw refusal ?? fault(ENOENT);
      } finally {
        c.posix_spawn_file_actions_destroy(actions);
        for (const descriptor of temporary) c.close(descriptor);
      }
    },
  };
}
