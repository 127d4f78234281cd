"""Descriptors that only set do not hide attributes of instances."""
class R:
    def __set__(self,obj,value):
        od=obj.__dict__
        od['_node']=value
        if 'nodes' in od: del od['nodes']
class R2:
    def __set__(self,obj,value): obj.__dict__['_adj']=value
    def __delete__(self,obj): del obj.__dict__['_adj']
class G:
    _node=R(); _adj=R2()
    def __init__(self):
        self._node={}
        self._adj={'a':1}
    def has(self,n): return n in self._node
for i in range(5):
    g=G(); print(type(g._node), g.has(1), g._adj); g._node[1]=2; print(g.has(1))
    h=G(); 
    try: print(h._node is g._node, G()._adj)
    except Exception as e: print(e)
class Q: 
    x=R2()
q=Q(); print(type(q.x).__name__); q.__dict__['x']=5; print(q.x); 
def f(o): return o._adj
s=0
for i in range(3000): s+=f(G())['a']
print(s)
