import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkMovingAddresses } from "./check.js";

/** The lines at which the check finds something in the body of a native. */
function found(body: string, before = ""): string[] {
  const root = mkdtempSync(join(tmpdir(), "hotpy-addresses-"));
  try {
    mkdirSync(join(root, "packages/natives/src"), { recursive: true });
    writeFileSync(join(root, "packages/natives/tsconfig.json"), '{ "include": ["src"] }');
    writeFileSync(
      join(root, "packages/natives/src/native.ts"),
      `declare const realm: any, argument: any, handles: any, NULL: any, library: any; type Word = number;\n${before}\nfunction native(args: number, given: Word) {\n${body}\n}`,
    );
    return checkMovingAddresses(root, ["natives"]).map((text) => text.replace(/^.*?:(\d+): (\w+) .*/, "$1 $2"));
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each([
  ["a local", "const a = argument(args, 0);\nrealm.index(given);\nreturn a;", "6 a"],
  ["a parameter", "realm.index(1);\nreturn realm.typeName(given);", "5 given"],
  ["an argument before one that collects", "return realm.call(given, realm.repr(given));", "4 given"],
  ["an operand before one that collects", "return given + realm.length(given);", "4 given"],
  ["one way of two", "if (args) realm.call(given);\nreturn given;", "5 given"],
  ["the next round of a loop", "for (;;) {\n realm.typeName(given);\n realm.truth(1);\n}", "5 given"],
  ["a callback", "library.withHandles(() => { realm.repr(1); });\nreturn given;", "5 given"],
  ["what a function of the file does", "help();\nreturn given;", "5 given", "const help = () => realm.safepoint();"],
])("finds %s", (_, body, place, before = "") => {
  expect(found(body, before)).toEqual([place]);
});

test.each([
  ["what is read again", "let a = argument(args, 0);\nrealm.index(given);\na = argument(args, 0);\nreturn a;"],
  ["what is kept in a handle", "const a = handles.push(given);\nrealm.index(given);\nreturn handles.get(a);"],
  ["a way that ends", "if (args) return realm.call(given);\nreturn given;"],
  ["the other way", "return args ? realm.call(1) : given;"],
  ["a look at the word alone", "realm.index(1);\nreturn given === NULL || (given & 1) !== 0;"],
  ["a function that is called later", "const later = () => realm.call(1);\nreturn [given, later];"],
  ["what is explained", "realm.index(1);\n// Stays: types do not move.\nreturn realm.typeName(given);"],
  ["a number", "const n = realm.indexNumber(1);\nrealm.index(1);\nreturn n;"],
])("says nothing of %s", (_, body) => {
  expect(found(body)).toEqual([]);
});
