/** What this package uses of the WebAssembly Binary Toolkit, which brings no declarations of its own. */
declare module "wabt" {
  interface WabtModule {
    validate(): void;
    toBinary(options: { readonly write_debug_names?: boolean }): { readonly buffer: Uint8Array };
    destroy(): void;
  }
  interface Wabt {
    parseWat(file: string, text: string): WabtModule;
  }
  export default function createWabt(): Promise<Wabt>;
}
