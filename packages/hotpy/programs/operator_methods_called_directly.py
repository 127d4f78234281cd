# Special methods of operators, called by name: they know the operands that their own type knows, and no others.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: float.__rmul__(1.5,'a')); t(lambda: (1.5).__rmul__([1])); t(lambda: 1.5*[1]); t(lambda: [1]*1.5)
t(lambda: (2).__pow__(3,5)); t(lambda:(2).__rpow__(3)); t(lambda:(2).__rpow__(3,7)); t(lambda: (2).__pow__('a')); t(lambda:(2).__pow__(3.0)); t(lambda:(2.0).__pow__(3)); t(lambda:(2.0).__rpow__(3,4)); t(lambda:(2).__pow__(3,'a'))
t(lambda: pow(2,3.0,4)); t(lambda: pow(2,3,4.0)); t(lambda: pow('a',3,4.0)); t(lambda: pow('a',3,4)); t(lambda: pow(3,-1,7)); t(lambda: pow(2,-1,4)); t(lambda: pow(2.0,1,4)); t(lambda: pow(True,3,5)); t(lambda: pow(2,3,None))
class P(int):
    def __pow__(self,*a): return ('p',)+a
    def __rpow__(self,*a): return ('rp',)+a
t(lambda: pow(P(2),3,4)); t(lambda: pow(2,P(3),4)); t(lambda: 2**P(3)); t(lambda: P(2)**3)
class I(int): pass
t(lambda: pow(I(2),I(3),I(5))); t(lambda: I(2).__pow__(I(3),I(5))); t(lambda: I(2)**I(5)); t(lambda: I(7).__divmod__(2)); t(lambda: divmod(I(7),2)); t(lambda: divmod(7, I(2)))
t(lambda: (7).__rdivmod__(20)); t(lambda: (7).__divmod__(2.5)); t(lambda: (7.5).__divmod__(2)); t(lambda: (7.5).__rdivmod__(2)); t(lambda: divmod(True, 2))
t(lambda: (1).__gt__(0.5)); t(lambda: (1.5).__gt__(1)); t(lambda: (1).__add__(0.5)); t(lambda: (1.5).__radd__(1)); t(lambda: True.__and__(1)); t(lambda: True.__and__(False)); t(lambda: True.__and__(0.5)); t(lambda: True & False); t(lambda: True.__rxor__(True)); t(lambda: 'and' and 1 & True)
t(lambda: {1}.__and__({1:2}.keys())); t(lambda: {1} & {1:2}.keys()); t(lambda: {1:2}.keys().__rand__({1})); t(lambda: {1}=={1:2}.keys()); t(lambda: {1}.__eq__({1:2}.keys())); t(lambda: {1}.__le__(frozenset([1,2]))); t(lambda: {1}.__rand__(frozenset([1])))
t(lambda: {}.__lt__({})); t(lambda: {}<{}); t(lambda: range(3).__lt__(range(4))); t(lambda: range(3)<range(4)); t(lambda: dict.__lt__(3,{})); t(lambda: range.__ge__(3,4)); t(lambda: bool.__ge__('a',3)); t(lambda: bool.__and__('a',3)); t(lambda: 'bool' and bool.__add__('a',3))
t(lambda: [1].__add__(3)); t(lambda: [1]+3); t(lambda: 3+[1]); t(lambda: 'a'.__mul__(3)); t(lambda: 3*'a'); t(lambda: (3).__mul__('a')); t(lambda: (3).__rmul__('a')); t(lambda: 'a'.__rmul__(3))
class X:
    def __index__(self): return 2
t(lambda: X()*[1]); t(lambda: [1]*X()); t(lambda:'ab'*X()); t(lambda: [1].__mul__(X()))
def aug(a,b):
    a*=b
    return a
t(lambda: aug(frozenset(),[1])); t(lambda: aug(X(),[1])); t(lambda: aug({},[1]));t(lambda: aug(3,[1]));t(lambda: aug(None,[1]));t(lambda: aug(True,'a')); t(lambda: aug(1.5,'a')); t(lambda: aug(range(3),'a')); t(lambda: aug('a','a')); t(lambda: aug({1:1}.keys(),'a'))
