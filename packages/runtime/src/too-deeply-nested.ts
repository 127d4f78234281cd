/** The source is nested deeper than parser or compiler can follow; the message is what CPython prints. */
export class TooDeeplyNested extends Error {}
