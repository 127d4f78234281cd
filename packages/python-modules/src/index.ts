import type { Builtins } from "@hotpy/python-builtins";
import { defineAbc } from "./abc.js";
import { defineArray } from "./array/module.js";
import { defineAst } from "./ast.js";
import { defineAtexit } from "./atexit.js";
import { defineAudioop } from "./audioop/module.js";
import { defineBinascii } from "./binascii/module.js";
import { defineBisect } from "./bisect.js";
import { defineCmath } from "./cmath/module.js";
import { defineCodecs } from "./codecs/module.js";
import { defineCollections } from "./collections/module.js";
import { defineBz2 } from "./compression/bz2.js";
import { defineLzma } from "./compression/lzma.js";
import { defineContextvars } from "./contextvars.js";
import { defineCsv } from "./csv/module.js";
import { defineCtypes } from "./ctypes/module.js";
import { defineErrno } from "./errno.js";
import { defineExpat } from "./expat/module.js";
import { defineFaultHandler } from "./faulthandler.js";
import { defineFunctools } from "./functools/module.js";
import { defineGc } from "./gc.js";
import { defineGenericAliases } from "./generic-aliases.js";
import { defineHashes } from "./hashes/module.js";
import { defineHeapq } from "./heapq/module.js";
import { defineImp } from "./imp.js";
import { type ImportOptions, installImports } from "./import/install.js";
import { defineReadline } from "./interactive/readline.js";
import { defineIo } from "./io/module.js";
import { defineItertools } from "./itertools/module.js";
import { defineLocale } from "./locale/module.js";
import { defineMarshal } from "./marshal/module.js";
import { defineMath } from "./math/module.js";
import { defineMmap } from "./mmap/module.js";
import { defineMultibyte } from "./multibyte/module.js";
import { addMultibyteCodecs, MULTIBYTE_MODULES } from "./multibyte/names.js";
import { defineMultiprocessing } from "./multiprocessing.js";
import { defineOpcode } from "./opcode.js";
import { defineOperatorModule } from "./operator/module.js";
import { definePickle } from "./pickle/module.js";
import { defineAccounts } from "./posix/accounts.js";
import { defineFcntl } from "./posix/fcntl.js";
import { defineSyslog } from "./posix/logs.js";
import { definePosix } from "./posix/module.js";
import { defineResource } from "./posix/resource.js";
import { defineShadow } from "./posix/shadow.js";
import { defineTermios } from "./posix/termios.js";
import { definePosixSubprocess } from "./posixsubprocess.js";
import { defineProfiler } from "./profiler.js";
import { defineQueue } from "./queue.js";
import { defineRandom } from "./random/module.js";
import { defineReduce } from "./reduce.js";
import { defineSelect } from "./select.js";
import { defineSignal } from "./signal.js";
import { defineSiteBuiltins } from "./site-builtins.js";
import { defineSocket } from "./socket/module.js";
import { defineSqlite } from "./sqlite/module.js";
import { defineSre } from "./sre/module.js";
import { defineStat } from "./stat.js";
import { defineString } from "./string.js";
import { defineStruct } from "./struct/module.js";
import { defineSymtable } from "./symtable.js";
import { defineSys, type SysOptions } from "./sys.js";
import { defineSysconfigData } from "./sysconfig-data.js";
import { defineTestInternals } from "./test-internals.js";
import { defineThread } from "./thread/module.js";
import { defineTime } from "./time.js";
import { defineTracemalloc } from "./tracemalloc.js";
import { defineTyping } from "./typing.js";
import { defineUnicodedata } from "./unicodedata.js";
import { defineUuid } from "./uuid.js";
import { defineWarnings } from "./warnings.js";
import { defineWeakref } from "./weakref/module.js";
import { defineZoneInfo } from "./zone/module.js";

export { type ByteArguments, createByteArguments } from "./byte-arguments.js";
export { adler32, crc32 } from "./checksums.js";
export { contextSlot } from "./contextvars.js";
export { createHostObjects, type HostObjects } from "./host-objects.js";
export { createInteraction, type Greeting, type Interaction } from "./interactive/loop.js";
export { lazyModule, type ModuleContents } from "./lazy-module.js";
export { type NativeException, nativeException } from "./native-exception.js";
export { numberAttributes } from "./number-attributes.js";
export { callSource, tailCallSource } from "./source-call.js";
export { defineSourceModule, type SourceCall, type SourceModule } from "./source-module.js";
export type { ImportOptions, SysOptions };

