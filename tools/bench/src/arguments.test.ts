import { expect, test } from "vitest";
import { parseArguments } from "./arguments.js";

test("programs are found from where the user is", () => {
  expect(parseArguments(["a.py", "/b.py"], "/home").programs).toEqual(["/home/a.py", "/b.py"]);
});

test("without programs, the examples", () => {
  const { programs, rounds, compare } = parseArguments([]);
  expect(programs.map((path) => path.split("/").at(-1))).toContain("nbody.py");
  expect([rounds, compare]).toEqual([5, []]);
});

test("two configurations that begin with a dash", () => {
  const { compare, programs } = parseArguments(["--compare", "-X jit=off", "-X step=16", "a.py"], "/");
  expect([compare, programs]).toEqual([["-X jit=off", "-X step=16"], ["/a.py"]]);
});

test("files are written where the user is", () => {
  expect(parseArguments(["--json", "x.json", "--svg", "/y.svg"], "/home")).toMatchObject({
    json: "/home/x.json",
    svg: "/y.svg",
  });
});
