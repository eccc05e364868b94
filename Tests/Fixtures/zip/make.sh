#!/bin/sh
# Makes the archives in this folder with the tools that their names tell: Info-ZIP's zip, Python's zipfile, OpenJDK's jar.
# Every one that can be read holds rader.txt, mapp/ and mapp/tom.bin (Info-ZIP's without options a name with å too).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 TZ=UTC
cd "$work"
mkdir mapp
: >mapp/tom.bin
i=0
while [ $i -lt 100 ]; do echo "rad $i"; i=$((i + 1)); done >rader.txt
cp rader.txt å.txt
head -c 70000 /dev/urandom >brus.bin
touch -d 1980-01-01T00:00:00Z -- * mapp/* mapp
rm -f "$here"/*.zip

zip -q -r "$here/infozip.zip" rader.txt å.txt mapp
printf 'En kommentar.' | zip -q -z "$here/infozip.zip" >/dev/null
zip -q -0 -r "$here/infozip-stored.zip" rader.txt mapp
zip -q -fz -r "$here/infozip-zip64.zip" rader.txt mapp
zip -q -r - rader.txt mapp | cat >"$here/infozip-streamed.zip"
zip -q -P lösen -r "$here/infozip-password.zip" rader.txt mapp
zip -q -Z bzip2 "$here/infozip-bzip2.zip" rader.txt
zip -q -s 64k delad.zip rader.txt brus.bin && cp delad.zip "$here/infozip-split.zip"
{ echo '#!/bin/sh'; cat "$here/infozip.zip"; } >"$here/infozip-prefixed.zip"
cp "$here/infozip-prefixed.zip" adjusted.zip
zip -q -A adjusted.zip && cp adjusted.zip "$here/infozip-prefixed-adjusted.zip"

python3 - "$here" <<'END'
import sys, zipfile
here = sys.argv[1]
rows = open("rader.txt", "rb").read()

class Pipe:
    """A file in which nothing can be sought, so that sizes follow the contents."""
    def __init__(self, path): self.file = open(path, "wb")
    def write(self, data): return self.file.write(data)
    def flush(self): self.file.flush()

def make(target, zip64, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in ("rader.txt", rows), ("mapp/", b""), ("mapp/tom.bin", b""):
            with archive.open(info(name, method), "w", force_zip64=zip64) as entry:
                entry.write(data)

def info(name, method):
    made = zipfile.ZipInfo(name)
    made.compress_type = zipfile.ZIP_STORED if name.endswith("/") else method
    return made

make(f"{here}/python.zip", False)
make(f"{here}/python-zip64.zip", True)
make(Pipe(f"{here}/python-streamed.zip"), False)
make(Pipe(f"{here}/python-streamed-zip64.zip"), True)
make(f"{here}/python-lzma.zip", False, zipfile.ZIP_LZMA)
END

jar --create --no-manifest --file "$here/jar.zip" rader.txt mapp
