import collections
import xml.etree.ElementTree as ET

a = ET.Element("a")
b = ET.SubElement(a, "b")


def t(*es):
    for e in es:
        try:
            print(e, "->", repr(eval(e, globals())).split(" at 0x")[0])
        except BaseException as x:
            print(e, "!!", type(x).__name__, str(x))


t("a['x']", "a[1.5]", "a.__setitem__(0,3)", "a.__setitem__(9,b)", "a.__delitem__(9)", "a.__setitem__('x',b)", "a.append(3)")
t("a.insert(0,3)", "a.extend([3])", "a.extend(3)", "a.find('')", "a.find('q:b')", "a.findtext('b')", "a.findtext('z','d')")
t("a.__setitem__(slice(0,1),[3])", "a.__setitem__(slice(0,1),3)", "a.findall('zz')", "a.find('{*}b')", "bool(a)", "bool(b)")
t("a.__bool__", "a.find('b', namespaces=None)", "a.find('b').tag", "a.find('./b').tag", "a.findall('b')", "a[9]", "a[-1].tag")
root = ET.fromstring("<r><i n='1'>x</i>t<i/></r>")
if root:
    print("has children", [each.tag for each in root[::-1]], root.findtext("i"), len(root.findall("i")))
if not ET.fromstring("<e/>"):
    print("empty")
root[0:1] = [ET.Element("z"), ET.Element("y")]
del root[0]
root.insert(0, ET.Element("q"))
root.extend([ET.Element("w")])
print(ET.tostring(root))

for pairs in ([1], [(1,)], [(1, 2, 3)], [[]], ["ab", "c"], ["ab"], [(1, 2)], 3):
    try:
        print(collections.OrderedDict(pairs))
    except Exception as error:
        print(type(error).__name__, error)
