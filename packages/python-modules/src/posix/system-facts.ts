import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition, Surrogate, SystemFacts } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";

/** Of a platform that has neither processes nor machines. */
const NOWHERE: SystemFacts = {
  process: 1,
  parent: 0,
  user: 0,
  group: 0,
  processors: 1,
  host: { system: "", node: "", release: "", version: "", machine: "wasm32" },
};

/** What `posix` tells of the process and the machine. */
export function createSystemFunctions(library: Library, surrogate: () => Surrogate): readonly NativeDefinition[] {
  const { realm } = library;
  const facts = realm.platform.system ?? NOWHERE;
  const number = (name: string, get: () => number): NativeDefinition => ({
    name,
    parameters: "()",
    run: () => realm.int(get()),
  });
  return [
    number("getpid", () => facts.process),
    number("getppid", () => facts.parent),
    number("getuid", () => facts.user),
    number("geteuid", () => facts.user),
    number("getgid", () => facts.group),
    number("getegid", () => facts.group),
    number("cpu_count", () => facts.processors),
    {
      name: "uname",
      parameters: "()",
      frames: true,
      leaf: false,
      run() {
        const { system, node, release, version, machine } = facts.host;
        const values = realm.tuple([system, node, release, version, machine].map(realm.str));
        return tailCallSource(library, surrogate(), "make_uname", [values]);
      },
    },
  ];
}
