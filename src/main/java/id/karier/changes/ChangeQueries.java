package id.karier.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** The statements that give committed changes their positions. */
@ApplicationScoped
class ChangeQueries {
    private static final String LAST = "select last_position from change_sequence where id = 1 for update skip locked";
    private static final String UNPLACED = "select id from change_log where position is null order by id limit ?";
    private static final String PLACE = "update change_log set position = ? where id = ?";
    private static final String ADVANCE = "update change_sequence set last_position = ? where id = 1";

    private final EntityManager entities;

    ChangeQueries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Gives the next positions to changes that have been committed without one.
     *
     * @return how many; 0 also when another node is at it
     */
    int place(int atMost) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            long last;
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(LAST)) {
                if (!found.next()) {
                    return 0;
                }
                last = found.getLong(1);
            }
            List<byte[]> unplaced = new ArrayList<>();
            try (var statement = connection.prepareStatement(UNPLACED)) {
                statement.setInt(1, atMost);
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        unplaced.add(found.getBytes(1));
                    }
                }
            }
            if (unplaced.isEmpty()) {
                return 0;
            }
            try (var statement = connection.prepareStatement(PLACE)) {
                for (var id : unplaced) {
                    statement.setLong(1, ++last);
                    statement.setBytes(2, id);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            try (var statement = connection.prepareStatement(ADVANCE)) {
                statement.setLong(1, last);
                statement.executeUpdate();
            }
            return unplaced.size();
        });
    }
}
