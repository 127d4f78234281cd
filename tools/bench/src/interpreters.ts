import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Subject } from "./subject.js";

/** An interpreter that must not be measured, or is missing; the message says which and why. */
export class InterpreterError extends Error {}

const debianPython = "/usr/bin/python3.11";

interface Build {
  readonly version: string;
  readonly implementation: string;
  /** The compiler's flags. */
  readonly flags: string;
  readonly debug: boolean;
}

/**
 * CPython 3.11 as Debian builds it: the yardstick of all figures. Whatever else calls itself python3.11, such as one
 * built by pyenv without optimisation, can be 30 % slower and would flatter us.
 *
 * @throws {InterpreterError} where it is another build
 */
export function cpython(path = debianPython): Subject {
  if (!existsSync(path)) {
    throw new InterpreterError(`${path} is missing. Install Debian's: apt-get install python3.11`);
  }
  const real = realpathSync(path);
  const owner = spawnSync("dpkg-query", ["--search", real], { encoding: "utf8" });
  if (owner.status !== 0 || !owner.stdout.startsWith("python3.11-minimal:")) {
    throw new InterpreterError(
      `${path} (${real}) is not from Debian's package python3.11-minimal; figures against it mean nothing`,
    );
  }
  const verified = spawnSync("dpkg", ["--verify", "python3.11-minimal"], { encoding: "utf8" });
  if (verified.stdout.split("\n").some((line) => line.endsWith(` ${real}`))) {
    throw new InterpreterError(`${real} is not the file that Debian's package brought`);
  }
  const { version, flags, implementation, debug } = build(real);
  if (implementation !== "cpython" || !version.startsWith("3.11.") || debug || !/-O[23]/.test(flags)) {
    throw new InterpreterError(
      `${path} is ${implementation} ${version}, built with "${flags}"; it must be an optimised CPython 3.11`,
    );
  }
  return { name: "cpython", version: `CPython ${version} (${real})`, command: [real] };
}

/** Debian's PyPy, the other tracing JIT; undefined where it is not installed. */
export function pypy(path = "/usr/bin/pypy3"): Subject | undefined {
  if (!existsSync(path)) return undefined;
  const program = "import sys; print('%d.%d.%d' % sys.pypy_version_info[:3], 'for Python', sys.version.split()[0])";
  const version = execFileSync(path, ["-c", program], { encoding: "utf8" }).trim();
  return { name: "pypy", version: `PyPy ${version} (${realpathSync(path)})`, command: [path] };
}

/**
 * HotPy from this repository, through its launcher.
 *
 * @param options as on the command line, separated by spaces; `""` for none
 */
export function hotpy(root: string, options = ""): Subject {
  const commit = spawnSync("git", ["describe", "--always", "--dirty"], { cwd: root, encoding: "utf8" });
  const version = commit.status === 0 ? `at ${commit.stdout.trim()}` : "of unknown version";
  const words = options.split(" ").filter((word) => word !== "");
  return {
    name: ["hotpy", ...words].join(" "),
    version: `HotPy ${version}, Node.js ${process.versions.node}`,
    command: [join(root, "hotpy"), ...words],
  };
}

function build(path: string): Build {
  const program = `
import json, sys, sysconfig
print(json.dumps({
    "version": sys.version.split()[0],
    "implementation": sys.implementation.name,
    "flags": sysconfig.get_config_var("PY_CFLAGS") or "",
    "debug": bool(sysconfig.get_config_var("Py_DEBUG")),
}))`;
  return JSON.parse(execFileSync(path, ["-I", "-c", program], { encoding: "utf8" })) as Build;
}
