package id.karier.integration.bulk.format;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Ends what grows beyond its limit while it is written: a small file may unpack to a large one. */
final class BoundedOutput extends FilterOutputStream {
    private long left;

    BoundedOutput(OutputStream out, long limit) {
        super(out);
        this.left = limit;
    }

    @Override
    public void write(int one) throws IOException {
        count(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE, FieldError.in("imports", "", "SHEET_TOO_LARGE"));
        }
    }
}
