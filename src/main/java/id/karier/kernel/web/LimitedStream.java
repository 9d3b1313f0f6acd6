package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a body of unannounced length once it has grown beyond the limit. */
final class LimitedStream extends FilterInputStream {
    private long left;

    LimitedStream(InputStream body, long limit) {
        super(body);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : counted(read, 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        return read < 0 ? read : counted(read, read);
    }

    private int counted(int result, int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE);
        }
        return result;
    }
}
