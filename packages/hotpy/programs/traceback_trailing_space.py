"""White space at the end of lines shows in tracebacks."""
def f(): 
    return 1/0   

try:
    f()   
except ZeroDivisionError:
    import traceback; traceback.print_exc()   
f()  	 
