"""sys._current_frames gives the frame that each thread runs, or waits in."""

import sys, threading, time
ev = threading.Event(); ready = threading.Event()
def waits(value):
    ready.set()
    ev.wait()
t = threading.Thread(target=waits, args=(5,)); t.start(); ready.wait()
frames = sys._current_frames()
print(len(frames), frames[threading.get_ident()] is sys._getframe())
f = frames[t.ident]
names = []
while f: names.append(f.f_code.co_name); f = f.f_back
print(names[-4:])
f = frames[t.ident]
while f.f_code.co_name != 'waits': f = f.f_back
print(f.f_locals, f.f_lineno)
ev.set(); t.join()
print(len(sys._current_frames()))
