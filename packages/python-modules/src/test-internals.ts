import type { Builtins } from "@hotpy/python-builtins";

/** `_testinternalcapi`: the little of it that CPython's own tests need to know what they run on. */
export function defineTestInternals({ library }: Builtins): void {
  const { realm } = library;
  realm.defineModule({
    name: "_testinternalcapi",
    functions: [
      {
        name: "get_config",
        parameters: "()",
        run() {
          const config = realm.dicts.create();
          // Code has columns, and there is no option that leaves them out.
          realm.dicts.set(config, realm.intern("code_debug_ranges"), realm.int(1));
          return config;
        },
      },
    ],
  });
}
