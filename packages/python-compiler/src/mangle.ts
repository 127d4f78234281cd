/**
 * The name that a private name (`__x`) stands for in a class: `_Class__x`. Other names stand for themselves.
 * @param className the innermost class, null outside of classes.
 */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
