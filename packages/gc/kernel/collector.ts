/// What the kernel calls.

/** Takes another chunk for an object of `bytes`, and opens it; `filled` is the end of the objects in the present one. */
export declare function nextChunk(filled: usize, bytes: usize): void;
/** A condemned large object is referred to. */
export declare function reach(object: usize): void;
