import type { ModuleDefinition } from "@hotpy/python-objects";

/** What a module consists of. */
export type ModuleContents = Omit<ModuleDefinition, "name">;

/** A module whose types and functions come to be when it is first imported: programs that do not import it pay nothing. `isThere`: whether what it needs of the system is. */
export function lazyModule(name: string, make: () => ModuleContents, isThere?: () => boolean): ModuleDefinition {
  let made: ModuleContents | undefined;
  const contents = (): ModuleContents => {
    made ??= make();
    return made;
  };
  return {
    name,
    get functions() {
      return contents().functions ?? [];
    },
    attributes: () => contents().attributes?.() ?? {},
    get doc() {
      return contents().doc;
    },
    ...(isThere === undefined ? {} : { isThere }),
  };
}
