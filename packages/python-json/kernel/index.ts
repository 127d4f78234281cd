export { encodeJson } from "./encode";
export { quoteJson } from "./quote";
export { scanEnd, scanFault, scanJson, scanString } from "./scan";
