import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { defineSourceModule } from "../source-module.js";
import { SOCKET_CONSTANTS } from "./constants.js";
import { socketSource } from "./source.js";

/** Functions that need the network. */
const NEEDS_NETWORK = [
  "getaddrinfo",
  "gethostbyaddr",
  "gethostbyname",
  "gethostbyname_ex",
  "gethostname",
  "getnameinfo",
  "getprotobyname",
  "getservbyname",
  "getservbyport",
  "if_indextoname",
  "if_nameindex",
  "if_nametoindex",
  "sethostname",
  "socketpair",
  "close",
  "dup",
];

/** The module `_socket`: what needs no network. A socket cannot be made yet. */
export function defineSocket(builtins: Builtins): void {
  const { realm } = builtins.library;
  const missing = (name: string, parameters = "(*args, **kwargs)"): NativeDefinition => ({
    name,
    parameters,
    run: () => realm.notImplemented("sockets"),
  });
  defineSourceModule(builtins, {
    name: "_socket",
    source: socketSource,
    natives: [missing("missing", "()")],
    shows: ["herror", "gaierror", "socket", "SocketType=socket"],
    functions: NEEDS_NETWORK.map((name) => missing(name)),
    calls: [
      { name: "getdefaulttimeout", parameters: "()" },
      { name: "setdefaulttimeout", parameters: "(timeout, /)" },
      ...["htons", "ntohs", "htonl", "ntohl"].map((name) => ({ name, parameters: "(x, /)" })),
      { name: "inet_aton", parameters: "(ip_addr, /)" },
      { name: "inet_ntoa", parameters: "(packed_ip, /)" },
      { name: "inet_pton", parameters: "(address_family, ip_string, /)" },
      { name: "inet_ntop", parameters: "(address_family, packed_ip, /)" },
      { name: "CMSG_LEN", parameters: "(length, /)" },
      { name: "CMSG_SPACE", parameters: "(length, /)" },
    ],
    attributes: () => ({
      ...Object.fromEntries(Object.entries(SOCKET_CONSTANTS).map(([name, value]) => [name, realm.int(value)])),
      error: realm.type("OSError"),
      timeout: realm.type("TimeoutError"),
      has_ipv6: realm.bool(true),
    }),
  });
}
