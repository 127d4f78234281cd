/// Named semaphores of the C library.

import type { SemaphoreCalls } from "@hotpy/python-objects";
import type { CLibrary } from "./c-library.js";

const PROTOTYPES = {
  sem_open: "intptr_t sem_open(const char *name, int flags, uint32_t mode, uint32_t value)",
  sem_close: "int sem_close(intptr_t semaphore)",
  sem_unlink: "int sem_unlink(const char *name)",
  sem_trywait: "int sem_trywait(intptr_t semaphore)",
  sem_timedwait: "int sem_timedwait(intptr_t semaphore, const uint8_t *until)",
  sem_post: "int sem_post(intptr_t semaphore)",
  sem_getvalue: "int sem_getvalue(intptr_t semaphore, _Out_ int *value)",
} as const;

const CREATE_NEW = 0o100 | 0o200;
const FOR_THIS_USER = 0o600;
const [EINTR, EAGAIN, ETIMEDOUT] = [4, 11, 110];

/** C's `struct timespec` of a time from now on. */
function timeAfter(milliseconds: number): Uint8Array {
  const time = Date.now() + milliseconds;
  const seconds = Math.floor(time / 1000);
  return new Uint8Array(BigInt64Array.of(BigInt(seconds), BigInt(Math.floor((time - seconds * 1000) * 1e6))).buffer);
}

export function createSemaphoreCalls(library: CLibrary): SemaphoreCalls {
  const { koffi, checked } = library;
  const c = library.functions(PROTOTYPES);
  return {
    open(name, value) {
      const semaphore = BigInt(c.sem_open(name, value === undefined ? 0 : CREATE_NEW, FOR_THIS_USER, value ?? 0));
      // SEM_FAILED is NULL.
      if (semaphore === 0n) throw library.fault(koffi.errno());
      return semaphore;
    },
    unlink: (name) => void checked(c.sem_unlink(name)),
    close: (semaphore) => void checked(c.sem_close(semaphore)),
    take(semaphore, milliseconds) {
      const result = milliseconds <= 0 ? c.sem_trywait(semaphore) : c.sem_timedwait(semaphore, timeAfter(milliseconds));
      if (result === 0) return true;
      if ([EINTR, EAGAIN, ETIMEDOUT].includes(koffi.errno())) return false;
      throw library.fault(koffi.errno());
    },
    post: (semaphore) => void checked(c.sem_post(semaphore)),
    value(semaphore) {
      const value = [0];
      checked(c.sem_getvalue(semaphore, value));
      return value[0];
    },
  };
}
