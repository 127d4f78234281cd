import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "../source-module.js";
import { structSequence } from "../struct-sequence.js";
import { createWaiting } from "../waiting.js";

const FIELDS = "sp_namp sp_pwdp sp_lstchg sp_min sp_max sp_warn sp_inact sp_expire sp_flag".split(" ");

const spwdSource = `
${structSequence("spwd", "struct_spwd", FIELDS, { hidden: ["sp_nam", "sp_pwd"] })}
def record_of(line):
    name, password, *numbers = line.split(':')
    return struct_spwd((name, password, *[int(each) if each else -1 for each in numbers], name, password))

def getspall():
    try:
        with open('/etc/shadow', encoding='utf-8', errors='surrogateescape') as file:
            lines = file.read().split('\\n')
    except OSError:
        return []
    return [record_of(line) for line in lines if line.count(':') == 8]

def getspnam(name):
    if not isinstance(name, str):
        raise TypeError(f'getspnam() argument must be str, not {type(name).__name__}')
    for record in getspall():
        if record[0] == name:
            return record
    import os
    if os.geteuid() != 0:
        raise PermissionError(13, 'Permission denied')
    raise KeyError('getspnam(): name not found')
`;

const cryptSource = `
def crypt(word, salt):
    given = []
    for number, each in enumerate((word, salt), 1):
        if not isinstance(each, str):
            raise TypeError(f'crypt() argument {number} must be str, not {type(each).__name__}')
        if '\\0' in each:
            raise ValueError('embedded null character')
        given.append(each.encode() + b'\\0')
    return crypt_by(*given)
`;

/** The modules `spwd` and `_crypt`: passwords as the system keeps them. */
export function defineShadow(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const { calling } = createWaiting(builtins.library);
  const { bytes } = realm;
  const contentOf = (args: number, index: number): Uint8Array => {
    const word = realm.valueOf(argument(args, index));
    return bytes.toArray(bytes.data(word), bytes.size(word));
  };
  defineSourceModule(builtins, {
    name: "spwd",
    source: spwdSource,
    shows: ["struct_spwd"],
    final: ["struct_spwd"],
    calls: [
      { name: "getspall", parameters: "()" },
      { name: "getspnam", parameters: "(arg, /)" },
    ],
  });
  defineSourceModule(builtins, {
    name: "_crypt",
    source: cryptSource,
    natives: [
      calling("crypt_by", "(word, salt, /)", (system, args) =>
        realm.str(system.plain().crypt(contentOf(args, 0), contentOf(args, 1))),
      ),
    ],
    calls: [{ name: "crypt", parameters: "(word, salt, /)" }],
  });
}
