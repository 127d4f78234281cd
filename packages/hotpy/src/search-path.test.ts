import { createNodePlatform } from "@hotpy/platform-node";
import { findStandardLibrary } from "@hotpy/python-stdlib";
import { expect, it } from "vitest";
import { searchPath } from "./search-path.js";
import { defaultSettings } from "./settings.js";

const node = createNodePlatform();
const { files } = node;

it("takes the library of an npm package where no Python is installed", () => {
  const withoutPython = {
    ...node,
    files: { ...files, status: (path: string) => (path.startsWith("/usr/") ? undefined : files.status(path)) },
  };
  const request = { source: { kind: "command", text: "" }, settings: defaultSettings(), flags: {} } as const;
  expect(searchPath(request, withoutPython).library).toBe(findStandardLibrary());
  expect(searchPath(request, node).library).toBe("/usr/lib/python3.11");
});
