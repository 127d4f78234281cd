"""sorted, sort, min and max with a key, in hot loops."""

class It:
    def __init__(s,v): s.v=v
    def __lt__(s,o): return s.v<o.v
    def __repr__(s): return f"It({s.v})"
def f(n):
    t=0; out=[]
    r=["bb","a","CCC"]
    for i in range(n):
        s=sorted(r,key=len)
        t+=len(s)*3+i%7
        q=[3,-1,i%5,-7]
        q.sort(key=abs,reverse=i%2==0)
        t+=q[0]
        w=[(i%3,'x'),(i%2,'y'),(5,'z')]
        w.sort(key=lambda p:p[0])
        t+=w[0][0]
        t+=max(q,key=lambda v:-v)+min(q,key=abs)+max((1,-2),key=abs)
        t+=len(min("abc","d",key=len))+max([],key=abs,default=4)
        v=sorted([It(i%4),It(2),It(1)],key=lambda x:x,reverse=True)
        t+=v[0].v
        z=sorted({"k":1,"a":2}.items(),key=lambda kv:kv[1])
        t+=z[0][1]
        try: sorted(r,key=5)
        except TypeError as e: t+=len(str(e))
        try: q.sort(key=lambda v: q.append(1) or v)
        except ValueError as e: t+=len(str(e))
        try: [1,2].sort(key=lambda v: 1//(v-1))
        except ZeroDivisionError as e: t+=e.__traceback__.tb_next.tb_lineno
        try: max([],key=abs)
        except ValueError as e: t+=len(str(e))
    return t
print(f(10)); print(f(3000))
class L(list): pass
def g(n):
    t=0
    for i in range(n):
        l=L([3,1,i%4]); l.sort(key=lambda v:-v); t+=l[0]
        t+=sorted((3,1,i%7),key=str,reverse=1)[0]+sorted(range(i%5+1),key=lambda v:-v)[0]
        t+=sorted(x for x in (5,4,i%3))[0]+sorted((x for x in (5,4,i%3)),key=lambda v:-v)[0]
        t+=len(sorted("hello",key=ord))+len(sorted({1:2,3:4},key=lambda k:-k))
    return t
print(g(3000))
