import type { Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { numberAttributes } from "../number-attributes.js";
import { ERROR_TEXTS } from "../posix/error-texts.js";
import { createSystem } from "../posix/system.js";
import { defineSourceModule } from "../source-module.js";
import { createWaiting, WAITING_SOURCE } from "../waiting.js";
import { SOCKET_CONSTANTS } from "./constants.js";
import { namesSource } from "./names-source.js";
import { socketSource } from "./source.js";

/** A function that says of wrong arguments what CPython's older parser of them says. */
const parsed = (name: string, parameters: string) => ({ name, parameters, wording: "parse" as const });

/** The module `_socket`. Sockets never block the host's thread: its source waits for them as threads wait. */
export function defineSocket(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument, numberArgument } = library;
  const { none, bytes } = realm;
  const { calling, natives: waiting } = createWaiting(library);
  const { contentOf, guarded } = createSystem(library);
  const text = (word: Word): string | undefined =>
    word === none ? undefined : realm.strings.toJS(realm.valueOf(word));
  const pair = (a: number, b: number): Word => realm.tuple([realm.int(a), realm.int(b)]);

  const natives: NativeDefinition[] = [
    calling("sys_socket", "(family, type, proto, /)", (system, args) =>
      realm.int(system.socket(numberArgument(args, 0), numberArgument(args, 1), numberArgument(args, 2))),
    ),
    calling("sys_socket_pair", "(family, type, proto, /)", (system, args) =>
      pair(...system.socketPair(numberArgument(args, 0), numberArgument(args, 1), numberArgument(args, 2))),
    ),
    calling("sys_bind", "(fd, address, /)", (system, args) => {
      system.bind(numberArgument(args, 0), contentOf(argument(args, 1)));
      return none;
    }),
    calling("sys_connect", "(fd, address, /)", (system, args) => {
      system.connect(numberArgument(args, 0), contentOf(argument(args, 1)));
      return none;
    }),
    calling("sys_listen", "(fd, backlog, /)", (system, args) => {
      system.listen(numberArgument(args, 0), numberArgument(args, 1));
      return none;
    }),
    calling("sys_accept", "(fd, /)", (system, args) => {
      const { descriptor, address } = system.accept(numberArgument(args, 0));
      return realm.tuple([realm.int(descriptor), bytes.fromArray(address)]);
    }),
    calling("sys_receive", "(fd, size, flags, /)", (system, args) => {
      const buffer = new Uint8Array(numberArgument(args, 1));
      const { count, address } = system.receive(numberArgument(args, 0), buffer, numberArgument(args, 2));
      return realm.tuple([bytes.fromArray(buffer.subarray(0, count)), bytes.fromArray(address)]);
    }),
    calling("sys_send", "(fd, data, flags, address, /)", (system, args) => {
      const address = argument(args, 3) === none ? undefined : contentOf(argument(args, 3));
      return realm.int(
        system.send(numberArgument(args, 0), contentOf(argument(args, 1)), numberArgument(args, 2), address),
      );
    }),
    calling("sys_shutdown", "(fd, how, /)", (system, args) => {
      system.shutdown(numberArgument(args, 0), numberArgument(args, 1));
      return none;
    }),
    calling("sys_local_address", "(fd, /)", (system, args) =>
      bytes.fromArray(system.localAddress(numberArgument(args, 0))),
    ),
    calling("sys_peer_address", "(fd, /)", (system, args) =>
      bytes.fromArray(system.peerAddress(numberArgument(args, 0))),
    ),
    calling("sys_option", "(fd, level, name, size, /)", (system, args) =>
      bytes.fromArray(
        system.option(
          numberArgument(args, 0),
          numberArgument(args, 1),
          numberArgument(args, 2),
          numberArgument(args, 3),
        ),
      ),
    ),
    calling("sys_set_option", "(fd, level, name, value, /)", (system, args) => {
      system.setOption(
        numberArgument(args, 0),
        numberArgument(args, 1),
        numberArgument(args, 2),
        contentOf(argument(args, 3)),
      );
      return none;
    }),
    calling("sys_duplicate", "(fd, /)", (system, args) => realm.int(system.duplicate(numberArgument(args, 0)))),
    calling("sys_block", "(fd, blocks, /)", (system, args) => {
      system.setBlocking(numberArgument(args, 0), realm.truth(argument(args, 1)) === 1);
      return none;
    }),
    calling("sys_addresses", "(host, service, family, type, protocol, flags, /)", (system, args) => {
      const [family, type, protocol, flags] = [2, 3, 4, 5].map((index) => numberArgument(args, index));
      const hints = { family, type, protocol, flags };
      const found = system.addresses(text(argument(args, 0)), text(argument(args, 1)), hints);
      return realm.list(
        found.map((each) =>
          realm.tuple([
            ...[each.family, each.type, each.protocol].map(realm.int),
            realm.str(each.name),
            bytes.fromArray(each.address),
          ]),
        ),
      );
    }),
    calling("sys_host", "(address, family, /)", (system, args) => {
      const found = system.names().host(contentOf(argument(args, 0)), numberArgument(args, 1));
      if (found === undefined) return none;
      const { name, aliases, addresses } = found;
      return realm.tuple([
        realm.str(name),
        realm.list(aliases.map(realm.str)),
        realm.list(addresses.map(bytes.fromArray)),
      ]);
    }),
    calling("sys_names", "(address, flags, /)", (system, args) =>
      realm.tuple(
        system
          .names()
          .ofAddress(contentOf(argument(args, 0)), numberArgument(args, 1))
          .map(realm.str),
      ),
    ),
    calling("sys_protocol", "(name, /)", (system, args) => {
      const found = system.names().protocol(text(argument(args, 0)) ?? "");
      return found === undefined ? none : realm.int(found);
    }),
    calling("sys_service", "(port, protocol, /)", (system, args) => {
      const found = system.names().service(numberArgument(args, 0), text(argument(args, 1)));
      return found === undefined ? none : realm.str(found);
    }),
    calling("sys_port", "(service, protocol, /)", (system, args) => {
      const found = system.names().port(text(argument(args, 0)) ?? "", text(argument(args, 1)));
      return found === undefined ? none : realm.int(found);
    }),
    calling("sys_interface_number", "(name, /)", (system, args) =>
      realm.int(system.names().interfaceNumber(text(argument(args, 0)) ?? "")),
    ),
    calling("sys_interface_name", "(number, /)", (system, args) =>
      realm.str(system.names().interfaceName(numberArgument(args, 0))),
    ),
    calling("sys_interfaces", "()", (system) =>
      realm.list(
        system
          .names()
          .interfaces()
          .map(([index, name]) => realm.tuple([realm.int(index), realm.str(name)])),
      ),
    ),
    calling("sys_set_host_name", "(name, /)", (system, args) => {
      system.names().setHostName(text(argument(args, 0)) ?? "");
      return none;
    }),
    {
      name: "sys_close",
      parameters: "(fd, /)",
      leaf: false,
      run: (args) =>
        guarded((files) => {
          files.close(numberArgument(args, 0));
          return none;
        }),
    },
    {
      name: "strerror",
      parameters: "(code, /)",
      run: (args) => realm.str(ERROR_TEXTS.get(numberArgument(args, 0)) ?? `Unknown error ${numberArgument(args, 0)}`),
    },
    {
      name: "missing",
      parameters: "(what, /)",
      run: (args) => realm.notImplemented(realm.strings.toJS(argument(args, 0))),
    },
  ];

  defineSourceModule(builtins, {
    name: "_socket",
    source: `${socketSource}${namesSource}${WAITING_SOURCE}`,
    natives: [...natives, ...waiting],
    shows: ["herror", "gaierror", "socket", "SocketType=socket"],
    functions: [calling("gethostname", "()", (system) => realm.str(system.hostName()))],
    calls: [
      { name: "getdefaulttimeout", parameters: "()" },
      { name: "setdefaulttimeout", parameters: "(timeout, /)" },
      ...["htons", "ntohs"].map((name) => parsed(name, "(x, /)")),
      ...["htonl", "ntohl"].map((name) => ({ name, parameters: "(x, /)" })),
      parsed("inet_aton", "(ip_addr, /)"),
      parsed("inet_ntoa", "(packed_ip, /)"),
      parsed("inet_pton", "(address_family, ip_string, /)"),
      parsed("inet_ntop", "(address_family, packed_ip, /)"),
      parsed("CMSG_LEN", "(length, /)"),
      parsed("CMSG_SPACE", "(length, /)"),
      { name: "getaddrinfo", parameters: "(host, port, family=0, type=0, proto=0, flags=0)" },
      parsed("gethostbyname", "(hostname, /)"),
      parsed("gethostbyname_ex", "(hostname, /)"),
      parsed("getnameinfo", "(sockaddr, flags, /)"),
      parsed("gethostbyaddr", "(ip_address, /)"),
      parsed("getprotobyname", "(name, /)"),
      parsed("getservbyport", "(port, protocolname=None, /)"),
      parsed("if_nametoindex", "(if_name, /)"),
      { name: "if_indextoname", parameters: "(if_index, /)" },
      { name: "if_nameindex", parameters: "()" },
      parsed("sethostname", "(name, /)"),
      parsed("getservbyname", "(servicename, protocolname=None, /)"),
      parsed("socketpair", "(family=None, type=None, proto=None, /)"),
      { name: "dup", parameters: "(fd, /)" },
      { name: "close", parameters: "(fd, /)" },
    ],
    attributes: () => ({
      ...numberAttributes(realm, SOCKET_CONSTANTS),
      error: realm.type("OSError"),
      timeout: realm.type("TimeoutError"),
      has_ipv6: realm.bool(true),
    }),
  });
}
