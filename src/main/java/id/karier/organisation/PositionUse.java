package id.karier.organisation;

import id.karier.kernel.FieldError;
import id.karier.kernel.Published;
import java.util.List;
import java.util.UUID;

/** What an upper slice keeps about positions: a position that it refers to is closed, not removed. */
@Published
public interface PositionUse {
    /** The reasons why a position stays; empty when the slice does not know it. */
    List<FieldError> of(UUID position);
}
