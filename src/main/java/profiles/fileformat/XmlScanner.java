package profiles.fileformat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a stranger's XML forward, in bounded memory. It loads nothing that the file names, and expands no entities (CWE-611, CWE-776; ASVS
 * 1.5.1).
 */
final class XmlScanner {
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();
    /** Bytes between two events, which the parser keeps: an attribute, a comment. And elements within each other. */
    private static final int PIECE = 4 * 1024 * 1024, DEPTH = 1_000;
    /** Names of elements and attributes, and instructions: the parser keeps each to the end. A document has some hundreds. */
    private static final int NAMES = 10_000;

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Prefixes mean nothing here, and some writers do not declare theirs.
        XML.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    }

    /** Takes an element without its prefix, and its attributes with theirs: two may differ in nothing else. */
    interface Visitor {
        void element(String name, Map<String, String> attributes) throws RejectedFile;
    }

    private XmlScanner() {
    }

    /** @return whether it is XML to its end */
    static boolean scan(InputStream file, Visitor visitor) throws IOException, RejectedFile {
        try (var pieces = new Pieces(file)) {
            var xml = XML.createXMLStreamReader(pieces);
            var names = new HashSet<String>();
            var instructions = 0;
            for (var depth = 0; xml.hasNext(); pieces.next()) {
                var event = xml.next();
                if (event == XMLStreamConstants.PROCESSING_INSTRUCTION && ++instructions > NAMES) return false;
                if (event == XMLStreamConstants.END_ELEMENT) depth--;
                if (event != XMLStreamConstants.START_ELEMENT) continue;
                if (++depth > DEPTH) return false;
                var attributes = new HashMap<String, String>();
                for (int i = 0; i < xml.getAttributeCount(); i++) attributes.put(name(xml, i), xml.getAttributeValue(i));
                names.add(xml.getLocalName());
                names.addAll(attributes.keySet());
                if (names.size() > NAMES) return false;
                visitor.element(local(xml.getLocalName()), attributes);
            }
            return true;
        } catch (XMLStreamException noXml) {
            return false;
        }
    }

    /** @return of the first attribute of that name, whatever its prefix; null for none */
    static String value(Map<String, String> attributes, String name) {
        return attributes.keySet().stream().filter(it -> local(it).equals(name)).map(attributes::get).findFirst().orElse(null);
    }

    private static String name(XMLStreamReader xml, int attribute) {
        var prefix = xml.getAttributePrefix(attribute);
        return (prefix == null || prefix.isEmpty() ? "" : prefix + ":") + xml.getAttributeLocalName(attribute);
    }

    private static String local(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** Ends a file that has too much between two events. */
    private static final class Pieces extends FilterInputStream {
        private int length;

        Pieces(InputStream in) {
            super(in);
        }

        void next() {
            length = 0;
        }

        @Override
        public int read() throws IOException {
            return ++length > PIECE ? -1 : super.read();
        }

        @Override
        public int read(byte[] to, int from, int max) throws IOException {
            var count = length > PIECE ? -1 : super.read(to, from, max);
            length += Math.max(count, 0);
            return count;
        }
    }
}
