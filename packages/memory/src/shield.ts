/// The wrapper around all functions in TypeScript that WebAssembly imports.

/** Takes what a function has thrown; what it returns is the function's result. */
export type Failed<R = number> = (error: unknown) => R;

/**
 * The same function, but what is thrown in it goes to `failed`: no exception of JavaScript may cross a frame of WebAssembly, which would
 * lose its registers. A function that another WebAssembly instance exports is not for this: it throws nothing, and is faster as it is.
 *
 * @param parameters how many there are. Up to five are written out, as a rest parameter costs an array at each call.
 */
export function shield<R>(
  run: (...args: never[]) => R,
  parameters: number,
  failed: Failed<R>,
): (...args: never[]) => R {
  switch (parameters) {
    case 0: {
      const call = run as () => R;
      return () => {
        try {
          return call();
        } catch (error) {
          return failed(error);
        }
      };
    }
    case 1:
      return (a) => {
        try {
          return run(a);
        } catch (error) {
          return failed(error);
        }
      };
    case 2:
      return (a, b) => {
        try {
          return run(a, b);
        } catch (error) {
          return failed(error);
        }
      };
    case 3:
      return (a, b, c) => {
        try {
          return run(a, b, c);
        } catch (error) {
          return failed(error);
        }
      };
    case 4:
      return (a, b, c, d) => {
        try {
          return run(a, b, c, d);
        } catch (error) {
          return failed(error);
        }
      };
    case 5:
      return (a, b, c, d, e) => {
        try {
          return run(a, b, c, d, e);
        } catch (error) {
          return failed(error);
        }
      };
    default:
      return (...args) => {
        try {
          return run(...args);
        } catch (error) {
          return failed(error);
        }
      };
  }
}
