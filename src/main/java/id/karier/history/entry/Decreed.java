package id.karier.history.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What rests on a decree. */
interface Decreed {
    @Nullable
    String decreeNumber();

    @Nullable
    LocalDate decreeDate();
}
