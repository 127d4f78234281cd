import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { LIST_CONTENTS, type NativeDefinition, type NativeEffects } from "@hotpy/python-objects";

const CHANGES_POSITIONS: NativeEffects = { reads: LIST_CONTENTS, writes: LIST_CONTENTS };

/** What the iterators over choices (`permutations`, `product` and so on) do in each step, for their source. */
export function choiceNatives({ memory, heap, pythonKernel: kernel }: Library["realm"]): NativeDefinition[] {
  const { i32 } = memory;

  const native = (
    name: string,
    parameters: string,
    count: number,
    step: (...args: number[]) => Word,
  ): NativeDefinition => ({
    name,
    parameters,
    effects: CHANGES_POSITIONS,
    kernel: { [count]: step },
    run(args) {
      const words = Array.from({ length: count }, (_, index) => i32[(args >>> 2) + index]);
      return step(...words) || heap.exhausted();
    },
  });

  return [
    native("first_choice", "(pool, positions, count, /)", 3, kernel.firstChoice),
    native("next_combination", "(pool, positions, /)", 2, kernel.nextCombination),
    native("next_combination_again", "(pool, positions, /)", 2, kernel.nextCombinationAgain),
    native("next_permutation", "(pool, positions, cycles, /)", 3, kernel.nextPermutation),
    native("next_product", "(pools, positions, result, /)", 3, kernel.nextProduct),
  ];
}
