export { begin, open, scanImmortals, scanObject, scanObjects, scanToTop, takeCopied, top, visit } from "./evacuation";
