import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "../library.js";
import { formatOf, isByteFormat } from "./formats.js";
import { isPacked, packedStrides, sizeOf, type View } from "./views.js";

const NATIVE = "format must be a native single character format prefixed with an optional '@'";
const MOST_DIMENSIONS = 64;

/** `view.cast(format, shape)`; undefined: raised. May collect. */
export function castView({ realm, lists }: Library, view: View, formatWord: Word, shapeWord: Word): View | undefined {
  const { strings, integers } = realm;
  const refuse = (type: string, message: string): undefined => {
    realm.raise(type, message);
    return undefined;
  };
  const given = realm.valueOf(formatWord);
  if (!strings.isString(given)) {
    const shown = given === realm.none ? "None" : realm.typeName(formatWord);
    return refuse("TypeError", `cast() argument 'format' must be str, not ${shown}`);
  }
  if (!isPacked(view)) return refuse("TypeError", "memoryview: casts are restricted to C-contiguous views");
  if ((shapeWord !== NULL || view.shape.length !== 1) && view.shape.includes(0))
    return refuse("TypeError", "memoryview: cannot cast view with zeros in shape or strides");
  const isShaped = shapeWord !== NULL;
  if (isShaped && !lists.isList(shapeWord) && !lists.isTuple(shapeWord))
    return refuse("TypeError", "shape must be a list or a tuple");
  const dimensions = isShaped ? lists.length(shapeWord) : 1;
  if (dimensions > MOST_DIMENSIONS)
    return refuse("ValueError", `memoryview: number of dimensions must not exceed ${MOST_DIMENSIONS}`);
  if (isShaped && view.shape.length !== 1 && dimensions !== 1)
    return refuse("TypeError", "memoryview: cast must be 1D -> ND or ND -> 1D");

  const name = strings.toJS(given);
  const format = formatOf(name);
  if (format === undefined) return refuse("ValueError", `memoryview: destination ${NATIVE}`);
  if (formatOf(view.format) === undefined) return refuse("ValueError", `memoryview: source ${NATIVE}`);
  if (!isByteFormat(view.format) && !isByteFormat(name))
    return refuse("TypeError", "memoryview: cannot cast between two non-byte formats");
  const size = sizeOf(view);
  if (size % format.size !== 0) return refuse("TypeError", "memoryview: length is not a multiple of itemsize");
  let shape = [size / format.size];
  if (isShaped) {
    shape = [];
    for (let i = 0; i < dimensions; i++) {
      const item = realm.valueOf(lists.item(shapeWord, i));
      if (!integers.isInteger(item))
        return refuse("TypeError", "memoryview.cast(): elements of shape must be integers");
      const length = integers.toNumber(item);
      if (length <= 0) return refuse("ValueError", "memoryview.cast(): elements of shape must be integers > 0");
      shape.push(length);
    }
    if (shape.reduce((a, b) => a * b, format.size) !== size)
      return refuse("TypeError", "memoryview: product(shape) * itemsize != buffer size");
  }
  return { ...view, format: name, itemSize: format.size, shape, strides: packedStrides(shape, format.size) };
}
