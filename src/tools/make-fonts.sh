#!/bin/sh
# Makes src/styles/fonts/ from the npm package @fontsource-variable/literata (SIL Open Font License):
# the weights and letters that the guide sets, and no more. Needs npm, python3 and a network; run it from the
# project's folder, look at the pages, and commit what it writes.
set -eu

package='@fontsource-variable/literata@5.3.0'
tools='fonttools==4.68.0 brotli==1.2.1'
out=$PWD/${1:-src/styles/fonts}
kern=$PWD/src/tools/kern-font.py
features='kern,onum,lnum,tnum'
latin='U+20-7E,U+A0,U+A7,U+A9,U+AB,U+B7,U+BB,U+D7,U+2009,U+2011,U+2013,U+2014,U+2018-201A,U+201C-201E,U+2026,U+202F,U+2190-2193,U+2212'
cyrillic='U+401,U+410-44F,U+451,U+2116'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "$package" >/dev/null
tar xzf ./*.tgz
python3 -m venv tools
tools/bin/pip install --quiet $tools

# cut NAME LETTERS FILE WEIGHTS: a font of some weights and letters. No ligatures: Literata's f does not touch what follows.
cut() {
  tools/bin/fonttools varLib.instancer --quiet --no-recalc-timestamp "package/files/$3" "wght=$4" --output "$1.all.ttf"
  tools/bin/pyftsubset "$1.all.ttf" --unicodes="$2" --layout-features="$features" --no-hinting --drop-tables+=vhea,vmtx,VORG --name-IDs=1,2 --output-file="$1.ttf"
}

# make NAME LETTERS FILE WEIGHTS: one font of the site; WEIGHTS is a range, or one weight for a fixed font. All weights
# are kerned as the regular one: kerning that changes with the weight would take as many bytes as twenty letters.
make() {
  cut "$1" "$2" "$3" "$4"
  cut "$1-regular" "$2" "$3" 400
  tools/bin/python "$kern" "$1.ttf" "$1-regular.ttf" "$1.kerned.ttf"
  tools/bin/fonttools ttLib.woff2 compress --output-file "$out/$1.woff2" "$1.kerned.ttf" 2>/dev/null
  echo "$1.woff2 $(wc -c <"$out/$1.woff2") bytes"
}

mkdir -p "$out"
make literata-latin "$latin" literata-latin-wght-normal.woff2 400:650
make literata-latin-italic "$latin" literata-latin-wght-italic.woff2 400
make literata-cyrillic "$cyrillic" literata-cyrillic-wght-normal.woff2 400:650
make literata-cyrillic-italic "$cyrillic" literata-cyrillic-wght-italic.woff2 400
cp package/LICENSE "$out/OFL.txt"
