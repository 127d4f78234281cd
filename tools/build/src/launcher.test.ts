import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const launcher = fileURLToPath(new URL("../../../hotpy", import.meta.url));

/** A repository as the launcher sees it: one source, a build that leaves a mark, and a program that echoes. */
let root: string;
const source = () => join(root, "packages/hotpy/src/main.ts");

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "hotpy launcher "));
  for (const directory of [
    "packages/dict/kernel",
    "packages/hotpy/src",
    "packages/hotpy/dist/bundle",
    "tools/build/src",
  ]) {
    mkdirSync(join(root, directory), { recursive: true });
  }
  copyFileSync(launcher, join(root, "hotpy"));
  for (const file of ["packages/hotpy/package.json", "packages/hotpy/src/main.ts", "pnpm-lock.yaml"]) {
    writeFileSync(join(root, file), "{}");
  }
  writeFileSync(
    join(root, "tools/build/src/main.js"),
    `require("fs").writeFileSync(${JSON.stringify(join(root, "packages/hotpy/dist/bundle/built"))}, ""); console.log("building");`,
  );
  writeFileSync(
    join(root, "packages/hotpy/dist/bundle/main.js"),
    `const [command, ...rest] = process.argv.slice(2);
     if (command === "echo") console.log(JSON.stringify(rest));
     if (command === "cat") process.stdin.pipe(process.stdout);
     if (command === "exit") process.exit(Number(rest[0]));
     if (command === "environment") console.log(JSON.stringify([process.env.NODE_EXTRA_CA_CERTS, process.env.HOTPY_EXTRA_CA_CERTS]));
     if (command === "kill") process.kill(process.pid, rest[0]);`,
  );
});

afterAll(() => rmSync(root, { recursive: true }));

function run(args: string[], options: Partial<SpawnSyncOptionsWithStringEncoding> = {}, program = join(root, "hotpy")) {
  return spawnSync(program, args, { encoding: "utf8", ...options });
}

describe("the launcher", () => {
  test("builds at the first start and not at the second", () => {
    expect(run(["exit", "0"]).stderr).toBe("building\n");
    expect(run(["exit", "0"]).stderr).toBe("");
  });

  test("builds when a source is newer, but not for a test", () => {
    run([]);
    const later = new Date(Date.now() + 5000);
    writeFileSync(join(root, "packages/hotpy/src/a.test.ts"), "");
    run([]);
    utimesSync(join(root, "packages/hotpy/src/a.test.ts"), later, later);
    expect(run([]).stderr).toBe("");
    utimesSync(source(), later, later);
    expect(run([]).stderr).toBe("building\n");
    const past = new Date(0);
    utimesSync(source(), past, past);
  });

  test("passes arguments with spaces and quotes, and standard input", () => {
    expect(run(["echo", "a  b", '"', "", "*"]).stdout).toBe('["a  b","\\"","","*"]\n');
    expect(run(["cat"], { input: "1\n2\n" }).stdout).toBe("1\n2\n");
  });

  test("hides the certificates that Node.js would read, and hands their variable on under another name", () => {
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
    expect(run(["environment"], { env }).stdout).toBe("[null,null]\n");
    const certificates = { ...env, NODE_EXTRA_CA_CERTS: "/a b.crt" };
    expect(run(["environment"], { env: certificates }).stdout).toBe('[null,"/a b.crt"]\n');
  });

  test("is the program: exit code and signal are its own", () => {
    expect(run(["exit", "7"]).status).toBe(7);
    expect(run(["kill", "SIGTERM"]).signal).toBe("SIGTERM");
  });

  test("is found through chains of symbolic links, the PATH, and from another directory", () => {
    const links = mkdtempSync(join(tmpdir(), "links "));
    symlinkSync(join(root, "hotpy"), join(links, "absolute"));
    symlinkSync("absolute", join(links, "hot py"));
    expect(run(["echo", "x"], { cwd: "/" }, join(links, "hot py")).stdout).toBe('["x"]\n');
    expect(spawnSync("sh", ["hotpy", "echo", "x"], { cwd: root, encoding: "utf8" }).stdout).toBe('["x"]\n');
    const PATH = `${root}:${process.env.PATH}`;
    expect(spawnSync("hotpy", ["echo", "x"], { cwd: links, encoding: "utf8", env: { PATH } }).stdout).toBe('["x"]\n');
    rmSync(links, { recursive: true });
  });

  test("says what is missing where there is no Node.js", () => {
    const tools = mkdtempSync(join(tmpdir(), "tools "));
    const { status, stderr } = run([], { env: { PATH: tools } });
    expect([status, stderr]).toEqual([69, expect.stringContaining("Node.js is missing")]);
    rmSync(tools, { recursive: true });
  });
});
