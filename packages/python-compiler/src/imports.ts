import type { ast } from "@hotpy/python-parser";
import type { Unit } from "./unit.js";
import { storeVariable } from "./variables.js";

export function compileImport(unit: Unit, node: ast.Import): void {
  for (const { name, asname } of node.names) {
    unit.loadConstant({ kind: "int", value: 0n }, node);
    unit.loadNone(node);
    unit.emit("import_name", node, unit.nameIndex(name));
    const [top, ...rest] = name.split(".");
    if (asname === null) {
      storeVariable(unit, top, node);
      continue;
    }
    for (const part of rest) {
      unit.emit("import_from", node, unit.nameIndex(part));
      unit.emit("swap", node);
      unit.emit("pop", node);
    }
    storeVariable(unit, asname, node);
  }
}

export function compileImportFrom(unit: Unit, node: ast.ImportFrom): void {
  unit.loadConstant({ kind: "int", value: BigInt(node.level) }, node);
  unit.loadConstant({ kind: "tuple", items: node.names.map(({ name }) => ({ kind: "str", value: name })) }, node);
  unit.emit("import_name", node, unit.nameIndex(node.module ?? ""));
  if (node.names[0].name === "*") {
    unit.emit("import_star", node, unit.hasNamespace ? 1 : 0);
    return;
  }
  for (const { name, asname } of node.names) {
    unit.emit("import_from", node, unit.nameIndex(name));
    storeVariable(unit, asname ?? name, node);
  }
  unit.emit("pop", node);
}
