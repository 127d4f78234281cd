/**
 * Takes the declarations of all cases to the top of the function. V8 gives each variable a register of its own, whatever
 * its scope, and with more than 127 registers most of its bytecode doubles in size.
 */
export function hoist(cases: string): { text: string; names: string[] } {
  const names = new Set<string>();
  const text = cases.replace(/\b(?:const|let) ((?:[^;"]|"[^"]*")*)/g, (_, declarators: string) => {
    for (const declarator of splitAtCommas(declarators)) {
      const [name, value] = declarator.split("=");
      if (!/^\s*[a-z]\w*\s*$/i.test(name) || value === undefined)
        throw new SyntaxError(`a text declares something else than numbers: ${declarators}`);
      names.add(name.trim());
    }
    return declarators;
  });
  return { text, names: [...names] };
}

/** Splits declarators at the commas that are not within brackets. */
function splitAtCommas(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if ("([".includes(character)) depth++;
    if (")]".includes(character)) depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
