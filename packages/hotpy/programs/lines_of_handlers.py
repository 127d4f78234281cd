# The line of a frame that an exception has left through its handlers.
def report(f):
    try: f()
    except BaseException as e:
        tb = e.__traceback__.tb_next
        print(f.__name__, tb.tb_lineno - f.__code__.co_firstlineno, tb.tb_frame.f_lineno - f.__code__.co_firstlineno)
@report
def nomatch():
    try:
        raise ValueError
    except KeyError:
        pass
    return 1
@report
def nomatch2():
    try:
        raise ValueError
    except KeyError:
        pass
    except (TypeError,
            OSError) as e:
        pass
@report
def fin():
    try:
        raise ValueError
    finally:
        x = 1
        y = 2
@report
def fin3():
    try:
        raise ValueError
    finally:
        for i in range(3):
            x = 1
@report
def fin4():
    try:
        raise ValueError
    finally:
        if 1 > 2:
            x = 1
        else:
            x = 2
@report
def exfin():
    try:
        raise ValueError
    except KeyError:
        pass
    finally:
        x = 1
@report
def nested():
    try:
        try:
            raise ValueError
        finally:
            x = 1
    finally:
        y = 1
