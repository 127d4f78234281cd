/** No such key or entry. */
export const ABSENT = -1;
/** Code of the language raised; the exception is in STATE_PENDING. */
export const RAISED = -2;
