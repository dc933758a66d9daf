// Documents as npm's packages make them; see make.sh, which calls this in its folder.
const fs = require("fs"), {promisify} = require("util");
const {Document, Packer, Paragraph} = require("docx"), JSZip = require("jszip"), archiver = require("archiver"), carbone = require("carbone");
const PdfDocument = require("pdfkit"), officeCrypto = require("officecrypto-tool");

const written = stream => new Promise((done, failed) => stream.on("close", done).on("error", failed));

async function main() {
  const docx = await Packer.toBuffer(new Document({sections: [{children: [new Paragraph("Ada Lovelace")]}]}));
  fs.writeFileSync("../DOCX/docx.docx", docx);
  for (const type of ["docx", "odt"]) {
    const zip = await JSZip.loadAsync(fs.readFileSync(`office/cv.${type}`)), folder = `../${type.toUpperCase()}`;
    for (const compression of ["STORE", "DEFLATE"]) for (const streamFiles of [true, false])
      fs.writeFileSync(`${folder}/jszip-${compression}-${streamFiles}.${type}`, await zip.generateAsync({type: "nodebuffer", compression, streamFiles}));
    for (const store of [true, false]) {
      const out = fs.createWriteStream(`${folder}/archiver-${store}.${type}`), archive = archiver("zip", {store});
      archive.pipe(out);
      archive.directory(type, false);
      await Promise.all([archive.finalize(), written(out)]);
    }
    fs.writeFileSync(`${folder}/carbone.${type}`, await promisify(carbone.render)(fs.realpathSync(`office/cv.${type}`), {}));
  }
  const pdf = new PdfDocument(), out = fs.createWriteStream("../PDF/pdfkit.pdf");
  pdf.pipe(out);
  pdf.text("Ada Lovelace").end();
  await written(out);
  fs.mkdirSync("../refused/locked with a password", {recursive: true});
  fs.writeFileSync("../refused/locked with a password/locked.docx", officeCrypto.encrypt(docx, {password: "secret"}));
}
main().then(() => process.exit(0), error => { console.error(error); process.exit(1); });
