import { defineDatetime } from "@hotpy/python-datetime";
import { defineDecimal } from "@hotpy/python-decimal";
import { defineJson } from "@hotpy/python-json";
import { defineZlib } from "@hotpy/python-zlib";
import { installModules } from "@hotpy/runtime";

/** The native modules of this package's Pythons, those of packages of their own among them. */
export function installAllModules(...[builtins, options]: Parameters<typeof installModules>): void {
  const { realm } = builtins.library;
  installModules(builtins, options);
  realm.defineModules(["_datetime"], () => defineDatetime(builtins));
  realm.defineModules(["_decimal"], () => defineDecimal(builtins));
  realm.defineModules(["_json"], () => defineJson(builtins));
  realm.defineModules(["zlib"], () => defineZlib(builtins));
}
