/** No such key or entry. */
export const ABSENT = -1;
/** Code of the language raised; the exception is in STATE_PENDING. */
export const RAISED = -2;
/** What functions of the kernel return with nothing done where code of the language must run first. */
export { UNDECIDED } from "@hotpy/object-model";
