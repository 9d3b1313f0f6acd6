package id.karier.kernel.access;

/** What keeps somebody from using the rights that her roles give. */
public enum Restriction {
    NONE,
    /** She has left the service or is suspended: she reads her own file and keeps her own account, and nothing else. */
    OWN_FILE,
    /** She has to do something about her own sign-in first, such as choosing a password: she reaches her account only. */
    OWN_ACCOUNT;

    /** What is left of a reach that roles give. */
    Reach narrow(Reach given, Resource resource, Action action) {
        return switch (this) {
            case NONE -> given;
            case OWN_FILE ->
                given == Reach.SELF && (resource == Resource.ME || reads(resource, action)) ? given : Reach.NONE;
            case OWN_ACCOUNT -> resource == Resource.ME ? given : Reach.NONE;
        };
    }

    /** Seeing one's personal data unmasked is called a decision in the table, because it is logged; it changes nothing. */
    private static boolean reads(Resource resource, Action action) {
        return action == Action.READ || (resource == Resource.PERSONAL_DATA && action == Action.DECIDE);
    }
}
