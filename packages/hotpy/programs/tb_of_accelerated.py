# What is C in CPython shows no frames, and no exception that it has handled.
import io
import operator
import traceback
import xml.etree.ElementTree as ET
from zoneinfo import ZoneInfo

for attempt in (
    lambda: operator.itemgetter(1)([]),
    lambda: operator.itemgetter(0, 1)({0: 1}),
    lambda: operator.attrgetter("real.nope")(5),
    lambda: operator.methodcaller("nope", 1)(5),
    lambda: ET.fromstring("<a>"),
    lambda: ET.parse(io.StringIO("<a></b>")),
    lambda: ET.parse(io.BytesIO(b"<a>" + b"x" * 100000)),
    lambda: ZoneInfo("No/Where"),
    lambda: ZoneInfo("Europe/Berlin").utcoffset(5),
):
    try:
        attempt()
    except Exception as error:
        traceback.print_exception(error)
        print(type(error), error.__cause__)
print(ET.tostring(ET.parse(io.StringIO("<a><b/></a>")).getroot()), sorted([(1, 2), (0, 3)], key=operator.itemgetter(0)))
