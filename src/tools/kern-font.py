"""kern-font.py FONT REGULAR OUT: kerns all weights of FONT as REGULAR is kerned; a step of make-fonts.sh. Needs fonttools."""

import sys

from fontTools.ttLib import TTFont

source, regular_weight, out = sys.argv[1:]
font, regular = TTFont(source), TTFont(regular_weight)
assert font.getGlyphOrder() == regular.getGlyphOrder(), "the two fonts differ in their glyphs"
for tag in ("GPOS", "GDEF"):
    if tag in regular:
        font[tag] = regular[tag]
    elif tag in font:
        del font[tag]
font.save(out)
