b=bytearray(b'abc\xff'); c=b'xyz'; m=memoryview(b)
for i in range(-6,6):
    for o in (b,c,m,'añ😀z',(1,2),[3],range(4),{1:2}):
        try: print(i,o[i])
        except Exception as e: print(type(e).__name__,e)
import collections
print(collections.deque([1,2,3])[-1])
