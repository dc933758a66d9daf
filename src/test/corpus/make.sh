#!/usr/bin/env bash
# Documents as people's programs make them. Each goes into a folder that says what is to become of it: the kind that it is taken as, or the words
# by which it is refused. Needs what .ci/run installs, and npm's packages in the folder NPM.
set -eu
out=$1
npm=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
cd "$out"
mkdir -p work PDF PNG JPEG WEBP DOCX ODT
cd work

printf '# Ada Lovelace\n\n- Mathematician\n- *Programmer*\n\n| year | place |\n|---|---|\n| 1815 | London |\n' > cv.md
for type in docx odt rtf epub html; do pandoc -s --metadata title=CV cv.md -o "cv.$type"; done
cp cv.docx ../DOCX/pandoc.docx
cp cv.odt ../ODT/pandoc.odt
refused() { mkdir -p "../refused/$1" && cp "$2" "../refused/$1/"; }
refused 'a rich text document' cv.rtf
refused 'a document of another kind' cv.epub
refused 'a web page' cv.html
refused 'a text file' cv.md

office() { soffice --headless "-env:UserInstallation=file://$PWD/profile" --convert-to "$1" --outdir "$2" "$3" > /dev/null 2>&1; }
office odt office cv.docx && cp office/cv.odt ../ODT/libreoffice.odt
office docx office cv.odt && cp office/cv.docx ../DOCX/libreoffice.docx
office pdf office cv.odt && cp office/cv.pdf ../PDF/libreoffice.pdf
office doc office cv.odt && refused 'an old Word document' office/cv.doc
office ott office cv.odt && refused 'an OpenDocument template' office/cv.ott

for type in docx odt; do
  to=../${type^^}
  mkdir "$type" && (cd "$type" && unzip -q "../office/cv.$type")
  (cd "$type" && zip -qr "../$to/zip.$type" . && zip -qr0 "../$to/stored.$type" . && zip -qr - . | cat > "../$to/streamed.$type" && 7z a -tzip -bso0 "../$to/7z.$type" . \
    && python3 -m zipfile -c "../$to/python.$type" ./*)
  cp "$to/zip.$type" "$to/comment.$type" && echo 'by zip' | zip -qz "$to/comment.$type" > /dev/null
  cp "office/cv.$type" "$to/appended.$type" && printf '\r\n' >> "$to/appended.$type"
done
zip -q cv.zip cv.md && refused 'a zip archive' cv.zip
tar -cf cv.tar ../PDF && refused 'a packed archive' cv.tar
7z a -bso0 cv.7z cv.md && refused 'a packed archive' cv.7z

qpdf --linearize office/cv.pdf ../PDF/linearized.pdf
qpdf --object-streams=generate office/cv.pdf ../PDF/streams.pdf
qpdf --encrypt '' owner 256 -- office/cv.pdf ../PDF/owner.pdf
gs -sDEVICE=pdfwrite -dNOPAUSE -dBATCH -sOutputFile=- office/cv.pdf > ../PDF/banner.pdf
(printf '\357\273\277' && cat office/cv.pdf) > ../PDF/mark.pdf

convert rose: ../PNG/rose.png
convert rose: -interlace PNG -depth 16 ../PNG/interlaced.png
convert rose: ../JPEG/rose.jpg
convert rose: -interlace JPEG jpeg:../JPEG/progressive.jfif
convert rose: -colorspace CMYK jpeg:../JPEG/cmyk.jpe
convert rose: ../WEBP/rose.webp
convert rose: -define webp:lossless=true ../WEBP/lossless.webp
convert rose: \( +clone -negate \) -delay 10 ../WEBP/moving.webp
convert rose: -alpha set -channel A -evaluate set 50% ../WEBP/clear.webp
for type in gif tiff bmp; do convert rose: "rose.$type"; refused "a ${type^^} picture" "rose.$type"; done

NODE_PATH=$npm/node_modules node "$here/make.cjs"
