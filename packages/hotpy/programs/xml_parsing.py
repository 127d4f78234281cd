# XML, right and wrong: trees, documents, events; whole and in pieces.
import xml.etree.ElementTree as ET
from xml.dom import minidom
import xml.sax, io
from xml.parsers import expat
doc='''<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE root [<!ENTITY hello "hi <b>you</b>"><!ATTLIST item kind CDATA "plain">]>
<!-- comment --><root xmlns="urn:a" xmlns:p="urn:p" a="1 &lt; 2&#10;">
  <item p:x="y">text &amp; more &#x20ac;<![CDATA[<raw>]]></item><p:empty/>tail
  <?pi data here?>&hello;
</root>
'''
r=ET.fromstring(doc)
print(ET.tostring(r, encoding='unicode'))
print([(e.tag,e.attrib,e.text,e.tail) for e in r.iter()])
d=minidom.parseString(doc)
print(d.toxml()[:500])
class H(xml.sax.ContentHandler):
    def startElement(self,n,a): print('start',n,dict(a))
    def endElement(self,n): print('end',n)
    def characters(self,c): print('chars',repr(c))
    def processingInstruction(self,t,dd): print('pi',t,dd)
xml.sax.parseString(doc.encode(), H())
for bad in ['', ' ', '<a>', '<a', '<a></b>', '<a b></a>', '<a b=c/>', '<a b="1" b="2"/>', '<a>&x;</a>', '<a/><b/>', '<a/>x', 'x', '< a/>', '<a><', '<a>]]></a>', '<a>\x01</a>', '<a b="<"/>', '<a:b/>', '<!DOCTYPE', ' <?xml version="1.0"?><a/>', '<a>&#0;</a>', '<a>&</a>', '<a>& </a>', '<a b="&x;"/>','<a\n\n  b="1"c="2"/>', '<a><!-- -- --></a>','<a><![CDATA[x','<?xml version="1.0" encoding="nope"?><a/>', '</a>']:
    try: ET.fromstring(bad); print('ok',bad)
    except ET.ParseError as e: print(repr(bad), e, e.code, e.position)
p=expat.ParserCreate(); p.buffer_text=True; out=[]
for n in ('StartElementHandler','EndElementHandler','CharacterDataHandler','CommentHandler','StartDoctypeDeclHandler','EntityDeclHandler','XmlDeclHandler','StartCdataSectionHandler','ProcessingInstructionHandler'):
    setattr(p,n,lambda *a,n=n: out.append((n,a)))
for i in range(0,len(doc),7): p.Parse(doc[i:i+7].encode() if i+7<len(doc) else doc[i:].encode(), i+7>=len(doc))
# Where texts are cut is not the same for all pieces.
text=''
for o in out:
    if o[0]=='CharacterDataHandler': text+=o[1][0]; continue
    if text: print(repr(text)); text=''
    print(o)
for ev,el in ET.iterparse(io.BytesIO(doc.encode()), ('start','end','start-ns')): print(ev, el if isinstance(el,tuple) else el.tag)
t=ET.ElementTree(r); ET.indent(t); b=io.BytesIO(); t.write(b, xml_declaration=True, encoding='utf-8'); print(b.getvalue().decode())
