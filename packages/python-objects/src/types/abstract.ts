import type { TypeRecord } from "./records.js";

/** Why an abstract class has no instances. */
export function abstractMessage({ name, abstractMethods }: TypeRecord): string {
  const plural = abstractMethods.length > 1 ? "s" : "";
  return `Can't instantiate abstract class ${name} with abstract method${plural} ${abstractMethods.join(", ")}`;
}
