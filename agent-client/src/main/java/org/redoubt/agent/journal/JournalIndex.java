package org.redoubt.agent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.h2.Driver;
import org.redoubt.agent.journal.ChainWalk.Place;
import org.redoubt.agent.port.Entry;
import org.redoubt.topology.plan.Step;

/**
 * An embedded database of where each entry stands, to find entries without reading the whole log. It holds no content:
 * what it names is read from the log and held against its hash. It may be lost or deleted at any time.
 */
final class JournalIndex implements AutoCloseable {

    static final String NAME = "index";

    private static final int VERSION = 1;
    private static final int BATCH = 1000;
    private static final String[] TABLES = {
        "create table if not exists state (version int, reached bigint, hash varchar)",
        "create table if not exists entry (number bigint primary key, at bigint, nano int, desk varchar, "
                + "intent uuid, vm varchar, title varchar, origin varchar, target varchar, "
                + "segment int, position bigint, length int)",
        "create index if not exists by_intent on entry (intent)",
        "create index if not exists by_vm on entry (vm)",
    };

    private final Connection connection;

    private JournalIndex(Connection connection) {
        this.connection = connection;
    }

    /** Opens the index in {@code directory}; makes one if there is none. */
    static JournalIndex open(Path directory) throws SQLException {
        String file = directory.toAbsolutePath().resolve(NAME).toString();
        // a semicolon in the path would begin a setting of the database
        if (file.indexOf(';') >= 0) {
            throw new SQLException("the path has a semicolon: " + file);
        }
        Connection connection = new Driver()
                .connect("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0", new Properties());
        JournalIndex index = new JournalIndex(connection);
        try {
            index.prepare();
        } catch (SQLException e) {
            index.close();
            throw e;
        }
        return index;
    }

    /** Deletes the index in {@code directory}, whatever state it is in. */
    static void delete(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME + ".mv.db"));
        Files.deleteIfExists(directory.resolve(NAME + ".trace.db"));
    }

    private void prepare() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            try (ResultSet rows = statement.executeQuery("select version from state")) {
                if (rows.next() && rows.getInt(1) != VERSION) {
                    throw new SQLException("it is of another version");
                }
            }
        }
        connection.commit();
    }

    /** How far it goes; {@link Head#START} when it is new. */
    Head reached() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select reached, hash from state")) {
            return rows.next() ? new Head(rows.getLong(1), rows.getString(2)) : Head.START;
        }
    }

    /** Where the entry stands, as it believes. */
    List<Place> at(long number) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select segment, position, length from entry where number = ?")) {
            query.setLong(1, number);
            return places(query);
        }
    }

    /** Takes entries in; each batch is written whole or not at all. */
    final class Filling implements ChainWalk.Visitor, AutoCloseable {
        private final PreparedStatement row =
                connection.prepareStatement("insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        private Head reached;
        private int waiting;

        Filling() throws SQLException {}

        @Override
        public void entry(Entry entry, SealedLine line, Place place) throws IOException {
            try {
                set(row, entry, place);
                row.addBatch();
                reached = new Head(entry.number(), line.stored());
                if (++waiting == BATCH) {
                    finish();
                }
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        void finish() throws SQLException {
            if (waiting == 0) {
                return;
            }
            row.executeBatch();
            try (PreparedStatement state =
                    connection.prepareStatement("insert into state (version, reached, hash) values (?, ?, ?)")) {
                try (Statement old = connection.createStatement()) {
                    old.execute("delete from state");
                }
                state.setInt(1, VERSION);
                state.setLong(2, reached.count());
                state.setString(3, reached.hash());
                state.execute();
            }
            connection.commit();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            row.close();
        }
    }

    private static void set(PreparedStatement row, Entry entry, Place place) throws SQLException {
        row.setLong(1, entry.number());
        row.setLong(2, entry.at().getEpochSecond());
        row.setInt(3, entry.at().getNano());
        row.setString(4, entry.desk());
        row.setObject(5, null);
        for (int i = 6; i <= 9; i++) {
            row.setString(i, null);
        }
        switch (entry) {
            case Entry.Intended intended -> {
                Step.Move step = (Step.Move) intended.intent().step();
                row.setObject(5, intended.intent().id());
                row.setString(6, step.vm().key());
                row.setString(7, intended.intent().title());
                row.setString(8, step.from().key());
                row.setString(9, step.to().key());
            }
            case Entry.Concluded concluded -> row.setObject(5, concluded.intent());
            case Entry.Scored scored -> row.setObject(5, scored.intent());
            case Entry.Opened _, Entry.Noted _ -> {}
        }
        row.setInt(10, place.segment());
        row.setLong(11, place.position());
        row.setInt(12, place.length());
    }

    /** The places of the newest entries that {@code filter} lets through, newest first. */
    List<Place> find(JournalFilter filter, int most) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (!filter.anything()) {
            where.append(" and e.intent in (select i.intent from entry i where i.vm is not null");
            filter.vm().ifPresent(vm -> {
                where.append(" and (i.vm = ? or locate(?, i.title) > 0)");
                values.addAll(List.of(vm, vm));
            });
            filter.host().ifPresent(host -> {
                where.append(" and (i.origin = ? or i.target = ?)");
                values.addAll(List.of(host, host));
            });
            where.append(")");
        }
        filter.desk().ifPresent(desk -> {
            where.append(" and e.desk = ?");
            values.add(desk);
        });
        filter.from().ifPresent(from -> moment(where, values, ">=", from));
        filter.to().ifPresent(to -> moment(where, values, "<", to));
        values.add(most);
        try (PreparedStatement query =
                connection.prepareStatement("select e.segment, e.position, e.length from entry e " + "where " + where
                        + " order by e.number desc limit ?")) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            return places(query);
        }
    }

    private static void moment(StringBuilder where, List<Object> values, String compared, Instant moment) {
        where.append(" and (e.at, e.nano) ").append(compared).append(" (?, ?)");
        values.addAll(List.of(moment.getEpochSecond(), moment.getNano()));
    }

    private static List<Place> places(PreparedStatement query) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                places.add(new Place(rows.getInt(1), rows.getLong(2), rows.getInt(3)));
            }
        }
        return places;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
