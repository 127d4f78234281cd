import type { CLibrary } from "./c-library.js";

/** The functions of sqlite3.h by their names, without what all begin with. */
export interface SqliteLibrary {
  readonly calls: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  /** A function that SQLite can call, until it is released. */
  callback(kind: keyof typeof CALLBACKS, run: (...args: never[]) => unknown): unknown;
  release(callback: unknown): void;
  /** Text that ends with a zero byte. */
  readPointer(pointer: unknown): string;
  bytesAt(pointer: unknown, size: number): Uint8Array;
  pointersAt(places: unknown, count: number): readonly bigint[];
  /** A copy of bytes in C's memory, with a zero byte behind. */
  copy(bytes: Uint8Array): bigint;
  free(address: bigint): void;
}

/** Pointers are numbers, so that what is kept of them is theirs alone. */
const PROTOTYPES = `
const char *libversion()
const char *errstr(int code)
int complete(const char *sql)
int open_v2(const char *path, _Out_ uint64_t *place, int flags, const char *vfs)
int close_v2(uintptr_t db)
uintptr_t errmsg(uintptr_t db)
int errcode(uintptr_t db)
int extended_errcode(uintptr_t db)
int prepare_v2(uintptr_t db, uintptr_t sql, int size, _Out_ uint64_t *place, _Out_ uint64_t *rest)
int finalize(uintptr_t statement)
int reset(uintptr_t statement)
int step(uintptr_t statement)
int bind_parameter_count(uintptr_t statement)
const char *bind_parameter_name(uintptr_t statement, int index)
int bind_null(uintptr_t statement, int index)
int bind_int64(uintptr_t statement, int index, int64_t value)
int bind_double(uintptr_t statement, int index, double value)
int bind_text(uintptr_t statement, int index, const uint8_t *text, int size, intptr_t free)
int bind_blob(uintptr_t statement, int index, const uint8_t *text, int size, intptr_t free)
int column_count(uintptr_t statement)
const char *column_name(uintptr_t statement, int index)
const char *column_decltype(uintptr_t statement, int index)
int column_type(uintptr_t statement, int index)
int64_t column_int64(uintptr_t statement, int index)
double column_double(uintptr_t statement, int index)
uintptr_t column_text(uintptr_t statement, int index)
uintptr_t column_blob(uintptr_t statement, int index)
int column_bytes(uintptr_t statement, int index)
int value_type(uintptr_t value)
int64_t value_int64(uintptr_t value)
double value_double(uintptr_t value)
uintptr_t value_text(uintptr_t value)
uintptr_t value_blob(uintptr_t value)
int value_bytes(uintptr_t value)
int stmt_readonly(uintptr_t statement)
int changes(uintptr_t db)
int total_changes(uintptr_t db)
int64_t last_insert_rowid(uintptr_t db)
int get_autocommit(uintptr_t db)
int busy_timeout(uintptr_t db, int milliseconds)
void interrupt(uintptr_t db)
int limit(uintptr_t db, int category, int value)
int create_function_v2(uintptr_t db, const char *name, int count, int flags, uintptr_t data, void *call, void *step, void *finish, void *destroy)
int create_collation_v2(uintptr_t db, const char *name, int flags, uintptr_t data, void *compare, void *destroy)
uintptr_t aggregate_context(uintptr_t context, int size)
void result_error(uintptr_t context, const char *text, int size)
void result_error_nomem(uintptr_t context)
void result_error_toobig(uintptr_t context)
void result_int64(uintptr_t context, int64_t value)
void result_double(uintptr_t context, double value)
void result_text(uintptr_t context, const uint8_t *text, int size, intptr_t free)
void result_blob(uintptr_t context, const uint8_t *text, int size, intptr_t free)
void result_null(uintptr_t context)
uintptr_t expanded_sql(uintptr_t statement)
void free(uintptr_t address)
int trace_v2(uintptr_t db, unsigned int mask, void *told, uintptr_t data)
int set_authorizer(uintptr_t db, void *asks, uintptr_t data)
void progress_handler(uintptr_t db, int steps, void *asks, uintptr_t data)
uintptr_t backup_init(uintptr_t to, const char *name, uintptr_t from, const char *source)
int backup_step(uintptr_t copying, int pages)
int backup_remaining(uintptr_t copying)
int backup_pagecount(uintptr_t copying)
int backup_finish(uintptr_t copying)
`;

const CALLBACKS = {
  function: "void HotPySqliteFunction(uintptr_t context, int count, uintptr_t places)",
  finish: "void HotPySqliteFinish(uintptr_t context)",
  compare: "int HotPySqliteCompare(uintptr_t data, int left_size, uintptr_t left, int right_size, uintptr_t right)",
  trace: "int HotPySqliteTrace(unsigned int mask, uintptr_t data, uintptr_t statement, uintptr_t text)",
  authorise:
    "int HotPySqliteAuthorise(uintptr_t data, int action, uintptr_t first, uintptr_t second, uintptr_t database, uintptr_t inner)",
  watch: "int HotPySqliteWatch(uintptr_t data)",
};

/** Undefined: the library is not installed. */
export function loadSqlite({ koffi }: CLibrary): SqliteLibrary | undefined {
  let library: ReturnType<typeof koffi.load>;
  try {
    library = koffi.load("libsqlite3.so.0");
  } catch {
    return undefined;
  }
  const calls = Object.fromEntries(
    PROTOTYPES.trim()
      .split("\n")
      .map((prototype) => {
        const name = /(\w+)\(/.exec(prototype)![1];
        // A function is found when it is first called: most programs call few.
        let found: ((...args: unknown[]) => unknown) | undefined;
        const call = (...args: unknown[]): unknown => {
          found ??= library.func(prototype.replace(`${name}(`, `sqlite3_${name}(`)) as (...args: unknown[]) => unknown;
          return found(...args);
        };
        return [name, call];
      }),
  );
  const c = koffi.load("libc.so.6");
  const get = c.func("memcpy", "uintptr_t", [koffi.out("uint8_t *"), "uintptr_t", "size_t"]);
  const put = c.func("uintptr_t memcpy(uintptr_t to, const uint8_t *from, size_t size)");
  const length = c.func("size_t strlen(uintptr_t text)");
  const calloc = c.func("uintptr_t calloc(size_t n, size_t size)");
  const free = c.func("void free(uintptr_t p)");
  const kinds = new Map<string, unknown>();

  function bytesAt(pointer: unknown, size: number): Uint8Array {
    const bytes = new Uint8Array(size);
    if (size > 0) get(bytes, pointer, size);
    return bytes;
  }

  return {
    calls,
    callback(kind, run) {
      if (!kinds.has(kind)) kinds.set(kind, koffi.pointer(koffi.proto(CALLBACKS[kind])));
      return koffi.register(run as never, kinds.get(kind) as never);
    },
    release: (callback) => koffi.unregister(callback as never),
    readPointer: (pointer) => new TextDecoder().decode(bytesAt(pointer, Number(length(pointer)))),
    bytesAt,
    pointersAt: (places, count) => [...new BigUint64Array(bytesAt(places, count * 8).buffer)],
    copy(bytes) {
      const address = BigInt(calloc(1, bytes.length + 1) as number);
      if (bytes.length > 0) put(address, bytes, bytes.length);
      return address;
    },
    free: (address) => void free(address),
  };
}
