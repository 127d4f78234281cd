/// A VM frame. Frames lie one above the other in the stack region of linear memory; the stack grows upwards.
/// All links are byte addresses. Generators' frames are copied in on resume and out on yield.
///
///     frame + 0   previous frame (0: entered from TypeScript)
///           + 4   code object                                 tagged
///           + 8   function (closure, globals)                 tagged
///           + 12  saved ip: byte address in the bytecode. Of a calling frame: the instruction after the call.
///           + 16  saved stack pointer: byte address past the operand stack's top. Valid whenever the frame does
///                 not run, and at safepoints.
///           + 20  depth: how many frames lie below it, 0 for the bottom one                raw
///           + 24  generator whose frame this is, or NULL      tagged
///           + 28  locals (arguments first), cells, operand stack     all tagged
///
/// The depth stands in the frame, and not in a counter, so that nothing has to be counted back when frames are dropped.

export const FRAME_PREVIOUS = 0;
export const FRAME_CODE = 4;
export const FRAME_FUNCTION = 8;
export const FRAME_IP = 12;
export const FRAME_SP = 16;
export const FRAME_DEPTH = 20;
export const FRAME_GENERATOR = 24;
/** First local; also the size of the fixed part in bytes. */
export const FRAME_SLOTS = 28;
