import { createRandom } from "@hotpy/object-model/testing";
import type { OddCall } from "../odd-arguments/generate.js";
import { STATEMENTS } from "../odd-arguments/generate.js";
import { HUGE, ODD, USUAL } from "../odd-arguments/values.js";
import type { ModuleInventory } from "./inventory.js";
import { isCalled, TAKES_FILES, TAKES_LONG } from "./modules.js";
import { ENDLESS, MODULE_KEYWORDS, MODULE_VALUES } from "./values.js";

const BINARY = ["+", "-", "*", "/", "//", "%", "|", "&", "^", "==", "!=", "<", "<=", ">", ">=", "in", "@"];
/** Statements that take all items of what they are given. */
const TAKES_ALL = /\*|type\(r\)\(r\)|unpack_more/;
/** Small numbers, which are files of the process. */
const MAY_BE_FILE = /^(Index\()?(\d{1,2}|True|False)\)?$|subclass\(int\)|overriding\(int/;

/**
 * Calls drawn at random, the same for the same seed. Functions, types and methods come in turn, in an order of their own for each seed, so that
 * each is called before one is called again.
 */
export function oddModuleCalls({ functions, types, methods }: ModuleInventory, count: number, seed: number): OddCall[] {
  const { next } = createRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)];
  const receivers = [...new Set([...methods.values()].flatMap(({ receivers }) => receivers))];

  function value(path: string): string {
    for (;;) {
      const kind = next();
      const drawn =
        kind < 0.3
          ? pick(USUAL)
          : kind < 0.5
            ? pick(ODD)
            : kind < 0.8
              ? pick(MODULE_VALUES)
              : kind < 0.85
                ? pick(receivers)
                : kind < 0.95 || TAKES_LONG.test(path)
                  ? pick(USUAL)
                  : pick(HUGE);
      if (ENDLESS.test(drawn)) continue;
      if (TAKES_FILES.test(path) && MAY_BE_FILE.test(drawn)) return "4242";
      return drawn;
    }
  }
  function given(path: string): string {
    const draw = next();
    const positional = draw < 0.1 ? 0 : draw < 0.45 ? 1 : draw < 0.75 ? 2 : draw < 0.92 ? 3 : draw < 0.98 ? 4 : 7;
    const list = Array.from({ length: positional }, () => value(path));
    if (next() < 0.2) list.push(`${pick(MODULE_KEYWORDS)}=${value(path)}`);
    if (next() < 0.02) list.push(`**${value(path)}`);
    return list.join(", ");
  }

  type Make = () => OddCall;
  const makers: Make[] = [];
  for (const path of [...functions, ...types]) {
    if (isCalled(path)) makers.push(() => ({ receiver: "None", call: `${path}(${given(path)})` }));
  }
  for (const path of types) {
    makers.push(
      () => ({ receiver: "None", call: `subclass(${path})(${given(path)})` }),
      () => ({ receiver: path, call: pick([`r.__new__(${given(path)})`, `r.__new__(r, ${given(path)})`]) }),
    );
  }
  for (const [path, { receivers, isFunction, name }] of methods) {
    if (!isCalled(path)) continue;
    makers.push(() => {
      const receiver = pick(receivers);
      const draw = next();
      if (!isFunction) {
        return {
          receiver,
          call:
            draw < 0.4 ? `r.${name}` : draw < 0.8 ? `setattr(r, '${name}', ${value(path)})` : `delattr(r, '${name}')`,
        };
      }
      if (draw < 0.08) return { receiver: value(path), call: `type(${receiver}).${name}(r, ${given(path)})` };
      return { receiver, call: `r.${name}(${given(path)})` };
    });
  }
  for (const receiver of receivers) {
    makers.push(() => {
      const draw = next();
      if (draw < 0.25) return { receiver, call: `r ${pick(BINARY)} (${value("")})` };
      if (draw < 0.35) return { receiver, call: `(${value("")}) ${pick(BINARY)} r` };
      if (draw < 0.45) return { receiver, call: `r[${value("")}]` };
      if (draw < 0.5) return { receiver, call: `setitem(r, ${value("")}, ${value("")})` };
      if (draw < 0.55) return { receiver, call: `delitem(r, ${value("")})` };
      if (draw < 0.6)
        return { receiver, call: `setitem(r, slice(${value("")}, ${value("")}, ${value("")}), ${value("")})` };
      const call = pick(STATEMENTS);
      return { receiver, call: ENDLESS.test(receiver) && TAKES_ALL.test(call) ? "loop(r)" : call };
    });
  }
  const calls: OddCall[] = [];
  while (calls.length < count) {
    const order = shuffled(makers, next);
    for (const make of order.slice(0, count - calls.length)) calls.push(make());
  }
  return calls;
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