/** Modules that are made when they are first asked for: names, and what defines them. */
const MODULES: readonly (readonly [names: readonly string[], define: (builtins: Builtins) => void])[] = [
  [["_abc"], defineAbc],
  [["cmath"], defineCmath],
  [["_ast"], defineAst],
  [["array"], defineArray],
  [["audioop"], defineAudioop],
  [["binascii"], defineBinascii],
  [["_typing"], defineTyping],
  [["_stat"], defineStat],
  [["_bz2"], defineBz2],
  [["_lzma"], defineLzma],
  [["_sqlite3"], defineSqlite],
  [["mmap"], defineMmap],
  [["_multibytecodec", ...Object.keys(MULTIBYTE_MODULES)], defineMultibyte],
  [["_multiprocessing", "_posixshmem"], defineMultiprocessing],
  [["_pickle"], definePickle],
  [["_queue"], defineQueue],
  [["_lsprof"], defineProfiler],
  [["_opcode", "opcode"], defineOpcode],
  [["_operator"], defineOperatorModule],
  [["_heapq"], defineHeapq],
  [["_bisect"], defineBisect],
  [["atexit"], defineAtexit],
  [["faulthandler"], defineFaultHandler],
  [["_collections"], defineCollections],
  [["_contextvars"], defineContextvars],
  [["_csv"], defineCsv],
  [["_ctypes"], defineCtypes],
  [["pyexpat"], defineExpat],
  [["_functools"], defineFunctools],
  [["gc"], defineGc],
  [["errno"], defineErrno],
  [["_blake2", "_hashlib", "_md5", "_sha1", "_sha256", "_sha3", "_sha512"], defineHashes],
  [["grp", "pwd"], defineAccounts],
  [["posix"], definePosix],
  [["fcntl"], defineFcntl],
  [["termios"], defineTermios],
  [["resource"], defineResource],
  [["_posixsubprocess"], definePosixSubprocess],
  [["_random"], defineRandom],
  [["_string"], defineString],
  [["_struct"], defineStruct],
  [["_symtable"], defineSymtable],
  [["_locale"], defineLocale],
  [["_testinternalcapi"], defineTestInternals],
  [["_thread"], defineThread],
  [["itertools"], defineItertools],
  [["unicodedata"], defineUnicodedata],
  [["_warnings"], defineWarnings],
  [["_weakref"], defineWeakref],
  [["marshal"], defineMarshal],
  [["math"], defineMath],
  [["select"], defineSelect],
  [["_signal"], defineSignal],
  [["_socket"], defineSocket],
  [["_sre"], defineSre],
  [["_sysconfigdata__", "_sysconfigdata__linux_"], defineSysconfigData],
  [["spwd", "_crypt"], defineShadow],
  [["syslog"], defineSyslog],
  [["time"], defineTime],
  [["_tracemalloc"], defineTracemalloc],
  [["_uuid"], defineUuid],
  [["_zoneinfo"], defineZoneInfo],
];

/** Makes native modules importable, and modules that are files. */
export function installModules(builtins: Builtins, options: SysOptions & Partial<ImportOptions>): void {
  const { realm } = builtins.library;
  for (const [names, define] of MODULES) realm.defineModules(names, () => define(builtins));
  const search = installImports(builtins, { path: [""], ...options });
  defineCodecs(builtins);
  addMultibyteCodecs(builtins);
  defineImp(builtins, search);
  defineIo(builtins);
  defineReduce(builtins);
  defineGenericAliases(builtins);
  defineSys(builtins, options, search);
  if (realm.platform.lineEditor !== undefined) realm.defineModules(["readline"], () => defineReadline(builtins));
  if (options.flags?.no_site !== 1) defineSiteBuiltins(builtins);
}
export * from "./hashes/layout.js";
export { isLeap } from "./leap-year.js";
export * from "./sre/layouts.js";
export * from "./sre/results.js";
export { type LocalTime, localTimeOf } from "./zone/local-time.js";
export type { ZonePeriod } from "./zone/posix-zone.js";
