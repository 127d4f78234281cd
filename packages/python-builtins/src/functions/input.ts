import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "../library.js";
import type { Streams } from "../streams.js";

/** Input from whatever the program has made `sys.stdin` and `sys.stdout`, or by an editor of lines. */
const source = `
def lost(name):
    raise RuntimeError(f'input(): lost sys.{name}')

def stream(name):
    import sys
    found = getattr(sys, name, None)
    return lost(name) if found is None else found

def flush(file):
    try:
        file.flush()
    except Exception:
        pass

def without_newline(line):
    if not isinstance(line, str):
        raise TypeError('object.readline() returned non-string')
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line.endswith('\\n') else line

def input_from(prompts):
    stdin, stdout = stream('stdin'), stream('stdout')
    flush(stream('stderr'))
    for prompt in prompts:
        stdout.write(str(prompt))
    flush(stdout)
    return without_newline(stdin.readline())

def input_edited(prompts, reader):
    flush(stream('stderr'))
    flush(stream('stdout'))
    prompt = ''
    for prompt in prompts:
        prompt = str(prompt)
    return without_newline(reader(prompt))
`;

/** input. */
export function defineInput(library: Library, streams: Streams): void {
  const { realm, argument, withHandles } = library;
  const { handles } = realm;
  const surrogate = realm.defineSurrogates(source);

  /** Whether `sys` has this stream as it was at the start. */
  function isStandard(name: "stdin" | "stdout"): boolean {
    const sys = realm.loadedModule("sys");
    return sys === NULL || realm.findAttribute(sys, realm.intern(name)) === streams[name];
  }

  /** A line of standard input, with a prompt (NULL: none) on standard output. */
  function inputPlainly(given: Word): Word {
    if (given !== NULL) {
      const prompt = realm.toStr(given);
      if (prompt === NULL || !streams.write(streams.stdout, prompt)) return NULL;
    }
    // As in CPython: errors of standard output are reported at the end.
    if (!streams.flush()) realm.clearPending();
    const line = streams.readLine();
    if (line === undefined) return NULL;
    if (line === "") return realm.raise("EOFError", "EOF when reading a line");
    return realm.str(line.endsWith("\n") ? line.slice(0, -1) : line);
  }

  function input(args: Address): Word {
    const isUsual = isStandard("stdin") && isStandard("stdout");
    const prompt = argument(args, 0);
    const isEdited = isUsual && streams.promptReader() !== NULL;
    if (isUsual && !isEdited) return inputPlainly(prompt);
    if (realm.isInTrace()) return realm.retryByInterpreter();
    return withHandles(() => {
      const prompts = handles.push(realm.tuple(prompt === NULL ? [] : [prompt]));
      const callee = surrogate(isEdited ? "input_edited" : "input_from");
      const given = handles.get(prompts);
      return isEdited ? realm.call(callee, given, streams.promptReader()) : realm.call(callee, given);
    });
  }

  realm.defineBuiltin({ name: "input", parameters: "(prompt='', /)", run: input });
}
