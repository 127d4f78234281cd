import ast, json, re
def t(f, *a):
    try: print(ascii(f(*a)))
    except BaseException as e: print(type(e).__name__, ascii(str(e)))
s = '\ud834\udd20'
print(len(s), ascii(s), s == '\U0001d120', s == '\ud834' + '\udd20')
print(len('a\ud834\udd20b'), ascii(f"{1}\ud834\udd20"), ascii('\ud834' '\udd20'), ascii('\ud834' f'\udd20{s}\udd20'))
print(ascii('\ud834\ud834\udd20\udd20\ud834\udd20'), ascii('\udd20\ud834'), ascii('\ud834\U0001d120\udd20'), ascii(u'\ud834\udd20'))
print(ascii(("x", '\ud834\udd20')), ascii({'\ud834\udd20': 1}), ascii(['\ud834\udd20'] * 2), '\ud834\udd20' in {'\U0001d120', 'x'})
def f(x='\ud834\udd20', *, y='\ud834\udd20'):
    '\ud834\udd20'
    match x:
        case '\U0001d120': return 'one'
        case '\ud834\udd20': return 'two'
print(f(), f.__doc__ and 1, ascii(f.__defaults__))
def g(x):
    match x:
        case {'\ud834\udd20': v}: return v
print(g({'\ud834\udd20': 5}), g({'\U0001d120': 5}))
src = "'a\\ud834\\udd20'"
t(eval, src); t(ast.literal_eval, src); t(ast.dump, ast.parse(src)); t(ast.unparse, ast.parse(src)); t(ast.unparse, ast.parse("f'{x}" + src[1:])); t(lambda: ast.unparse(ast.parse('(1, ' + src + ', "\\"\'")')))
tree = ast.parse(src, mode='eval'); t(lambda: eval(compile(tree, '', 'eval')))
tree = ast.Expression(ast.Constant(('\ud834\udd20', 1))); ast.fix_missing_locations(tree); t(lambda: eval(compile(tree, '', 'eval')))
t(lambda: '\ud834\udd20'.encode()); t(lambda: '\ud834\udd20'.encode('utf-8', 'surrogatepass')); t(lambda: '\ud834\udd20'.encode('utf-16-be', 'surrogatepass').decode('utf-16-be'))
t(json.dumps, '\ud834\udd20'); t(json.loads, '"\\ud834\\udd20"'); t(re.findall, '.', '\ud834\udd20'); t(repr, '\ud834\udd20'); t('\ud834\udd20'.split, '\udd20'); t('%s|%s'.__mod__, ('\ud834', '\udd20')); t('{}{}'.format, '\ud834', '\udd20'); t('\ud834'.join, 'a\udd20')
x: '\ud834\udd20' = 1
print(ascii(__annotations__))
for i in range(300):
    r = '\ud834\udd20' + str(i)
print(len(r))
