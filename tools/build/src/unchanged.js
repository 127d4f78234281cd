import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Runs `action`, which makes files from others, unless it has run before on files as they are: their paths, sizes and times of change.
 *
 * @param {object} files
 * @param {string} files.stamp says what the files were like
 * @param {readonly string[]} files.directories what is read: all files in them, however deep, but those that are made
 * @param {readonly string[]} files.made what is written
 * @param {string} more changes where something else changes that the action depends on
 * @param {() => Promise<void>} action
 */
export async function unlessUnchanged({ stamp, directories, made }, more, action) {
  const inputs = directories.flatMap(filesIn).filter((file) => !made.includes(file));
  // What is edited while the action runs is not what it has read.
  const before = more + stateOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hashOf(before + stateOf(made))) return;
  await action();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hashOf(before + stateOf(made)));
}

const filesIn = (directory) =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, encoding: "utf8" })
        .sort()
        .map((name) => join(directory, name))
    : [];

function stateOf(files) {
  const lines = files.map((file) => {
    const status = statSync(file, { throwIfNoEntry: false });
    return status?.isFile() ? `${file}\0${status.size}\0${status.mtimeMs}\n` : "";
  });
  return lines.join("");
}

const hashOf = (text) => createHash("sha256").update(text).digest("hex");
