import { fileURLToPath } from "node:url";
import { buildKernels } from "./kernels.js";

/** Tests run from source: the kernels are the one thing that must be built for them. */
export default () => buildKernels(fileURLToPath(new URL("../../..", import.meta.url)));
