/// Results of functions of complex numbers with an infinite part or one that is no number, as the C99 standard has them (its annex G): taken
/// from CPython.

/** Real and imaginary part of a result; null: another text computes it, or it is a domain error. */
export type SpecialValue = readonly [real: number, imag: number] | null;

const { PI } = Math;
const { NaN } = Number;

type Row = readonly SpecialValue[];
/** By kind of the real part, then of the imaginary one: -infinity, negative, -0, 0, positive, infinity, no number. */
type Table = readonly Row[];

/* ---- rows, of one kind of real part, that several functions share ---- */

const FINITE: Row = [null, null, null, null, null, null, [NaN, NaN]];
const UPRIGHT: Row = [[Infinity, -PI / 2], null, null, null, null, [Infinity, PI / 2], [NaN, NaN]];
const LEVEL: Row = [
  [Infinity, -PI / 4],
  [Infinity, -0],
  [Infinity, -0],
  [Infinity, 0],
  [Infinity, 0],
  [Infinity, PI / 4],
  [Infinity, NaN],
];
const NO_NUMBER: Row = [
  [NaN, NaN],
  [NaN, NaN],
  [NaN, 0],
  [NaN, 0],
  [NaN, NaN],
  [NaN, NaN],
  [NaN, NaN],
];
const NO_NUMBER_SIGNED: Row = [
  [NaN, NaN],
  [NaN, NaN],
  [NaN, -0],
  [NaN, 0],
  [NaN, NaN],
  [NaN, NaN],
  [NaN, NaN],
];
const GROWING: Row = [
  null,
  [-Infinity, -Infinity],
  [Infinity, -0],
  [Infinity, 0],
  [-Infinity, Infinity],
  null,
  [Infinity, NaN],
];
const ACOS_FINITE: Row = [[PI / 2, Infinity], null, null, null, null, [PI / 2, -Infinity], [NaN, NaN]];
const ACOS_ZERO: Row = [[PI / 2, Infinity], null, null, null, null, [PI / 2, -Infinity], [PI / 2, NaN]];

const LOGARITHM: Table = [
  [
    [Infinity, -0.75 * PI],
    [Infinity, -PI],
    [Infinity, -PI],
    [Infinity, PI],
    [Infinity, PI],
    [Infinity, 0.75 * PI],
    [Infinity, NaN],
  ],
  UPRIGHT,
  UPRIGHT,
  UPRIGHT,
  UPRIGHT,
  LEVEL,
  [
    [Infinity, NaN],
    [NaN, NaN],
    [NaN, NaN],
    [NaN, NaN],
    [NaN, NaN],
    [Infinity, NaN],
    [NaN, NaN],
  ],
];

