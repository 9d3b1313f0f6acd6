package id.karier.integration.bulk.load;

/**
 * What an order lets a load make beside people: without it, a row that names what is not on record is refused.
 *
 * @param units units that a file names
 * @param positions posts that a file names
 */
public record Creation(boolean units, boolean positions) {
    public static final Creation NOTHING = new Creation(false, false);
}
