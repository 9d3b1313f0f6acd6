package id.karier.integration.bulk.load;

/** What a load has come to; a value, so that a batch that is run again starts from where it stood. */
public record Tally(
        long created,
        long updated,
        long unchanged,
        long failed,
        long peopleCreated,
        long unitsCreated,
        long positionsCreated) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    public Tally plus(Tally more) {
        return new Tally(
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                failed + more.failed,
                peopleCreated + more.peopleCreated,
                unitsCreated + more.unitsCreated,
                positionsCreated + more.positionsCreated);
    }

    static Tally failed(long rows) {
        return new Tally(0, 0, 0, rows, 0, 0, 0);
    }

    /** When nothing was written after all, nothing was created or changed either. */
    public Tally undone() {
        return new Tally(0, 0, 0, failed, 0, 0, 0);
    }
}
