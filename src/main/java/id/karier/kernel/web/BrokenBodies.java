package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A body that breaks off is its sender's doing and no failure of ours: a problem without a trace in the log. */
public class BrokenBodies {
    /** After the caller was let in: what is refused before is not read. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 50)
    public void mark(ContainerRequestContext request) {
        if (request.getLength() > HttpGate.SMALL || (request.getLength() < 0 && request.hasEntity())) {
            request.setEntityStream(new Body(request.getEntityStream()));
        }
    }

    private static final class Body extends FilterInputStream {
        Body(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException broken) {
                throw new ProblemException(ErrorCode.REQUEST_TIMEOUT);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException broken) {
                throw new ProblemException(ErrorCode.REQUEST_TIMEOUT);
            }
        }
    }
}
