package id.karier.integration.bulk.format;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.karier.integration.bulk.format.Spreadsheet.Limits;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Looks through an XLSX file before it is read, with the parsers of its reader. The reader makes room for whatever cell
 * or shared text a file names, and holds every row and all shared texts in memory: a small file could take all of it.
 */
final class SheetGuard {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int ROWS = 1 << 20;
    private static final int LONGEST_TEXT = 1 << 15;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_FORMULA = 1000;
    private static final int MOST_FORMULAS = 250_000;
    private static final int MOST_RANGES = 100;
    private static final int MOST_NAMES = 2000;
    private static final int MOST_PARTS = 5000;
    private static final int LONGEST_TAG = 1 << 20;

    /** Bytes of memory that a shared text takes besides its letters. */
    private static final int TEXT_OVERHEAD = 64;

    private final XMLInputFactory factory = new InputFactoryImpl();
    private final Limits limits;
    private final Set<String> names = new HashSet<>();
    private long bytes;
    private long held;
    private long texts;
    private long highestText = -1;
    private int formulas;
    private int ranges;
    private boolean isStrict;

    private SheetGuard(Limits limits) {
        this.limits = limits;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    }

    /**
     * Reads a file to its end.
     *
     * @return whether it is of the strict kind, or has days in ISO form, so that {@link StrictBook} has to rewrite it
     * @throws ProblemException 413 for a file that would take more than the limits
     * @throws XMLStreamException for one that no spreadsheet program has written
     */
    static boolean check(Path xlsx, Limits limits) throws IOException, XMLStreamException {
        var guard = new SheetGuard(limits);
        try (var directory = new java.util.zip.ZipFile(xlsx.toFile())) {
            bound(directory.size() <= MOST_PARTS);
        }
        try (var zip = ZipFile.builder().setPath(xlsx).get()) {
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                try (var content = new BufferedInputStream(zip.getInputStream(entries.nextElement()))) {
                    if (mayBeXml(content)) {
                        guard.new Part(content).look();
                    }
                }
            }
        }
        require(guard.highestText < guard.texts);
        return guard.isStrict;
    }

    /** Pictures and the like are not read, and could not be: no XML begins with their first byte. */
    private static boolean mayBeXml(InputStream content) throws IOException {
        content.mark(1);
        int first = content.read();
        content.reset();
        return first == '<' || (first >= 0 && first <= ' ') || first >= 0xef;
    }

    private static void require(boolean sound) throws XMLStreamException {
        if (!sound) {
            throw new XMLStreamException("not as spreadsheet programs write it");
        }
    }

    private static void bound(boolean small) {
        if (!small) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE, FieldError.in("imports", "", "SHEET_TOO_LARGE"));
        }
    }

    /** One part of the file: a sheet, the shared texts, the styles, the table of contents. */
    private final class Part extends FilterInputStream {
        private final StringBuilder index = new StringBuilder();
        private final XMLStreamReader xml;
        private long sinceTag;
        private boolean isInSheet;
        private String element = "";
        private @Nullable String type;
        private long textLength;
        private long rowLength;
        private int column;

        Part(InputStream content) throws XMLStreamException {
            super(content);
            xml = factory.createXMLStreamReader(this);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            bytes += Math.max(0, count);
            held += isInSheet ? 0 : Math.max(0, count);
            sinceTag += Math.max(0, count);
            bound(bytes <= limits.bytes() && held <= limits.held() && sinceTag <= LONGEST_TAG);
            return count;
        }

        void look() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                sinceTag = 0;
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                    default -> require(event != XMLStreamConstants.DTD);
                }
            }
        }

        private void start() throws XMLStreamException {
            element = xml.getLocalName();
            isStrict |= StrictBook.isStrict(xml.getNamespaceURI());
            names.add(element);
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                names.add(xml.getAttributeLocalName(i));
            }
            bound(names.size() <= MOST_NAMES);
            textLength = 0;
            switch (element) {
                case "sheetData" -> isInSheet = true;
                case "row" -> row(xml.getAttributeValue(null, "r"));
                case "c" -> cell(xml.getAttributeValue(null, "r"));
                case "f" -> formula(xml.getAttributeValue(null, "t"));
                case "si" -> {
                    texts++;
                    held += TEXT_OVERHEAD;
                }
                default -> index.setLength(0);
            }
        }

        private void row(@Nullable String number) throws XMLStreamException {
            require(number == null || (NUMBER.matcher(number).matches() && Integer.parseInt(number) <= ROWS));
            rowLength = 0;
            column = 0;
        }

        /** {@code A1} is in the first column, {@code AA1} in the 27th. */
        private static int column(String address) {
            int column = 0;
            for (int i = 0; Character.isLetter(address.charAt(i)); i++) {
                column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            }
            return column;
        }

        private void cell(@Nullable String address) throws XMLStreamException {
            require(address == null || ADDRESS.matcher(address).matches());
            column = address == null ? column + 1 : column(address);
            bound(column <= limits.columns());
            type = xml.getAttributeValue(null, "t");
            isStrict |= "d".equals(type);
        }

        private void formula(@Nullable String kind) {
            formulas++;
            ranges += "array".equals(kind) ? 1 : 0;
            bound(formulas <= MOST_FORMULAS && ranges <= MOST_RANGES);
        }

        private void text() throws XMLStreamException {
            int length = xml.getTextLength();
            textLength += length;
            rowLength += length;
            bound(textLength <= LONGEST_TEXT && (!isInSheet || rowLength <= CsvRows.LONGEST_RECORD));
            if (element.equals("f")) {
                bound(textLength <= LONGEST_FORMULA);
            } else if (element.equals("v") && !"str".equals(type)) {
                require(textLength <= LONGEST_NUMBER);
                index.append(xml.getText());
            }
        }

        private void end() throws XMLStreamException {
            var ended = xml.getLocalName();
            if (ended.equals("v") && "s".equals(type) && !index.isEmpty()) {
                require(NUMBER.matcher(index).matches());
                highestText = Math.max(highestText, Integer.parseInt(index.toString()));
            }
            isInSheet &= !ended.equals("sheetData");
            element = "";
        }
    }
}
