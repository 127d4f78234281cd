import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule, type SourceModule } from "../source-module.js";
import { structSequence } from "../struct-sequence.js";

/** What both modules have: records of files whose lines are columns between colons. */
const common = `
def lines_of(path):
    records = []
    for line in read_accounts(path).split('\\n'):
        if line and line[0] != '#':
            records.append(line.split(':'))
    return records

def check_name(name):
    if not isinstance(name, str):
        raise TypeError(f"argument must be str, not {type(name).__name__}")

def check_id(number, what):
    if not isinstance(number, int):
        raise TypeError(f"{what} should be integer, not {type(number).__name__}")
`;

const passwordSource = `${common}
${structSequence("pwd", "struct_passwd", [
  "pw_name",
  "pw_passwd",
  "pw_uid",
  "pw_gid",
  "pw_gecos",
  "pw_dir",
  "pw_shell",
])}
def getpwall():
    records = []
    for columns in lines_of('/etc/passwd'):
        if len(columns) == 7:
            name, password, uid, gid, *rest = columns
            records.append(struct_passwd((name, password, int(uid), int(gid), *rest)))
    return records

def getpwnam(name):
    check_name(name)
    for record in getpwall():
        if record[0] == name:
            return record
    raise KeyError(f'getpwnam(): name not found: {name!r}')

def getpwuid(uid):
    check_id(uid, 'uid')
    for record in getpwall():
        if record[2] == uid:
            return record
    raise KeyError(f'getpwuid(): uid not found: {uid}')
`;

const groupSource = `${common}
${structSequence("grp", "struct_group", ["gr_name", "gr_passwd", "gr_gid", "gr_mem"])}
def getgrall():
    records = []
    for columns in lines_of('/etc/group'):
        if len(columns) == 4:
            name, password, gid, members = columns
            records.append(struct_group((name, password, int(gid), members.split(',') if members else [])))
    return records

def getgrnam(name):
    check_name(name)
    for record in getgrall():
        if record[0] == name:
            return record
    raise KeyError(f'getgrnam(): name not found: {name!r}')

def getgrgid(gid):
    check_id(gid, 'gid')
    for record in getgrall():
        if record[2] == gid:
            return record
    raise KeyError(f'getgrgid(): gid not found: {gid}')
`;

/** The modules `pwd` and `grp`, of what the files of the system say; where there are none, there is nobody. */
export function defineAccounts(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const define = (name: string, source: string, shows: string, calls: SourceModule["calls"] & {}): void =>
    void defineSourceModule(builtins, {
      name,
      source,
      natives: [
        {
          name: "read_accounts",
          parameters: "(path, /)",
          run: (args) => realm.str(realm.platform.readFile(realm.strings.toJS(argument(args, 0))) ?? ""),
        },
      ],
      shows: [shows],
      final: [shows],
      calls,
    });
  define("pwd", passwordSource, "struct_passwd", [
    { name: "getpwall", parameters: "()" },
    { name: "getpwnam", parameters: "(name, /)" },
    { name: "getpwuid", parameters: "(uidobj, /)" },
  ]);
  define("grp", groupSource, "struct_group", [
    { name: "getgrall", parameters: "()" },
    { name: "getgrnam", parameters: "(name)" },
    { name: "getgrgid", parameters: "(id)" },
  ]);
}
