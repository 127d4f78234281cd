# sys.excepthook shows what nobody has caught.
import sys
def hook(t, v, tb): print('hooked', t.__name__, v, tb.tb_lineno)
sys.excepthook = hook
1/0
