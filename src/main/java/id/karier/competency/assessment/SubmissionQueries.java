package id.karier.competency.assessment;

import id.karier.competency.assessment.AnonymityRules.Comment;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was said: sealed under the round's key while it is open, opened once when it closes, then gone with the key. Of the
 * words of raters stay those that may be told, with random ids and without a time.
 */
@ApplicationScoped
class SubmissionQueries {
    private static final String KEY = "assessment_keys.sealed";
    private static final String COMMENT = "assessment_comments.sealed";

    private static final SqlText MAKE_KEY = SqlText.ofAgency(
            "insert into assessment_keys (assessment_id, agency, sealed) values (:assessment, :agency, :sealed)");
    private static final SqlText FIND_KEY = SqlText.ofAgency(
            "select k.sealed from assessment_keys k where k.agency = :agency and k.assessment_id = :assessment");
    private static final SqlText DROP_KEY =
            SqlText.ofAgency("delete from assessment_keys where agency = :agency and assessment_id = :assessment");

    private static final SqlText PUT = SqlText.ofAgency("""
            insert into assessment_submissions (token, agency, participant_id, sealed)
            values (:token, :agency, :participant, :sealed) on duplicate key update sealed = values(sealed)""");
    private static final SqlText OF = SqlText.ofAgency("""
            select s.participant_id, s.sealed from assessment_submissions s
            where s.agency = :agency and s.participant_id in (:participants) order by s.token""");
    private static final SqlText DROP = SqlText.ofAgency(
            "delete from assessment_submissions where agency = :agency and participant_id in (:participants)");
    private static final SqlText DROP_ALL = SqlText.ofAgency("""
            delete from assessment_submissions where agency = :agency and participant_id in
                (select p.id from assessment_participants p where p.agency = :agency and p.assessment_id = :assessment)""");

    private static final SqlText COMMENT_INSERT = SqlText.ofAgency("""
            insert into assessment_comments (id, agency, participant_id, rating_group, sealed)
            values (:id, :agency, :participant, :group, :sealed)""");
    private static final SqlText COMMENTS = SqlText.ofAgency("""
            select c.id, c.rating_group, c.sealed from assessment_comments c
            where c.agency = :agency and c.participant_id = :participant order by c.id""");

    private final AgencySql sql;
    private final FieldCipher cipher;
    private final SubmissionSeal seal;
    private final SecureRandom random = new SecureRandom();

    SubmissionQueries(AgencySql sql, FieldCipher cipher, SubmissionSeal seal) {
        this.sql = sql;
        this.cipher = cipher;
        this.seal = seal;
    }

    /** A comment that is to be stored. */
    record NewComment(UUID participant, Comment comment) {}

    void makeKey(UUID assessment) {
        var key = new byte[RoundKey.LENGTH];
        random.nextBytes(key);
        sql.change(MAKE_KEY, Map.of("assessment", assessment, "sealed", cipher.sealBytes(KEY, assessment, key)));
    }

    /** The key of a round that is open or being closed. */
    RoundKey key(UUID assessment) {
        return sql.first(
                        FIND_KEY,
                        Map.of("assessment", assessment),
                        row -> new RoundKey(cipher.openBytes(KEY, assessment, row.bytes())))
                .orElseThrow(() -> new IllegalStateException("the key of assessment " + assessment + " is gone"));
    }

    /** The key goes, and whatever is still sealed under it. */
    void dropAll(UUID assessment) {
        sql.change(DROP_ALL, Map.of("assessment", assessment));
        sql.change(DROP_KEY, Map.of("assessment", assessment));
    }

    /** Takes the place of what the same rater has said before. */
    void put(RoundKey key, UUID rater, UUID participant, List<UUID> questions, Submission said) {
        sql.change(
                PUT,
                Map.of(
                        "token",
                        key.token(rater),
                        "participant",
                        participant,
                        "sealed",
                        seal.seal(key, participant, questions, said)));
    }

    /** What was said about some participants. */
    Map<UUID, List<Submission>> of(RoundKey key, Map<UUID, List<UUID>> questions) {
        var all = new HashMap<UUID, List<Submission>>();
        sql.rows(OF, Map.of("participants", questions.keySet()), row -> {
            var participant = row.id();
            all.computeIfAbsent(participant, p -> new ArrayList<>())
                    .add(seal.open(key, participant, questions.getOrDefault(participant, List.of()), row.bytes()));
            return true;
        });
        return all;
    }

    void drop(Collection<UUID> participants) {
        sql.change(DROP, Map.of("participants", participants));
    }

    /** In an order that nobody chose, under ids that tell nothing. */
    void addComments(List<NewComment> comments) {
        var shuffled = new ArrayList<>(comments);
        Collections.shuffle(shuffled, random);
        sql.batch(COMMENT_INSERT, shuffled, one -> {
            var id = UUID.randomUUID();
            return Map.of(
                    "id",
                    id,
                    "participant",
                    one.participant(),
                    "group",
                    one.comment().group(),
                    "sealed",
                    cipher.sealBytes(COMMENT, id, seal.padded(one.comment().words())));
        });
    }

    /** By their random ids. */
    List<Comment> comments(UUID participant) {
        return sql.rows(COMMENTS, Map.of("participant", participant), row -> {
            var id = row.id();
            var group = row.constant(LevelSource.class);
            return new Comment(group, seal.words(cipher.openBytes(COMMENT, id, row.bytes())));
        });
    }
}
