"""sqlite3: statements, rows, errors, functions of the program, files."""
import sqlite3, datetime, os, tempfile
c=sqlite3.connect(':memory:'); print(sqlite3.version, sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety)
cur=c.cursor(); print(cur.execute('create table t(id integer primary key autoincrement, name text not null unique, age int, pay real, b blob)') is cur)
cur.execute("insert into t(name,age,pay,b) values(?,?,?,?)",('Ann',30,1.5,b'\x00\x01')); print(cur.lastrowid,cur.rowcount,c.in_transaction,c.total_changes)
cur.executemany("insert into t(name,age) values(:n,:a)",[{'n':'Bob','a':40},{'n':'Céline','a':None}]); print(cur.rowcount,cur.lastrowid)
c.commit(); print(c.in_transaction)
for r in cur.execute('select * from t order by id'): print(r)
print(cur.description, cur.fetchone())
print(cur.execute('select name, age from t where age>?',(20,)).fetchall(), cur.execute('select count(*) from t').fetchone()[0], cur.execute('select id from t').fetchmany(2), cur.fetchall())
c.row_factory=sqlite3.Row; r=c.execute('select id, name as Nm from t').fetchone(); print(r['id'],r['nm'],r[1],r.keys(),tuple(r),len(r),dict(r),list(r),r[-1],r[0:2], r==c.execute('select id, name as Nm from t').fetchone(), type(r))
try: r['zz']
except IndexError as e: print(e)
c.row_factory=None
def tryit(f,*a):
    try: print('ok',f(*a))
    except Exception as e: print(type(e).__module__,type(e).__name__,e,getattr(e,'sqlite_errorcode',None),getattr(e,'sqlite_errorname',None))
for sql,p in [('selec',()),('select * from nope',()),("insert into t(name) values('Ann')",()),("insert into t(age) values(1)",()),('select ?',()),('select ?',(1,2)),('select :a',{'b':1}),('select ?',{'a':1}),('select :a',(1,)),('select 1; select 2',()),('select ?',([1],)),('select ?',(2**70,)),('select ?',5),('',()),('-- c',()),('select 1 -- x',()),('select "a\0b"',()),('insert into t values(1)',()),('create table t(x)',()),('select max(1,2,',()),('drop table nope',()),("select 'unterminated",()),('select nofn(1)',()),('select ?1, ?1',('x',)),('select 1/0, 7/2, 7.0/2, null, "lit", x\'ab\', 9223372036854775807, 1e400',()),('pragma user_version',()),('select ?',(True,)),('select ?',(1.5,)),('select typeof(?)',(b'',)),('select typeof(?)',('',)),('select ?',(datetime.date(2024,1,2),)),('select ?',(datetime.datetime(2024,1,2,3,4,5),)),('select ?',(bytearray(b'ab'),)),('select ?',(memoryview(b'ab'),)),('select ?',(object(),)),('select ?',('a\0b',)),('select ?','x'),('select ?','xy')]:
    tryit(lambda: c.execute(sql,p).fetchall())
tryit(lambda: c.executemany('select 1',[()])); tryit(lambda: c.execute(5)); tryit(lambda: c.executescript('create table z(a); insert into z values(1); insert into z values(2); selec')); print(c.execute('select * from z').fetchall())
try:
    with c: c.execute("insert into z values(9)"); raise ValueError('x')
except ValueError as e: print('rolled back', c.execute('select count(*) from z').fetchone())
with c: c.execute("insert into z values(10)")
print(c.execute('select sum(a), avg(a), group_concat(a) from z').fetchone(), c.isolation_level)
c.create_function('dbl',1,lambda x: x*2); print(c.execute('select dbl(21), dbl("ab"), dbl(1.5)').fetchone()); c.create_function('bad',0,lambda: 1/0); tryit(lambda: c.execute('select bad()').fetchone()); c.create_function('vv',-1,lambda *a: len(a)); print(c.execute('select vv(1,2,3), vv()').fetchone())
class Med:
    def __init__(self): self.v=[]
    def step(self,x): self.v.append(x)
    def finalize(self): return sorted(self.v)[len(self.v)//2] if self.v else None
c.create_aggregate('med',1,Med); print(c.execute('select med(a) from z').fetchone(), c.execute('select a%2, med(a) from z group by a%2').fetchall(), c.execute('select med(a) from z where 0').fetchone())
c.create_collation('rev',lambda a,b:(a<b)-(a>b)); print(c.execute('select name from t order by name collate rev').fetchall())
print(list(c.iterdump())); d=sqlite3.connect(':memory:'); c.backup(d); print(d.execute('select count(*) from t').fetchone())
c.set_trace_callback(print); c.execute('select ?',(5,)).fetchone(); c.set_trace_callback(None)
directory=tempfile.mkdtemp(); p=os.path.join(directory,'sq.db')
f=sqlite3.connect(p,detect_types=sqlite3.PARSE_DECLTYPES|sqlite3.PARSE_COLNAMES); f.execute('create table e(d date, ts timestamp, b boolean)'); f.execute('insert into e values(?,?,?)',(datetime.date(2024,2,3),datetime.datetime(2024,2,3,4,5,6,789),True)); sqlite3.register_converter('boolean',lambda v: bool(int(v))); print(f.execute('select * from e').fetchall(), f.execute('select d as "x [date]" from e').description); f.commit(); f.close(); tryit(lambda: f.execute('select 1')); print(os.path.getsize(p)>0); g=sqlite3.connect(p); print(g.execute('select * from e').fetchall(), g.execute("select name from sqlite_master where type='table'").fetchall()); g.close(); os.remove(p); os.rmdir(directory)
cur.close(); tryit(lambda: cur.execute('select 1')); tryit(lambda: sqlite3.connect('/nonexistent/x.db')); print(issubclass(sqlite3.IntegrityError,sqlite3.DatabaseError), c.IntegrityError is sqlite3.IntegrityError)
class Pt:
    def __init__(s,x,y): s.x=x; s.y=y
    def __conform__(s,proto): return f'{s.x};{s.y}'
print(c.execute('select ?',(Pt(1,2),)).fetchone()); c.text_factory=bytes; print(c.execute("select 'é'").fetchone()); c.text_factory=lambda b: b.decode()+'!'; print(c.execute("select 'é', 1, x'00'").fetchone()); c.text_factory=str; tryit(lambda: c.execute("select cast(x'ff' as text)").fetchone())
c.isolation_level=None; c.execute('begin'); c.execute('insert into z values(77)'); c.execute('rollback'); print(c.execute('select count(*) from z').fetchone()); x=c.execute('select * from z'); print(next(x)); c.execute('drop table z') if 0 else None; print(sqlite3.complete_statement('select 1;'), sqlite3.SQLITE_OK, sqlite3.Binary, sqlite3.SQLITE_CONSTRAINT_UNIQUE, c.getlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH))
c.execute('insert into t(name) values(?) on conflict do nothing',('Ann',)); print(c.execute("select changes()").fetchone(), c.execute("insert into t(name) values('Q') returning id, name").fetchall(), c.execute("update t set age=1").rowcount, c.execute('delete from t where id>2').rowcount)
