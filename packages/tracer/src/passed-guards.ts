/// Guards that have passed in a recording: they need not be recorded twice.

import type { CoreName } from "@hotpy/bytecode";
import { FIRST_DYNAMIC_SHAPE } from "@hotpy/object-model";
import type { ValueId } from "@hotpy/trace";

interface Passed {
  readonly op: CoreName;
  readonly immediate: number | undefined;
}

export class PassedGuards {
  /** By value. */
  readonly #passed: (Passed[] | undefined)[] = [];

  has(op: CoreName, id: ValueId, immediate: number | undefined): boolean {
    const passed = this.#passed[id];
    if (passed === undefined) return false;
    for (const one of passed) if (one.op === op && one.immediate === immediate) return true;
    return false;
  }

  add(op: CoreName, id: ValueId, immediate?: number): void {
    const passed = this.#passed[id];
    if (passed === undefined) this.#passed[id] = [{ op, immediate }];
    else passed.push({ op, immediate });
  }

  /** Only instances change their shape; objects with fixed shape ids keep theirs. */
  forgetMutableShapes(): void {
    this.#passed.forEach((passed, id) => {
      if (passed?.some(isMutableShape)) this.#passed[id] = passed.filter((one) => !isMutableShape(one));
    });
  }
}

const isMutableShape = ({ op, immediate }: Passed): boolean =>
  op === "guard_shape" && (immediate as number) >= FIRST_DYNAMIC_SHAPE;
