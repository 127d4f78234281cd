/// What the machine for regular expressions says in place of an end: the string does not match, there is no memory, the user has interrupted.

export const SRE_NO_MATCH = -1;
export const SRE_NO_ROOM = -2;
export const SRE_STOPPED = -3;
