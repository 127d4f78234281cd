import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { asyncIterator, awaitNext, awaitTop, endAsyncLoop } from "./await.js";
import { makeClosure } from "./closures.js";
import { jumpIf } from "./conditions.js";
import { Unit } from "./unit.js";
import { yieldTop } from "./yields.js";

type Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp;

/**
 * A comprehension is a function of the first iterator, called at once.
 * @param build makes the empty result, `add` puts an element in; null for a generator.
 */
export function compileComprehension(
  unit: Unit,
  node: ast.ListComp | ast.SetComp | ast.GeneratorExp,
  name: string,
  build: string | null,
  add: string | null,
): void {
  callComprehension(unit, node, name, build, (inner, depth) => {
    inner.expression(node.elt);
    if (add !== null) return inner.emit(add, node, depth);
    yieldTop(inner, node);
    inner.emit("pop", node);
  });
}

export function compileDictComprehension(unit: Unit, node: ast.DictComp): void {
  callComprehension(unit, node, "<dictcomp>", "build_map", (inner, depth) => {
    inner.expression(node.key);
    inner.expression(node.value);
    inner.emit("map_add", node, depth);
  });
}

function callComprehension(
  unit: Unit,
  node: Comprehension,
  name: string,
  build: string | null,
  element: (inner: Unit, depth: number) => void,
): void {
  const scope = unit.context.scopeOf(node);
  const isAwaited = scope.isCoroutine && !scope.isGenerator;
  if (isAwaited && !unit.scope.isAsyncFunction && unit.scope.comprehension === null)
    unit.fail(node, "asynchronous comprehension outside of an asynchronous function");
  const inner = new Unit(unit.context, unit, scope, name, unit.className, node.lineno, {
    positional: 1,
    positionalOnly: 0,
    keywordOnly: 0,
    varargs: false,
    varkeywords: false,
  });
  inner.reserveConstant({ kind: "none" });
  if (build !== null) inner.emit(build, node, 0);
  compileLoop(inner, node, 0, element);
  if (build === null) inner.loadNone(null);
  inner.emit("return", build === null ? null : node);
  makeClosure(unit, inner.finish(), 0, node);
  unit.expression(node.generators[0].iter);
  getIterator(unit, node, 0);
  unit.emit("call", node, 1);
  if (isAwaited) awaitTop(unit, "expression", node);
}

/** The loops from number `index` inwards. */
function compileLoop(
  unit: Unit,
  node: Comprehension,
  index: number,
  element: (inner: Unit, depth: number) => void,
): void {
  const generator = node.generators[index];
  const [head, next, end] = [new Label(), new Label(), new Label()];
  if (index === 0) {
    unit.emit("load_local", node, unit.localSlot(".0"));
  } else {
    unit.expression(generator.iter);
    getIterator(unit, node, index);
  }
  unit.place(head);
  const onEnd = generator.is_async === 1 ? awaitNext(unit, node) : null;
  if (onEnd === null) unit.jump("for_iter", end, node);
  unit.expression(generator.target);
  for (const condition of generator.ifs) jumpIf(unit, condition, next, false, node);
  if (index + 1 < node.generators.length) compileLoop(unit, node, index + 1, element);
  // Below the element lie one iterator per loop and the result.
  else element(unit, node.generators.length + 1);
  unit.place(next);
  unit.jump("jump_back", head, node);
  if (onEnd !== null) endAsyncLoop(unit, onEnd, node);
  unit.place(end);
}

function getIterator(unit: Unit, node: Comprehension, index: number): void {
  if (node.generators[index].is_async === 1) asyncIterator(unit, node);
  else unit.emit("get_iter", node);
}
