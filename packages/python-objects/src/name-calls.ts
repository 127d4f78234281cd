/** A host as a network knows it. */
export interface HostEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly Uint8Array[];
}

/** Names of hosts, services, protocols and network interfaces. Undefined: there is none. */
export interface NameCalls {
  /** The host of an address of 4 or 16 bytes. Waits for the network. */
  host(address: Uint8Array, family: number): HostEntry | undefined;
  /** Host and service of C's `sockaddr`. @throws SystemFault with getaddrinfo's negative number */
  ofAddress(address: Uint8Array, flags: number): readonly [host: string, service: string];
  /** The number of a protocol. */
  protocol(name: string): number | undefined;
  service(port: number, protocol: string | undefined): string | undefined;
  /** The port of a service. */
  port(service: string, protocol: string | undefined): number | undefined;
  /** The number of an interface. @throws SystemFault */
  interfaceNumber(name: string): number;
  interfaceName(number: number): string;
  interfaces(): readonly (readonly [number: number, name: string])[];
  /** @throws SystemFault */
  setHostName(name: string): void;
}
