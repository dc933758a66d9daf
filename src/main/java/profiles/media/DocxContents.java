package profiles.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A text document of Office Open XML (ISO 29500): a zip whose list of types names its main part. */
final class DocxContents {
    private static final String TYPES = "[Content_Types].xml";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        // Nothing that the document names is loaded, and nothing in it multiplies (CWE-611, CWE-776; ASVS 1.5.1).
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private DocxContents() {
    }

    static boolean hold(InputStream file) throws IOException, Unfit {
        var zip = Zip.read(file, TYPES);
        var main = main(zip.text(TYPES));
        if (zip.parts().stream().anyMatch(part -> part.name().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) throw macros();
        return main != null && zip.parts().stream().anyMatch(part -> ("/" + part.name()).equalsIgnoreCase(main));
    }

    /** @return the name of the main part, or null */
    private static String main(byte[] types) throws Unfit {
        try {
            var xml = XML.createXMLStreamReader(new ByteArrayInputStream(types));
            String main = null;
            while (xml.hasNext()) if (xml.next() == XMLStreamReader.START_ELEMENT) {
                var type = String.valueOf(xml.getAttributeValue(null, "ContentType"));
                if (type.contains("macroEnabled") || type.contains("vbaProject")) throw macros();
                if (type.equals(MAIN)) main = xml.getAttributeValue(null, "PartName");
            }
            return main;
        } catch (XMLStreamException noList) {
            return null;
        }
    }

    private static Unfit macros() {
        return new Unfit("This document has macros. Save it without them, and choose that file.");
    }
}
