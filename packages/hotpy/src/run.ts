import { NotImplementedByHotPy, type Platform, type Python } from "@hotpy/runtime";
import type { Request, Source } from "./arguments.js";
import { composePython, type Surroundings } from "./compose.js";
import { isCompiled, isContainer } from "./containers.js";
import { interactionOf } from "./interaction.js";
import { OptionError } from "./settings.js";

type RunRequest = Extract<Request, { kind: "run" }>;

/** Exit codes beside Python's own, from sysexits.h: EX_SOFTWARE is for what HotPy does not support yet. */
const NOT_IMPLEMENTED = 70;
const USAGE_ERROR = 2;

/** Runs a program; the exit code. What goes wrong is reported on standard error. */
export async function runRequest(
  request: RunRequest,
  platform: Platform,
  readSource: (path: string) => Uint8Array,
  more: Omit<Surroundings, "platform"> = {},
): Promise<number> {
  const { source, argv, settings, flags } = request;
  const tell = (text: string): void => platform.write(2, new TextEncoder().encode(`hotpy: ${text}\n`));
  let bytes: Uint8Array | undefined;
  const interaction = interactionOf(request, platform);
  try {
    if (interaction.hasProgram)
      bytes = withoutFirstLine(source.kind === "file" && flags.x, sourceBytes(source, platform, readSource));
  } catch (error) {
    tell(`can't open file '${source.kind === "file" ? source.path : argv[0]}': ${asPythonSays(error as Error)}`);
    return USAGE_ERROR;
  }
  let python: Python;
  try {
    python = await composePython(request, { platform, ...more });
  } catch (error) {
    tell((error as Error).message);
    if (!(error instanceof OptionError) && settings.jit !== "llvm") throw error;
    return USAGE_ERROR;
  }
  const filename = source.kind === "file" ? source.path : source.kind === "stdin" ? "<stdin>" : "<string>";
  const isHidden = source.kind === "module" || isCompiled(source) || isContainer(source, platform.files);
  try {
    const { status } = python.run(bytes, filename, { isHidden, interaction });
    if (more.stats !== undefined) {
      const report = await more.stats.report(python.context.heap.statistics);
      platform.write(2, new TextEncoder().encode(report));
    }
    return status;
  } catch (error) {
    if (!(error instanceof NotImplementedByHotPy)) throw error;
    const place = error.line === undefined ? "" : ` (${error.filename}, line ${error.line})`;
    return refuse(`${error.feature}${place}`);
  }

  function refuse(feature: string): number {
    tell(`not implemented: ${feature}`);
    return NOT_IMPLEMENTED;
  }
}

/** The newline stays, for the numbers of lines. */
function withoutFirstLine(isWanted: number | false | undefined, bytes: Uint8Array): Uint8Array {
  if (!isWanted) return bytes;
  const end = bytes.indexOf(10);
  return bytes.subarray(end < 0 ? bytes.length : end);
}

/** A call that runs a module as `__main__`; its frames do not show. */
const runningMain = (name: string, place: string): Uint8Array =>
  new TextEncoder().encode(`__import__("_imp")._run_main(${JSON.stringify(name)}, ${JSON.stringify(place)})\n`);

function sourceBytes(source: Source, platform: Platform, readSource: (path: string) => Uint8Array): Uint8Array {
  if (source.kind === "module") return runningMain(source.name, "");
  if (source.kind === "file" && isContainer(source, platform.files)) return runningMain("__main__", source.path);
  if (source.kind === "file" && isCompiled(source) && platform.files?.status(source.path)?.kind === "file")
    return runningMain("__main__", source.path);
  if (source.kind === "command") return new TextEncoder().encode(`${source.text}\n`);
  return readSource(source.kind === "file" ? source.path : "-");
}

/** A system error's text, of Node.js "ENOENT: no such file or directory, open 'x'". */
function asPythonSays(error: Error & { readonly errno?: number }): string {
  const text = /^[A-Z]+: (.)(.*?)(, \w+.*)?$/.exec(error.message);
  if (text === null || error.errno === undefined) return error.message;
  return `[Errno ${-error.errno}] ${text[1].toUpperCase()}${text[2]}`;
}
