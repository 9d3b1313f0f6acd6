package id.karier.integration.bulk.format;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes a "Strict Open XML" workbook as the ordinary kind that the reader knows: the same parts under the names of 2006,
 * and days that are written in ISO form as texts. Comes behind {@link SheetGuard}, which has bounded what it reads.
 */
final class StrictBook {
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String RELATIONS = STRICT + "officeDocument/relationships";
    private static final String SHEETS = STRICT + "spreadsheetml/main";
    private static final String PLAIN = "http://schemas.openxmlformats.org/";

    private final XMLInputFactory readers = new InputFactoryImpl();
    private final OutputFactoryImpl writers = new OutputFactoryImpl();

    private StrictBook() {
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    }

    static boolean isStrict(@Nullable String namespace) {
        return namespace != null && namespace.startsWith(STRICT);
    }

    /** The ordinary name of a namespace or type; what is none of the strict ones stays. */
    private static String plain(String name) {
        if (name.startsWith(RELATIONS)) {
            return PLAIN + "officeDocument/2006/relationships" + name.substring(RELATIONS.length());
        }
        return name.equals(SHEETS) ? PLAIN + "spreadsheetml/2006/main" : name;
    }

    static void rewrite(Path strict, Path to) throws IOException, XMLStreamException {
        var book = new StrictBook();
        try (var zip = ZipFile.builder().setPath(strict).get();
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                boolean isXml =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                if (entry.isDirectory() || !isXml) {
                    continue;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (var content = new BufferedInputStream(zip.getInputStream(entry))) {
                    book.copy(content, new Unclosed(out));
                }
                out.closeEntry();
            }
        }
    }

    private void copy(InputStream content, OutputStream to) throws XMLStreamException {
        var in = readers.createXMLStreamReader(content);
        var out = writers.createXMLStreamWriter(to, "UTF-8");
        out.writeStartDocument("UTF-8", "1.0");
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in, out);
                case XMLStreamConstants.END_ELEMENT -> out.writeEndElement();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    out.writeCharacters(in.getText());
                default -> {
                    // comments and instructions say nothing to the reader
                }
            }
        }
        out.writeEndDocument();
        out.flush();
        in.close();
    }

    private static void start(XMLStreamReader in, XMLStreamWriter out) throws XMLStreamException {
        var element = in.getLocalName();
        out.writeStartElement(said(in.getPrefix()), element, plain(said(in.getNamespaceURI())));
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            var prefix = said(in.getNamespacePrefix(i));
            var name = plain(said(in.getNamespaceURI(i)));
            if (prefix.isEmpty()) {
                out.writeDefaultNamespace(name);
            } else {
                out.writeNamespace(prefix, name);
            }
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            var attribute = in.getAttributeLocalName(i);
            var value = in.getAttributeValue(i);
            boolean isDay = element.equals("c") && attribute.equals("t") && value.equals("d");
            var text = isDay ? "str" : plain(value);
            var prefix = said(in.getAttributePrefix(i));
            if (prefix.isEmpty()) {
                out.writeAttribute(attribute, text);
            } else {
                out.writeAttribute(prefix, plain(said(in.getAttributeNamespace(i))), attribute, text);
            }
        }
    }

    private static String said(@Nullable String name) {
        return name == null ? "" : name;
    }

    /** The file goes on behind a part. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
