/// LLVM merges all returns of a function into one block, and then sees no tail call any more in what was `tail call` and `ret`: of targets
/// that say so, CodeGenPrepare copies the return back, of WebAssembly it does not. So this does, in the text of the optimised module.

/** Prefix of the names of calls in tail position. */
export const TAIL = "tailcall";

/** `%tailcall7 = tail call i32 @leave3(...)`, then `br label %common.ret`. */
const merged = new RegExp(`^( +%(${TAIL}[\\w.]*) = .*)\\n +br label %common\\.ret.*$`, "gm");

/** Lets each call in tail position return by itself. */
export function returnWhereCalled(ir: string): string {
  return ir.replace(/^define [\s\S]*?^\}/gm, (fn) => {
    const calls = new Set<string>();
    const parted = fn.replace(merged, (_, call: string, name: string) => {
      calls.add(name);
      return `${call}\n  ret i32 %${name}`;
    });
    return parted.replace(
      /^common\.ret.*\n( +%common\.ret\S* = phi i32 )(.*)\n.*\n/gm,
      (block: string, phi: string, incoming: string) => {
        const pairs = incoming.match(/\[[^\]]*\]/g) ?? [];
        const others = pairs.filter((pair) => !calls.has(/^\[ %([^,]*),/.exec(pair)?.[1] ?? ""));
        return others.length > 0 ? block.replace(phi + incoming, phi + others.join(", ")) : "";
      },
    );
  });
}
