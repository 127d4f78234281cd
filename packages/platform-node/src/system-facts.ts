import { cpus, hostname, machine, release, type, version } from "node:os";
import type { SystemFacts } from "@hotpy/python-objects";

/** The process and the machine, asked when a program asks. */
export const systemFacts: SystemFacts = {
  get process() {
    return process.pid;
  },
  get parent() {
    return process.ppid;
  },
  get user() {
    return process.getuid?.() ?? 0;
  },
  get group() {
    return process.getgid?.() ?? 0;
  },
  get processors() {
    return cpus().length;
  },
  get host() {
    return { system: type(), node: hostname(), release: release(), version: version(), machine: machine() };
  },
};
