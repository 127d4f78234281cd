import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData, type ResolutionKind } from "@arethetypeswrong/core";
import { problemKindInfo } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** Ways to find a package that ours, which are ECMAScript modules, do not serve. */
const UNSUPPORTED: readonly ResolutionKind[] = ["node10", "node16-cjs"];

/** What publint and "are the types wrong?" say of an archive. */
export async function lintProblems(archive: string): Promise<string[]> {
  // Copied: a small file lies in a buffer that others share.
  const bytes = new Uint8Array(readFileSync(archive));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  return [
    ...messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code),
    ...(await typeProblems(bytes)),
  ];
}

async function typeProblems(bytes: Uint8Array): Promise<string[]> {
  const analysis = await checkPackage(createPackageFromTarballData(bytes));
  if (analysis.types === false) return ["it has no types"];
  return analysis.problems
    .filter((problem) => !("resolutionKind" in problem && UNSUPPORTED.includes(problem.resolutionKind)))
    .map((problem) => `${problemKindInfo[problem.kind].shortDescription}: ${JSON.stringify(problem)}`);
}
