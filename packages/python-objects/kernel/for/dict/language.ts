/// What Python says about keys of dicts, in this kernel itself: see `kernel/language.ts` of @hotpy/dict.

export { equalsPlain as leafEquals } from "../../equality";
export { dictHash as leafHash } from "../../plain";

export declare function watched(dict: usize, key: usize): void;
