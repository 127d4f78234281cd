import { existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel, ExtractorMessageCategory } from "@microsoft/api-extractor";
import { type Package, publishedPackages } from "./workspace.js";

/**
 * Compares each package's public interface with the report kept in `packages/<name>/etc/<name>.api.md`, so that
 * a change of interface is seen in review. The packages must have been built.
 *
 * @param update write the reports instead
 * @returns one sentence per package whose report differs
 */
export function checkApiReports(root: string, update: boolean): string[] {
  const problems: string[] = [];
  for (const each of publishedPackages(root)) {
    const name = basename(each.directory);
    if (!existsSync(join(each.directory, "dist/index.d.ts"))) {
      problems.push(`packages/${name} is not built`);
      continue;
    }
    const { apiReportChanged, errorCount } = Extractor.invoke(configuration(root, each), {
      localBuild: update,
      messageCallback(message) {
        // Changes of the report are described below, in our words.
        if (message.category === ExtractorMessageCategory.Console) message.logLevel = ExtractorLogLevel.None;
      },
    });
    if (errorCount > 0) problems.push(`packages/${name}: its declarations cannot be read`);
    if (apiReportChanged && !update) {
      problems.push(
        `packages/${name}: etc/${name}.api.md is not its interface any more; "npm run api:update" writes it`,
      );
    }
  }
  return problems;
}

function configuration(root: string, { directory }: Package): ExtractorConfig {
  const name = basename(directory);
  const reports = join(directory, "etc");
  mkdirSync(reports, { recursive: true });
  return ExtractorConfig.prepare({
    configObjectFullPath: join(directory, "api-extractor.json"),
    packageJsonFullPath: join(directory, "package.json"),
    configObject: {
      projectFolder: directory,
      mainEntryPointFilePath: join(directory, "dist/index.d.ts"),
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: reports,
        reportTempFolder: join(root, ".hotpy/api-reports"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      compiler: {
        // Built declarations of other packages, as a user has them: without the condition "source".
        overrideTsconfig: {
          compilerOptions: {
            target: "es2022",
            module: "nodenext",
            moduleResolution: "nodenext",
            lib: ["es2023", "webworker"],
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          files: [join(directory, "dist/index.d.ts")],
        },
      },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          "ae-forgotten-export": { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: true },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
}
