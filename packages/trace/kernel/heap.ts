/** Memory for an object, 8-aligned and not zeroed, past the bump chunk: takes another one. Never fails and never collects. */
export declare function allocateUrgent(bytes: usize): usize;
