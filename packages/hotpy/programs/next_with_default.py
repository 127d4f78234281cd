"""next of a generator with a default, in hot loops."""

def first(n):
    a=[1,5,9,31,44]; t=0
    for i in range(n):
        t+=next((x for x in a if x>i%50), -1)
        g=(x*2 for x in a if x!=i%7)
        t+=next(g,0)+next(g,0)+sum(g)+next(g,7)
        g.close(); t+=next(g,3)
        m=map(abs,a); t+=next(m,0)+next(m,0)
        z=zip(a,a); t+=next(z,(0,0))[1]
        e=enumerate(()) ; t+=next(e,(4,4))[0]
        def gen():
            try:
                yield 1
                yield 2
            finally: seen.append(i)
        h=gen(); t+=next(h,0)
        t+=next(h,0)+next(h,9)
        try: next((1//0 for _ in a), 5)
        except ZeroDivisionError as err: t+=1
        def stops():
            yield 1
            raise StopIteration
        s=stops(); next(s,0)
        try: next(s,0)
        except RuntimeError as err: t+=len(str(err))
    return t
seen=[]
print(first(10)); print(first(3000), len(seen))
