package id.karier.integration.bulk.format;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of spreadsheets and of JSON as text. */
final class Numeral {
    /** As many digits as a spreadsheet keeps, and as survive a double. */
    private static final int EXACT = 15;

    private Numeral() {}

    /** The number in plain digits; a longer one in powers of ten, for nobody knows its last digits any more. */
    static String text(BigDecimal number) {
        var rounded = number.round(new MathContext(EXACT)).stripTrailingZeros();
        boolean plain = (long) number.precision() - number.scale() <= EXACT && number.scale() < EXACT;
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
