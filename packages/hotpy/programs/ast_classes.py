# The classes of syntax trees.
import _ast
print(_ast.Constant(3, kind=None).value, _ast.expr._attributes, _ast.Add.__mro__, _ast.BinOp._fields, _ast.arg.annotation, _ast.FunctionDef.__match_args__)
try: _ast.Name(1,2,3)
except TypeError as e: print(e)
print(len([n for n in dir(_ast) if n[0].isupper()]), _ast.PyCF_ONLY_AST)
