import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { IsoWeek } from "./calendar.js";

const SOURCE = `
class IsoCalendarDate(tuple):
    __module__ = 'datetime'
    __slots__ = ()
    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])
    def __repr__(self):
        return f'datetime.{type(self).__name__}(year={self[0]}, week={self[1]}, weekday={self[2]})'
    def __reduce__(self):
        return tuple, (tuple(self),)
`;

/** What `isocalendar()` makes: a tuple whose items have names. May collect. */
export function createIsoCalendarDates({ realm }: Library): (week: IsoWeek) => Word {
  const surrogate = realm.defineSurrogates(SOURCE);
  const tupleNew = realm.lookupOnType(realm.type("tuple"), realm.intern("__new__"));
  return ({ year, week, weekday }) => {
    const type = surrogate("IsoCalendarDate");
    if (type === NULL) return NULL;
    return realm.call(tupleNew, type, realm.tuple([realm.int(year), realm.int(week), realm.int(weekday)]));
  };
}
