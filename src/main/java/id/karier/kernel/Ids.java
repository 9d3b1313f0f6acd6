package id.karier.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** New identifiers: UUIDv7, so that rows arrive in the order of their clustered index. */
@ApplicationScoped
public class Ids {
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
