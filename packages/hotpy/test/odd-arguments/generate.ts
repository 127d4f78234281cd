import { createRandom } from "@hotpy/object-model/testing";
import { FORMAT_SPECS, HUGE, KEYWORDS, ODD, PERCENT_TEMPLATES, RECEIVERS, STR_FORMATS, USUAL } from "./values.js";

/** One call: an expression that makes the receiver, and one that calls, with the receiver in `r`. */
export interface OddCall {
  readonly receiver: string;
  readonly call: string;
}

/** What can be called: methods by receiver (an expression), and full names of functions and types. */
export interface Callables {
  readonly methods: Readonly<Record<string, readonly string[]>>;
  readonly functions: readonly string[];
}

const BINARY = [
  "+",
  "-",
  "*",
  "/",
  "//",
  "%",
  "|",
  "&",
  "^",
  ">>",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "in",
  "not in",
  "@",
];
const AUGMENTED = ["+", "-", "*", "/", "//", "%", "|", "&", "^", ">>"];
/** What is done with any object. */
export const STATEMENTS: readonly string[] = [
  "-r",
  "+r",
  "~r",
  "not r",
  "bool(r)",
  "str(r)",
  "repr(r)",
  "f'{r}'",
  "f'{r!r:>8}'",
  "loop(r)",
  "[*r]",
  "{*r}",
  "(*r, 1)",
  "{**r}",
  "keywords(**r)",
  "keywords(a=1, **r)",
  "failing(*r)",
  "unpack(r)",
  "unpack_more(r)",
  "raised(r)",
  "caught(r)",
  "managed(r)",
  "r()",
  "r.odd",
  "setattribute(r, 1)",
  "delattr(r, 'odd')",
  "setattr(r, '__class__', int)",
  "r < r",
  "r == r",
  "r + r",
  "r * 2",
  "2 * r",
  "r[0]",
  "r[-1]",
  "r[:]",
  "r[::-1]",
  "type(r)(r)",
  "isinstance(1, r)",
  "issubclass(int, r)",
  "r | None",
  "r.__class__",
  "r.__doc__ and 1",
  "r.__name__",
  "r.__qualname__",
  "r.__cause__",
  "r.__context__",
  "r.__traceback__",
  "r.__suppress_context__",
  "r.args",
  "r.__self__ and 1",
];
/** Work without end, or memory without end, for large numbers: they get small ones only. */
const GROWS =
  /^(math\.)?(pow|comb|perm|factorial|prod|__r?pow__|__r?lshift__|dist|hypot)$|zfill|just|center|expandtabs|__r?i?mul__/;
/** Assigned attributes of exceptions, with their checks. */
const EXCEPTION_ATTRIBUTES = [
  "args",
  "__cause__",
  "__context__",
  "__traceback__",
  "__suppress_context__",
  "__notes__",
  "value",
  "code",
  "name",
  "filename",
  "errno",
  "start",
  "end",
  "object",
];

