import grp, os, pwd
print(pwd.getpwuid(0), pwd.getpwnam('root') == pwd.getpwuid(0), pwd.getpwuid(0).pw_dir, len(pwd.getpwall()) > 3)
print(grp.getgrgid(0), grp.getgrnam('root').gr_gid, grp.getgrgid(0)[3], len(grp.getgrall()) > 3)
for f in [lambda: pwd.getpwnam('no-such'), lambda: pwd.getpwuid(987654), lambda: grp.getgrnam('no-such'), lambda: grp.getgrgid(987654)]:
    try: print(f())
    except KeyError as e: print(e)
for f in [lambda: pwd.getpwnam(5), lambda: pwd.getpwuid('x')]:
    try: print(f())
    except TypeError as e: print('TypeError')
print(os.path.expanduser('~root/x'))
