/// From the settings of the command line to a running Python.

import { type Collector, generational, semispace } from "@hotpy/gc";
import type { Backend } from "@hotpy/jit";
import type { Memory } from "@hotpy/memory";
import {
  createExpandedLoop,
  createLateTracing,
  createPython,
  measuredCollector,
  type Platform,
  type Python,
  type PythonOptions,
} from "@hotpy/runtime";
import type { Channel } from "@hotpy/supervisor";
import type { Request } from "./arguments.js";
import { installAllModules } from "./modules.js";
import { searchPath } from "./search-path.js";
import { isPaced, OptionError, type Settings, STEP } from "./settings.js";
import type { Stats } from "./stats.js";
import { optimization, systemFlags } from "./system-flags.js";
import { thresholdsOf } from "./thresholds.js";
import type { TraceThreadData } from "./trace-maker.js";
import { tracingOf } from "./tracing-of.js";

const COLLECTORS: Record<Settings["gc"], Collector> = { generational, semispace };

type RunRequest = Extract<Request, { kind: "run" }>;

/** What a Python gets beside its settings. */
export interface Surroundings {
  readonly platform: Platform;
  /** Takes the lines of the trace log. */
  readonly log?: (line: string) => void;
  /** Measures where the time goes. */
  readonly stats?: Stats | undefined;
  /** The memory to run in; by default as much as can be reserved. */
  readonly memory?: Memory;
  /** Starts a thread that makes traces; without one they are made in this thread. */
  readonly startTraceThread?: ((data: TraceThreadData) => Channel) | undefined;
  /** The command that starts such a Python, `sys.executable`. */
  readonly executable?: string;
}

/** @throws OptionError if a pass does not exist; Error if the LLVM backend is not installed */
export async function composePython(
  request: RunRequest,
  { platform: given, log, memory, stats, startTraceThread, executable = "" }: Surroundings,
): Promise<Python> {
  const { settings, argv, flags } = request;
  const environment = flags.E || flags.I ? withoutPython(given.environment) : given.environment;
  const platform: Platform = { ...given, environment };
  const measure = stats?.phases.measure;
  const makesTraces = settings.jit !== "off" && settings.step >= STEP.traces;
  const llvm =
    makesTraces && settings.jit === "llvm" && settings.step >= STEP.machineCode ? await llvmBackend() : undefined;
  const watching = { log, stats, llvm, startTraceThread };
  /** Whether the tracing can be made when it is first needed: nobody watches it, and it cannot be refused. */
  const isLate = log === undefined && stats === undefined && settings.passes === undefined;
  const collector = COLLECTORS[settings.gc];
  const options: PythonOptions = {
    platform,
    ...(memory === undefined ? {} : { memory }),
    collector: measure === undefined ? collector : measuredCollector(collector, measure),
    heap: {
      stress: settings.gcStress,
      verify: settings.gcVerify,
      ...(settings.heapLimit === undefined ? {} : { hardLimit: settings.heapLimit }),
    },
    hashSeed: hashSeed(request, platform),
    optimize: optimization(request.flags, environment),
    modules(_, builtins) {
      if (flags.u || environment.PYTHONUNBUFFERED) builtins.streams.unbuffer();
      installAllModules(builtins, {
        argv,
        executable,
        originalArguments: [executable, ...request.commandLine],
        flags: systemFlags(request, environment),
        warnOptions: [...((environment.PYTHONWARNINGS || undefined)?.split(",") ?? []), ...request.warnings],
        otherOptions: settings.others,
        cachePrefix: cachePrefix(settings, environment),
        ...searchPath(request, platform),
      });
      if (letsBytesThrough(request, environment)) builtins.streams.letBytesThrough();
      setStreamEncoding(environment.PYTHONIOENCODING, builtins);
    },
    ...(settings.step === STEP.expansions ? { loop: (context, _, step) => createExpandedLoop(context, step) } : {}),
    ...(makesTraces
      ? {
          tracing: (context, step) =>
            isLate
              ? createLateTracing(context, thresholdsOf(settings), isPaced(settings) ? PATIENCE : 0, (past) =>
                  tracingOf(context, step, settings, watching, past),
                )
              : tracingOf(context, step, settings, watching),
        }
      : {}),
  };
  return createPython(options);
}

/** Hot places before what makes traces is loaded: some milliseconds of a program that goes on, and imports of large packages have fewer. */
const PATIENCE = 20;

/** Locales in which CPython lets bytes that are no UTF-8 pass through the standard streams; it goes from the first two to the others by itself. */
const OPEN_LOCALES = ["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"];

function letsBytesThrough(request: RunRequest, environment: Platform["environment"]): boolean {
  const { LC_ALL, LC_CTYPE, LANG } = environment;
  return systemFlags(request, environment).utf8_mode === 1 || OPEN_LOCALES.includes(LC_ALL || LC_CTYPE || LANG || "C");
}

/** `encoding:errors`, either of which may be missing. */
function setStreamEncoding(given: string | undefined, { streams }: Parameters<typeof installAllModules>[0]): void {
  const [encoding = "", errors = ""] = (given ?? "").split(":");
  if (encoding === "" && errors === "") return;
  if (!streams.setEncoding(encoding || undefined, errors || "strict"))
    throw new OptionError(`PYTHONIOENCODING=${given}: there is no such encoding`);
}

/** Environment variables but those that are for Python. */
function withoutPython(environment: Platform["environment"]): Platform["environment"] {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("PYTHON")));
}

/** `sys.pycache_prefix`: `-X pycache_prefix` without a value hides the variable. */
function cachePrefix({ others }: Settings, environment: Platform["environment"]): string | undefined {
  const given = others["pycache_prefix"] ?? environment.PYTHONPYCACHEPREFIX;
  return typeof given === "string" && given !== "" ? given : undefined;
}

/** Strings hash by a random seed, as CPython's do, unless a seed is given or runs are to be the same; `-R` hides the variable. */
function hashSeed({ settings: { seed, deterministic }, flags }: RunRequest, platform: Platform): number {
  if (seed !== undefined) return seed;
  const { PYTHONHASHSEED: given = "random" } = platform.environment;
  if (/^\d+$/.test(given) && flags.R === undefined) return Number(given) | 0;
  if (deterministic) return 0;
  const bytes = new Uint8Array(4);
  platform.randomBytes(bytes);
  return new DataView(bytes.buffer).getInt32(0);
}

async function llvmBackend(): Promise<Backend> {
  const { createLlvmBackend } = await import("@hotpy/jit-llvm");
  return createLlvmBackend();
}