/** Calls drawn at random, the same for the same seed. */
export function oddCalls({ methods, functions }: Callables, count: number, seed: number): OddCall[] {
  const { next } = createRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)];
  const value = (noHuge: boolean): string => {
    const kind = next();
    return kind < 0.45 ? pick(USUAL) : kind < 0.85 || noHuge ? pick(ODD) : kind < 0.95 ? pick(HUGE) : pick(RECEIVERS);
  };
  function given(name: string): string {
    const draw = next();
    const positional = draw < 0.15 ? 0 : draw < 0.55 ? 1 : draw < 0.8 ? 2 : draw < 0.95 ? 3 : 5;
    const noHuge = GROWS.test(name);
    const list = Array.from({ length: positional }, () => value(noHuge));
    if (next() < 0.2) list.push(`${pick(KEYWORDS)}=${value(noHuge)}`);
    if (next() < 0.02) list.push(`*${value(true)}`);
    if (next() < 0.02) list.push(`**${value(true)}`);
    return list.join(", ");
  }
  const receivers = Object.keys(methods);
  const hashable = (text: string): boolean =>
    !/'|"|object|Plain|failing|for |lambda|len|int|str|type|iter|[A-Z]\w/.test(text);

  function methodCall(): OddCall {
    const receiver = pick(receivers);
    const name = pick(methods[receiver]);
    if (next() < 0.1)
      return {
        receiver: value(true),
        call: `type(${receiver}).${name}(${["r", given(name)].filter((x) => x !== "").join(", ")})`,
      };
    return { receiver, call: `r.${name}(${given(name)})` };
  }
  function functionCall(): OddCall {
    const name = pick(functions);
    if (name === "hash") {
      let argument = value(false);
      while (!hashable(argument)) argument = value(false);
      return { receiver: argument, call: "hash(r)" };
    }
    if (next() < 0.5) return { receiver: "None", call: `${name}(${given(name)})` };
    const more = next() < 0.6 ? "" : `, ${given(name)}`;
    return { receiver: GROWS.test(name) ? value(true) : pick(receivers), call: `${name}(r${more})` };
  }
  function operation(): OddCall {
    const receiver = pick(receivers);
    const draw = next();
    if (draw < 0.3) return { receiver, call: `r ${pick(BINARY)} ${inParentheses(value(true))}` };
    if (draw < 0.4) return { receiver, call: `${inParentheses(value(true))} ${pick(BINARY)} r` };
    if (draw < 0.5) return { receiver, call: `augmented(r, '${pick(AUGMENTED)}', ${value(true)})` };
    if (draw < 0.6) return { receiver, call: `r[${value(false)}]` };
    if (draw < 0.65) return { receiver, call: `r[${slice()}]` };
    if (draw < 0.7) return { receiver, call: `setitem(r, ${value(false)}, ${value(false)})` };
    if (draw < 0.73)
      return { receiver, call: `setitem(r, slice(${value(false)}, ${value(false)}, ${value(false)}), ${value(true)})` };
    if (draw < 0.78) return { receiver, call: `delitem(r, ${value(false)})` };
    if (draw < 0.8) return { receiver, call: `delitem(r, slice(${value(false)}, ${value(false)}, ${value(false)}))` };
    if (draw < 0.84) return { receiver, call: `setattr(r, '${pick(EXCEPTION_ATTRIBUTES)}', ${value(true)})` };
    if (draw < 0.86) return { receiver, call: `delattr(r, '${pick(EXCEPTION_ATTRIBUTES)}')` };
    if (draw < 0.88) return { receiver, call: `r.${pick(EXCEPTION_ATTRIBUTES)}` };
    return { receiver: next() < 0.3 ? value(false) : receiver, call: pick(STATEMENTS) };
  }
  const slice = (): string =>
    Array.from({ length: 2 + Math.floor(next() * 2) }, () => (next() < 0.3 ? "" : value(false))).join(":");
  function formatting(): OddCall {
    const draw = next();
    const receiver = next() < 0.5 ? pick(receivers) : value(false);
    if (draw < 0.4) return { receiver, call: `format(r, '${pick(FORMAT_SPECS)}')` };
    if (draw < 0.7)
      return {
        receiver: `'${pick(PERCENT_TEMPLATES)}'`,
        call: `r % ${inParentheses(next() < 0.3 ? `(${value(false)}, ${value(false)})` : next() < 0.3 ? `{'a': ${value(false)}}` : value(false))}`,
      };
    return { receiver: `'${pick(STR_FORMATS)}'`, call: `r.format(${given("format")})` };
  }
  return Array.from({ length: count }, () => {
    const draw = next();
    return draw < 0.45 ? methodCall() : draw < 0.7 ? functionCall() : draw < 0.9 ? operation() : formatting();
  });
}

function inParentheses(text: string): string {
  return `(${text})`;
}

/** The program that makes the calls, one on each line behind the prelude. */
export function oddProgram(prelude: string, calls: readonly OddCall[], from: number): string {
  const lines = calls
    .slice(from)
    .map(({ receiver, call }, i) => `t(${from + i}, lambda: ${receiver}, lambda r: ${call})`);
  return `${prelude}\n${lines.join("\n")}\n`;
}
