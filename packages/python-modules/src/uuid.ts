import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "./number-attributes.js";
import { defineSourceModule } from "./source-module.js";

/** As libuuid makes them: the time in 100 nanoseconds since 1582, a number of the clock drawn once, the address of a network interface or a number drawn once. */
const source = `
class Clock:
    last = 0
    sequence = None
    node = None

def node_of():
    import posix
    try:
        for name in sorted(posix.listdir('/sys/class/net')):
            with open(f'/sys/class/net/{name}/address') as file:
                address = bytes.fromhex(file.read().strip().replace(':', ''))
            if len(address) == 6 and any(address):
                return address
    except (OSError, ValueError):
        pass
    drawn = bytearray(posix.urandom(6))
    drawn[0] |= 1
    return bytes(drawn)

def generate_time_safe():
    import time, posix
    if Clock.sequence is None:
        Clock.sequence = int.from_bytes(posix.urandom(2), 'big') & 0x3fff | 0x8000
        Clock.node = node_of()
    now = max(time.time_ns() // 100 + 0x01b21dd213814000, Clock.last + 1)
    Clock.last = now
    parts = (now & 0xffffffff).to_bytes(4, 'big'), (now >> 32 & 0xffff).to_bytes(2, 'big'), (now >> 48 & 0xfff | 0x1000).to_bytes(2, 'big')
    return b''.join(parts) + Clock.sequence.to_bytes(2, 'big') + Clock.node, -1
`;

/** The module `_uuid`. */
export function defineUuid(builtins: Builtins): void {
  const { realm } = builtins.library;
  defineSourceModule(builtins, {
    name: "_uuid",
    source,
    calls: [{ name: "generate_time_safe", parameters: "()" }],
    attributes: () => numberAttributes(realm, { has_uuid_generate_time_safe: 1 }),
  });
}
