/// What a kernel makes of a call of a builtin type, for the commonest arguments; see kernel/constructs.ts. Each is a value of `makes` in the
/// definition of a type's call.

export const MAKES_BOOL = 1;
export const MAKES_INT = 2;
export const MAKES_FLOAT = 3;
export const MAKES_STR = 4;
export const MAKES_LIST = 5;
export const MAKES_TUPLE = 6;
export const MAKES_SET = 7;
export const MAKES_DICT = 8;
export const MAKES_RANGE = 9;
export const MAKES_BYTES = 10;
/** Iterators around a generator (adjacent): of a class that refines one of them, calls are the type's function's. */
export const MAKES_ENUMERATE = 11;
export const MAKES_FILTER = 12;
export const MAKES_MAP = 13;
export const MAKES_ZIP = 14;

/** `super()` without arguments; its recipe is the shape alone. */
export const MAKES_SUPER = 15;
/** `type(object)`. */
export const MAKES_TYPE = 16;
/** Of a class that refines a builtin type: a value of that type, and what carries it. */
export const MAKES_CARRIER = 17;
/** An exception, with its arguments as a tuple: the loop makes it where nothing else is to be done or a function initialises it; see `notePlain`. */
export const MAKES_EXCEPTION = 18;

/** `reversed` of a list. */
export const MAKES_REVERSED = 19;

/** Another iterator around a generator, which a kernel does not make. All that follow are such iterators too. */
export const MAKES_WRAPPER = 20;
/** Iterators of `itertools`; see kernel/itertools-calls.ts. */
export const MAKES_CHAIN = 21;
export const MAKES_SLICE = 22;
export const MAKES_ACCUMULATE = 23;
export const MAKES_COMBINATIONS = 24;
export const MAKES_PERMUTATIONS = 25;
export const MAKES_PRODUCT = 26;
export const MAKES_GROUPBY = 27;
export const MAKES_COUNT = 28;
export const MAKES_REPEAT = 29;
/** Of one iterable, and of a function or other first argument and an iterable. */
export const MAKES_OVER_ONE = 30;
export const MAKES_OVER_SECOND = 31;
/** `zip_longest` without a value to fill with. */
export const MAKES_LONGEST = 32;

/**
 * What the kernel must know to make iterators around a generator, in a tuple in TYPE_INITIALISER of their type: their shape, a small integer, then
 * the functions, None until they are compiled, of which the generators are.
 */
export const RECIPE_SHAPE = 0;
export const RECIPE_ENUMERATE = 1;
/** Of None or bool, and of another function. */
export const RECIPE_FILTER_TRUE = 1;
export const RECIPE_FILTER_BY = 2;
/** Of one iterable; that of two comes behind. */
export const RECIPE_MAP = 1;
/** Of one iterable; those of two and of three come behind. */
export const RECIPE_ZIP = 1;
/** Most iterables of a zip that has a function of its own. */
export const MOST_TOGETHER = 3;
/** Of more. */
export const RECIPE_ZIP_MANY = 4;
/** Functions in a recipe. */
export const RECIPE_FUNCTIONS = 4;
/** Of `itertools`: the function of the generator. Of a second one, if the type has two; of `groupby` what makes a group. */
export const RECIPE_FIRST = 1;
export const RECIPE_SECOND = 2;

/** In TYPE_CALL_BYTES, of a class whose call is one of its `__new__`, written in Python, which TYPE_INITIALISER is then. */
export const CALLS_NEW = 0;
