/** Text macros of instruction definitions: `NAME` or `NAME(a, b)` replaced by text in which `$1`, `$2` are the arguments. */
export type Macros = Readonly<Record<string, string>>;

/**
 * Expands macros, also in their arguments and results, until none is left.
 *
 * @throws {SyntaxError} where a macro has more or fewer arguments than it takes
 */
export function expandMacros(text: string, macros: Macros): string {
  let result = "";
  let position = 0;
  for (const match of text.matchAll(/\b[A-Z][A-Z_0-9]*\b/g)) {
    const name = match[0];
    if (match.index < position || !Object.hasOwn(macros, name)) continue;
    result += text.slice(position, match.index);
    position = match.index + name.length;
    const body = macros[name];
    if (text[position] === "(" && body.includes("$")) {
      const { args, end } = parseArguments(text, position);
      const wanted = Math.max(...[...body.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit)));
      if (args.length !== wanted)
        throw new SyntaxError(`${name} takes ${wanted} arguments: ${text.slice(match.index, end)}`);
      position = end;
      result += expandMacros(
        body.replace(/\$(\d)/g, (_, digit: string) => args[Number(digit) - 1] ?? ""),
        macros,
      );
    } else {
      result += expandMacros(body, macros);
    }
  }
  return result + text.slice(position);
}

/** Arguments between balanced brackets, split at the commas of the outer level. */
function parseArguments(text: string, open: number): { args: string[]; end: number } {
  const args: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = open; i < text.length; i++) {
    const character = text[i];
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    if (depth === 0 || (depth === 1 && character === ",")) {
      args.push(text.slice(start, i).trim());
      start = i + 1;
      if (depth === 0) return { args, end: i + 1 };
    }
  }
  throw new SyntaxError(`unbalanced brackets after a macro: ${text.slice(open, open + 40)}`);
}
