package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** XLSX files: as spreadsheet programs write them, and as nobody should. */
final class Workbooks {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Workbooks() {}

    interface Content {
        void write(Workbook book);
    }

    static byte[] workbook(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Karier", "1.0")) {
            content.write(book);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** One sheet, its rows given as cells that are texts, numbers, days, or null; the first is the header. */
    static byte[] sheet(Object[]... rows) {
        return workbook(book -> fill(book.newWorksheet("Pegawai"), rows));
    }

    static void fill(Worksheet sheet, Object[]... rows) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                var value = rows[r][c];
                if (value instanceof LocalDate day) {
                    sheet.value(r, c, day);
                    sheet.style(r, c).format("dd-MM-yyyy").set();
                } else if (value instanceof Number number) {
                    sheet.value(r, c, number);
                } else if (value != null) {
                    sheet.value(r, c, value.toString());
                }
            }
        }
    }

    /** A workbook of one sheet whose XML is given, with shared texts. */
    static byte[] raw(String sheetData, String sharedStrings) {
        return raw(sheetData, sharedStrings, "");
    }

    /** @param workbookPr attributes of the workbook */
    static byte[] raw(String sheetData, String sharedStrings, String workbookPr) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + type("/xl/workbook.xml", "sheet.main")
                        + type("/xl/worksheets/sheet1.xml", "worksheet")
                        + type("/xl/sharedStrings.xml", "sharedStrings")
                        + type("/xl/styles.xml", "styles")
                        + "</Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINK + "\"><workbookPr " + workbookPr
                        + "/><sheets><sheet name=\"Pegawai\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"" + LINK
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + sharedStrings + "</sst>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheetData + "</sheetData></worksheet>");
        return zip(parts);
    }

    /** The same workbook as "Strict Open XML" writes it. */
    static byte[] strict(String sheetData) {
        var plain = raw(sheetData, "");
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(plain))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var text = new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                parts.put(
                        entry.getName(),
                        text.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                                .replace(LINK, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zip(parts);
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(bytes(part.getValue()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A cell with a text of its own. */
    static String cell(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
