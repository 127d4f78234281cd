"""Places in syntax trees count bytes of UTF-8, whatever the source is given as."""
import ast

for source in ("é = a+b", "é = a+b".encode(), b"# coding: latin-1\n\xe9 = a+b", b"\xef\xbb\xbf\xc3\xa9 = a",
               'x = 1\x0c\ny="""\né"""+b', 'a="\u2028";b=c', "s = '𝄞';t = [s,'é',b]", "é = [\n  'ü', é,\n  x]\r\ny = é"):
    for node in ast.walk(ast.parse(source)):
        if hasattr(node, "lineno"):
            print(type(node).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
