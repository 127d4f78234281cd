/** Options of {@link generateShield}. */
export interface ShieldOptions {
  /** Name of the exported function. */
  readonly name: string;
  /** Text before the function: imports, among them the type of the VM. */
  readonly header: string;
  readonly vmType: string;
}

/**
 * The one wrapper around all that a loop imports, as TypeScript: a function `(vm, failed) => vm` whose result has the same members, but
 * the functions catch what is thrown in them and return what `failed(error)` does, 0. So no exception of JavaScript crosses the loop's
 * WebAssembly frame, where it would take the loop's registers along.
 *
 * Each function is spelled out: closures of one text would share one feedback, and V8 could inline none of what they call.
 *
 * @param imports functions in TypeScript by name, with their number of parameters. Kernels' are linked as they are, and throw nothing.
 */
export function generateShield(imports: ReadonlyMap<string, number>, { name, header, vmType }: ShieldOptions): string {
  const names = [...imports.keys()].sort();
  const members = names.map((each) => {
    const parameters = "abcdefghij".slice(0, imports.get(each)).split("").join(", ");
    return `    ${each}(${parameters}) {
      try {
        return ${each}(${parameters});
      } catch (error) {
        return failed(error);
      }
    },`;
  });
  return `${header}
/* Generated from the instruction definitions. Do not edit. */

/** The members of \`vm\`, but what the loop imports of them hands over to \`failed\` what is thrown in it. */
export function ${name}(vm: ${vmType}, failed: (error: unknown) => number): ${vmType} {
  const { ${names.join(", ")} } = vm;
  return {
    ...vm,
${members.join("\n")}
  };
}
`;
}
