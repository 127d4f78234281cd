import type { ComplexDefinition } from "@hotpy/bytecode";
import { FRAME_PREVIOUS, FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import { STATE_FRAME, STATE_HANDLED } from "@hotpy/memory";
import {
  GENERATOR_HANDLED,
  GENERATOR_IP,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
  SHAPE_GENERATOR,
  UNDECIDED,
} from "@hotpy/object-model";
import { define } from "./define.js";
import { resumeGenerator } from "./resume-generator.js";

/// See `generators.ts` of `@hotpy/python-objects` for what the fields of a running generator mean.

const popFrame = `
  fp = i32[fp + ${FRAME_PREVIOUS >>> 2}] >>> 2;
  i32[${STATE_FRAME >>> 2}] = fp << 2;`;

export const generatorInstructions: readonly ComplexDefinition[] = [
  define(
    "make_generator",
    "none",
    "--",
    "Start of a generator function: makes the generator from this frame and returns it",
    {
      code: `
      const made = newGenerator(fp << 2, NEXT_IP << 2, sp << 2);
      if (made !== ${UNDECIDED}) RETURN(made)
      SAVE
      CHECK(createGenerator())
      RETURN(result)`,
    },
  ),
  // By itself it could not tell a handled exception from that of the resumer: the same one may have been thrown in.
  define(
    "yield_value",
    "flags",
    "v -- sent",
    "Suspends the generator; the value sent is pushed on resumption; 1: in a handler",
    {
      code: `
      const v = POP();
      const generator = GENERATOR_OF_FRAME;
      let to = (generator + ${GENERATOR_SLOTS}) >>> 2;
      const slots = fp + ${FRAME_SLOTS >>> 2};
      for (let i = slots; i < sp; i++) i32[to++] = i32[i];
      // What it has used more of before would be kept alive.
      const end = ((generator + ${GENERATOR_SLOTS}) >>> 2) + FIELD(generator, ${GENERATOR_USED});
      while (to < end) i32[to++] = 0;
      FIELD(generator, ${GENERATOR_USED}) = sp - slots;
      FIELD(generator, ${GENERATOR_IP}) = NEXT_IP << 2;
      FIELD(generator, ${GENERATOR_STATE}) = ${GENERATOR_SUSPENDED};
      const resumers = FIELD(generator, ${GENERATOR_HANDLED});
      const handled = i32[${STATE_HANDLED >>> 2}];
      FIELD(generator, ${GENERATOR_HANDLED}) = ARG !== 0 ? handled : 0;
      i32[${STATE_HANDLED >>> 2}] = resumers;
      BARRIER(generator)
      RETURN(v)`,
    },
  ),
  define("return_generator", "none", "v --", "`return` in a generator: its iteration ends", {
    specialises: "return",
    terminal: true,
    code: `
      const v = POP();
      const generator = GENERATOR_OF_FRAME;
      if (generator === 0) RETURN(v)
      const mode = FIELD(generator, ${GENERATOR_IP});
      i32[${STATE_HANDLED >>> 2}] = FIELD(generator, ${GENERATOR_HANDLED});
      FIELD(generator, ${GENERATOR_HANDLED}) = 0;
      if (closeGenerator(generator, fp << 2) === 0) {
        SAVE
        endGenerator(generator);
      }
      ${popFrame}
      if (mode === 0) { stopIteration(v); RAISE }
      sp = i32[fp + ${FRAME_SP >>> 2}] >>> 2;
      if ((mode & 1) !== 0) TOP(1) = v; else DROP(1);
      ip = ((mode & -2) << 1) >>> 2;
      GOTO`,
  }),
  define("get_yield_from", "none", "o -- it", "Iterator of `yield from`", {
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o) && SHAPE(o) === ${SHAPE_GENERATOR}) NEXT
      DROP(1);
      SAVE
      RESULT(delegate(o))`,
  }),
  define(
    "send",
    "jump",
    "it v -- it y",
    "Sends v to the iterator; if it has finished, pops it, pushes its result and jumps",
    {
      jumpPops: 2,
      jumpPushes: 1,
      code: `
      const v = POP(), it = TOP(1);
      if (SHAPE(it) === ${SHAPE_GENERATOR}) {
        ${resumeGenerator({ generator: "it", sent: "v", mode: "((ip + ARG) << 1) | 1", base: "sp", after: "NEXT_IP" })}
      }
      SAVE
      RESULT(sendTo(it, v, ip + ARG))`,
    },
  ),
];
