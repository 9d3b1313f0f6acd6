package id.karier.competency.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.competency.assessment.Submission.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns submissions into sealed bytes, all of one length: a long comment is not to be known by its size. */
@ApplicationScoped
class SubmissionSeal {
    /** Longer than the words of any form: twice 500 letters of at most three bytes. */
    private static final int PADDED_WORDS = 3_200;

    /** And a hundred levels. */
    private static final int PADDED = 3_800;

    private final ObjectMapper json;

    SubmissionSeal(ObjectMapper json) {
        this.json = json;
    }

    /** @param levels in the order in which the form asks */
    private record Sealed(RaterRelation relation, List<@Nullable Integer> levels, Words words) {}

    byte[] seal(RoundKey key, UUID participant, List<UUID> questions, Submission said) {
        var levels = new ArrayList<@Nullable Integer>();
        questions.forEach(question -> levels.add(said.levels().get(question)));
        return key.seal(participant, padded(new Sealed(said.relation(), levels, said.words()), PADDED));
    }

    Submission open(RoundKey key, UUID participant, List<UUID> questions, byte[] stored) {
        var sealed = read(key.open(participant, stored), Sealed.class);
        var levels = new LinkedHashMap<UUID, @Nullable Integer>();
        for (int i = 0; i < questions.size(); i++) {
            levels.put(questions.get(i), sealed.levels().get(i));
        }
        return new Submission(sealed.relation(), levels, sealed.words());
    }

    byte[] padded(Words words) {
        return padded(words, PADDED_WORDS);
    }

    Words words(byte[] padded) {
        return read(padded, Words.class);
    }

    /** JSON with blanks behind it. */
    private byte[] padded(Record value, int length) {
        try {
            var bytes = json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > length) {
                throw new IllegalStateException("a submission of " + bytes.length + " bytes is longer than any form");
            }
            var padded = Arrays.copyOf(bytes, length);
            Arrays.fill(padded, bytes.length, length, (byte) ' ');
            return padded;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(byte[] padded, Class<T> type) {
        try {
            return json.readValue(padded, type);
        } catch (IOException damaged) {
            throw new IllegalStateException("an unreadable submission", damaged);
        }
    }
}