export const SPECIAL_VALUES: Readonly<Record<string, Table>> = {
  acos: [
    [
      [0.75 * PI, Infinity],
      [PI, Infinity],
      [PI, Infinity],
      [PI, -Infinity],
      [PI, -Infinity],
      [0.75 * PI, -Infinity],
      [NaN, Infinity],
    ],
    ACOS_FINITE,
    ACOS_ZERO,
    ACOS_ZERO,
    ACOS_FINITE,
    [
      [PI / 4, Infinity],
      [0, Infinity],
      [0, Infinity],
      [0, -Infinity],
      [0, -Infinity],
      [PI / 4, -Infinity],
      [NaN, Infinity],
    ],
    [
      [NaN, Infinity],
      [NaN, NaN],
      [NaN, NaN],
      [NaN, NaN],
      [NaN, NaN],
      [NaN, -Infinity],
      [NaN, NaN],
    ],
  ],
  acosh: LOGARITHM,
  asinh: [
    [
      [-Infinity, -PI / 4],
      [-Infinity, -0],
      [-Infinity, -0],
      [-Infinity, 0],
      [-Infinity, 0],
      [-Infinity, PI / 4],
      [-Infinity, NaN],
    ],
    [[-Infinity, -PI / 2], null, null, null, null, [-Infinity, PI / 2], [NaN, NaN]],
    [[-Infinity, -PI / 2], null, null, null, null, [-Infinity, PI / 2], [NaN, NaN]],
    UPRIGHT,
    UPRIGHT,
    LEVEL,
    [
      [Infinity, NaN],
      [NaN, NaN],
      [NaN, -0],
      [NaN, 0],
      [NaN, NaN],
      [Infinity, NaN],
      [NaN, NaN],
    ],
  ],
  atanh: [
    [
      [-0, -PI / 2],
      [-0, -PI / 2],
      [-0, -PI / 2],
      [-0, PI / 2],
      [-0, PI / 2],
      [-0, PI / 2],
      [-0, NaN],
    ],
    [[-0, -PI / 2], null, null, null, null, [-0, PI / 2], [NaN, NaN]],
    [[-0, -PI / 2], null, null, null, null, [-0, PI / 2], [-0, NaN]],
    [[0, -PI / 2], null, null, null, null, [0, PI / 2], [0, NaN]],
    [[0, -PI / 2], null, null, null, null, [0, PI / 2], [NaN, NaN]],
    [
      [0, -PI / 2],
      [0, -PI / 2],
      [0, -PI / 2],
      [0, PI / 2],
      [0, PI / 2],
      [0, PI / 2],
      [0, NaN],
    ],
    [
      [0, -PI / 2],
      [NaN, NaN],
      [NaN, NaN],
      [NaN, NaN],
      [NaN, NaN],
      [0, PI / 2],
      [NaN, NaN],
    ],
  ],
  cosh: [
    [null, [-Infinity, Infinity], [Infinity, 0], [Infinity, -0], [-Infinity, -Infinity], null, [Infinity, NaN]],
    FINITE,
    [null, null, null, null, null, null, [NaN, 0]],
    [null, null, null, null, null, null, [NaN, 0]],
    FINITE,
    GROWING,
    NO_NUMBER,
  ],
  exp: [
    [
      [0, 0],
      [-0, -0],
      [0, -0],
      [0, 0],
      [-0, 0],
      [0, 0],
      [0, 0],
    ],
    FINITE,
    FINITE,
    FINITE,
    FINITE,
    GROWING,
    NO_NUMBER_SIGNED,
  ],
  log: LOGARITHM,
  sinh: [
    [null, [Infinity, -Infinity], [-Infinity, -0], [-Infinity, 0], [Infinity, Infinity], null, [Infinity, NaN]],
    FINITE,
    [null, null, null, null, null, null, [0, NaN]],
    [null, null, null, null, null, null, [0, NaN]],
    FINITE,
    GROWING,
    NO_NUMBER_SIGNED,
  ],
  sqrt: [
    [
      [Infinity, -Infinity],
      [0, -Infinity],
      [0, -Infinity],
      [0, Infinity],
      [0, Infinity],
      [Infinity, Infinity],
      [NaN, Infinity],
    ],
    [[Infinity, -Infinity], null, null, null, null, [Infinity, Infinity], [NaN, NaN]],
    [[Infinity, -Infinity], null, null, null, null, [Infinity, Infinity], [NaN, NaN]],
    [[Infinity, -Infinity], null, null, null, null, [Infinity, Infinity], [NaN, NaN]],
    [[Infinity, -Infinity], null, null, null, null, [Infinity, Infinity], [NaN, NaN]],
    [
      [Infinity, -Infinity],
      [Infinity, -0],
      [Infinity, -0],
      [Infinity, 0],
      [Infinity, 0],
      [Infinity, Infinity],
      [Infinity, NaN],
    ],
    [
      [Infinity, -Infinity],
      [NaN, NaN],
      [NaN, NaN],
      [NaN, NaN],
      [NaN, NaN],
      [Infinity, Infinity],
      [NaN, NaN],
    ],
  ],
  tanh: [
    [
      [-1, 0],
      [-1, 0],
      [-1, -0],
      [-1, 0],
      [-1, -0],
      [-1, 0],
      [-1, 0],
    ],
    FINITE,
    FINITE,
    FINITE,
    FINITE,
    [
      [1, 0],
      [1, 0],
      [1, -0],
      [1, 0],
      [1, -0],
      [1, 0],
      [1, 0],
    ],
    NO_NUMBER_SIGNED,
  ],
  rect: [
    [null, [Infinity, Infinity], [-Infinity, 0], [-Infinity, -0], [Infinity, -Infinity], null, [Infinity, NaN]],
    FINITE,
    [[0, 0], null, null, null, null, [0, 0], [0, 0]],
    [[0, 0], null, null, null, null, [0, 0], [0, 0]],
    FINITE,
    GROWING,
    NO_NUMBER,
  ],
};
