/** A build that cannot go on for a reason the user can mend; the message says what is missing and how to get it. */
export class BuildError extends Error {}

const minimum = [20, 20];

/** @throws {BuildError} where this Node.js is older than the packages need */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > minimum[0] || (major === minimum[0] && minor >= minimum[1])) return;
  throw new BuildError(
    `this is Node.js ${version}; HotPy needs ${minimum.join(".")} or later.\n` +
      "Get one from https://nodejs.org/en/download or https://github.com/nodesource/distributions " +
      "(Debian's own nodejs package is too old), and have it first on the PATH.",
  );
}
