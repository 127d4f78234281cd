import koffi, { type LibraryHandle } from "koffi";
import { returnWhereCalled } from "./tail-calls.js";

/// libLLVM's C interface, in process: runs passes and emits code, which llvm-bindings cannot.

/** Sonames to try, the version that llvm-bindings is built against first. Any of them reads the IR's text. */
const SONAMES = ["libLLVM-14.so.1", "libLLVM-15.so.1", "libLLVM-16.so.1", "libLLVM.so.19.1"];

const OBJECT_FILE = 1;
const OPTIMISE_DEFAULT = 2;
const FEATURES = "+bulk-memory,+nontrapping-fptoint,+sign-ext,+tail-call";

export interface LibLlvm {
  /** The library that was found. */
  readonly soname: string;
  /**
   * Optimises a module given as text and emits a relocatable wasm32 object.
   * @throws Error with LLVM's message
   */
  compile(ir: string, passes: string): { readonly object: Uint8Array; readonly optimised: () => string };
}

type Pointer = unknown;
type KoffiFunction = ReturnType<LibraryHandle["func"]>;

let loaded: LibLlvm | undefined;

/**
 * Finds and initialises libLLVM; once per thread, as koffi's callbacks and LLVM's targets are.
 * @throws Error naming the libraries that were tried
 */
export function loadLibLlvm(triple: string): LibLlvm {
  return (loaded ??= initialise(triple));
}

function initialise(triple: string): LibLlvm {
  const { library, soname } = findLibrary();
  const f = (prototype: string): KoffiFunction => library.func(prototype);
  const create = f("void* LLVMContextCreate()");
  const dispose = f("void LLVMContextDispose(void*)");
  const bufferCopy = f(
    "void* LLVMCreateMemoryBufferWithMemoryRangeCopy(const void* data, size_t size, const char* name)",
  );
  const bufferStart = f("void* LLVMGetBufferStart(void*)");
  const bufferSize = f("size_t LLVMGetBufferSize(void*)");
  const disposeBuffer = f("void LLVMDisposeMemoryBuffer(void*)");
  const parseIr = f("int LLVMParseIRInContext(void* context, void* buffer, _Out_ void** module, _Out_ void** message)");
  const disposeMessage = f("void LLVMDisposeMessage(void*)");
  const runPasses = f("void* LLVMRunPasses(void* module, const char* passes, void* machine, void* options)");
  const errorMessage = f("void* LLVMGetErrorMessage(void*)");
  const emit = f(
    "int LLVMTargetMachineEmitToMemoryBuffer(void* machine, void* module, int kind, _Out_ void** message, _Out_ void** buffer)",
  );
  const printModule = f("void* LLVMPrintModuleToString(void*)");
  const options = f("void* LLVMCreatePassBuilderOptions()")() as Pointer;
  for (const part of ["TargetInfo", "Target", "TargetMC", "AsmPrinter"]) f(`void LLVMInitializeWebAssembly${part}()`)();

  const text = (pointer: Pointer): string => koffi.decode(pointer, "char", -1) as string;
  const take = (pointer: Pointer): string => {
    const copy = text(pointer);
    disposeMessage(pointer);
    return copy;
  };
  const machine = createMachine(f, triple, take);
  const diagnostics: string[] = [];
  const installHandler = diagnosticHandler(library, f, take, diagnostics);

  function parse(context: Pointer, ir: string): Pointer {
    const bytes = Buffer.from(`${ir}\0`, "latin1");
    const module = [null],
      message = [null];
    if (parseIr(context, bufferCopy(bytes, bytes.length - 1, "trace"), module, message) !== 0) {
      throw new Error(`LLVM cannot read the IR: ${take(message[0])}`);
    }
    return module[0];
  }

  return {
    soname,
    compile(ir, passes) {
      const context = create() as Pointer;
      try {
        installHandler(context);
        const module = parse(context, ir);
        const failed = runPasses(module, passes, machine, options) as Pointer;
        if (failed !== null) throw new Error(`LLVM's passes failed: ${text(errorMessage(failed))}`);
        const optimised = returnWhereCalled(take(printModule(module)));
        const final = parse(context, optimised);
        const message = [null],
          buffer = [null];
        if (emit(machine, final, OBJECT_FILE, message, buffer) !== 0)
          throw new Error(`LLVM emits no code: ${take(message[0])}`);
        if (diagnostics.length > 0) throw new Error(`LLVM emits no code: ${diagnostics.splice(0).join("; ")}`);
        const size = Number(bufferSize(buffer[0]));
        const object = Uint8Array.from(koffi.decode(bufferStart(buffer[0]), "uint8_t", size) as ArrayLike<number>);
        disposeBuffer(buffer[0]);
        return { object, optimised: () => optimised };
      } finally {
        dispose(context);
      }
    },
  };
}

function findLibrary(): { library: LibraryHandle; soname: string } {
  for (const soname of SONAMES) {
    try {
      return { library: koffi.load(soname), soname };
    } catch {
      // Not this one: the next, and if there is none the error below.
    }
  }
  throw new Error(`the LLVM backend needs libLLVM (Debian: libllvm14); none of ${SONAMES.join(", ")} was found`);
}

function createMachine(
  f: (prototype: string) => KoffiFunction,
  triple: string,
  take: (message: Pointer) => string,
): Pointer {
  const target = [null],
    message = [null];
  const find = f("int LLVMGetTargetFromTriple(const char* triple, _Out_ void** target, _Out_ void** message)");
  if (find(triple, target, message) !== 0) throw new Error(`this libLLVM has no target ${triple}: ${take(message[0])}`);
  const create = f(
    "void* LLVMCreateTargetMachine(void* target, const char* triple, const char* cpu, const char* features, int level, int reloc, int model)",
  );
  return create(target[0], triple, "", FEATURES, OPTIMISE_DEFAULT, 0, 0);
}

/** Without a handler an error in code generation ends the whole process. */
function diagnosticHandler(
  library: LibraryHandle,
  f: (prototype: string) => KoffiFunction,
  take: (message: Pointer) => string,
  into: string[],
): (context: Pointer) => void {
  const handlerType = koffi.proto("void HotpyDiagnosticHandler(void*, void*)");
  const setHandler = library.func("LLVMContextSetDiagnosticHandler", "void", [
    "void*",
    koffi.pointer(handlerType),
    "void*",
  ]);
  const describe = f("void* LLVMGetDiagInfoDescription(void*)");
  const severity = f("int LLVMGetDiagInfoSeverity(void*)");
  const ERROR = 0;
  const handler = koffi.register((info: Pointer) => {
    if (severity(info) === ERROR) into.push(take(describe(info)));
  }, koffi.pointer(handlerType));
  return (context) => setHandler(context, handler, null);
}
