import types
for o in (len, [].append, list.append, list.__len__, [].__len__, dict.__dict__['fromkeys'], dict.fromkeys, str.maketrans, int.__new__, int.real, slice.start, type.__dict__['__name__'], property.fget, object.__init__):
    print(o if '0x' not in repr(o) else repr(o).split(' at 0x')[0], type(o).__name__, [ (a, repr(getattr(o,a,'-'))[:60].split(' at 0x')[0]) for a in ('__name__','__qualname__','__objclass__','__self__','__module__','__text_signature__','__doc__')])
print(list.__doc__, [].__doc__, object.__doc__, KeyError.__doc__, KeyError().__doc__, len.__doc__)
def f(): "hi"
class C: "c"
class D(list): pass
print(f.__doc__, C.__doc__, C().__doc__, D.__doc__, D().__doc__, types.__doc__[:20])
import math
print(math.__doc__, math.sqrt)
math.__doc__='x'; print(math.__doc__)
print(types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.GetSetDescriptorType, types.MemberDescriptorType, types.BuiltinMethodType)
for code in ("list.append.__get__(3)", "list.append.__get__(None)", "list.append.__get__(None, list)", "list.__len__()", "list.append(3, 4)", "list.append()", "dict.__dict__['fromkeys'](3)","dict.__dict__['fromkeys'](dict, 'ab')", "[].append.__self__", "[].append == [].append", "list.append.__reduce__()", "[1].__len__.__reduce__()", "len.__reduce__()", "[].__len__.__objclass__", "int.from_bytes.__self__", "list.append.x", "int.real.__doc__","type.__dict__['__dict__']"):
    try: print(code, repr(eval(code)).split(' at 0x')[0])
    except Exception as e: print(code, type(e).__name__, e)
import inspect
print(inspect.signature(len), inspect.signature(list.append), inspect.signature([].append))
