import { type NameCalls, SystemFault } from "@hotpy/python-objects";
import { type CLibrary, textOf } from "./c-library.js";

const PROTOTYPES = {
  gethostbyaddr: "void *gethostbyaddr(const uint8_t *address, uint32_t size, int family)",
  getnameinfo:
    "int getnameinfo(const uint8_t *address, uint32_t size, uint8_t *host, uint32_t hostSize, uint8_t *service, uint32_t serviceSize, int flags)",
  gai_strerror: "const char *gai_strerror(int error)",
  getprotobyname: "void *getprotobyname(const char *name)",
  getservbyport: "void *getservbyport(int port, const char *protocol)",
  getservbyname: "void *getservbyname(const char *name, const char *protocol)",
  if_nametoindex: "uint32_t if_nametoindex(const char *name)",
  if_indextoname: "const char *if_indextoname(uint32_t number, uint8_t *name)",
  if_nameindex: "void *if_nameindex()",
  if_freenameindex: "void if_freenameindex(void *interfaces)",
  sethostname: "int sethostname(const char *name, size_t size)",
} as const;

const HOST_BYTES = 1025;
const SERVICE_BYTES = 32;
const INTERFACE_BYTES = 16;
const POINTER_BYTES = 8;

export function createNameCalls(library: CLibrary): NameCalls {
  const { koffi, fault, checked } = library;
  const c = library.functions<unknown, typeof PROTOTYPES>(PROTOTYPES);
  const host = koffi.struct({
    name: "const char *",
    aliases: "void *",
    family: "int",
    size: "int",
    addresses: "void *",
  });
  const protocol = koffi.struct({ name: "const char *", aliases: "void *", number: "int" });
  const service = koffi.struct({ name: "const char *", aliases: "void *", port: "int", protocol: "const char *" });
  const netInterface = koffi.struct({ number: "uint32_t", name: "const char *" });

  /** What an array of pointers, which ends with NULL, refers to. */
  function pointers(array: unknown): unknown[] {
    const found: unknown[] = [];
    for (let at = 0; array !== null; at += POINTER_BYTES) {
      const each = koffi.decode(array, at, "void *") as unknown;
      if (each === null) break;
      found.push(each);
    }
    return found;
  }

  return {
    host(address, family) {
      const entry = c.gethostbyaddr(address, address.length, family);
      if (entry === null) return undefined;
      const found = koffi.decode(entry, host) as { name: string; aliases: unknown; size: number; addresses: unknown };
      return {
        name: found.name,
        aliases: pointers(found.aliases).map((each) => koffi.decode(each, "char", -1) as string),
        addresses: pointers(found.addresses).map((each) =>
          Uint8Array.from(koffi.decode(each, "uint8_t", found.size) as number[]),
        ),
      };
    },
    ofAddress(address, flags) {
      const [name, port] = [new Uint8Array(HOST_BYTES), new Uint8Array(SERVICE_BYTES)];
      const error = c.getnameinfo(address, address.length, name, name.length, port, port.length, flags) as number;
      if (error !== 0) throw new SystemFault(error, c.gai_strerror(error) as string);
      return [textOf(name), textOf(port)];
    },
    protocol(name) {
      const entry = c.getprotobyname(name);
      return entry === null ? undefined : (koffi.decode(entry, protocol) as { number: number }).number;
    },
    service(port, name) {
      const entry = c.getservbyport(((port & 0xff) << 8) | (port >> 8), name ?? null);
      return entry === null ? undefined : (koffi.decode(entry, service) as { name: string }).name;
    },
    port(name, protocol) {
      const entry = c.getservbyname(name, protocol ?? null);
      if (entry === null) return undefined;
      const { port } = koffi.decode(entry, service) as { port: number };
      return ((port & 0xff) << 8) | (port >> 8);
    },
    interfaceNumber(name) {
      const number = c.if_nametoindex(name) as number;
      if (number === 0) throw fault(koffi.errno());
      return number;
    },
    interfaceName(number) {
      const name = new Uint8Array(INTERFACE_BYTES);
      if (c.if_indextoname(number, name) === null) throw fault(koffi.errno());
      return textOf(name);
    },
    interfaces() {
      const table = c.if_nameindex();
      if (table === null) throw fault(koffi.errno());
      const found: [number, string][] = [];
      for (let at = 0; ; at += 2 * POINTER_BYTES) {
        const { number, name } = koffi.decode(table, at, netInterface) as { number: number; name: string | null };
        if (name === null) break;
        found.push([number, name]);
      }
      c.if_freenameindex(table);
      return found;
    },
    setHostName: (name) => void checked(c.sethostname(name, new TextEncoder().encode(name).length) as number),
  };
}
