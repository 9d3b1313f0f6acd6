package id.karier.kernel.web;

import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list, declared once as a constant: its row, where it comes from, what it may be sorted by, and whom its rows are about.
 * Only {@link Lists} can run it, and puts in the agency and the caller's reach; the contract takes its sort keys from here.
 *
 * @param <T> the row, read straight into a record
 */
public final class ListSpec<T> {
    private final String name;
    private final Row.Reader<T> reader;
    private final String columns;
    private final String from;
    private final String agency;
    private final @Nullable ObjectKind kind;
    private final @Nullable String about;
    private final List<String> parties;
    private final List<SortKey<T>> keys;
    private final SortKey<T> tieBreaker;
    private final String order;
    private final String nationalOrder;

    /** Every combination of filters and order is one text; there are few, and each is taken apart once. */
    private final Map<String, SqlText> texts = new ConcurrentHashMap<>();

    private ListSpec(Builder<T> said) {
        name = said.name;
        reader = said.reader;
        columns = said.columns;
        from = said.from;
        agency = said.agency;
        kind = said.kind;
        about = said.about;
        parties = List.copyOf(said.parties);
        keys = List.copyOf(said.keys);
        tieBreaker = Objects.requireNonNull(said.tieBreaker);
        order = said.order;
        nationalOrder = said.nationalOrder == null ? said.order : said.nationalOrder;
    }

    /** @param name of the list, which binds its cursors: in the plural, as its address says it */
    public static <T> Builder<T> of(String name, Row.Reader<T> reader) {
        return new Builder<>(name, reader);
    }

    String name() {
        return name;
    }

    Row.Reader<T> reader() {
        return reader;
    }

    @Nullable
    ObjectKind kind() {
        return kind;
    }

    @Nullable
    String about() {
        return about;
    }

    List<String> parties() {
        return parties;
    }

    List<SortKey<T>> keys() {
        return keys;
    }

    SortKey<T> tieBreaker() {
        return tieBreaker;
    }

    String order(boolean nation) {
        return nation ? nationalOrder : order;
    }

    /** The names of the keys that the list may be sorted by, for the contract. */
    public List<String> sortKeys() {
        return keys.stream().map(SortKey::name).toList();
    }

    SqlText select(List<String> conditions, String end) {
        return text("select " + columns + " from " + from, conditions, end);
    }

    SqlText count(List<String> conditions) {
        return text("select count(*) from " + from, conditions, "");
    }

    private SqlText text(String start, List<String> conditions, String end) {
        var where =
                conditions.stream().map(condition -> " and (" + condition + ")").collect(Collectors.joining());
        return texts.computeIfAbsent(start + " where " + agency + " = :agency" + where + end, SqlText::ofNation);
    }

    /** Takes down what a list says of itself. */
    public static final class Builder<T> {
        private final String name;
        private final Row.Reader<T> reader;
        private String columns = "";
        private String from = "";
        private String agency = "";
        private @Nullable ObjectKind kind;
        private @Nullable String about;
        private boolean aboutSaid;
        private final List<String> parties = new ArrayList<>();
        private List<SortKey<T>> keys = List.of();
        private @Nullable SortKey<T> tieBreaker;
        private String order = "";
        private @Nullable String nationalOrder;

        private Builder(String name, Row.Reader<T> reader) {
            this.name = name;
            this.reader = reader;
        }

        /** The columns in the order in which the reader reads them. */
        public Builder<T> columns(String columns) {
            this.columns = columns;
            return this;
        }

        /**
         * Where the rows come from, without a where.
         *
         * @param tables {@code employees e left join …}
         * @param agency the column of the agency: {@code e.agency}
         */
        public Builder<T> from(String tables, String agency) {
            this.from = tables;
            this.agency = agency;
            return this;
        }

        /** Each row is an object of a kind, which says whom it is about and who its parties are. */
        public Builder<T> objects(ObjectKind kind, String alias) {
            this.kind = kind;
            this.about = kind.about() == null ? null : alias + '.' + ObjectKind.column(kind.about());
            kind.parties().forEach(party -> parties.add(alias + '.' + ObjectKind.column(party)));
            this.aboutSaid = true;
            return this;
        }

        /** Each row tells of a person what a kind of object tells, without being such an object. */
        public Builder<T> about(ObjectKind kind, String person) {
            this.kind = kind;
            this.about = person;
            this.aboutSaid = true;
            return this;
        }

        /** Each row tells of a person what the permission for the operation itself covers. */
        public Builder<T> about(String person) {
            this.about = person;
            this.aboutSaid = true;
            return this;
        }

        /** No row tells of anybody, or the caller's permission for the whole list is what it takes to see it. */
        public Builder<T> notAboutPeople() {
            this.aboutSaid = true;
            return this;
        }

        /** What the list may be sorted by. */
        @SafeVarargs
        public final Builder<T> sortedBy(SortKey<T>... keys) {
            this.keys = List.of(keys);
            return this;
        }

        /** The unique last key of every order. */
        public Builder<T> then(SortKey<T> tieBreaker) {
            this.tieBreaker = tieBreaker;
            return this;
        }

        /** The order when nobody asks for one, as {@code ?sort=} would say it. */
        public Builder<T> order(String order) {
            this.order = order;
            return this;
        }

        /** The order across all agencies; every index begins with the agency. */
        public Builder<T> nationalOrder(String order) {
            this.nationalOrder = order;
            return this;
        }

        /** @throws IllegalArgumentException naming what has not been said yet */
        public ListSpec<T> build() {
            if (columns.isEmpty() || from.isEmpty() || agency.isEmpty() || keys.isEmpty() || tieBreaker == null) {
                throw new IllegalArgumentException(
                        "list " + name + " needs columns(…), from(…, agency), sortedBy(…) and then(…)");
            }
            if (!aboutSaid) {
                throw new IllegalArgumentException("list " + name
                        + " does not say whom it is about: say objects(…), about(…) or notAboutPeople()");
            }
            return new ListSpec<>(this);
        }
    }
}
