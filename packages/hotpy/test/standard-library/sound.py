"""Sound in samples of all widths: measured, changed, encoded and decoded; files of sound."""
import io
import warnings

warnings.simplefilter("ignore")
import aifc
import audioop
import sunau

samples = [0, 1, -1, 300, -300, 12345, -23456, 32767, -32768, 77, 77, -5]
sounds = {width: b"".join((value << 8 * width >> 16).to_bytes(width, "little", signed=True) for value in samples) for width in (1, 2, 3, 4)}
for width, sound in sounds.items():
    print(width, [measure(sound, width) for measure in (
        audioop.max, audioop.minmax, audioop.avg, audioop.rms, audioop.avgpp, audioop.maxpp, audioop.cross)])
    print([audioop.getsample(sound, width, index) for index in range(len(samples))])
    for made in (
        audioop.mul(sound, width, 1.7), audioop.add(sound, audioop.reverse(sound, width), width), audioop.bias(sound, width, 2**31 - 1),
        audioop.byteswap(sound, width), audioop.tomono(sound, width, 0.3, -0.9), audioop.tostereo(sound, width, 3, -0.25),
        audioop.lin2ulaw(sound, width), audioop.lin2alaw(sound, width), *(audioop.lin2lin(sound, width, other) for other in sounds),
        audioop.ulaw2lin(bytes(range(256)), width)[::37], audioop.alaw2lin(bytes(range(256)), width)[::41],
    ):
        print(made.hex())
    coded, state = audioop.lin2adpcm(sound, width, None)
    print(coded.hex(), state, audioop.adpcm2lin(coded, width, (-7, 12)))
    state = None
    for part in (sound[: 4 * width], sound[4 * width :]):
        made, state = audioop.ratecv(part, width, 2, 44100, 8000 * width, state, 3, 2)
        print(made.hex(), state)
two = sounds[2]
print(audioop.findfit(two, two[6:12]), audioop.findfactor(two, audioop.reverse(two, 2)), audioop.findmax(two, 3))

faults = [
    lambda: audioop.max(b"abc", 2), lambda: audioop.max(b"", 5), lambda: audioop.max("", 1), lambda: audioop.max(b"", 1.0), lambda: audioop.max(b"", 2**70),
    lambda: audioop.getsample(b"ab", 1, 2), lambda: audioop.findfit(b"a", b"aa"), lambda: audioop.findfit(b"", b"aa"), lambda: audioop.findfactor(b"", b"aa"),
    lambda: audioop.findmax(b"aa", -1), lambda: audioop.mul(b"aa", 2, "3"), lambda: audioop.tomono(b"aaa", 1, 1, 1), lambda: audioop.add(b"a", b"", 1),
    lambda: audioop.lin2lin(b"", 1, 0), lambda: audioop.lin2adpcm(b"", 1, 5), lambda: audioop.lin2adpcm(b"", 1, (0, 89)), lambda: audioop.ratecv(b"", 1, 0, 1, 1, None),
    lambda: audioop.ratecv(b"", 1, 1, 0, 1, None), lambda: audioop.ratecv(b"", 1, 1, 1, 1, None, 0), lambda: audioop.ratecv(b"", 1, 1, 1, 1, 5),
    lambda: audioop.ratecv(b"", 1, 1, 1, 1, (1, (2,))), lambda: audioop.ratecv(b"", 1, 2, 1, 1, (1, ((0, 0),))), lambda: audioop.max(b"a"),
]
for fault in faults:
    try:
        print(fault())
    except Exception as error:
        print(type(error).__name__, error)


class Kept(io.BytesIO):
    def close(self):
        pass


for module, coding, name in ((aifc, b"ulaw", b"kept"), (aifc, b"G722", b""), (sunau, "ULAW", "")):
    file = Kept()
    with module.open(file, "wb") as writer:
        writer.setparams((1, 2, 8000, 0, coding, name))
        writer.writeframes(two)
    reader = module.open(io.BytesIO(file.getvalue()), "rb")
    print(reader.getparams(), reader.readframes(20).hex(), file.getvalue().hex())
